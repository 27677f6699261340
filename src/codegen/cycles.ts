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
  const uses = new Map<string, Map<string, Set<string>>>();
  for (const unit of units.values()) {
    for (const node of unit.references) {
      const target = stacks.of(node);
      const targets = uses.get(unit.stack) ?? new Map<string, Set<string>>();
      const reasons = targets.get(target) ?? new Set<string>();
      const subject = unit.subjects[0] ?? '';
      const connection = system.connections.get(subject);
      reasons.add(
        connection === undefined
          ? `${labelsOf([subject])} → ${labelsOf([node])}`
          : `${labelsOf([connection.from])} → ${labelsOf([connection.to])}`,
      );
      targets.set(target, reasons);
      uses.set(unit.stack, targets);
    }
  }
  for (const group of cycles([...uses.keys()].sort(byCodeUnit), (key) => uses.get(key)?.keys() ?? [])) {
    const reasons = group.flatMap((stack) =>
      [...(uses.get(stack) ?? [])].flatMap(([target, texts]) => (group.includes(target) ? [...texts] : [])),
    );
    const context: ContextId | undefined = entries(system.design.contexts).find(([id]) => group.includes(id))?.[0];
    found.push(
      problem(
        'stack-cycle',
        {
          contexts: group.map((stack) => stacks.names(stack).label).join(', '),
          connections: [...new Set(reasons)].sort(byCodeUnit).join(', '),
        },
        context === undefined ? {} : { context },
      ),
    );
  }
  return found;
}
