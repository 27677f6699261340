import type { Text } from '../text.js';
import { text, type OptimizedAction, type OptimizedPattern, type Pattern, type WorkflowType } from './define.js';
import { optimizedServices } from './index.js';

export const patterns: readonly Pattern[] = ['REQUEST_RESPONSE', 'RUN_JOB', 'WAIT_FOR_TASK_TOKEN'];

/** Whether a Task can wait in some way, and with which Resource; else why not. */
export type Offer =
  | { readonly isOffered: true; readonly resource: string; readonly pattern: OptimizedPattern }
  | { readonly isOffered: false; readonly reason: Text };

const reasons = {
  unknown: text(
    'Step Functions has no optimized integration of that name.',
    'その名前の最適化統合は Step Functions にありません。',
  ),
  express: text(
    'Express workflows only request a response: jobs and callbacks need a Standard workflow.',
    'Express ワークフローはリクエストレスポンスのみです。ジョブの実行とコールバックには Standard ワークフローが必要です。',
  ),
  job: text(
    'Step Functions does not wait for the end of this action.',
    'Step Functions はこのアクションの終了を待機できません。',
  ),
  callback: text('This action cannot hand a task token over.', 'このアクションではタスクトークンを渡せません。'),
} as const satisfies Readonly<Record<string, Text>>;

/** `dynamodb`, `putItem`, as a Resource names them. */
export function findOptimized(service: string, action: string): OptimizedAction | undefined {
  const actions = optimizedServices.get(service)?.actions;
  return actions !== undefined && Object.hasOwn(actions, action) ? actions[action] : undefined;
}

/** What Step Functions offers for an action: each way to wait is offered, or not with a reason to show. */
export function offerOf(service: string, action: string, pattern: Pattern, workflow: WorkflowType): Offer {
  const found = findOptimized(service, action);
  if (found === undefined) return { isOffered: false, reason: reasons.unknown };
  const offered = found.patterns[pattern];
  if (offered === undefined)
    return { isOffered: false, reason: pattern === 'RUN_JOB' ? reasons.job : reasons.callback };
  if (workflow === 'EXPRESS' && pattern !== 'REQUEST_RESPONSE') return { isOffered: false, reason: reasons.express };
  return {
    isOffered: true,
    resource: `arn:aws:states:::${service}:${action}${offered.suffixes[0] ?? ''}`,
    pattern: offered,
  };
}

/** An activity is a worker of one's own that asks for tasks: only Standard workflows have them. */
export function activityOffer(workflow: WorkflowType): { readonly isOffered: boolean; readonly reason?: Text } {
  return workflow === 'STANDARD' ? { isOffered: true } : { isOffered: false, reason: reasons.express };
}
