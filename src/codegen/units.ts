import type { NodeView } from '../catalog/define.js';
import { defaultPropsOf } from '../catalog/profile.js';
import { lookup, type Connection, type Design, type Json, type NodeId } from '../model/design.js';
import { resolveProps, type Fields, type PropsOf } from '../model/fields.js';
import { byCodeUnit, sortKeys } from '../model/names.js';
import type { Statement } from '../ts-ast/ast.js';
import type { SystemNode } from '../system/system.js';

/** What is emitted together: a node's construct, a role, the permissions of a node, a connection. */
export interface Unit {
  readonly key: string;
  readonly stack: string;
  /** Among units that are ready the smaller comes first; then by key. */
  readonly rank: number;
  /** Variable that its construct is held in. */
  readonly variable?: string;
  /** Ids of the node or the connections it stands for. */
  readonly subjects: readonly string[];
  /** Keys of units of the same stack that it refers to. */
  readonly needs: Set<string>;
  /** Nodes of other stacks that it refers to. */
  readonly references: Set<NodeId>;
  /** Paths of files that it added or names. */
  readonly files: Set<string>;
  statements: readonly Statement[];
}

/** What holds data comes before what acts on it, so that permissions and connections can follow the actor at once. */
export const ranks = {
  /** What a template says before its resources: parameters, mappings, conditions. */
  adopted: -3,
  adoptedResource: -2,
  common: -1,
  role: 0,
  permissions: 1,
  connection: 2,
  node: 3,
  actor: 4,
  /** Outputs of a template. */
  adoptedLast: 5,
} as const;

export const nodeKey = (id: string): string => `node:${id}`;
export const roleKey = (id: string): string => `role:${id}`;

export const compareUnits = (a: Unit, b: Unit): number => a.rank - b.rank || byCodeUnit(a.key, b.key);

const sortRecord = (record: Readonly<Record<string, Json>>): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(record)
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([key, value]) => [key, sortKeys(value)]),
  );

const views = new WeakMap<SystemNode, NodeView<PropsOf<Fields>>>();

/** A node with all records in key order, so that equal designs give equal text however they were written down. */
export function stableView(node: SystemNode, design: Design): NodeView<PropsOf<Fields>> {
  const known = views.get(node);
  if (known !== undefined) return known;
  const view = viewOf(node, design);
  views.set(node, view);
  return view;
}

/** A node that depends on the settings is resolved anew when they change. */
function viewOf({ id, label, node, service }: SystemNode, { settings }: Design): NodeView<PropsOf<Fields>> {
  const { overrides, definition } = node;
  return {
    id,
    label,
    props: resolveProps(service.fields, sortRecord({ ...defaultPropsOf(service, settings), ...node.props })),
    node: {
      ...node,
      props: sortRecord(node.props),
      ...(overrides === undefined ? {} : { overrides: sortRecord(overrides) }),
      ...(definition === undefined
        ? {}
        : {
            definition: {
              ...definition,
              substitutions: Object.fromEntries(
                Object.entries(definition.substitutions).sort(([a], [b]) => byCodeUnit(a, b)),
              ),
            },
          }),
    },
  };
}

const givenProps = new WeakMap<Connection, Readonly<Record<string, Json>>>();

/** The given props of a drawn connection in key order; none for a derived one. */
export function stableProps(design: Design, id: string): Readonly<Record<string, Json>> {
  const drawn = lookup(design.connections, id);
  if (drawn === undefined) return {};
  const known = givenProps.get(drawn) ?? sortRecord(drawn.props);
  givenProps.set(drawn, known);
  return known;
}

const allProps = new WeakMap<Connection, PropsOf<Fields>>();

/** All props of a drawn connection, from what is given in key order. */
export function stableResolvedProps(design: Design, id: string, fields: Fields): PropsOf<Fields> {
  const drawn = lookup(design.connections, id);
  const known = drawn === undefined ? undefined : allProps.get(drawn);
  if (known !== undefined) return known;
  const props = resolveProps(fields, stableProps(design, id));
  if (drawn !== undefined) allProps.set(drawn, props);
  return props;
}

const sorted = new WeakMap<object, readonly unknown[]>();

/** The values of a map in the order of their ids, however they were drawn. */
export function inOrderOfIds<Value extends { readonly id: string }>(
  values: ReadonlyMap<string, Value>,
): readonly Value[] {
  // One map has values of one type.
  const known = sorted.get(values) as readonly Value[] | undefined;
  if (known !== undefined) return known;
  const ordered = [...values.values()].sort((a, b) => byCodeUnit(a.id, b.id));
  sorted.set(values, ordered);
  return ordered;
}
