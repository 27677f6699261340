import type { Json } from '../../model/design.js';
import type { SystemConnection } from '../../system/system.js';
import { defineTransportRule, carried, isDelivery, takesWhole } from '../transport.js';

const notifications =
  'https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html';
const throughBus = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventBridge.html';

/** Detail types of https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventBridge.html */
const detailTypes = { OBJECT_CREATED: 'Object Created', OBJECT_REMOVED: 'Object Deleted' } as const;

/** The same objects, as an event pattern. */
function asPattern({ props }: SystemConnection): Readonly<Record<string, Json>> {
  const text = (name: string): string => (typeof props[name] === 'string' ? props[name] : '');
  const [prefix, suffix] = [text('prefix'), text('suffix')];
  const escaped = (part: string): string => part.replace(/[\\*]/g, '\\$&');
  const key =
    prefix !== '' && suffix !== ''
      ? { wildcard: `${escaped(prefix)}*${escaped(suffix)}` }
      : prefix !== ''
        ? { prefix }
        : suffix !== ''
          ? { suffix }
          : undefined;
  return {
    detailType: detailTypes[props['event'] === 'OBJECT_REMOVED' ? 'OBJECT_REMOVED' : 'OBJECT_CREATED'],
    ...(key === undefined ? {} : { detail: JSON.stringify({ object: { key: [key] } }) }),
  };
}

export const bucketNotifiesDirectly = defineTransportRule({
  id: 'bucket-notifies-directly',
  title: { en: 'The bucket can tell "{target}" itself', ja: 'バケットから「{target}」に直接通知できます' },
  what: {
    en: '"{lambda}" hears of objects in "{source}" only to tell "{target}" ({action}). An event notification or a rule on the events of S3 can take its place.',
    ja: '「{lambda}」は、「{source}」のオブジェクトのイベントを「{target}」に伝えているだけです ({action})。イベント通知か、S3 のイベントに対するルールに置き換えられます。',
  },
  why: {
    en: 'No function runs for an object, and nothing is lost when code fails: S3 and EventBridge deliver and retry.',
    ja: 'オブジェクトごとに関数を実行する必要がありません。配信と再試行は S3 と EventBridge が行うため、コードの失敗でイベントが失われることもありません。',
  },
  tradeOff: {
    en: 'Through EventBridge the event has another form than a notification of S3. An object that is read or changed on the way still needs code.',
    ja: 'EventBridge を経由すると、イベントの形式は S3 の通知と異なります。途中でオブジェクトの読み取りや変更が必要な場合は、コードを残してください。',
  },
  source: {
    url: throughBus,
    title: { en: 'Using EventBridge with Amazon S3', ja: 'Amazon S3 での EventBridge の使用' },
    date: '2026-11-25',
  },
  via: ['s3-notification'],
  then: {
    en: 'If that is all, the bucket can send the event itself.',
    ja: '転送だけであれば、バケットから直接通知できます。',
  },
  integrations: ({ call }) => [
    ...(['sendMessage', 'publish'].includes(call.action)
      ? [
          {
            kind: 's3-notification',
            mechanism: 's3-notification',
            language: 'template',
            passThrough: true,
            props: carried('event', 'prefix', 'suffix'),
            limits: [
              {
                text: {
                  en: 'S3 sends notifications to standard queues and topics.',
                  ja: 'S3 の通知は、標準キューと標準トピックに送信できます。',
                },
                state: 'met',
                source: notifications,
              },
            ],
          } as const,
        ]
      : []),
    ...(isDelivery(call)
      ? [
          {
            kind: 'service-event',
            mechanism: 's3-eventbridge',
            language: 'template',
            // The event of EventBridge has another form than the notification that the function passed on.
            passThrough: false,
            ...(call.target.service.roles.eventBus !== undefined || !takesWhole(call)
              ? {}
              : { gap: { mapping: 'missing' } }),
            props: asPattern,
            limits: [otherForm],
          } as const,
        ]
      : []),
  ],
  workflow: () => ({ kind: 'service-event', props: asPattern }),
  examples: {
    hits: [
      's3-bucket Files -> lambda-function Send(work: transport, mapping: none) -> sqs-queue Jobs',
      's3-bucket Files -> lambda-function Send(work: transport, mapping: picks) -> sqs-queue Jobs',
      's3-bucket Files -s3-notification(prefix: in/, suffix: .csv)-> lambda-function Start(work: transport, mapping: none) -> state-machine Load',
      's3-bucket Files -> lambda-function Index(work: transport, mapping: picks) -> dynamodb-table Objects',
      's3-bucket Files -> lambda-function Send(work: unknown) -> sqs-queue Jobs',
    ],
    misses: [
      's3-bucket Files -> lambda-function Shrink(work: transform) -> s3-bucket Small',
      's3-bucket Files -> lambda-function Copy(work: transport)',
      'sns-topic News -> lambda-function Send(work: transport, mapping: none) -> sqs-queue Jobs',
    ],
  },
});

const otherForm = {
  text: {
    en: 'Events of EventBridge name the object in detail.object.key, without URL encoding.',
    ja: 'EventBridge のイベントでは、オブジェクトのキーは detail.object.key に入り、URL エンコードされません。',
  },
  state: 'check',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html',
} as const;
