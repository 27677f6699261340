import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scaled } from '../../test/helpers/scale.js';
import {
  connectionId,
  contextId,
  emptyDesign,
  nodeId,
  type Connection,
  type Context,
  type Design,
  type DesignNode,
  type NodeLayout,
  type Note,
} from './design.js';
import { changeNodeId, type NodeFields } from './graph.js';
import { conflictKey, mergeDesigns, type MergeConflict } from './merge.js';

const nodeFields: NodeFields = { ofService: () => ['target'], ofConnection: () => ['dead-letter'] };
const merge = (base: Design, mine: Design, theirs: Design) => mergeDesigns(base, mine, theirs, { nodeFields });

const names = ['a', 'b', 'c', 'd', '__proto__', 'constructor'];
const key = fc.constantFrom(...names);
const word = fc.constantFrom('', 'Orders', '注文', '🚀', '${x}');
const someOf = <Value>(value: fc.Arbitrary<Value>) => fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), value);
const context = fc.option(key.map(contextId), { nil: undefined });
const inContext = (id: ReturnType<typeof contextId> | undefined) => (id === undefined ? {} : { context: id });

const node: fc.Arbitrary<DesignNode> = fc
  .record({
    service: fc.constantFrom('sqs-queue', 'state-machine'),
    label: word,
    target: key,
    memory: fc.integer({ min: 1, max: 3 }),
    context,
    text: fc.option(word, { nil: undefined }),
  })
  .map(({ service, label, target, memory, context: id, text }) => ({
    service,
    label,
    origin: 'created',
    props: { target, memory },
    ...inContext(id),
    ...(text === undefined
      ? {}
      : { definition: { format: 'json', text, substitutions: { One: { node: nodeId(target), attribute: 'arn' } } } }),
  }));
const connection: fc.Arbitrary<Connection> = fc
  .tuple(fc.constantFrom('rule', 'uses'), key, key, key)
  .map(([kind, from, to, dead]) => ({ kind, from: nodeId(from), to: nodeId(to), props: { 'dead-letter': dead } }));
const note: fc.Arbitrary<Note> = fc.tuple(word, context).map(([text, id]) => ({ text, ...inContext(id) }));
const point: fc.Arbitrary<NodeLayout> = fc.record({ x: fc.integer({ max: 2 }), y: fc.constant(0) });

/** A design in which everything that is referred to is there. */
const whole = (design: Design): Design => {
  const has = (record: object, id: unknown): boolean => typeof id === 'string' && Object.hasOwn(record, id);
  const { nodes, contexts } = design;
  const members = <Member extends { readonly context?: unknown }>(member: Member): Member => {
    if (has(contexts, member.context)) return member;
    const copy: Member & { context?: unknown } = { ...member };
    delete copy.context;
    return copy;
  };
  const props = (value: DesignNode['props']): DesignNode['props'] =>
    Object.fromEntries(Object.entries(value).filter(([name, target]) => name === 'memory' || has(nodes, target)));
  const filter = <Value>(record: Readonly<Record<string, Value>>, owners: object): Record<string, Value> =>
    Object.fromEntries(Object.entries(record).filter(([id]) => has(owners, id)));
  const connections = Object.fromEntries(
    Object.entries(design.connections)
      .filter(([, { from, to }]) => has(nodes, from) && has(nodes, to))
      .map(([id, one]) => [id, { ...one, props: props(one.props) }]),
  );
  return {
    ...design,
    nodes: Object.fromEntries(
      Object.entries(nodes).map(([id, one]) => [
        id,
        {
          ...members(one),
          props: props(one.props),
          ...(one.definition === undefined
            ? {}
            : {
                definition: {
                  ...one.definition,
                  substitutions: Object.fromEntries(
                    Object.entries(one.definition.substitutions).filter(
                      ([, to]) => 'node' in to && has(nodes, to.node),
                    ),
                  ),
                },
              }),
        },
      ]),
    ),
    connections,
    notes: Object.fromEntries(Object.entries(design.notes).map(([id, one]) => [id, members(one)])),
    layout: {
      ...design.layout,
      nodes: filter(design.layout.nodes, nodes),
      bends: filter(design.layout.bends, connections),
    },
  };
};

