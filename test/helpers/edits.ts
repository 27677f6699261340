import fc from 'fast-check';
import '../../src/catalog/further.js';
import { connections, services } from '../../src/catalog/index.js';
import {
  connectionId,
  contextId,
  nodeId,
  type Design,
  type DesignNode,
  type Json,
  type NodeId,
} from '../../src/model/design.js';
import {
  addConnection,
  addNode,
  removeConnections,
  removeNodes,
  updateConnection,
  updateNode,
} from '../../src/model/graph.js';
import { nodeFields } from '../../src/system/node-fields.js';

/** Any edits of a design, legal or not: what a person can bring a design to, and what a file can hold. */

type Edit = (design: Design) => Design;

/** The entry that a number stands for, whatever the count is. */
const pick = <Item>(items: readonly Item[], index: number): Item | undefined =>
  items[index % Math.max(items.length, 1)];

const nodeAt = (design: Design, index: number): NodeId | undefined => {
  const id = pick(Object.keys(design.nodes), index);
  return id === undefined ? undefined : nodeId(id);
};

const ofNode =
  (index: number, change: (node: DesignNode, design: Design) => DesignNode): Edit =>
  (design) => {
    const id = nodeAt(design, index);
    return id === undefined ? design : updateNode(design, id, (node) => change(node, design));
  };

const prop = fc.constantFrom<readonly [string, Json]>(
  ['work', 'transport'],
  ['work', 'transform'],
  ['mapping', 'none'],
  ['mapping', 'computes'],
  ['description', 'Does it'],
  ['memory', 512],
  ['memory', 1],
  ['timeout', 30],
  ['queueType', 'fifo'],
  ['stream', 'NEW_AND_OLD_IMAGES'],
  ['type', 'EXPRESS'],
  ['partitionKey', 'other'],
  ['deadLetterQueue', ''],
);

const connectionProp = fc.constantFrom<readonly [string, Json]>(
  ['batchSize', 7],
  ['path', '/other/{id}'],
  ['mapping', 'missing'],
  ['actions', ['getItem', 'putItem']],
  ['invocation', 'async'],
  ['pattern', '{ "source": ["other"] }'],
);

const index = fc.nat(1000);
const label = fc.constantFrom('Orders', '注文', 'x', '', 'constructor');

export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(index, prop, index).map(([at, [name, value], other]) =>
    ofNode(at, (node, design) => ({
      ...node,
      props: { ...node.props, [name]: name === 'deadLetterQueue' ? (nodeAt(design, other) ?? '') : value },
    })),
  ),
  fc.tuple(index, label).map(([at, text]) => ofNode(at, (node) => ({ ...node, label: text }))),
  fc.tuple(index, index).map(([at, to]) =>
    ofNode(at, (node, design) => {
      const { context: _, ...loose } = node;
      const context = pick([undefined, ...Object.keys(design.contexts)], to);
      return context === undefined ? loose : { ...node, context: contextId(context) };
    }),
  ),
  index.map((at) =>
    ofNode(at, (node) =>
      node.origin === 'existing'
        ? { ...node, origin: 'created' }
        : { ...node, origin: 'existing', existing: { by: 'name', value: 'there' } },
    ),
  ),
  index.map((at) =>
    ofNode(at, (node) =>
      node.definition === undefined
        ? node
        : {
            ...node,
            definition: { ...node.definition, text: node.definition.text.replace('"Type": "Task"', '"Type": "Pass"') },
          },
    ),
  ),
  fc.tuple(index, label).map(([at, text]): Edit => (design) => {
    const service = pick(services, at)?.type ?? '';
    return addNode(design, { service, label: text, origin: 'created', props: {} }).design;
  }),
  index.map((at): Edit => (design) => {
    const id = nodeAt(design, at);
    return id === undefined ? design : removeNodes(design, new Set([id]), nodeFields);
  }),
  fc.tuple(index, index, index).map(([kind, a, b]): Edit => (design) => {
    const [from, to] = [nodeAt(design, a), nodeAt(design, b)];
    if (from === undefined || to === undefined) return design;
    return addConnection(design, { kind: pick(connections, kind)?.kind ?? '', from, to, props: {} }).design;
  }),
  fc.tuple(index, connectionProp).map(([at, [name, value]]): Edit => (design) => {
    const id = pick(Object.keys(design.connections), at);
    if (id === undefined) return design;
    return updateConnection(design, connectionId(id), (one) => ({ ...one, props: { ...one.props, [name]: value } }));
  }),
  index.map((at): Edit => (design) => {
    const id = pick(Object.keys(design.connections), at);
    return id === undefined ? design : removeConnections(design, new Set([id]));
  }),
  label.map((name): Edit => (design) => ({ ...design, settings: { ...design.settings, name } })),
  fc.constant<Edit>((design) => ({ ...design, settings: { ...design.settings, runtime: 'nodejs20.x' } })),
  fc.tuple(index, label).map(([at, text]): Edit => (design) => {
    const id = pick(Object.keys(design.contexts), at);
    return id === undefined ? design : { ...design, contexts: { ...design.contexts, [id]: { label: text } } };
  }),
);
