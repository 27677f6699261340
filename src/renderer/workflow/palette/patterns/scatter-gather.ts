import { Network } from 'lucide-react';
import { defineStatePattern, onward } from './define.js';

/** Thousands of objects in parallel, their results in one place. */
export const scatterGather = defineStatePattern({
  id: 'scatter-gather',
  icon: Network,
  label: { en: 'Scatter and gather', ja: '分散処理と集約' },
  description: {
    en: 'A Distributed Map works on the objects of a bucket and writes the results back',
    ja: '分散モードの Map でバケットのオブジェクトを並列に処理し、結果を書き込み',
  },
  keywords: ['distributed map', 'scatter', 'gather', 'batch', 's3', '分散', '集約', '並列', 'バッチ'],
  isStandardOnly: true,
  isCommon: false,
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html',
  names: {
    scatter: { en: 'For each object', ja: 'オブジェクトごとに処理' },
    work: { en: 'Read the object', ja: 'オブジェクトを読み取り' },
    gather: { en: 'Gather the results', ja: '結果を集約' },
  },
  needs: { bucket: { service: 's3-bucket', attribute: 'name', input: 'bucketName' } },
  definition: ({ scatter, work, gather }, { bucket }) => ({
    StartAt: scatter,
    States: {
      [scatter]: {
        Type: 'Map',
        ItemReader: {
          Resource: 'arn:aws:states:::s3:listObjectsV2',
          Arguments: { Bucket: bucket, Prefix: 'incoming/' },
        },
        ItemSelector: { key: '{% $states.context.Map.Item.Value.Key %}', bucket },
        MaxConcurrency: 100,
        ToleratedFailurePercentage: 5,
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
          StartAt: work,
          States: {
            [work]: {
              Type: 'Task',
              Resource: 'arn:aws:states:::aws-sdk:s3:headObject',
              Arguments: { Bucket: '{% $states.input.bucket %}', Key: '{% $states.input.key %}' },
              Retry: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 3, BackoffRate: 2, JitterStrategy: 'FULL' }],
              End: true,
            },
          },
        },
        ResultWriter: {
          Resource: 'arn:aws:states:::s3:putObject',
          Arguments: { Bucket: bucket, Prefix: 'results' },
        },
        Next: gather,
      },
      [gather]: {
        Type: 'Pass',
        Output: { results: '{% $states.input.ResultWriterDetails %}' },
        Next: onward,
      },
    },
  }),
});
