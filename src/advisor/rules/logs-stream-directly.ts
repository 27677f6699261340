import { lookup } from '../../model/design.js';
import { carried, defineTransportRule } from '../transport.js';

const filters = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html';

const streamed: Readonly<Record<string, string>> = { 'firehose-stream': 'putRecord', 'kinesis-stream': 'putRecord' };

export const logsStreamDirectly = defineTransportRule({
  id: 'logs-stream-directly',
  title: { en: 'The log group can send to "{target}" itself', ja: 'ロググループから「{target}」に直接送信できます' },
  what: {
    en: '"{lambda}" only copies log events from "{source}" to "{target}". A subscription filter can send them there.',
    ja: '「{lambda}」は、「{source}」のログイベントを「{target}」に転送しているだけです。サブスクリプションフィルターで直接送信できます。',
  },
  why: {
    en: 'Logs come in bursts, and a function runs for each batch of them. The filter sends without one, and Firehose can decompress and take out the messages.',
    ja: 'ログは集中して発生し、そのたびに関数が実行されます。フィルターなら関数なしで送信でき、Firehose では解凍とメッセージの抽出もできます。',
  },
  tradeOff: {
    en: 'Log events arrive in batches, compressed. A log group has two subscription filters at most.',
    ja: 'ログイベントはまとめて圧縮された状態で届きます。サブスクリプションフィルターは、ロググループごとに 2 つまでです。',
  },
  source: {
    url: filters,
    title: { en: 'Subscription filters of CloudWatch Logs', ja: 'CloudWatch Logs のサブスクリプションフィルター' },
    date: '2026-11-25',
  },
  via: ['log-subscription'],
  then: {
    en: 'If that is all, the subscription filter can send to "{target}" itself.',
    ja: '転送だけであれば、サブスクリプションフィルターから「{target}」に直接送信できます。',
  },
  integrations: ({ call }) =>
    lookup(streamed, call.target.service.type) === call.action
      ? [
          {
            kind: 'log-subscription',
            mechanism: 'logs-subscription',
            language: 'template',
            passThrough: true,
            props: carried('filterPattern'),
            limits: [
              {
                text: {
                  en: 'What reads "{target}" has to take batches of log events; Firehose can decompress them.',
                  ja: '「{target}」を読み取る側で、まとめられたログイベントを処理する必要があります。Firehose では解凍できます。',
                },
                state: 'check',
                source:
                  'https://docs.aws.amazon.com/firehose/latest/dev/writing-with-cloudwatch-logs-decompression.html',
              },
            ],
          },
        ]
      : [],
  examples: {
    hits: [
      'log-group Logs -> lambda-function Copy(work: transport, mapping: none) -> firehose-stream Archive -> s3-bucket Files',
      'log-group Logs -> lambda-function Copy(work: transport, mapping: none) -> kinesis-stream Stream',
      'log-group Logs -> lambda-function Copy(work: unknown) -> kinesis-stream Stream',
    ],
    misses: [
      'log-group Logs -> lambda-function Mask(work: transform) -> kinesis-stream Stream',
      'log-group Logs -> lambda-function Copy(work: transport, mapping: none) -> sqs-queue Jobs',
    ],
  },
});