const anyDesign: fc.Arbitrary<Design> = fc
  .record({
    name: word,
    region: fc.option(word, { nil: undefined }),
    contexts: someOf<Context>(fc.record({ label: word })),
    nodes: someOf(node),
    connections: someOf(connection),
    notes: someOf(note),
    places: someOf(point),
    bends: someOf(fc.array(point, { maxLength: 2 })),
    decisions: fc.uniqueArray(fc.record({ rule: key, fingerprint: key, reason: word }), {
      selector: ({ rule, fingerprint }) => `${rule} ${fingerprint}`,
      maxLength: 3,
    }),
    samples: someOf(word),
  })
  .map(({ name, region, contexts, nodes, connections, notes, places, bends, decisions, samples }) => {
    const empty = emptyDesign(name);
    return whole({
      ...empty,
      settings: { ...empty.settings, ...(region === undefined ? {} : { region }) },
      contexts,
      nodes,
      connections,
      notes,
      layout: { ...empty.layout, nodes: places, bends },
      decisions,
      samples,
    });
  });

/** Three designs, of which two take over much of the first. */
const threeVersions = fc
  .tuple(anyDesign, anyDesign, anyDesign, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }))
  .map(([base, one, other, keep]) => {
    let at = 0;
    const mixed = (design: Design): Design => {
      const mix = <Value>(from: Readonly<Record<string, Value>>, to: Readonly<Record<string, Value>>) =>
        Object.fromEntries(
          [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((id) => {
            const source = keep[at++ % keep.length] === true ? from : to;
            const value = Object.hasOwn(source, id) ? source[id] : undefined;
            return value === undefined ? [] : [[id, value]];
          }),
        );
      return whole({
        ...design,
        contexts: mix(base.contexts, design.contexts),
        nodes: mix(base.nodes, design.nodes),
        connections: mix(base.connections, design.connections),
        notes: mix(base.notes, design.notes),
      });
    };
    return { base, mine: mixed(one), theirs: mixed(other) };
  });

const runs = { numRuns: scaled(200) };

describe('merging', () => {
  test('what only one side changed is taken over as it is', () => {
    fc.assert(
      fc.property(anyDesign, anyDesign, (base, changed) => {
        expect(merge(base, changed, base)).toEqual({ design: changed, conflicts: [] });
        expect(merge(base, base, changed)).toEqual({ design: changed, conflicts: [] });
        expect(merge(base, changed, changed)).toEqual({ design: changed, conflicts: [] });
      }),
      runs,
    );
  });

  test('both sides see the same conflicts, and agree once one side is chosen', () => {
    fc.assert(
      fc.property(threeVersions, ({ base, mine, theirs }) => {
        const here = merge(base, mine, theirs);
        const there = mergeDesigns(base, theirs, mine, { nodeFields, choose: () => 'theirs' });
        expect(there.design).toEqual(here.design);
        const swapped = there.conflicts.map((conflict) => ({
          ...conflict,
          mine: conflict.theirs,
          theirs: conflict.mine,
        }));
        const sorted = (list: readonly MergeConflict[]) =>
          [...list].sort((a, b) => (conflictKey(a) < conflictKey(b) ? -1 : 1));
        expect(sorted(swapped)).toEqual(sorted(here.conflicts));
      }),
      runs,
    );
  });

  test('whatever is chosen, nothing refers to what is not there', () => {
    fc.assert(
      fc.property(threeVersions, fc.array(fc.boolean(), { minLength: 1 }), ({ base, mine, theirs }, sides) => {
        let at = 0;
        const { design } = mergeDesigns(base, mine, theirs, {
          nodeFields,
          choose: () => (sides[at++ % sides.length] === true ? 'mine' : 'theirs'),
        });
        expect(whole(design)).toEqual(design);
      }),
      runs,
    );
  });

  test('edits of different things are all kept', () => {
    const labels = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), word);
    fc.assert(
      fc.property(anyDesign, labels, labels, word, word, (base, mine, theirs, name, region) => {
        const relabelled = (design: Design, changes: typeof mine, ids: readonly string[]): Design => ({
          ...design,
          nodes: Object.fromEntries(
            Object.entries(design.nodes).map(([id, one]) => {
              const label = ids.includes(id) ? changes[id] : undefined;
              return [id, label === undefined ? one : { ...one, label }];
            }),
          ),
        });
        const left = relabelled({ ...base, settings: { ...base.settings, name } }, mine, ['a', 'b']);
        const right = relabelled({ ...base, settings: { ...base.settings, region } }, theirs, ['c', 'd']);
        const both = relabelled({ ...left, settings: { ...left.settings, region } }, theirs, ['c', 'd']);
        expect(merge(base, left, right)).toEqual({ design: both, conflicts: [] });
      }),
      runs,
    );
  });
});

