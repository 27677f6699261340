import { entries, lookup, type ContextId } from '../model/design.js';
import { byCodeUnit } from '../model/names.js';
import { problem, type Problem } from '../model/problems.js';
import type { Emission } from './emitter.js';
import { cycles } from './order.js';
import type { StackPart } from './stack-part.js';

/** What cannot be put in an order, with the way out. */
export function findCycles(emission: Emission, parts: readonly StackPart[]): Problem[] {
  const { system, stacks, units } = emission;
  const labelsOf = (ids: readonly string[]): string =>
    [...new Set(ids.map((id) => lookup(system.design.nodes, id)?.label ?? id))].join(', ');
  const found: Problem[] = parts
    .flatMap(({ cycles: groups }) => groups)
    .sort(([a = ''], [b = '']) => byCodeUnit(a, b))
    .map((group) => {
      const nodes = group
        .flatMap((key) => units.get(key)?.subjects ?? [])
        .filter((id) => Object.hasOwn(system.design.nodes, id));
      const first = entries(system.design.nodes).find(([id]) => id === nodes[0])?.[0];
      return problem('resource-cycle', { nodes: labelsOf(nodes) }, first === undefined ? {} : { node: first });
    });
  const uses = new Map(
    parts.map(({ stack, references }) => [stack, new Set(references.map((node) => stacks.of(node)))] as const),
  );
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
