import { connectionOf } from '../catalog/index.js';
import type { ConnectionDefinition, EmittedConnection, Permission, RoleName } from '../catalog/define.js';
import type { Connection, ConnectionId } from '../model/design.js';
import { resolveProps, type Fields, type PropsOf } from '../model/fields.js';
import { sameInEveryLanguage } from '../model/localized.js';
import { endOf } from './nodes.js';
import type { System, SystemConnection, SystemNode } from './system.js';

/** A connection as its definition sees it: typed ends and props. */
export type EmittedOf = EmittedConnection<RoleName, RoleName, PropsOf<Fields>>;

/** A drawn connection, what it means, and the nodes that it was resolved with. */
export interface ResolvedConnection {
  readonly source: Connection;
  readonly from: SystemNode;
  readonly to: SystemNode;
  readonly connection: SystemConnection;
  /** The kind as the catalog has it, also where it does not fit its ends. */
  readonly kind: ConnectionDefinition | undefined;
  /** Undefined: the ends do not play the roles of the kind. */
  readonly emitted: EmittedOf | undefined;
  readonly permissions: readonly Permission[];
}

/** The connection before, where it says the same. */
const kept = (before: SystemConnection | undefined, now: SystemConnection): SystemConnection =>
  before?.kind === now.kind &&
  before.from === now.from &&
  before.to === now.to &&
  before.definition === now.definition &&
  before.delivery === now.delivery &&
  JSON.stringify([before.label, before.props]) === JSON.stringify([now.label, now.props])
    ? before
    : now;

/**
 * A drawn connection between two nodes. One whose kind is unknown or does not fit its ends stays visible, without a
 * definition: nothing is emitted for it, and the system reports it. `before` is kept where it says the same.
 */
export function resolveConnection(
  id: ConnectionId,
  source: Connection,
  from: SystemNode,
  to: SystemNode,
  before?: SystemConnection,
): ResolvedConnection {
  const kind = connectionOf(source.kind);
  const props = resolveProps(kind?.fields ?? {}, source.props);
  const emitted = kind === undefined ? undefined : emittedOf(kind, id, from, to, props);
  const view = { id, kind: source.kind, from: source.from, to: source.to, props, origin: 'drawn' } as const;
  if (kind === undefined || emitted === undefined)
    return {
      source,
      from,
      to,
      kind,
      emitted: undefined,
      permissions: [],
      connection: kept(before, {
        ...view,
        definition: undefined,
        label: kind?.label ?? sameInEveryLanguage(source.kind),
        delivery: 'sync',
      }),
    };
  return {
    source,
    from,
    to,
    kind,
    emitted,
    permissions: kind.permissions(emitted.from, emitted.to, props),
    connection: kept(before, {
      ...view,
      definition: kind,
      label: kind.describe(emitted.from, emitted.to, props),
      delivery: kind.delivery(emitted.from, emitted.to, props),
    }),
  };
}

function emittedOf(
  kind: ConnectionDefinition,
  id: string,
  fromNode: SystemNode,
  toNode: SystemNode,
  props: PropsOf<Fields>,
): EmittedOf | undefined {
  const from = endOf(fromNode, kind.from);
  const to = endOf(toNode, kind.to);
  if (from === undefined || to === undefined || kind.refuse?.(from, to) !== undefined) return undefined;
  return { id, from, to, props };
}

/** What a connection's definition is called with; undefined: a Task, a reference, or a connection that is not legal. */
export function emittedConnection(system: System, connection: SystemConnection): EmittedOf | undefined {
  const from = system.node(connection.from);
  const to = system.node(connection.to);
  const { definition } = connection;
  if (definition === undefined || from === undefined || to === undefined) return undefined;
  const source = system.design.connections[connection.id as ConnectionId];
  return emittedOf(definition, connection.id, from, to, resolveProps(definition.fields, source?.props ?? {}));
}
