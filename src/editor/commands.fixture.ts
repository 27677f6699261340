import fc from 'fast-check';
import '../catalog/further.js';
import { connections, services } from '../catalog/index.js';
import {
  emptyDesign,
  entries,
  nodeId,
  noteId,
  type Context,
  type ContextId,
  type Design,
  type DesignNode,
  type Json,
  type NodeId,
} from '../model/design.js';
import { addConnection, addContext, addNode, addNote } from '../model/graph.js';
import { nodeFields } from '../system/node-fields.js';

/** Designs of any kind for property tests, and what in a design refers to nothing. */

/** What people write, and what breaks programs. */
export const anyLabel: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('注文', '注文 2', '📦🚚👩‍👩‍👧', '', ' ', 'Orders', 'Orders', 'Orders 2', 'x'.repeat(3000), 'a"b\n: #{'),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', '${Name}', 'task', 'shared', '- &a *a'),
  fc.string({ maxLength: 12 }),
);

const seeds = fc.array(fc.nat(), { minLength: 6, maxLength: 6 });
const place = fc.integer({ min: -2000, max: 2000 });

const pick = <Value>(values: readonly Value[], seed = 0): Value | undefined => values[seed % values.length];

const nodeOf = fc.record({
  service: fc.constantFrom(...services.map(({ type }) => type), 'not-in-the-catalog'),
  label: anyLabel,
  context: fc.nat({ max: 4 }),
  at: fc.option(fc.record({ x: place, y: place }), { freq: 6, nil: undefined }),
  flags: fc.record({ pinned: fc.boolean(), idFixed: fc.boolean(), collapsed: fc.boolean(), refers: fc.boolean() }),
  seeds,
});

/** A design of some nodes that refer to each other in every way there is. All of it is there: nothing dangles. */
export const anyDesign: fc.Arbitrary<Design> = fc
  .record({
    contexts: fc.array(fc.record({ label: anyLabel, at: fc.boolean() }), { maxLength: 3 }),
    nodes: fc.array(nodeOf, { maxLength: 8 }),
    connections: fc.array(seeds, { maxLength: 8 }),
    notes: fc.array(fc.record({ text: anyLabel, context: fc.nat({ max: 4 }), x: place, pinned: fc.boolean() }), {
      maxLength: 3,
    }),
  })
  .map((plan) => {
    let design = emptyDesign('Any');
    const contexts: ContextId[] = [];
    for (const { label, at } of plan.contexts) {
      const context: Context = { label };
      const added = addContext(design, context);
      contexts.push(added.id);
      design = added.design;
      const area = { x: 0, y: 0, width: 400, height: 300 };
      if (at)
        design = { ...design, layout: { ...design.layout, contexts: { ...design.layout.contexts, [added.id]: area } } };
    }
    const inside = (seed: number): { readonly context?: ContextId } => {
      const context = seed < contexts.length ? contexts[seed] : undefined;
      return context === undefined ? {} : { context };
    };
    const ids: NodeId[] = [];
    for (const { service, label, context, at, flags } of plan.nodes) {
      const node: DesignNode = { service, label, origin: 'created', props: {}, ...inside(context) };
      const marks = { ...(flags.pinned ? { pinned: true } : {}), ...(flags.collapsed ? { collapsed: true } : {}) };
      const added = addNode(
        design,
        flags.idFixed ? { ...node, idFixed: true } : node,
        at === undefined ? {} : { at: { ...at, ...marks } },
      );
      ids.push(added.id);
      design = added.design;
    }
    plan.nodes.forEach((node, index) => {
      const id = ids[index];
      if (id !== undefined && node.flags.refers) design = withReferences(design, id, ids, node.seeds);
    });
    for (const [from = 0, to = 0, kind = 0, bends = 0, resource = 0] of plan.connections) {
      const ends = [pick(ids, from), pick(ids, to)] as const;
      if (ends[0] === undefined || ends[1] === undefined || ends[0] === ends[1]) continue;
      const definition = pick(connections, kind);
      const fields = nodeFields.ofConnection(definition?.kind ?? '');
      const added = addConnection(design, {
        kind: definition?.kind ?? 'rule',
        from: ends[0],
        to: ends[1],
        props: Object.fromEntries(fields.map((field) => [field, pick(ids, bends) ?? ''])),
        ...(resource % 3 === 0 ? { resource: 'shared' } : {}),
      });
      design = added.design;
      if (bends % 2 === 0)
        design = {
          ...design,
          layout: { ...design.layout, bends: { ...design.layout.bends, [added.id]: [{ x: from % 99, y: to % 99 }] } },
        };
    }
    for (const { text, context, x, pinned } of plan.notes)
      design = addNote(
        design,
        { text, ...inside(context) },
        { at: { x, y: x, width: 200, height: 120, ...(pinned ? { pinned } : {}) } },
      ).design;
    return design;
  });

