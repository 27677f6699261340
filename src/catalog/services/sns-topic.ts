import { field } from '../../model/fields.js';
import { callStatic, cdk, create, lit, member, object, ref, sym, type Expr } from '../../ts-ast/ast.js';
import { defineService, type Unready } from '../define.js';
import { iotTarget } from '../roles/iot.js';
import { dotted } from './shared.js';

const fifo = 'https://docs.aws.amazon.com/sns/latest/dg/sns-fifo-topics.html';

/** Rules, schedules and pipes set no message group. */
const standardOnly: Unready = ({ props }) =>
  props['topicType'] === 'fifo'
    ? {
        en: 'Only standard topics can be a target here: a FIFO topic needs a message group.',
        ja: 'ここで使用できるのは標準トピックだけです。FIFO トピックにはメッセージグループが必要です。',
      }
    : undefined;

export const snsTopic = defineService({
  type: 'sns-topic',
  cfnType: 'AWS::SNS::Topic',
  category: 'integration',
  icon: 'architecture-service/AmazonSimpleNotificationService',
  label: { en: 'SNS topic', ja: 'SNS トピック' },
  defaultLabel: { en: 'Topic', ja: 'トピック' },
  description: {
    en: 'Sends each message to all its subscribers',
    ja: '各メッセージをすべてのサブスクライバーに配信',
  },
  keywords: [
    'publish',
    'subscribe',
    'fan-out',
    'notification',
    'simple notification service',
    '通知',
    'トピック',
    '配信',
    'ファンアウト',
  ],
  fields: {
    topicType: field.choice({
      label: { en: 'Topic type', ja: 'トピックタイプ' },
      options: { standard: { en: 'Standard', ja: '標準' }, fifo: { en: 'FIFO', ja: 'FIFO' } },
      optionHelp: {
        fifo: {
          en: 'Keeps the order within a message group; delivers to SQS queues only.',
          ja: 'メッセージグループ内の順序を保ちます。配信先は SQS キューだけです。',
        },
      },
      default: 'standard',
      source: fifo,
    }),
    contentBasedDeduplication: field.boolean({
      label: { en: 'Content-based deduplication', ja: 'コンテンツに基づく重複排除' },
      default: true,
      when: { field: 'topicType', is: ['fifo'] },
      source: fifo,
    }),
    displayName: field.text({
      label: { en: 'Display name', ja: '表示名' },
      help: { en: 'Sender of e-mails.', ja: 'メールの送信者名です。' },
      pattern: { test: /^[^\r\n]{1,100}$/, hint: { en: '100 characters at most', ja: '最大 100 文字' } },
      advanced: true,
      source: 'https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html',
    }),
    tracing: field.boolean({
      label: { en: 'Tracing (X-Ray)', ja: 'トレース (X-Ray)' },
      default: true,
      when: { field: 'topicType', is: ['standard'] },
      advanced: true,
      source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-active-tracing.html',
    }),
  },
  subtitle: ({ props }) => dotted('SNS', props.topicType === 'fifo' ? 'FIFO' : { en: 'Standard', ja: '標準' }),
  stateful: false,
  roles: {
    receiptAction: { construct: cdk('aws-ses-actions', 'Sns'), resource: 'topic' },
    sendingEventTarget: { by: 'snsTopic' },
    completionTarget: {},
    iotAction: iotTarget('sns', { targetArn: 'arn' }, ['sns:Publish']),
    topic: {},
    ruleTarget: {
      construct: cdk('aws-events-targets', 'SnsTopic'),
      input: 'message',
      iam: ['sns:Publish'],
      unready: standardOnly,
    },
    scheduleTarget: {
      construct: cdk('aws-scheduler-targets', 'SnsPublish'),
      iam: ['sns:Publish'],
      unready: standardOnly,
    },
    pipeTarget: { parameters: 'none', iam: ['sns:Publish'], unready: standardOnly },
    busSubscriber: { parameters: 'sns', iam: ['sns:Publish'], maxBatchSize: 10 },
    notificationTarget: { construct: cdk('aws-s3-notifications', 'SnsDestination') },
    invocationDestination: { construct: cdk('aws-lambda-destinations', 'SnsDestination') },
    alarmTarget: { construct: cdk('aws-cloudwatch-actions', 'SnsAction'), iam: ['sns:Publish'] },
    metricSource: { metrics: { NumberOfNotificationsFailed: 'Sum', NumberOfMessagesPublished: 'Sum' } },
    apiIntegration: {
      service: 'sns',
      actions: { Publish: { iam: ['sns:Publish'] } },
      defaultAction: 'Publish',
    },
    sdkTarget: {
      service: 'sns',
      actions: {
        publish: {
          iam: ['sns:Publish'],
          required: ['Message'],
          resource: { parameter: 'TopicArn', attribute: 'arn' },
          arn: { attribute: 'arn' },
          sample: { TopicArn: '{resource}', Message: '{% $states.input %}' },
          writes: true,
          async: true,
        },
        publishBatch: {
          iam: ['sns:Publish'],
          required: ['TopicArn', 'PublishBatchRequestEntries'],
          resource: { parameter: 'TopicArn', attribute: 'arn' },
          arn: { attribute: 'arn' },
          writes: true,
          async: true,
        },
      },
      defaultAction: 'publish',
      optimized: [
        {
          resource: 'arn:aws:states:::sns:publish',
          action: 'publish',
          patterns: ['REQUEST_RESPONSE', 'WAIT_FOR_TASK_TOKEN'],
        },
      ],
    },
  },
  refusal: {
    en: 'A topic takes messages that are published to it; this service cannot publish any.',
    ja: 'トピックは発行されたメッセージを受け取りますが、このサービスからは発行できません。',
  },
  attributes: (_node, self) => ({ arn: member(self, 'topicArn'), name: member(self, 'topicName') }),
  construct: ({ constructId, props }) =>
    create(
      cdk('aws-sns', 'Topic'),
      ref('this'),
      lit(constructId),
      object({
        displayName: props.displayName === undefined || props.displayName === '' ? undefined : lit(props.displayName),
        fifo: props.topicType === 'fifo' ? lit(true) : undefined,
        contentBasedDeduplication:
          props.topicType === 'fifo' && props.contentBasedDeduplication ? lit(true) : undefined,
        tracingConfig:
          props.topicType === 'standard' && props.tracing ? sym('aws-sns', 'TracingConfig.ACTIVE') : undefined,
        enforceSSL: lit(true),
      }),
    ),
  fromExisting: ({ constructId, by, value }) =>
    callStatic('aws-sns', 'Topic.fromTopicArn', ref('this'), lit(constructId), by === 'arn' ? value : arnOf(value)),
  source: 'https://docs.aws.amazon.com/sns/latest/dg/welcome.html',
});

const arnOf = (name: Expr): Expr =>
  callStatic(
    '',
    'Arn.format',
    object({ service: lit('sns'), resource: name }),
    callStatic('', 'Stack.of', ref('this')),
  );
