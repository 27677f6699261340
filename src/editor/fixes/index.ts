import type { Design } from '../../model/design.js';
import { isError, type Problem, type ProblemCode } from '../../model/problems.js';
import { problemsOf } from '../../system/problems.js';
import { resolveSystem } from '../../system/resolve.js';
import type { System } from '../../system/system.js';
import { chooseContext } from './choose-context.js';
import { chooseEnd } from './choose-end.js';
import { chooseNode } from './choose-node.js';
import { clearField } from './clear-field.js';
import { convertValue } from './convert-value.js';
import { createInstead } from './create-instead.js';
import type { Fix, FixDefinition } from './define.js';
import { deleteConnection } from './delete-connection.js';
import { deleteNode } from './delete-node.js';
import { keepOne } from './keep-one.js';
import { knownService } from './known-service.js';
import { lastValidDefinition } from './last-valid-definition.js';
import { nearestValue } from './nearest-value.js';
import { raiseVisibility } from './raise-visibility.js';
import { reconnect } from './reconnect.js';
import { removeKey } from './remove-key.js';
import { removeState } from './remove-state.js';
import { rulePatterns } from './rule-patterns.js';
import { sameParameter } from './same-parameter.js';
import { standFor } from './stand-for.js';

/** Every fix, in the order that they are offered in: what mends before what takes away. */
export const fixes: readonly FixDefinition[] = [
  nearestValue,
  convertValue,
  chooseNode,
  chooseEnd,
  chooseContext,
  standFor,
  knownService,
  reconnect,
  raiseVisibility,
  rulePatterns,
  sameParameter,
  keepOne,
  lastValidDefinition,
  createInstead,
  clearField,
  removeState,
  removeKey,
  deleteConnection,
  deleteNode,
];

const fixesByCode = new Map<ProblemCode, readonly FixDefinition[]>();
for (const fix of fixes) for (const code of fix.codes) fixesByCode.set(code, [...(fixesByCode.get(code) ?? []), fix]);

/** What may mend a problem, best first. Cheap, and not tried yet. */
export const fixesFor = (system: System, problem: Problem): readonly Fix[] =>
  (fixesByCode.get(problem.code) ?? []).flatMap((fix) => fix.offer(system, problem));

const sayOf = ({ code, facts, node, connection, context }: Problem): string =>
  JSON.stringify([code, facts, node, connection, context]);

/** The fixes that were tried: the problem is gone afterwards, and no other error came. */
export function soundFixes(system: System, problem: Problem): readonly Fix[] {
  const before = new Set(problemsOf(system).map(sayOf));
  return fixesFor(system, problem).filter((fix) => {
    const after: Design = fix.apply(system.design);
    if (after === system.design) return false;
    const left = problemsOf(resolveSystem(after, system));
    const said = sayOf(problem);
    return left.every((one) => sayOf(one) !== said && (!isError(one) || before.has(sayOf(one))));
  });
}
