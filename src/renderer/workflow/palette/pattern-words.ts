import type { Localized } from '../../../model/localized.js';
import type { Pattern } from '../../../sdk/optimized/define.js';

/** How a Task waits, in words. */
export const patternWords: Readonly<Record<Pattern, Localized>> = {
  REQUEST_RESPONSE: { en: 'Request Response', ja: 'リクエストレスポンス' },
  RUN_JOB: { en: 'Run a Job (.sync)', ja: 'ジョブの実行 (.sync)' },
  WAIT_FOR_TASK_TOKEN: { en: 'Wait for Callback', ja: 'コールバックの待機' },
};
