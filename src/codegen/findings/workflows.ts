import { tracingReason } from './functions.js';
import { named, sameReason, type Explain, type Reasons } from './finding.js';

export const explainStateMachine: Explain = ({ node }) => ({
  'AwsSolutions-IAM5[Resource::*]': {
    en: `${tracingReason.en} The same holds for the delivery of logs.`,
    ja: `${tracingReason.ja}ログの配信も同様です。`,
  },
  'AwsSolutions-SF1': {
    en: `The design says how much of "${named(node)}" is logged.`,
    ja: `「${named(node)}」のログの詳細度は設計で指定されています。`,
  },
  ...(node.props['tracing'] === false
    ? sameReason(['AwsSolutions-SF2', 'Serverless-StepFunctionStateMachineXray'], {
        en: `The design turns the tracing of "${named(node)}" off.`,
        ja: `設計で「${named(node)}」のトレースがオフになっています。`,
      })
    : {}),
});

const anyJob = {
  en: 'What the call of the schedule makes or acts on is known only when it is due.',
  ja: 'スケジュールの呼び出しが対象とするリソースは、実行時に決まります。',
} as const;

/** Of the roles by which schedules call their targets. */
export const reasonsOfSchedules: Reasons = sameReason(
  ['AwsSolutions-IAM5[Resource::*]', 'AwsSolutions-IAM5[Resource::<…>/*]', 'AwsSolutions-IAM5[Resource::<…>:*]'],
  anyJob,
);

/** Of rules whose target has no place for a queue in CDK. */
export const reasonsOfTargets: Reasons = {
  'Serverless-EventBusDLQ': {
    en: 'The target that CDK has for this takes no dead-letter queue; EventBridge retries for a day.',
    ja: 'この CDK のターゲットにはデッドレターキューを指定できません。EventBridge は 1 日間再試行します。',
  },
};
