import type { DefinitionTree } from '../definition.js';
import type { Report } from '../report.js';
import { isOffered } from '../optimized.js';
import type { ActionAnswer, ActionLookup, ValidateOptions, WorkflowType } from './options.js';

/** What every rule may ask. */
export interface Scope {
  readonly report: Report;
  readonly tree: DefinitionTree;
  /** The kind of workflow that runs the states in question. */
  readonly workflow: WorkflowType;
  readonly actions: ActionLookup;
}

/** Without a catalog only the optimized integrations are known, by name and pattern. */
const optimizedOnly: ActionLookup = {
  find: (kind, service, action) => {
    if (kind === 'sdk' || service === 'http') return undefined;
    const key = `${service}:${action}`;
    const answer = answers.get(key) ?? answerFor(service, action);
    if (answers.size < maxAnswers) answers.set(key, answer);
    return answer;
  },
};

/** Definitions call few actions often. */
const answers = new Map<string, ActionAnswer>();
const maxAnswers = 1_000;

function answerFor(service: string, action: string): ActionAnswer {
  const offers = (pattern: 'RUN_JOB' | 'WAIT_FOR_TASK_TOKEN'): boolean =>
    isOffered({ kind: 'optimized', service, action, pattern }) === true;
  if (isOffered({ kind: 'optimized', service, action, pattern: 'REQUEST_RESPONSE' }) === 'unknown')
    return { status: 'unknown-action' };
  return {
    status: 'known',
    patterns: [
      'REQUEST_RESPONSE',
      ...(['RUN_JOB', 'WAIT_FOR_TASK_TOKEN'] as const).filter((pattern) => offers(pattern)),
    ],
  };
}

export const scopeOf = (report: Report, tree: DefinitionTree, options: ValidateOptions): Scope => ({
  report,
  tree,
  workflow: options.workflow ?? 'standard',
  actions: options.actions ?? optimizedOnly,
});
