import { lookup } from '../../model/design.js';
import { carried, defineTransportRule } from '../transport.js';

const raw = 'https://docs.aws.amazon.com/sns/latest/dg/sns-large-payload-raw-message-delivery.html';

/** What a subscription does, as code would call it. */
const subscribed: Readonly<Record<string, string>> = { 'sqs-queue': 'sendMessage', 'firehose-stream': 'putRecord' };

const ofSubscription = carried('filterPolicy', 'filterScope', 'deadLetterQueue');

export const topicDeliversDirectly = defineTransportRule({
  id: 'topic-delivers-directly',
  title: { en: 'The topic can deliver to "{target}" itself', ja: 'トピックから「{target}」に直接配信できます' },
  what: {
    en: '"{lambda}" gets messages of "{source}" only to hand them to "{target}". "{target}" can subscribe to the topic.',
    ja: '「{lambda}」は、「{source}」のメッセージを「{target}」に渡しているだけです。「{target}」をトピックのサブスクライバーにできます。',
  },
  why: {
    en: 'SNS filters, retries for days and keeps what fails in a dead-letter queue. No function runs for a message, and no code handles errors.',
    ja: 'フィルター、数日にわたる再試行、デッドレターキューへの保存は SNS が行います。メッセージごとの関数の実行も、エラー処理のコードも不要です。',
  },
  tradeOff: {
    en: 'A subscription filters but does not change messages. With raw message delivery the subscriber gets the message without the envelope of SNS.',
    ja: 'サブスクリプションでできるのはフィルターだけで、メッセージは変更できません。raw メッセージ配信では、SNS のメタデータなしでメッセージが届きます。',
  },
  source: {
    url: 'https://docs.aws.amazon.com/sns/latest/dg/sns-event-destinations.html',
    title: { en: 'Event destinations of Amazon SNS', ja: 'Amazon SNS のイベント送信先' },
    date: '2026-11-25',
  },
  via: ['subscription'],
  then: {
    en: 'If that is all, "{target}" can subscribe to the topic.',
    ja: '転送だけであれば、「{target}」をトピックのサブスクライバーにできます。',
  },
  integrations: ({ call }) =>
    lookup(subscribed, call.target.service.type) === call.action
      ? [
          {
            kind: 'subscription',
            mechanism: 'sns-subscription',
            language: 'template',
            passThrough: true,
            props: (trigger, written) => ({ ...ofSubscription(trigger, written), rawDelivery: true }),
            limits: [
              {
                text: {
                  en: 'What reads "{target}" gets the message as it was published.',
                  ja: '「{target}」を読み取る側には、発行されたメッセージがそのまま届きます。',
                },
                state: 'check',
                source: raw,
              },
            ],
          },
        ]
      : [],
  examples: {
    hits: [
      'sns-topic News -> lambda-function Send(work: transport, mapping: none) -> sqs-queue Jobs',
      'sns-topic News -> lambda-function Keep(work: transport, mapping: none) -> firehose-stream Archive -> s3-bucket Files',
      'sns-topic News -> lambda-function Send(work: transport, mapping: picks) -> sqs-queue Jobs',
      'sns-topic News -> lambda-function Send(work: unknown) -> sqs-queue Jobs',
    ],
    misses: [
      'sns-topic News -> lambda-function Send(work: transform) -> sqs-queue Jobs',
      'sns-topic News -> lambda-function Save(work: transport, mapping: none) -> dynamodb-table Orders',
      'sns-topic News -> lambda-function Send(work: transport, mapping: none) -> sqs-queue Jobs(queueType: fifo)',
    ],
  },
});
