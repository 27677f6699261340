import { optimizedServices } from '../../sdk/optimized/index.js';
import type { ActionAnswer } from './options.js';

/** What is known of an optimized integration, by service and action as its Resource names them. */
export function optimizedAnswer(service: string, action: string): ActionAnswer {
  const known = optimizedServices.get(service);
  if (known === undefined) return { status: 'unknown-service' };
  const found = Object.hasOwn(known.actions, action) ? known.actions[action] : undefined;
  if (found === undefined) return { status: 'unknown-action' };
  const patterns = (['REQUEST_RESPONSE', 'RUN_JOB', 'WAIT_FOR_TASK_TOKEN'] as const).filter((pattern) =>
    Object.hasOwn(found.patterns, pattern),
  );
  // A connection is named in InvocationConfig, or as it was before in Authentication.
  const required = found.required.filter((name) => service !== 'http' || name !== 'InvocationConfig');
  return { status: 'known', patterns, required };
}
