import { notificationsOverlap } from '../catalog/connections/s3-notification.js';
import { connectionId, nodeId } from '../model/design.js';
import { byCodeUnit } from '../model/names.js';
import { problem, type Problem } from '../model/problems.js';
import type { System, SystemConnection } from '../system/system.js';
import type { Stacks } from './stacks.js';

/** What is wrong only because of the stacks that things are in. */
export function checkStacks(system: System, stacks: Stacks): Problem[] {
  const drawn = [...system.connections.values()]
    .filter(
      ({ kind, origin, definition }) =>
        (kind === 'rule' || kind === 's3-notification') && origin === 'drawn' && definition !== undefined,
    )
    .sort((a, b) => byCodeUnit(a.id, b.id));
  return [...deadLetterQueuesElsewhere(system, stacks, drawn), ...overlappingNotifications(system, stacks, drawn)];
}

const labelOf = (system: System, id: string): string => system.node(nodeId(id))?.label ?? id;

/** The queue's policy names the rule and the rule the queue: in two stacks that is a circle. */
function deadLetterQueuesElsewhere(system: System, stacks: Stacks, drawn: readonly SystemConnection[]): Problem[] {
  return drawn.flatMap((connection) => {
    const { id, kind, from, to, props } = connection;
    const queue = props['deadLetterQueue'];
    if (kind !== 'rule' || typeof queue !== 'string') return [];
    const node = system.node(nodeId(queue));
    if (node?.node.origin !== 'created' || stacks.of(node.id) === stacks.home(connection)) return [];
    const what = `${labelOf(system, from)} → ${labelOf(system, to)}`;
    return [problem('dead-letter-queue-elsewhere', { queue: node.label, what }, { connection: connectionId(id) })];
  });
}

/** Between stacks they go through EventBridge, whose rules may overlap. */
function overlappingNotifications(system: System, stacks: Stacks, drawn: readonly SystemConnection[]): Problem[] {
  const byBucket = new Map<string, SystemConnection[]>();
  for (const connection of drawn) {
    const { kind, from, to } = connection;
    const across = !stacks.same(from, to) && system.node(to)?.service.roles.ruleTarget !== undefined;
    if (kind === 's3-notification' && !across) byBucket.set(from, [...(byBucket.get(from) ?? []), connection]);
  }
  return [...byBucket].flatMap(([bucket, connections]) =>
    connections.flatMap((second, index) => {
      const first = connections.slice(0, index).find((other) => notificationsOverlap(other.props, second.props));
      if (first === undefined) return [];
      const name = ({ to }: SystemConnection): string => `${labelOf(system, bucket)} → ${labelOf(system, to)}`;
      const facts = { bucket: labelOf(system, bucket), first: name(first), second: name(second) };
      return [problem('s3-notifications-overlap', facts, { connection: connectionId(second.id) })];
    }),
  );
}