const base = whole({
  ...emptyDesign('Orders'),
  nodes: {
    [nodeId('a')]: { service: 'sqs-queue', label: 'A', origin: 'created', props: { memory: 1 } },
    [nodeId('b')]: { service: 'sqs-queue', label: 'B', origin: 'created', props: {} },
  },
});
const change = (id: string, changes: Partial<DesignNode>): Design => {
  const before = base.nodes[nodeId(id)];
  if (before === undefined) throw new Error(id);
  return { ...base, nodes: { ...base.nodes, [id]: { ...before, ...changes } } };
};
const withoutNode = (id: string): Design => ({
  ...base,
  nodes: Object.fromEntries(Object.entries(base.nodes).filter(([other]) => other !== id)),
});

describe('by node and field', () => {
  test('two fields of one node are both kept', () => {
    const { design, conflicts } = merge(base, change('a', { label: 'Mine' }), change('a', { props: { memory: 2 } }));
    expect(design.nodes[nodeId('a')]).toMatchObject({ label: 'Mine', props: { memory: 2 } });
    expect(conflicts).toEqual([]);
  });

  test('one field changed twice is a conflict that names it', () => {
    const { conflicts } = merge(base, change('a', { props: { memory: 2 } }), change('a', { props: { memory: 3 } }));
    expect(conflicts).toEqual([{ kind: 'node', id: 'a', field: 'props.memory', base: 1, mine: 2, theirs: 3 }]);
  });

  test('deleting what the other side connects is a conflict; a deletion nobody minds is none', () => {
    const connected: Design = {
      ...base,
      connections: {
        'a-to-b': { kind: 'uses', from: nodeId('a'), to: nodeId('b'), props: {} },
      } as Design['connections'],
    };
    const { design, conflicts } = merge(base, withoutNode('b'), connected);
    expect(conflicts.map(({ kind, id, field }) => [kind, id, field])).toEqual([['node', 'b', undefined]]);
    expect(design.connections).toEqual({});
    const kept = mergeDesigns(base, withoutNode('b'), connected, { nodeFields, choose: () => 'theirs' });
    expect(kept.design).toEqual(connected);
    expect(merge(base, withoutNode('b'), change('a', { label: 'X' })).conflicts).toEqual([]);
  });

  test('a node whose id followed its new name is one node', () => {
    const place = { layout: { ...base.layout, nodes: { a: { x: 0, y: 0 }, b: { x: 0, y: 80 } } } };
    const before: Design = {
      ...base,
      ...place,
      connections: { [connectionId('one')]: { kind: 'uses', from: nodeId('b'), to: nodeId('a'), props: {} } },
    };
    const labelled = change('a', { label: 'Orders' });
    const mine = changeNodeId({ ...before, nodes: labelled.nodes }, nodeId('a'), nodeId('orders'), nodeFields);
    const theirs: Design = { ...before, nodes: change('a', { props: { memory: 2 } }).nodes };
    const { design, conflicts } = merge(before, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(design.nodes[nodeId('orders')]).toMatchObject({ label: 'Orders', props: { memory: 2 } });
    expect(Object.values(design.connections)).toMatchObject([{ from: 'b', to: 'orders' }]);
    expect(Object.keys(design.nodes).sort()).toEqual(['b', 'orders']);
  });

  test('two different things that were added under one id are one conflict', () => {
    const add = (service: string): Design => ({
      ...base,
      nodes: { ...base.nodes, [nodeId('queue')]: { service, label: service, origin: 'created', props: {} } },
    });
    const { conflicts } = merge(base, add('sqs-queue'), add('sns-topic'));
    expect(conflicts.map(({ id, field }) => [id, field])).toEqual([['queue', undefined]]);
  });
});
