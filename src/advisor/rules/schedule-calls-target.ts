import { isReadOnly } from '../../sdk/read-only.js';
import {
  carried,
  defineTransportRule,
  isDelivery,
  leavesParametersOpen,
  takesWhole,
  type Integration,
} from '../transport.js';

const templated = 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-templated.html';
const universal = 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html';

const ofSchedule = carried('input', 'retryAttempts', 'maxEventAge', 'deadLetterQueue');
const withoutInput = carried('retryAttempts', 'maxEventAge', 'deadLetterQueue');

export const scheduleCallsTarget = defineTransportRule({
  id: 'schedule-calls-target',
  title: { en: 'The schedule can call "{target}" itself', ja: 'スケジュールから「{target}」を直接呼び出せます' },
  what: {
    en: '"{lambda}" runs at the times of "{source}" only to call {action} of "{target}". EventBridge Scheduler can make this call itself.',
    ja: '「{lambda}」は、「{source}」の時刻に「{target}」の {action} を呼び出しているだけです。この呼び出しは EventBridge スケジューラで直接行えます。',
  },
  why: {
    en: 'Scheduler calls more than 6,000 API actions, retries for up to 24 hours and keeps what fails in a dead-letter queue. There is no code to look after.',
    ja: 'スケジューラは 6,000 を超える API アクションを呼び出せます。再試行は最長 24 時間行われ、失敗した呼び出しはデッドレターキューに残ります。コードの保守は不要です。',
  },
  tradeOff: {
    en: 'The input is the same each time, apart from the time itself. What has to be read or computed first needs a workflow or code.',
    ja: '入力は、時刻を除いて毎回同じです。事前に読み取りや計算が必要な場合は、ワークフローかコードを使います。',
  },
  source: {
    url: universal,
    title: { en: 'Universal targets of EventBridge Scheduler', ja: 'EventBridge スケジューラのユニバーサルターゲット' },
    date: '2026-11-25',
  },
  via: ['schedule-target'],
  then: {
    en: 'If that is all, the schedule can make the call itself.',
    ja: '転送だけであれば、スケジュールから直接呼び出せます。',
  },
  integrations: ({ call }) => [
    ...(isDelivery(call)
      ? [
          {
            kind: 'schedule-target',
            mechanism: 'scheduler-templated',
            language: 'template',
            passThrough: takesWhole(call) || call.target.service.type === 'event-bus',
            props: ofSchedule,
            limits: [
              {
                text: {
                  en: 'The target is one that schedules have a template for.',
                  ja: 'スケジュールのテンプレート化されたターゲットです。',
                },
                state: 'met',
                source: templated,
              },
              sameEachTime,
            ],
          } as const,
        ]
      : []),
    ...(call.role.service === '' || isReadOnly(call.action)
      ? []
      : [
          {
            kind: 'schedule-call',
            mechanism: 'scheduler-universal',
            language: 'template',
            passThrough: false,
            ...(leavesParametersOpen(call) ? { gap: {} } : {}),
            props: (trigger, written) => ({ ...withoutInput(trigger, written), action: call.action }),
            limits: [
              {
                text: {
                  en: '{action} changes something: a schedule cannot call actions that only read.',
                  ja: '{action} は変更を伴うアクションです。読み取り専用のアクションは、スケジュールから呼び出せません。',
                },
                state: 'met',
                source: universal,
              },
              sameEachTime,
            ],
          } satisfies Integration,
        ]),
  ],
  workflow: () => ({ kind: 'schedule-target', props: ofSchedule }),
  examples: {
    hits: [
      'schedule Nightly -> lambda-function Start(work: transport, mapping: none) -> state-machine Report',
      'schedule Nightly -> lambda-function Send(work: transport, mapping: none) -> sqs-queue Jobs',
      'schedule Nightly -> lambda-function Send(work: transport, mapping: picks) -> sqs-queue Jobs',
      'schedule Nightly -> lambda-function Read(work: transport, mapping: picks) -> dynamodb-table Orders',
      'schedule Nightly -> lambda-function Send(work: unknown) -> sqs-queue Jobs',
    ],
    misses: [
      'schedule Nightly -> lambda-function Report(work: transform) -> s3-bucket Files',
      'schedule Nightly -> lambda-function Clean(work: transport)',
      'schedule Nightly -> state-machine Report',
    ],
  },
});

const sameEachTime = {
  text: {
    en: 'What is sent has to be the same each time.',
    ja: '送信する内容は、毎回同じである必要があります。',
  },
  state: 'check',
  source: universal,
} as const;
