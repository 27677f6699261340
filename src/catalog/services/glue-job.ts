import { field } from '../../model/fields.js';
import { callStatic, cdk, create, lit, member, object, ref, template } from '../../ts-ast/ast.js';
import { fileNameOf } from '../../model/names.js';
import { defineService } from '../define.js';
import { actionsOn } from './sdk-actions.js';
import { dotted } from './shared.js';
import { serviceRole } from './slim.js';

const action = actionsOn('JobName', 'name');

export const glueJob = defineService({
  type: 'glue-job',
  cfnType: 'AWS::Glue::Job',
  category: 'data',
  icon: 'architecture-service/AWSGlue',
  label: { en: 'Glue job', ja: 'Glue ジョブ' },
  defaultLabel: { en: 'Transform', ja: 'データ変換' },
  description: {
    en: 'Transforms data with Spark, from store to store',
    ja: 'Spark でデータを変換し、別のストアに出力',
  },
  keywords: ['etl', 'spark', 'data', 'transform', 'データ', '変換', '分析'],
  fields: {
    script: field.text({
      label: { en: 'Script', ja: 'スクリプト' },
      help: {
        en: 'Its place in S3. Empty: in the bucket of Glue for scripts.',
        ja: 'S3 内の場所です。空欄の場合、Glue のスクリプト用バケット内になります。',
      },
      code: true,
      placeholder: 's3://bucket/scripts/job.py',
      pattern: {
        test: /^s3:\/\/[^\s]+$/,
        hint: { en: 'it begins with s3://', ja: 's3:// で始まる URI を指定してください。' },
      },
      source: 'https://docs.aws.amazon.com/glue/latest/dg/add-job.html',
    }),
    workerType: field.choice({
      label: { en: 'Worker type', ja: 'ワーカータイプ' },
      options: {
        'G.1X': { en: 'G.1X: 4 vCPU, 16 GB', ja: 'G.1X: 4 vCPU、16 GB' },
        'G.2X': { en: 'G.2X: 8 vCPU, 32 GB', ja: 'G.2X: 8 vCPU、32 GB' },
        'G.4X': { en: 'G.4X: 16 vCPU, 64 GB', ja: 'G.4X: 16 vCPU、64 GB' },
      },
      default: 'G.1X',
      source: 'https://docs.aws.amazon.com/glue/latest/dg/worker-types.html',
    }),
    workers: field.number({
      label: { en: 'Workers', ja: 'ワーカー数' },
      min: 2,
      max: 299,
      default: 2,
      unit: 'count',
      source: 'https://docs.aws.amazon.com/glue/latest/dg/worker-types.html',
    }),
    retries: field.number({
      label: { en: 'Retries', ja: '再試行回数' },
      min: 0,
      max: 10,
      default: 0,
      unit: 'count',
      source: 'https://docs.aws.amazon.com/glue/latest/dg/add-job.html',
    }),
  },
  subtitle: ({ props }) => dotted('Glue', `${String(props.workers)} × ${props.workerType}`),
  stateful: false,
  roles: {
    eventPublisher: {
      source: 'aws.glue',
      detailTypes: ['Glue Job State Change', 'Glue Job Run Status'],
      own: { path: ['jobName'], attribute: 'name' },
    },
    sdkTarget: {
      service: 'glue',
      actions: {
        startJobRun: action('glue:StartJobRun', [], {
          sample: { JobName: '{resource}' },
          writes: true,
          async: true,
        }),
        getJobRun: action('glue:GetJobRun', ['RunId']),
        batchStopJobRun: action('glue:BatchStopJobRun', ['JobRunIds'], { writes: true }),
      },
      defaultAction: 'startJobRun',
      optimized: [
        {
          resource: 'arn:aws:states:::glue:startJobRun',
          action: 'startJobRun',
          patterns: ['REQUEST_RESPONSE', 'RUN_JOB'],
        },
      ],
    },
  },
  refusal: {
    en: 'A job is started by schedules, workflows and code; this service cannot start one.',
    ja: 'ジョブはスケジュール、ワークフロー、コードから開始します。このサービスからは開始できません。',
  },
  attributes: (_node, self) => ({
    arn: callStatic('aws-glue', 'CfnJob.arnForJob', self),
    name: member(member(self, 'jobRef'), 'jobName'),
  }),
  construct: ({ id, constructId, props, emitter }) =>
    create(
      cdk('aws-glue', 'CfnJob'),
      ref('this'),
      lit(constructId),
      object({
        role: member(serviceRole(emitter, id, 'glue.amazonaws.com', ['service-role/AWSGlueServiceRole']), 'roleArn'),
        command: object({
          name: lit('glueetl'),
          pythonVersion: lit('3'),
          scriptLocation:
            props.script === undefined || props.script === ''
              ? template(
                  's3://aws-glue-assets-',
                  member(ref('this'), 'account'),
                  '-',
                  member(ref('this'), 'region'),
                  `/scripts/${fileNameOf(id)}.py`,
                )
              : lit(props.script),
        }),
        glueVersion: lit('5.0'),
        workerType: lit(props.workerType),
        numberOfWorkers: lit(props.workers),
        maxRetries: lit(props.retries),
      }),
    ),
  fromExisting: ({ constructId, value }) =>
    callStatic('aws-glue', 'CfnJob.fromJobName', ref('this'), lit(constructId), value),
  source: 'https://docs.aws.amazon.com/glue/latest/dg/what-is-glue.html',
});
