import { field } from '../../model/fields.js';
import { cdk, create, lit, member, object, ref } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { dotted } from './shared.js';

export const partnerEvents = defineService({
  type: 'partner-events',
  cfnType: 'AWS::Events::EventBus',
  category: 'integration',
  icon: 'resource/AmazonEventBridgeCustomEventBus',
  label: { en: 'Events of a partner', ja: 'パートナーのイベント' },
  defaultLabel: { en: 'Partner events', ja: 'パートナーイベント' },
  description: {
    en: 'Events that a SaaS partner sends, on a bus of their own',
    ja: 'SaaS パートナーが送るイベント。専用のイベントバスで受け取る',
  },
  keywords: ['saas', 'partner', 'event source', 'third party', 'パートナー', '外部', 'イベント', '連携'],
  fields: {
    eventSource: field.text({
      label: { en: 'Partner event source', ja: 'パートナーイベントソース' },
      help: {
        en: 'The name that the partner made in your account.',
        ja: 'パートナーがアカウント内に作成した名前です。',
      },
      default: 'aws.partner/example.com/account/events',
      required: true,
      code: true,
      pattern: {
        test: /^aws\.partner(?:\/[A-Za-z0-9._-]+){2,}$/,
        hint: { en: 'such as aws.partner/example.com/name', ja: 'aws.partner/example.com/name のような形式' },
      },
      source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-saas.html',
    }),
  },
  subtitle: ({ props }) => dotted(props.eventSource.replace('aws.partner/', '')),
  stateful: false,
  roles: { eventBus: { sourceProp: 'eventSource' } },
  refusal: {
    en: 'These events come from a partner; nothing of yours can be put among them.',
    ja: 'これらのイベントはパートナーが発行します。独自のイベントは発行できません。',
  },
  attributes: (_node, self) => ({ arn: member(self, 'eventBusArn'), name: member(self, 'eventBusName') }),
  construct: ({ constructId, props }) =>
    create(
      cdk('aws-events', 'EventBus'),
      ref('this'),
      lit(constructId),
      object({ eventSourceName: lit(props.eventSource) }),
    ),
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-saas.html',
});
