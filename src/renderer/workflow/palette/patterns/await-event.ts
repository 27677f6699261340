import { BellRing } from 'lucide-react';
import { defineStatePattern, onward } from './define.js';

/** Starts a job that has no `.sync` and goes on when its event comes. */
export const awaitEvent = defineStatePattern({
  id: 'await-event',
  icon: BellRing,
  label: { en: 'Start and wait for the event', ja: '開始してイベントを待つ' },
  description: {
    en: 'Stores a task token beside the job; a rule for its event answers. For jobs without .sync',
    ja: 'ジョブとともにタスクトークンを保存し、完了イベントのルールから応答。.sync のないジョブ向け',
  },
  keywords: ['job', 'event', 'task token', 'transcribe', 'rule', 'ジョブ', 'イベント', '完了', '文字起こし'],
  isStandardOnly: true,
  isCommon: true,
  source: 'https://docs.aws.amazon.com/transcribe/latest/dg/monitoring-events.html',
  names: {
    both: { en: 'Start and wait', ja: '開始して完了を待機' },
    remember: { en: 'Wait for the event', ja: '完了イベントを待機' },
    start: { en: 'Start the job', ja: 'ジョブを開始' },
  },
  needs: { table: { service: 'dynamodb-table', attribute: 'name', input: 'tokenTableName' } },
  definition: ({ both, remember, start }, { table }) => ({
    StartAt: both,
    States: {
      [both]: {
        Type: 'Parallel',
        Comment:
          'A rule for the event of the job reads the task token by the name of the job and calls SendTaskSuccess or SendTaskFailure with it.',
        Arguments: { jobName: '{% $uuid() %}', input: '{% $states.input %}' },
        Branches: [
          {
            StartAt: remember,
            States: {
              [remember]: {
                Type: 'Task',
                Resource: 'arn:aws:states:::aws-sdk:dynamodb:putItem.waitForTaskToken',
                Arguments: {
                  TableName: table,
                  Item: {
                    pk: { S: '{% $states.input.jobName %}' },
                    taskToken: { S: '{% $states.context.Task.Token %}' },
                  },
                },
                TimeoutSeconds: 14_400,
                End: true,
              },
            },
          },
          {
            StartAt: start,
            States: {
              [start]: {
                Type: 'Task',
                Resource: 'arn:aws:states:::aws-sdk:transcribe:startTranscriptionJob',
                Arguments: {
                  TranscriptionJobName: '{% $states.input.jobName %}',
                  IdentifyLanguage: true,
                  Media: { MediaFileUri: '{% $states.input.input.mediaUri %}' },
                },
                End: true,
              },
            },
          },
        ],
        Output: '{% $states.result[0] %}',
        Next: onward,
      },
    },
  }),
});
