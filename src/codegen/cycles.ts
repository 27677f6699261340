import { entries, lookup, type ContextId } from '../model/design.js';
import { byCodeUnit } from '../model/names.js';
import { problem, type Problem } from '../model/problems.js';
import type { Emission } from './emitter.js';
import { cycles } from './order.js';

/** What cannot be put in an order, with the way out. */
export function findCycles(emission: Emission): Problem[] {
  const { system, stacks, units } = emission;
  const labelsOf = (ids: readonly string[]): string =>
    [...new Set(ids.map((id) => lookup(system.design.nodes, id)?.label ?? id))].join(', ');
  const found: Problem[] = cycles([...units.keys()].sort(byCodeUnit), (key) => emission.dependencies(key)).map(
    (group) => {
      const nodes = group
        .flatMap((key) => units.get(key)?.subjects ?? [])
        .filter((id) => Object.hasOwn(system.design.nodes, id));
      const first = entries(system.design.nodes).find(([id]) => id === nodes[0])?.[0];
      return problem('resource-cycle', { nodes: labelsOf(nodes) }, first === undefined ? {} : { node: first });
    },
  );
  const uses = new Map<string, Set<string>>();
  for (const unit of units.values())
    for (const node of unit.references) {
      const targets = uses.get(unit.stack) ?? new Set<string>();
      targets.add(stacks.of(node));
      uses.set(unit.stack, targets);
    }
  for (const group of cycles([...uses.keys()].sort(byCodeUnit), (key) => uses.get(key) ?? [])) {
    const context: ContextId | undefined = entries(system.design.contexts).find(([id]) => group.includes(id))?.[0];
    found.push(
      problem(
        'stack-cycle',
        {
          contexts: group.map((stack) => stacks.names(stack).label).join(', '),
          connections: reasonsIn(emission, new Set(group), labelsOf).join(', '),
        },
        context === undefined ? {} : { context },
      ),
    );
  }
  return found;
}

/** The connections that lead from one stack of a circle to another. */
function reasonsIn(
  { system, stacks, units }: Emission,
  group: ReadonlySet<string>,
  labelsOf: (ids: readonly string[]) => string,
): readonly string[] {
  const reasons = new Set<string>();
  for (const unit of units.values())
    for (const node of unit.references) {
      if (!group.has(unit.stack) || !group.has(stacks.of(node))) continue;
      const subject = unit.subjects[0] ?? '';
      const { from, to } = system.connections.get(subject) ?? { from: subject, to: node };
      reasons.add(`${labelsOf([from])} → ${labelsOf([to])}`);
    }
  return [...reasons].sort(byCodeUnit);
}