/** A node that names others: in its fields, in its definition, in a sample event. */
function withReferences(
  design: Design,
  id: NodeId,
  ids: readonly NodeId[],
  [a = 0, b = 0, c = 0]: readonly number[],
): Design {
  const node = design.nodes[id];
  const [one, other] = [pick(ids, a), pick(ids, b)];
  if (node === undefined || one === undefined || other === undefined) return design;
  const props = Object.fromEntries(nodeFields.ofService(node.service).map((field): [string, Json] => [field, one]));
  const machine = node.service === 'state-machine';
  const task = {
    Type: 'Task',
    Resource: 'arn:aws:states:::sqs:sendMessage',
    Arguments: { QueueUrl: '${Url}' },
    End: true,
  };
  const text = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'Send', States: { Send: task } }, null, 2);
  return {
    ...design,
    nodes: {
      ...design.nodes,
      [id]: {
        ...node,
        props: { ...props, description: 'Orders 注文' },
        ...(machine
          ? {
              definition: {
                format: 'json',
                text,
                substitutions: { Url: { node: other, attribute: 'url' }, Word: { literal: 'Orders' } },
                ...(c % 4 === 0 ? { draft: '{' } : {}),
              },
            }
          : {}),
      },
    },
    samples: { ...design.samples, [`sample-${id}`]: { label: 'Any', node: one, event: {} } },
    layout: machine
      ? { ...design.layout, states: { ...design.layout.states, [id]: { 'States/Send': { x: 0, y: 0 } } } }
      : design.layout,
  };
}

/** Everything in a design that names what is not there, in words. */
export function danglingIn(design: Design): readonly string[] {
  const found: string[] = [];
  const node = (id: unknown, where: string): void => {
    if (typeof id === 'string' && !Object.hasOwn(design.nodes, id)) found.push(`${where}: node ${id}`);
  };
  const context = (id: string | undefined, where: string): void => {
    if (id !== undefined && !Object.hasOwn(design.contexts, id)) found.push(`${where}: context ${id}`);
  };
  for (const [id, value] of entries(design.nodes)) {
    context(value.context, id);
    for (const field of nodeFields.ofService(value.service)) node(value.props[field], `${id}.${field}`);
    for (const [name, stands] of Object.entries(value.definition?.substitutions ?? {}))
      if ('node' in stands) node(stands.node, `${id}: \${${name}}`);
  }
  for (const [id, value] of entries(design.connections)) {
    node(value.from, id);
    node(value.to, id);
    for (const field of nodeFields.ofConnection(value.kind)) node(value.props[field], `${id}.${field}`);
  }
  for (const [id, note] of entries(design.notes)) context(note.context, id);
  for (const [id, sample] of Object.entries(design.samples))
    if (typeof sample === 'object' && sample !== null && 'node' in sample) node(sample['node'], id);
  const { layout } = design;
  for (const id of [...Object.keys(layout.nodes), ...Object.keys(layout.states)]) node(id, 'layout');
  for (const id of Object.keys(layout.contexts)) context(id, 'layout');
  for (const id of Object.keys(layout.notes))
    if (!Object.hasOwn(design.notes, noteId(id))) found.push(`layout: note ${id}`);
  for (const id of Object.keys(layout.bends)) {
    const [kind, ...named] = id.split(':');
    if (kind === 'task') named.forEach((end) => node(nodeId(end), id));
    else if (kind === 'reference' && named.length === 2) node(named[0], id);
    else if (!Object.hasOwn(design.connections, kind ?? id)) found.push(`bends: ${id}`);
  }
  return found;
}
