import { parseDefinition } from '../../../asl/definition.js';
import { aslProblemTexts, type AslProblem } from '../../../asl/problems.js';
import { validateDefinition, type ActionLookup } from '../../../asl/validate.js';
import type { Definition } from '../../../model/design.js';
import type { SdkCatalog } from '../../../sdk/catalog.js';
import type { WorkflowType } from '../../../sdk/optimized/define.js';
import { actionLookup } from '../../../system/action-lookup.js';
import type { Translate } from '../../studio/studio.js';
import { treeOf } from '../workflow.js';
import { loadedCatalog } from './sdk-catalog.js';

interface Checked {
  readonly workflow: WorkflowType;
  readonly catalog: SdkCatalog | undefined;
  readonly problems: readonly AslProblem[];
}

const checked = new WeakMap<Definition, Checked>();
const lookups = new WeakMap<SdkCatalog, ActionLookup>();

/**
 * What is wrong with a definition, field by field; of actions and parameters, once the catalog of APIs has been loaded.
 * Validating is dear, so it is done once for each.
 */
export function problemsOf(definition: Definition, workflow: WorkflowType): readonly AslProblem[] {
  const catalog = loadedCatalog();
  const before = checked.get(definition);
  if (before?.workflow === workflow && before.catalog === catalog) return before.problems;
  const tree = treeOf(definition);
  const problems =
    tree === undefined
      ? parseDefinition(definition.text, definition.format).problems
      : validateDefinition(tree, {
          workflow: workflow === 'EXPRESS' ? 'express' : 'standard',
          ...(catalog === undefined ? {} : { actions: lookupOf(catalog) }),
        });
  checked.set(definition, { workflow, catalog, problems });
  return problems;
}

function lookupOf(catalog: SdkCatalog): ActionLookup {
  const known = lookups.get(catalog) ?? actionLookup(catalog);
  lookups.set(catalog, known);
  return known;
}

/** A problem with what to do about it. */
export const problemWords = ({ code, facts }: AslProblem, t: Translate): string =>
  `${t(aslProblemTexts[code].message, facts)} ${t(aslProblemTexts[code].action, facts)}`;
