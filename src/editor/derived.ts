import { connectionId, lookup, type Design, type Json } from '../model/design.js';
import { updateConnection, updateNode } from '../model/graph.js';
import { systemOf } from '../system/resolve.js';
import type { SystemConnection } from '../system/system.js';
import { removeTask } from '../system/tasks.js';
import { withProps } from './commands/set-node-props.js';

/** The design without the Task states and field values that these derived connections follow from. */
export function removeDerived(design: Design, connections: ReadonlySet<string>): Design {
  const derived = [...connections].filter((id) => lookup(design.connections, id) === undefined);
  if (derived.length === 0) return design;
  const system = systemOf(design);
  return derived.reduce<Design>((result, id) => {
    const connection = system.connections.get(id);
    if (connection === undefined) return result;
    return connection.origin === 'task'
      ? removeTask(result, connection.from, connection.to)
      : withoutReference(result, connection);
  }, design);
}

/** Clears the field that a reference follows from: its id is that of the owner, a colon, and the field's name. */
function withoutReference(design: Design, { id, from, to }: SystemConnection): Design {
  const colon = id.lastIndexOf(':');
  const owner = id.slice(0, colon);
  const field = id.slice(colon + 1);
  const cleared = <Owner extends { readonly props: Props }>(value: Owner): Owner =>
    value.props[field] === to ? { ...value, props: withProps(value.props, { [field]: undefined }) } : value;
  return Object.hasOwn(design.connections, owner)
    ? updateConnection(design, connectionId(owner), cleared)
    : updateNode(design, from, cleared);
}

type Props = Readonly<Record<string, Json>>;
