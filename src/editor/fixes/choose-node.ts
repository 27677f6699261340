import { lookup, type NodeId } from '../../model/design.js';
import type { System, SystemNode } from '../../system/system.js';
import type { Problem } from '../../model/problems.js';
import { defineFix } from './define.js';
import { fieldOf, withField, type FieldPlace } from './field-place.js';
import { likeness } from './similar.js';

const mostOffers = 4;

/** Lets a field refer to a node that fits it, the one most like what was written first. */
export const chooseNode = defineFix({
  id: 'choose-node',
  codes: ['dangling-node', 'field-wrong-type', 'dead-letter-queue-type', 'dead-letter-queue-elsewhere'],
  offer: (system, problem) => {
    const place = fieldOf(system.design, problem);
    if (place?.field.kind !== 'node' || typeof place.value !== 'string') return [];
    const written = place.value;
    return nodesFor(system, problem, place)
      .map((node) => ({ node, like: Math.max(likeness(written, node.id), likeness(written, node.label)) }))
      .sort((a, b) => b.like - a.like)
      .slice(0, mostOffers)
      .map(({ node }) => ({
        label: { en: 'Use "{label}"', ja: '「{label}」を使用' },
        facts: { label: node.label },
        apply: (design) => withField(design, place, node.id),
      }));
  },
  examples: [
    `nodes:
  orders: { service: sqs-queue, label: Orders, props: { deadLetterQueue: faild-orders } }
  failed-orders: { service: sqs-queue, label: Failed orders }
  ship: { service: lambda-function, label: Ship }
connections:
  one: { kind: event-source-mapping, from: orders, to: ship }
  two: { kind: event-source-mapping, from: failed-orders, to: ship }`,
  ],
});

function nodesFor(system: System, problem: Problem, place: FieldPlace): readonly SystemNode[] {
  const { field, value, id } = place;
  if (field.kind !== 'node') return [];
  const fits = [...system.nodes.values()].filter(
    (node) => field.services.includes(node.service.type) && node.id !== id && node.id !== value,
  );
  if (problem.code === 'dead-letter-queue-type') {
    const wrong = typeof value === 'string' ? system.node(value as NodeId)?.props['queueType'] : undefined;
    return fits.filter((node) => node.props['queueType'] !== wrong);
  }
  if (problem.code === 'dead-letter-queue-elsewhere') {
    const connection = lookup(system.design.connections, id);
    const target = connection === undefined ? undefined : system.node(connection.to);
    return fits.filter((node) => node.context === target?.context);
  }
  return fits;
}
