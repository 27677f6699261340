import type { SdkAction } from './lookup.js';
import type { Pattern, WorkflowType } from './optimized/define.js';
import { refusalTexts } from './refusals.js';
import type { Text } from './text.js';

/** How a Task can call an action of the AWS SDK; else why not, with the facts `service` and `action` in the words. */
export type SdkOffer =
  { readonly isOffered: true; readonly resource: string } | { readonly isOffered: false; readonly reason: Text };

const reasons = {
  job: {
    en: 'Step Functions waits for the end of optimized integrations only: await an event with a task token, or ask in a loop.',
    ja: '終了を待機できるのは最適化統合だけです。タスクトークンでイベントを待つか、ループで状態を確認します。',
  },
  express: {
    en: 'Express workflows only request a response: callbacks need a Standard workflow.',
    ja: 'Express ワークフローはリクエストレスポンスのみです。コールバックには Standard ワークフローが必要です。',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** What Step Functions offers for an action: requests, and in Standard workflows callbacks where an argument takes the token. */
export function sdkOfferOf(action: SdkAction, pattern: Pattern, workflow: WorkflowType): SdkOffer {
  if (action.refusal !== undefined) return { isOffered: false, reason: refusalTexts[action.refusal] };
  if (pattern === 'REQUEST_RESPONSE') return { isOffered: true, resource: action.resource };
  if (pattern === 'RUN_JOB') return { isOffered: false, reason: reasons.job };
  if (workflow === 'EXPRESS') return { isOffered: false, reason: reasons.express };
  return { isOffered: true, resource: `${action.resource}.waitForTaskToken` };
}
