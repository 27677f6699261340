import { lookup } from '../../model/design.js';
import { field } from '../../model/fields.js';
import { sameInEveryLanguage } from '../../model/localized.js';
import { problem } from '../../model/problems.js';
import { array, callStatic, cdk, create, lit, object, ref, sym, type Expr } from '../../ts-ast/ast.js';
import { defineConnection } from '../define.js';

const guide = 'https://docs.aws.amazon.com/ses/latest/dg/';

/** https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_EventDestination.html with the names of the CDK. */
const events: Readonly<Record<string, string>> = {
  send: 'SEND',
  reject: 'REJECT',
  bounce: 'BOUNCE',
  complaint: 'COMPLAINT',
  delivery: 'DELIVERY',
  open: 'OPEN',
  click: 'CLICK',
  renderingFailure: 'RENDERING_FAILURE',
  deliveryDelay: 'DELIVERY_DELAY',
  subscription: 'SUBSCRIPTION',
};

export const sendingEventsField = field.list({
  label: { en: 'Events', ja: 'イベント' },
  help: { en: 'Empty: all of them.', ja: '空欄の場合、すべてのイベントが対象です。' },
  suggestions: Object.keys(events),
  default: ['bounce', 'complaint', 'delivery'],
  source: `${guide}event-publishing-add-event-destination.html`,
});

/** The events as CDK names them; undefined: all. */
export function sendingEvents(names: readonly string[]): Expr | undefined {
  const known = names.flatMap((name) => lookup(events, name) ?? []);
  return known.length === 0
    ? undefined
    : array([...new Set(known)].map((name) => sym('aws-ses', `EmailSendingEvent.${name}`)));
}

const actions = {
  snsTopic: 'sns:Publish',
  eventBus: 'events:PutEvents',
  firehoseDeliveryStream: 'firehose:PutRecordBatch',
} as const;

export const sesEventDestination = defineConnection({
  kind: 'ses-event-destination',
  label: { en: 'SES event destination', ja: 'SES イベントの送信先' },
  from: 'sendingEvents',
  to: 'sendingEventTarget',
  fields: { events: sendingEventsField },
  // The policy of a topic names the set that publishes to it: in two stacks that would be a circle.
  home: 'to',
  rank: 10,
  tradeOff: {
    en: 'An event for each recipient of a mail, without a promise of order.',
    ja: 'メールの受信者ごとにイベントを送信します。順序は保証されません。',
  },
  source: `${guide}event-publishing-add-event-destination.html`,
  delivery: () => 'async',
  // https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_EventBridgeDestination.html
  refuse: (_from, to) =>
    to.props['topicType'] === 'fifo'
      ? { en: 'SES publishes to standard topics only.', ja: 'SES が発行できるのは標準トピックだけです。' }
      : to.role.by === 'eventBus' && to.service.type === 'event-bus' && to.node.existing?.value !== 'default'
        ? {
            en: 'SES sends events to the default event bus only: draw the events of AWS services.',
            ja: 'SES のイベントの送信先は、デフォルトのイベントバスだけです。「AWS サービスのイベント」を使用します。',
          }
        : undefined,
  describe: (_from, _to, { events: names }) =>
    names.length === 0
      ? { en: 'all events', ja: 'すべてのイベント' }
      : names.length <= 2
        ? sameInEveryLanguage(names.join(', '))
        : { en: `${String(names.length)} events`, ja: `${String(names.length)} 種類のイベント` },
  permissions: (from, to) => [
    {
      grantee: from.id,
      actions: [actions[to.role.by]],
      resources: [{ node: to.id, attribute: 'arn' }],
      byConstruct: true,
    },
  ],
  problems: ({ props }) => {
    const unknown = props.events.filter((name) => lookup(events, name) === undefined);
    return unknown.length === 0
      ? []
      : [
          problem('field-pattern', {
            field: sendingEventsField.label,
            hint: { en: `not an event: ${unknown.join(', ')}`, ja: `イベントではありません: ${unknown.join(', ')}` },
          }),
        ];
  },
  emit: (connections, emitter) =>
    connections.map(({ id, from, to, props }) => {
      const target = emitter.construct(to.id);
      return {
        type: 'do',
        expression: create(
          cdk('aws-ses', 'ConfigurationSetEventDestination'),
          ref('this'),
          lit(emitter.constructId(id, 'events')),
          object({
            configurationSet: emitter.construct(from.id),
            events: sendingEvents(props.events),
            destination: callStatic(
              'aws-ses',
              `EventDestination.${to.role.by}`,
              to.role.by === 'firehoseDeliveryStream' ? object({ deliveryStream: target }) : target,
            ),
          }),
        ),
      };
    }),
});
