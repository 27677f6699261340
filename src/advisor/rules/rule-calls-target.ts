import { isReadOnly } from '../../sdk/read-only.js';
import {
  carried,
  defineTransportRule,
  isDelivery,
  leavesParametersOpen,
  takesWhole,
  type Integration,
  type Transport,
} from '../transport.js';

const targets = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html';
const transformation = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html';
const universal = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-custom-bus-universal-targets.html';

/** What a rule says of its events and its retries, whatever it calls. */
const ofRule = carried(
  'pattern',
  'detailType',
  'detail',
  'retryAttempts',
  'maxEventAge',
  'deadLetterQueue',
  'mapping',
  'inputTemplate',
);
const ofSubscriber = carried(
  'filter',
  'ordering',
  'batchSize',
  'batchWindow',
  'retryAttempts',
  'maxEventAge',
  'deadLetterQueue',
);

export const ruleCallsTarget = defineTransportRule({
  id: 'rule-calls-target',
  title: { en: 'A rule can send to "{target}" itself', ja: 'ルールから「{target}」に直接送信できます' },
  what: {
    en: '"{lambda}" gets events from "{source}" only to hand them to "{target}" ({action}). "{target}" can be the target of the rule.',
    ja: '「{lambda}」は、「{source}」のイベントを「{target}」に渡しているだけです ({action})。ルールのターゲットに「{target}」を直接指定できます。',
  },
  why: {
    en: 'EventBridge retries for up to 24 hours and keeps what fails in a dead-letter queue. There is no code or runtime to look after.',
    ja: '再試行は EventBridge が最長 24 時間行い、失敗したイベントはデッドレターキューに残ります。コードやランタイムの保守は不要です。',
  },
  tradeOff: {
    en: 'An input template picks values of the event but computes nothing. Delivery is at least once, without a promise of order.',
    ja: '入力テンプレートで行えるのはイベントの値の選択だけで、計算はできません。少なくとも 1 回配信され、順序は保証されません。',
  },
  source: {
    url: targets,
    title: { en: 'Targets of EventBridge rules', ja: 'EventBridge ルールのターゲット' },
    date: '2026-11-25',
  },
  via: ['rule', 'service-event', 'bus-subscriber'],
  then: { en: 'If that is all, the rule can send itself.', ja: '転送だけであれば、ルールから直接送信できます。' },
  integrations: (transport) => (isOfNewBus(transport) ? ofNewBus(transport) : ofRules(transport)),
  workflow: (transport) =>
    isOfNewBus(transport)
      ? { kind: 'bus-subscriber', props: ofSubscriber }
      : { kind: transport.triggers[0]?.kind ?? 'rule', props: ofRule },
  examples: {
    hits: [
      'event-bus Events -> lambda-function Send(work: transport, mapping: none) -> sqs-queue Jobs',
      'event-bus Events -> lambda-function Publish(work: transport, mapping: picks) -> sns-topic News',
      'event-bus Events -> lambda-function Start(work: transport, mapping: none) -> state-machine Fulfil',
      'event-bus Events -> lambda-function Save(work: transport, mapping: picks) -> dynamodb-table Orders',
      'event-bus Events -> lambda-function Price(work: transport, mapping: computes) -> sqs-queue Jobs',
      'event-bus Events -> lambda-function Send(work: unknown) -> sqs-queue Jobs',
    ],
    misses: [
      'event-bus Events -> lambda-function Price(work: transform) -> sqs-queue Jobs',
      'event-bus Events -> lambda-function Price(work: transport)',
      'sqs-queue Orders -> lambda-function Send(work: transport, mapping: none) -> sqs-queue Jobs',
    ],
  },
});

const isOfNewBus = ({ triggers }: Transport): boolean => triggers.some(({ kind }) => kind === 'bus-subscriber');

function ofRules({ call, triggers }: Transport): readonly Integration[] {
  const takesInput = call.target.service.roles.ruleTarget?.input !== 'none';
  // A trigger that shapes its input already, and a bus as target, leave nothing open.
  const isShaped = triggers.some(({ props }) => props['mapping'] === 'custom');
  const isBus = call.target.service.roles.eventBus !== undefined;
  return isDelivery(call)
    ? [
        {
          kind: triggers[0]?.kind ?? 'rule',
          mechanism: 'eventbridge-rule-target',
          language: 'template',
          passThrough: takesInput && (isBus || takesWhole(call)),
          ...(isBus || isShaped || !takesInput ? {} : { gap: { mapping: 'missing' } }),
          props: ofRule,
          limits: [
            {
              text: {
                en: 'The target is one that rules can have.',
                ja: 'ルールのターゲットに指定できるサービスです。',
              },
              state: 'met',
              source: targets,
            },
            {
              text: {
                en: 'An input transformer has 8,192 characters and 100 paths at most.',
                ja: '入力トランスフォーマーは 8,192 文字、パス 100 個までです。',
              },
              state: 'check',
              source: transformation,
            },
          ],
        },
      ]
    : [];
}

function ofNewBus({ call }: Transport): readonly Integration[] {
  if (call.role.service === '' || isReadOnly(call.action)) return [];
  return [
    {
      kind: 'bus-call',
      mechanism: 'eventbridge-universal-target',
      language: 'jsonata',
      passThrough: false,
      // Its parameters are missing until they are written.
      ...(leavesParametersOpen(call) ? { gap: {} } : {}),
      props: (trigger, written) => ({ ...ofSubscriber(trigger, written), action: call.action }),
      limits: [
        {
          text: {
            en: 'A custom event bus can call any API that changes something.',
            ja: 'カスタムイベントバスからは、変更を伴う任意の API を呼び出せます。',
          },
          state: 'met',
          source: universal,
        },
      ],
    },
  ];
}
