import { field } from '../../model/fields.js';
import { cdk, create, lit, member, object, ref, template } from '../../ts-ast/ast.js';
import { directRuleTarget } from '../connections/direct-rule.js';
import { defineService } from '../define.js';
import { dotted } from './shared.js';

const publish = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-custom-bus-publish.html';

export const customEventBus = defineService({
  type: 'custom-event-bus',
  cfnType: 'AWS::EventsV2::EventBus',
  category: 'integration',
  icon: 'resource/AmazonEventBridgeCustomEventBus',
  label: { en: 'Custom event bus (new)', ja: 'カスタムイベントバス (新規)' },
  defaultLabel: { en: 'Event log', ja: 'イベントログ' },
  description: {
    en: 'Keeps events for replay and delivers them in batches, in order where asked for (new in 2026)',
    ja: 'イベントを保持して再生。バッチ配信と順序保証に対応 (2026 年の新機能)',
  },
  keywords: ['eventsv2', 'replay', 'fifo', 'ordering', 'event', 'new', 'イベント', '再生', '順序', '新機能'],
  fields: {
    description: field.text({ label: { en: 'Description', ja: '説明' } }),
    retention: field.number({
      label: { en: 'Retention (days)', ja: '保持期間 (日)' },
      min: 1,
      max: 365,
      default: 7,
      unit: 'count',
      source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html',
    }),
  },
  subtitle: ({ props }) =>
    dotted('EventBridge', { en: `${String(props.retention)} days`, ja: `${String(props.retention)} 日` }),
  stateful: true,
  roles: {
    customBus: {},
    ruleTarget: {
      direct: directRuleTarget(({ id }, emitter) => ({ arn: emitter.attribute(id, 'arn') })),
      input: 'none',
      iam: ['events:PutEvents'],
    },
    busSubscriber: { parameters: 'eventBusV2', iam: ['events:PutEvents'], maxBatchSize: 100 },
    sdkTarget: {
      service: 'eventsv2',
      codeOnly: true,
      actions: {
        putEvents: {
          iam: ['events:PutEvents'],
          required: ['Entries'],
          resource: { parameter: 'EventBusArn', attribute: 'arn' },
          arn: { attribute: 'arn' },
          writes: true,
          async: true,
        },
      },
      defaultAction: 'putEvents',
    },
  },
  refusal: {
    en: 'A custom event bus gets events from code, rules, other buses and AWS services; this service cannot put any there.',
    ja: 'カスタムイベントバスは、コード、ルール、別のバス、AWS サービスからイベントを受け取ります。このサービスからは発行できません。',
  },
  attributes: (_node, self) => ({ arn: member(self, 'attrEventBusArn') }),
  construct: ({ constructId, props }) =>
    create(
      cdk('aws-eventsv2', 'CfnEventBus'),
      ref('this'),
      lit(constructId),
      object({
        name: template(member(ref('this'), 'stackName'), `-${constructId}`),
        description: props.description === undefined || props.description === '' ? undefined : lit(props.description),
        storageConfiguration: object({ retentionPeriodInDays: lit(props.retention) }),
      }),
    ),
  source: publish,
});
