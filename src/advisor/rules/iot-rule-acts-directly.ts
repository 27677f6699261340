import { lookup } from '../../model/design.js';
import { carried, defineTransportRule } from '../transport.js';

const actions = 'https://docs.aws.amazon.com/iot/latest/developerguide/iot-rule-actions.html';

/** What an action of an IoT rule does, as code would call it. */
const done: Readonly<Record<string, readonly string[]>> = {
  'dynamodb-table': ['putItem'],
  's3-bucket': ['putObject'],
  'sqs-queue': ['sendMessage'],
  'sns-topic': ['publish'],
  'kinesis-stream': ['putRecord'],
  'firehose-stream': ['putRecord'],
  'state-machine': ['startExecution'],
  'timestream-table': ['writeRecords'],
  'log-group': ['putLogEvents'],
  'iot-topic': ['publish'],
};

export const iotRuleActsDirectly = defineTransportRule({
  id: 'iot-rule-acts-directly',
  title: { en: 'The IoT rule can send to "{target}" itself', ja: 'IoT ルールから「{target}」に直接送信できます' },
  what: {
    en: '"{lambda}" gets the messages of "{source}" only to hand them to "{target}" ({action}). An action of the rule does the same.',
    ja: '「{lambda}」は、「{source}」のメッセージを「{target}」に渡しているだけです ({action})。ルールのアクションで同じ処理ができます。',
  },
  why: {
    en: 'The SQL of the rule picks and filters, and an error action keeps what fails. No function runs for each message of each device.',
    ja: '選択とフィルターはルールの SQL で行い、失敗したメッセージはエラーアクションで保存できます。デバイスのメッセージごとに関数を実行する必要がありません。',
  },
  tradeOff: {
    en: 'The SQL statement is one for all actions of the rule: a target that needs another form needs a rule of its own.',
    ja: 'SQL ステートメントは、ルールのすべてのアクションに共通です。別の形式が必要な送信先には、ルールを分けてください。',
  },
  source: {
    url: actions,
    title: { en: 'AWS IoT rule actions', ja: 'AWS IoT のルールアクション' },
    date: '2026-11-25',
  },
  via: ['iot-action'],
  then: {
    en: 'If that is all, an action of the rule can take its place.',
    ja: '転送だけであれば、ルールのアクションに置き換えられます。',
  },
  integrations: ({ call }) =>
    lookup(done, call.target.service.type)?.includes(call.action) === true
      ? [
          {
            kind: 'iot-action',
            mechanism: 'iot-rule-action',
            language: 'template',
            passThrough: true,
            props: carried('use'),
            limits: [
              {
                text: { en: 'IoT rules have an action for it.', ja: 'IoT ルールに対応するアクションがあります。' },
                state: 'met',
                source: actions,
              },
              {
                text: {
                  en: 'What the SQL of the rule picks has to be what "{target}" needs.',
                  ja: 'ルールの SQL で選択する値が、「{target}」に必要な値と一致している必要があります。',
                },
                state: 'check',
                source: 'https://docs.aws.amazon.com/iot/latest/developerguide/iot-sql-reference.html',
              },
            ],
          },
        ]
      : [],
  workflow: () => ({ kind: 'iot-action', props: carried('use') }),
  examples: {
    hits: [
      'iot-rule Readings -> lambda-function Send(work: transport, mapping: none) -> sqs-queue Jobs',
      'iot-rule Readings -> lambda-function Save(work: transport, mapping: none) -uses(actions: ["putItem"])-> dynamodb-table Values',
      'iot-rule Readings -> lambda-function Send(work: transport, mapping: picks) -> kinesis-stream Values',
      'iot-rule Readings -> lambda-function Send(work: unknown) -> sqs-queue Jobs',
    ],
    misses: [
      'iot-rule Readings -> lambda-function Mean(work: transform) -> dynamodb-table Values',
      'iot-rule Readings -> lambda-function Mean(work: transport)',
      'iot-rule Readings -> sqs-queue Jobs',
    ],
  },
});
