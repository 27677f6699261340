import { field } from '../../model/fields.js';
import { callStatic, cdk, create, lit, member, object, ref, sym } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { iotTarget } from '../roles/iot.js';
import { dotted, removalPolicy, removalPolicyField } from './shared.js';

const limits = 'https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html';
const defaultRetention = 24;

export const kinesisStream = defineService({
  type: 'kinesis-stream',
  cfnType: 'AWS::Kinesis::Stream',
  category: 'integration',
  icon: 'architecture-service/AmazonKinesisDataStreams',
  label: { en: 'Kinesis data stream', ja: 'Kinesis データストリーム' },
  defaultLabel: { en: 'Stream', ja: 'ストリーム' },
  description: {
    en: 'Keeps records in order per key, for any number of readers',
    ja: 'レコードをキーごとの順序で保持。複数のコンシューマーが読み取り可能',
  },
  keywords: ['stream', 'record', 'shard', 'real-time', 'ストリーム', 'レコード', 'シャード', 'リアルタイム'],
  fields: {
    mode: field.choice({
      label: { en: 'Capacity mode', ja: 'キャパシティモード' },
      options: {
        ON_DEMAND: { en: 'On demand', ja: 'オンデマンド' },
        PROVISIONED: { en: 'Provisioned', ja: 'プロビジョンド' },
      },
      default: 'ON_DEMAND',
      source: 'https://docs.aws.amazon.com/streams/latest/dev/how-do-i-size-a-stream.html',
    }),
    shards: field.number({
      label: { en: 'Shards', ja: 'シャード数' },
      help: { en: 'Each takes 1 MB or 1,000 records a second.', ja: '1 シャードあたり毎秒 1 MB または 1,000 件です。' },
      min: 1,
      max: 10_000,
      default: 1,
      unit: 'count',
      when: { field: 'mode', is: ['PROVISIONED'] },
      source: limits,
    }),
    retentionHours: field.number({
      label: { en: 'Retention (hours)', ja: '保持期間 (時間)' },
      min: defaultRetention,
      max: 8760,
      default: defaultRetention,
      unit: 'count',
      source: 'https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html',
    }),
    removalPolicy: removalPolicyField,
  },
  subtitle: ({ props }) =>
    dotted(
      'Kinesis',
      props.mode === 'ON_DEMAND'
        ? { en: 'on demand', ja: 'オンデマンド' }
        : { en: `${String(props.shards)} shards`, ja: `${String(props.shards)} シャード` },
    ),
  stateful: true,
  roles: {
    iotAction: iotTarget('kinesis', { streamName: 'name' }, ['kinesis:PutRecord']),
    eventSource: {
      kind: 'stream',
      construct: cdk('aws-lambda-event-sources', 'KinesisEventSource'),
      handlerType: 'KinesisStreamHandler',
      maxBatchSize: 10_000,
      defaultBatchSize: 100,
    },
    pipeSource: {
      parameters: 'KinesisStreamParameters',
      iam: [
        'kinesis:DescribeStream',
        'kinesis:DescribeStreamSummary',
        'kinesis:GetRecords',
        'kinesis:GetShardIterator',
        'kinesis:ListShards',
        'kinesis:ListStreams',
      ],
      attribute: 'arn',
    },
    pipeTarget: { parameters: 'KinesisStreamParameters', iam: ['kinesis:PutRecord', 'kinesis:PutRecords'] },
    ruleTarget: {
      construct: cdk('aws-events-targets', 'KinesisStream'),
      input: 'message',
      iam: ['kinesis:PutRecord', 'kinesis:PutRecords'],
    },
    busSubscriber: { parameters: 'kinesis', iam: ['kinesis:PutRecords'], maxBatchSize: 500 },
    scheduleTarget: {
      construct: cdk('aws-scheduler-targets', 'KinesisStreamPutRecord'),
      iam: ['kinesis:PutRecord'],
      // Whatever comes at set times has no key of its own: it keeps its order among itself.
      arguments: ({ id }, emitter) => ({
        positional: [emitter.construct(id)],
        options: { partitionKey: lit('schedule') },
      }),
    },
    changeDestination: {},
    deliverySource: {
      by: 'kinesis',
      permissions: ({ id }) => [
        {
          actions: ['kinesis:DescribeStream', 'kinesis:GetRecords', 'kinesis:GetShardIterator', 'kinesis:ListShards'],
          resources: [{ node: id, attribute: 'arn' }],
        },
      ],
    },
    logDestination: { construct: cdk('aws-logs-destinations', 'KinesisDestination') },
    metricSource: {
      metrics: {
        'GetRecords.IteratorAgeMilliseconds': 'Maximum',
        WriteProvisionedThroughputExceeded: 'Sum',
        ReadProvisionedThroughputExceeded: 'Sum',
      },
    },
    apiIntegration: {
      service: 'kinesis',
      target: 'Kinesis_20131202',
      actions: {
        PutRecord: { iam: ['kinesis:PutRecord'] },
        // https://docs.aws.amazon.com/apigateway/latest/developerguide/integrating-api-with-aws-services-kinesis.html
        PutRecords: { iam: ['kinesis:PutRecords'] },
      },
      defaultAction: 'PutRecord',
    },
    httpApiIntegration: {
      subtypes: {
        'Kinesis-PutRecord': { iam: ['kinesis:PutRecord'], required: ['StreamName', 'Data', 'PartitionKey'] },
      },
      defaultSubtype: 'Kinesis-PutRecord',
    },
    sdkTarget: {
      service: 'kinesis',
      actions: {
        putRecord: {
          iam: ['kinesis:PutRecord'],
          required: ['Data', 'PartitionKey'],
          resource: { parameter: 'StreamName', attribute: 'name' },
          arn: { attribute: 'arn' },
          sample: {
            StreamName: '{resource}',
            Data: '{% $string($states.input) %}',
            PartitionKey: '{% $states.context.Execution.Name %}',
          },
          writes: true,
          async: true,
        },
        putRecords: {
          iam: ['kinesis:PutRecords'],
          required: ['Records'],
          resource: { parameter: 'StreamName', attribute: 'name' },
          arn: { attribute: 'arn' },
          writes: true,
          async: true,
        },
      },
      defaultAction: 'putRecord',
    },
  },
  refusal: {
    en: 'A stream takes records that are put into it; this service cannot put any.',
    ja: 'ストリームは書き込まれたレコードを受け取りますが、このサービスからは書き込めません。',
  },
  attributes: (_node, self) => ({
    arn: member(self, 'streamArn'),
    streamArn: member(self, 'streamArn'),
    name: member(self, 'streamName'),
  }),
  construct: ({ constructId, props }) =>
    create(
      cdk('aws-kinesis', 'Stream'),
      ref('this'),
      lit(constructId),
      object({
        streamMode: sym('aws-kinesis', `StreamMode.${props.mode}`),
        shardCount: props.mode === 'PROVISIONED' ? lit(props.shards) : undefined,
        retentionPeriod:
          props.retentionHours === defaultRetention
            ? undefined
            : callStatic('', 'Duration.hours', lit(props.retentionHours)),
        encryption: sym('aws-kinesis', 'StreamEncryption.MANAGED'),
        removalPolicy: removalPolicy(props.removalPolicy),
      }),
    ),
  fromExisting: ({ constructId, by, value }) =>
    callStatic(
      'aws-kinesis',
      'Stream.fromStreamArn',
      ref('this'),
      lit(constructId),
      by === 'arn'
        ? value
        : callStatic(
            '',
            'Arn.format',
            object({ service: lit('kinesis'), resource: lit('stream'), resourceName: value }),
            callStatic('', 'Stack.of', ref('this')),
          ),
    ),
  source: 'https://docs.aws.amazon.com/streams/latest/dev/introduction.html',
});
