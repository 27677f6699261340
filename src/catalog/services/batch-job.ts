import { field } from '../../model/fields.js';
import { array, as, call, callStatic, cdk, create, lit, member, object, ref, type Expr } from '../../ts-ast/ast.js';
import { defineService, type Emitter, type NodeView } from '../define.js';
import { dotted, logRetention, logRetentionField, removalPolicy } from './shared.js';

const sizes = 'https://docs.aws.amazon.com/batch/latest/userguide/fargate.html';

/** The definition is made below its queue: neither is of use without the other. */
const definitionOf = (queue: Expr): Expr =>
  as(call(member(queue, 'node'), 'findChild', lit('Definition')), cdk('aws-batch', 'EcsJobDefinition'));

const submits = ({ id }: NodeView) => [
  {
    actions: ['batch:SubmitJob'],
    resources: [
      { node: id, attribute: 'arn' },
      { node: id, attribute: 'definitionArn' },
    ],
  },
];

const batchTarget = ({ id }: NodeView, emitter: Emitter) => {
  const queue = emitter.construct(id);
  return {
    positional: [
      emitter.attribute(id, 'arn'),
      queue,
      emitter.attribute(id, 'definitionArn'),
      emitter.attribute(id, 'definition'),
    ],
  };
};

export const batchJob = defineService({
  type: 'batch-job',
  cfnType: 'AWS::Batch::JobQueue',
  category: 'compute',
  icon: 'architecture-service/AWSBatch',
  label: { en: 'Batch job', ja: 'Batch ジョブ' },
  defaultLabel: { en: 'Job', ja: 'ジョブ' },
  description: {
    en: 'Queues containers that run until they end, as many at once as the capacity allows',
    ja: '終了まで実行するコンテナをキューに入れ、キャパシティの範囲で並列に実行',
  },
  keywords: ['batch', 'job', 'queue', 'container', 'fargate', 'バッチ', 'ジョブ', 'コンテナ', '並列'],
  fields: {
    image: field.text({
      label: { en: 'Container image', ja: 'コンテナイメージ' },
      default: 'public.ecr.aws/docker/library/alpine:3',
      required: true,
      code: true,
      pattern: {
        test: /^[^\s]{1,512}$/,
        hint: { en: 'repository and tag, without spaces', ja: 'リポジトリとタグ (空白は不可)' },
      },
      source: 'https://docs.aws.amazon.com/batch/latest/userguide/job_definition_parameters.html',
    }),
    command: field.list({
      label: { en: 'Command', ja: 'コマンド' },
      help: {
        en: 'Empty: what the image runs by itself.',
        ja: '空欄の場合、イメージのデフォルトのコマンドを実行します。',
      },
    }),
    size: field.choice({
      label: { en: 'Size', ja: 'サイズ' },
      options: {
        '0.25-512': { en: '0.25 vCPU, 0.5 GB', ja: '0.25 vCPU、0.5 GB' },
        '1-2048': { en: '1 vCPU, 2 GB', ja: '1 vCPU、2 GB' },
        '4-8192': { en: '4 vCPU, 8 GB', ja: '4 vCPU、8 GB' },
        '16-32768': { en: '16 vCPU, 32 GB', ja: '16 vCPU、32 GB' },
      },
      default: '1-2048',
      source: sizes,
    }),
    maxCpus: field.number({
      label: { en: 'vCPUs at once', ja: '同時に使用する vCPU 数' },
      min: 1,
      max: 10_000,
      default: 16,
      unit: 'count',
      source: 'https://docs.aws.amazon.com/batch/latest/userguide/compute_environment_parameters.html',
    }),
    attempts: field.number({
      label: { en: 'Attempts', ja: '試行回数' },
      min: 1,
      max: 10,
      default: 1,
      unit: 'count',
      source: 'https://docs.aws.amazon.com/batch/latest/userguide/job_retries.html',
    }),
    timeout: field.seconds({
      label: { en: 'Timeout', ja: 'タイムアウト' },
      min: 60,
      max: 1_209_600,
      default: 14_400,
      source: 'https://docs.aws.amazon.com/batch/latest/userguide/job_timeouts.html',
    }),
    spot: field.boolean({
      label: { en: 'Spot capacity', ja: 'スポットキャパシティ' },
      default: false,
      advanced: true,
      source: sizes,
    }),
    logRetention: logRetentionField,
  },
  subtitle: ({ props }) => dotted('Batch', props.image.replace(/^.*\//, '')),
  stateful: false,
  roles: {
    apiIntegration: {
      service: 'batch',
      // https://docs.aws.amazon.com/batch/latest/APIReference/API_SubmitJob.html
      actions: {
        SubmitJob: {
          iam: ['batch:SubmitJob'],
          path: ['v1/submitjob'],
          request:
            '{ "jobName": "request-$context.requestId", "jobQueue": "{{arn}}", "jobDefinition": "{{definitionArn}}" }',
          resources: [{ attribute: 'arn' }, { attribute: 'definitionArn' }],
          async: true,
        },
      },
      defaultAction: 'SubmitJob',
    },
    ruleTarget: {
      construct: cdk('aws-events-targets', 'BatchJob'),
      input: 'event',
      iam: ['batch:SubmitJob'],
      permissions: submits,
      arguments: batchTarget,
    },
    pipeTarget: {
      parameters: 'BatchJobParameters',
      iam: ['batch:SubmitJob'],
      permissions: submits,
      own: ({ id }, emitter) => ({
        batchJobParameters: object({
          jobDefinition: emitter.attribute(id, 'definitionArn'),
          jobName: lit(id),
        }),
      }),
    },
    eventPublisher: {
      source: 'aws.batch',
      detailTypes: ['Batch Job State Change'],
      own: { path: ['jobQueue'], attribute: 'arn' },
    },
    sdkTarget: {
      service: 'batch',
      actions: {
        submitJob: {
          iam: ['batch:SubmitJob'],
          required: ['JobName', 'JobDefinition', 'JobQueue'],
          resource: { parameter: 'JobQueue', attribute: 'arn' },
          arn: { attribute: 'arn', also: ['definitionArn'] },
          environment: ['definitionArn'],
          sample: { JobName: 'job', JobDefinition: '{resource.definitionArn}', JobQueue: '{resource}' },
          writes: true,
          async: true,
        },
        // A job has an id of its own, which IAM knows no resource for:
        // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbatch.html
        describeJobs: { iam: ['batch:DescribeJobs'], required: ['Jobs'], writes: false },
        terminateJob: { iam: ['batch:TerminateJob'], required: ['JobId', 'Reason'], writes: true },
      },
      defaultAction: 'submitJob',
      optimized: [
        {
          resource: 'arn:aws:states:::batch:submitJob',
          action: 'submitJob',
          patterns: ['REQUEST_RESPONSE', 'RUN_JOB'],
        },
      ],
    },
  },
  refusal: {
    en: 'A job is submitted by rules, schedules, pipes, workflows and code; this service cannot submit one.',
    ja: 'ジョブはルール、スケジュール、パイプ、ワークフロー、コードから送信します。このサービスからは送信できません。',
  },
  attributes: (_node, self) => ({
    arn: member(self, 'jobQueueArn'),
    name: member(self, 'jobQueueName'),
    definition: definitionOf(self),
    definitionArn: member(definitionOf(self), 'jobDefinitionArn'),
  }),
  construct: ({ id, constructId, props, emitter }) =>
    create(
      cdk('aws-batch', 'JobQueue'),
      ref('this'),
      lit(constructId),
      object({
        computeEnvironments: array([
          object({
            computeEnvironment: create(
              cdk('aws-batch', 'FargateComputeEnvironment'),
              ref('this'),
              lit(emitter.constructId(id, 'capacity')),
              object({
                vpc: create(
                  cdk('aws-ec2', 'Vpc'),
                  ref('this'),
                  lit(emitter.constructId(id, 'vpc')),
                  object({ maxAzs: lit(2), natGateways: lit(1) }),
                ),
                maxvCpus: lit(props.maxCpus),
                spot: props.spot ? lit(true) : undefined,
              }),
            ),
            order: lit(1),
          }),
        ]),
      }),
    ),
  further: ({ id, props, emitter }, self) => {
    const [cpu, memory] = props.size.split('-').map(Number);
    return [
      {
        type: 'do',
        expression: create(
          cdk('aws-batch', 'EcsJobDefinition'),
          self,
          lit('Definition'),
          object({
            container: create(
              cdk('aws-batch', 'EcsFargateContainerDefinition'),
              self,
              lit('Container'),
              object({
                image: callStatic('aws-ecs', 'ContainerImage.fromRegistry', lit(props.image)),
                cpu: lit(cpu ?? 1),
                memory: callStatic('', 'Size.mebibytes', lit(memory ?? 2048)),
                command: props.command.length === 0 ? undefined : array(props.command.map(lit)),
                readonlyRootFilesystem: lit(true),
                logging: callStatic(
                  'aws-ecs',
                  'LogDriver.awsLogs',
                  object({
                    streamPrefix: lit(id),
                    logGroup: create(
                      cdk('aws-logs', 'LogGroup'),
                      ref('this'),
                      lit(emitter.constructId(id, 'logs')),
                      object({ retention: logRetention(props.logRetention), removalPolicy: removalPolicy('destroy') }),
                    ),
                  }),
                ),
              }),
            ),
            retryAttempts: lit(props.attempts),
            timeout: callStatic('', 'Duration.seconds', lit(props.timeout)),
          }),
        ),
      },
    ];
  },
  source: 'https://docs.aws.amazon.com/batch/latest/userguide/what-is-batch.html',
});
