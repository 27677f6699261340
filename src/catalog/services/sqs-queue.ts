import { nodeId } from '../../model/design.js';
import { field, resolveProps } from '../../model/fields.js';
import { call, callStatic, cdk, create, lit, member, object, ref, seconds, sym, type Expr } from '../../ts-ast/ast.js';
import { lambdaDestination } from '../connections/lambda-destination.js';
import { defineService, type ConnectedEnd, type Emitter } from '../define.js';
import { iotTarget } from '../roles/iot.js';
import { dotted, removalPolicy, removalPolicyField } from './shared.js';

const quotas = 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html';
const defaultVisibilityTimeout = 30;
const defaultRetention = 345_600;

export const sqsQueue = defineService({
  type: 'sqs-queue',
  cfnType: 'AWS::SQS::Queue',
  category: 'integration',
  icon: 'architecture-service/AmazonSimpleQueueService',
  label: { en: 'SQS queue', ja: 'SQS キュー' },
  defaultLabel: { en: 'Queue', ja: 'キュー' },
  description: {
    en: 'Keeps messages until one consumer has dealt with them',
    ja: 'コンシューマーが処理するまでメッセージを保持',
  },
  keywords: ['message', 'buffer', 'fifo', 'dlq', 'simple queue service', 'メッセージ', 'キュー', 'デッドレター'],
  fields: {
    queueType: field.choice({
      label: { en: 'Queue type', ja: 'キュータイプ' },
      options: { standard: { en: 'Standard', ja: '標準' }, fifo: { en: 'FIFO', ja: 'FIFO' } },
      optionHelp: {
        standard: {
          en: 'Delivers at least once, mostly in order.',
          ja: '少なくとも 1 回配信します。順序は保証されません。',
        },
        fifo: { en: 'Keeps the order within a message group.', ja: 'メッセージグループ内の順序を保ちます。' },
      },
      default: 'standard',
      source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-types.html',
    }),
    contentBasedDeduplication: field.boolean({
      label: { en: 'Content-based deduplication', ja: 'コンテンツに基づく重複排除' },
      default: true,
      when: { field: 'queueType', is: ['fifo'] },
    }),
    visibilityTimeout: field.seconds({
      label: { en: 'Visibility timeout', ja: '可視性タイムアウト' },
      help: {
        en: 'How long a received message stays hidden from others. At least as long as its reader may take.',
        ja: '受信したメッセージをほかのコンシューマーから隠す時間です。処理にかかる時間以上にしてください。',
      },
      min: 0,
      max: 43_200,
      default: defaultVisibilityTimeout,
      source: quotas,
    }),
    retention: field.seconds({
      label: { en: 'Message retention', ja: 'メッセージの保持期間' },
      min: 60,
      max: 1_209_600,
      default: defaultRetention,
      advanced: true,
      source: quotas,
    }),
    deadLetterQueue: field.node({
      label: { en: 'Dead-letter queue', ja: 'デッドレターキュー (DLQ)' },
      help: { en: 'Receives messages that could not be processed.', ja: '処理できなかったメッセージを受け取ります。' },
      services: ['sqs-queue'],
      source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
    }),
    maxReceiveCount: field.number({
      label: { en: 'Maximum receives', ja: '最大受信数' },
      help: {
        en: 'After so many receives a message moves to the dead-letter queue.',
        ja: 'この回数受信すると、メッセージはデッドレターキューに移動します。',
      },
      min: 1,
      max: 1000,
      default: 3,
      unit: 'count',
      source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
    }),
    removalPolicy: removalPolicyField,
  },
  subtitle: ({ props }) =>
    dotted(
      props.queueType === 'fifo' ? 'FIFO' : { en: 'Standard', ja: '標準' },
      props.deadLetterQueue === undefined ? '' : 'DLQ',
      `${String(props.visibilityTimeout)} s`,
    ),
  stateful: true,
  roles: {
    dataSource: { by: 'sqs', operations: { SendMessage: { iam: ['sqs:SendMessage'], writes: true } } },
    iotAction: iotTarget('sqs', { queueUrl: 'url' }, ['sqs:SendMessage']),
    eventSource: {
      kind: 'queue',
      construct: cdk('aws-lambda-event-sources', 'SqsEventSource'),
      handlerType: 'SQSHandler',
      maxBatchSize: 10_000,
      defaultBatchSize: 10,
    },
    scheduleTarget: { construct: cdk('aws-scheduler-targets', 'SqsSendMessage'), iam: ['sqs:SendMessage'] },
    ruleTarget: { construct: cdk('aws-events-targets', 'SqsQueue'), input: 'message', iam: ['sqs:SendMessage'] },
    pipeSource: {
      parameters: 'SqsQueueParameters',
      iam: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
      attribute: 'arn',
    },
    busSubscriber: { parameters: 'sqs', iam: ['sqs:SendMessage'], maxBatchSize: 10 },
    pipeTarget: { parameters: 'SqsQueueParameters', iam: ['sqs:SendMessage'] },
    notificationTarget: { construct: cdk('aws-s3-notifications', 'SqsDestination') },
    subscriber: { construct: cdk('aws-sns-subscriptions', 'SqsSubscription'), raw: true },
    invocationDestination: { construct: cdk('aws-lambda-destinations', 'SqsDestination') },
    metricSource: {
      metrics: { ApproximateAgeOfOldestMessage: 'Maximum', ApproximateNumberOfMessagesVisible: 'Maximum' },
    },
    apiIntegration: {
      service: 'sqs',
      actions: { SendMessage: { iam: ['sqs:SendMessage'] } },
      defaultAction: 'SendMessage',
    },
    httpApiIntegration: {
      subtypes: {
        'SQS-SendMessage': { iam: ['sqs:SendMessage'], required: ['QueueUrl', 'MessageBody'] },
        'SQS-ReceiveMessage': { iam: ['sqs:ReceiveMessage'], required: ['QueueUrl'] },
        'SQS-DeleteMessage': { iam: ['sqs:DeleteMessage'], required: ['QueueUrl', 'ReceiptHandle'] },
        'SQS-PurgeQueue': { iam: ['sqs:PurgeQueue'], required: ['QueueUrl'] },
      },
      defaultSubtype: 'SQS-SendMessage',
    },
    sdkTarget: {
      service: 'sqs',
      actions: {
        sendMessage: {
          iam: ['sqs:SendMessage'],
          required: ['QueueUrl', 'MessageBody'],
          resource: { parameter: 'QueueUrl', attribute: 'url' },
          arn: { attribute: 'arn' },
          writes: true,
          async: true,
        },
        receiveMessage: {
          iam: ['sqs:ReceiveMessage'],
          required: ['QueueUrl'],
          resource: { parameter: 'QueueUrl', attribute: 'url' },
          arn: { attribute: 'arn' },
          writes: false,
        },
        deleteMessage: {
          iam: ['sqs:DeleteMessage'],
          required: ['QueueUrl', 'ReceiptHandle'],
          resource: { parameter: 'QueueUrl', attribute: 'url' },
          arn: { attribute: 'arn' },
          writes: true,
        },
      },
      defaultAction: 'sendMessage',
      optimized: [
        {
          resource: 'arn:aws:states:::sqs:sendMessage',
          action: 'sendMessage',
          patterns: ['REQUEST_RESPONSE', 'WAIT_FOR_TASK_TOKEN'],
        },
      ],
    },
  },
  refusal: {
    en: 'A queue takes messages that are sent to it; this service cannot send any.',
    ja: 'キューは送信されたメッセージを受け取りますが、このサービスからは送信できません。',
  },
  attributes: (_node, self) => ({
    arn: member(self, 'queueArn'),
    name: member(self, 'queueName'),
    url: member(self, 'queueUrl'),
  }),
  alarms: ({ label, incoming }, self) =>
    isDeadLetterQueue(incoming)
      ? [
          {
            name: 'messages',
            metric: call(self, 'metricApproximateNumberOfMessagesVisible'),
            description: { en: `"${label}" holds messages.`, ja: `「${label}」にメッセージがあります。` },
          },
        ]
      : [],
  construct: ({ constructId, props, emitter, incoming }) =>
    create(
      cdk('aws-sqs', 'Queue'),
      ref('this'),
      lit(constructId),
      object({
        fifo: props.queueType === 'fifo' ? lit(true) : undefined,
        contentBasedDeduplication:
          props.queueType === 'fifo' && props.contentBasedDeduplication ? lit(true) : undefined,
        visibilityTimeout:
          props.visibilityTimeout === defaultVisibilityTimeout ? undefined : seconds(props.visibilityTimeout),
        retentionPeriod: props.retention === defaultRetention ? undefined : seconds(props.retention),
        deadLetterQueue: deadLetterQueueOf(props, incoming, emitter),
        encryption: sym('aws-sqs', 'QueueEncryption.SQS_MANAGED'),
        enforceSSL: lit(true),
        removalPolicy: removalPolicy(props.removalPolicy),
      }),
    ),
  fromExisting: ({ constructId, by, value }) =>
    callStatic(
      'aws-sqs',
      'Queue.fromQueueArn',
      ref('this'),
      lit(constructId),
      by === 'arn'
        ? value
        : callStatic(
            '',
            'Arn.format',
            object({ service: lit('sqs'), resource: value }),
            callStatic('', 'Stack.of', ref('this')),
          ),
    ),
  source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/welcome.html',
});

/** Whether something sends here what it could not deliver or process. */
export const isDeadLetterQueue = (incoming: readonly ConnectedEnd[]): boolean =>
  incoming.some(
    ({ connection }) =>
      connection.kind === 'reference' ||
      (connection.kind === lambdaDestination.kind &&
        resolveProps(lambdaDestination.fields, connection.props)['on'] === 'failure'),
  );

/** The one that is drawn, or that of the stack: no message is tried for ever. */
function deadLetterQueueOf(
  props: { readonly deadLetterQueue: string | undefined; readonly maxReceiveCount: number; readonly queueType: string },
  incoming: readonly ConnectedEnd[],
  emitter: Emitter,
): Expr | undefined {
  if (props.deadLetterQueue === undefined && isDeadLetterQueue(incoming)) return undefined;
  return object({
    queue:
      props.deadLetterQueue === undefined
        ? emitter.common(props.queueType === 'fifo' ? 'fifoDeadLetters' : 'deadLetters')
        : emitter.construct(nodeId(props.deadLetterQueue)),
    maxReceiveCount: lit(props.maxReceiveCount),
  });
}
