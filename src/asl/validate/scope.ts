import type { DefinitionTree } from '../definition.js';
import type { Report } from '../report.js';
import { optimizedAnswer } from './optimized-answer.js';
import type { ActionAnswer, ActionLookup, ValidateOptions, WorkflowType } from './options.js';

/** What every rule may ask. */
export interface Scope {
  readonly report: Report;
  readonly tree: DefinitionTree;
  /** The kind of workflow that runs the states in question. */
  readonly workflow: WorkflowType;
  readonly actions: ActionLookup;
}

/** Without the catalog of all APIs only the optimized integrations are known. */
const optimizedOnly: ActionLookup = {
  find: (kind, service, action) => {
    if (kind === 'sdk') return undefined;
    const key = `${service}:${action}`;
    const answer = answers.get(key) ?? optimizedAnswer(service, action);
    if (answers.size < maxAnswers) answers.set(key, answer);
    return answer;
  },
};

/** Definitions call few actions often. */
const answers = new Map<string, ActionAnswer>();
const maxAnswers = 1_000;

export const scopeOf = (report: Report, tree: DefinitionTree, options: ValidateOptions): Scope => ({
  report,
  tree,
  workflow: options.workflow ?? 'standard',
  actions: options.actions ?? optimizedOnly,
});
