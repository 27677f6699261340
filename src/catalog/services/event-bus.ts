import { field } from '../../model/fields.js';
import { callStatic, cdk, create, lit, member, object, ref } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { dotted } from './shared.js';

export const eventBus = defineService({
  type: 'event-bus',
  cfnType: 'AWS::Events::EventBus',
  category: 'integration',
  icon: 'architecture-service/AmazonEventBridge',
  label: { en: 'EventBridge event bus', ja: 'EventBridge イベントバス' },
  defaultLabel: { en: 'Events', ja: 'イベント' },
  description: {
    en: 'Events that any number of consumers pick by pattern',
    ja: 'イベントを配信。コンシューマーはパターンで必要なイベントを選択',
  },
  keywords: ['event', 'publish', 'subscribe', 'rule', 'choreography', 'イベント', '発行', 'ルール', 'コレオグラフィ'],
  fields: {
    description: field.text({ label: { en: 'Description', ja: '説明' } }),
  },
  subtitle: ({ node }) =>
    dotted(
      'EventBridge',
      node.origin === 'existing' ? { en: 'existing', ja: '既存' } : { en: 'custom', ja: 'カスタム' },
    ),
  stateful: false,
  roles: {
    dataSource: { by: 'event-bus', operations: { PutEvents: { iam: ['events:PutEvents'], writes: true } } },
    sendingEventTarget: { by: 'eventBus' },
    eventBus: {},
    busSubscriber: { parameters: 'none', iam: ['events:PutEvents'], maxBatchSize: 10 },
    ruleTarget: { construct: cdk('aws-events-targets', 'EventBus'), iam: ['events:PutEvents'] },
    invocationDestination: { construct: cdk('aws-lambda-destinations', 'EventBridgeDestination') },
    apiIntegration: {
      service: 'events',
      target: 'AWSEvents',
      actions: { PutEvents: { iam: ['events:PutEvents'] } },
      defaultAction: 'PutEvents',
    },
    scheduleTarget: { construct: cdk('aws-scheduler-targets', 'EventBridgePutEvents'), iam: ['events:PutEvents'] },
    pipeTarget: { parameters: 'EventBridgeEventBusParameters', iam: ['events:PutEvents'] },
    httpApiIntegration: {
      subtypes: {
        'EventBridge-PutEvents': { iam: ['events:PutEvents'], required: ['Detail', 'DetailType', 'Source'] },
      },
      defaultSubtype: 'EventBridge-PutEvents',
    },
    sdkTarget: {
      service: 'eventbridge',
      actions: {
        putEvents: {
          iam: ['events:PutEvents'],
          required: ['Entries'],
          resource: { parameter: 'EventBusName', attribute: 'name' },
          arn: { attribute: 'arn' },
          sample: {
            Entries: [
              {
                EventBusName: '{resource}',
                Source: 'app',
                DetailType: 'Completed',
                Detail: '{% $states.input %}',
              },
            ],
          },
          writes: true,
          async: true,
        },
      },
      defaultAction: 'putEvents',
      optimized: [
        {
          resource: 'arn:aws:states:::events:putEvents',
          action: 'putEvents',
          patterns: ['REQUEST_RESPONSE', 'WAIT_FOR_TASK_TOKEN'],
        },
      ],
    },
  },
  refusal: {
    en: 'An event bus takes events that are put on it; this service cannot put any there itself.',
    ja: 'イベントバスは発行されたイベントを受け取りますが、このサービスからは直接発行できません。',
  },
  attributes: (_node, self) => ({ arn: member(self, 'eventBusArn'), name: member(self, 'eventBusName') }),
  construct: ({ constructId, props }) =>
    create(
      cdk('aws-events', 'EventBus'),
      ref('this'),
      lit(constructId),
      object({
        description: props.description === undefined || props.description === '' ? undefined : lit(props.description),
      }),
    ),
  fromExisting: ({ constructId, by, value }) =>
    callStatic(
      'aws-events',
      by === 'arn' ? 'EventBus.fromEventBusArn' : 'EventBus.fromEventBusName',
      ref('this'),
      lit(constructId),
      value,
    ),
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus.html',
});
