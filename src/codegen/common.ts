import { mayPublish } from '../catalog/connections/alarm-action.js';
import type { CommonResource } from '../catalog/define.js';
import type { OperationsProfile } from '../model/design.js';
import type { Localized } from '../model/localized.js';
import { call, callStatic, cdk, create, lit, object, ref, sym, type Expr, type Statement } from '../ts-ast/ast.js';
import { alarmOn } from './alarms.js';

/** The words that name each. */
export const commonWords: Readonly<Record<CommonResource, readonly string[]>> = {
  deadLetters: ['dead', 'letters'],
  fifoDeadLetters: ['fifo', 'dead', 'letters'],
  alarms: ['alarms'],
};

export interface CommonInput {
  readonly variable: string;
  readonly constructId: string;
  readonly operations: OperationsProfile;
  /** The topic of the stack's alarms; undefined: the profile has none. */
  readonly alarms: Expr | undefined;
  readonly text: (text: Localized) => string;
}

const comments: Readonly<Record<CommonResource, Localized>> = {
  deadLetters: {
    en: 'Receives what could not be delivered or processed where the design draws no queue for that.',
    ja: '配信または処理に失敗したもののうち、専用のキューが設計にないものを受け取ります。',
  },
  fifoDeadLetters: {
    en: 'The same for FIFO queues, whose dead-letter queue is one as well.',
    ja: 'FIFO キュー用です。FIFO キューのデッドレターキューは FIFO キューに限られます。',
  },
  alarms: {
    en: 'Tells of alarms: subscribe whoever is on duty.',
    ja: 'アラームを通知します。担当者をサブスクライブしてください。',
  },
};

/** What a stack has once for all of its nodes. */
export function commonStatements(kind: CommonResource, input: CommonInput): readonly Statement[] {
  const { variable, constructId } = input;
  const value =
    kind === 'alarms' ? topic(constructId) : queue(constructId, kind === 'fifoDeadLetters', input.operations);
  const self = ref(variable);
  return [
    { type: 'const', name: variable, value, comment: input.text(comments[kind]) },
    ...(kind === 'alarms' ? [mayPublish(self)] : input.alarms === undefined ? [] : [alarm(input.alarms, self, input)]),
  ];
}

const queue = (constructId: string, fifo: boolean, operations: OperationsProfile): Expr =>
  create(
    cdk('aws-sqs', 'Queue'),
    ref('this'),
    lit(constructId),
    object({
      fifo: fifo ? lit(true) : undefined,
      // The longest that there is: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html
      retentionPeriod: callStatic('', 'Duration.days', lit(14)),
      encryption: sym('aws-sqs', 'QueueEncryption.SQS_MANAGED'),
      enforceSSL: lit(true),
      removalPolicy: sym('', operations === 'production' ? 'RemovalPolicy.RETAIN' : 'RemovalPolicy.DESTROY'),
    }),
  );

const topic = (constructId: string): Expr =>
  create(cdk('aws-sns', 'Topic'), ref('this'), lit(constructId), object({ enforceSSL: lit(true) }));

const alarm = (topicOfAlarms: Expr, self: Expr, { constructId, text }: CommonInput): Statement => ({
  type: 'do',
  expression: alarmOn(
    topicOfAlarms,
    `${constructId}Alarm`,
    call(self, 'metricApproximateNumberOfMessagesVisible'),
    text({ en: 'Something could not be delivered or processed.', ja: '配信または処理に失敗したものがあります。' }),
  ),
});
