import { placeNew, withRemoved } from '../../editor/place-new.js';
import type { Design, NodeId } from '../../model/design.js';
import { resolveSystem } from '../../system/resolve.js';
import type { System, SystemConnection, SystemNode } from '../../system/system.js';
import type { Ghost } from './types.js';

/** What is on the canvas: the system as it is, or together with what a previewed finding changes. */
export interface Picture {
  /** For positions, areas and contexts. */
  readonly design: Design;
  readonly nodes: readonly { readonly node: SystemNode; readonly ghost: Ghost }[];
  readonly connections: readonly { readonly connection: SystemConnection; readonly ghost: Ghost }[];
  readonly isPreview: boolean;
}

const nodesOfSystem = new WeakMap<System['nodes'], Picture['nodes']>();
const connectionsOfSystem = new WeakMap<System['connections'], Picture['connections']>();

/** The system as it is. Lists of what did not change are the same. */
export function pictureOf({ design, nodes, connections }: System): Picture {
  return {
    design,
    nodes: known(nodesOfSystem, nodes, () => [...nodes.values()].map((node) => ({ node, ghost: 'none' }))),
    connections: known(connectionsOfSystem, connections, () =>
      [...connections.values()].map((connection) => ({ connection, ghost: 'none' })),
    ),
    isPreview: false,
  };
}

function known<Key extends object, Value>(values: WeakMap<Key, Value>, key: Key, make: () => Value): Value {
  const before = values.get(key);
  if (before !== undefined) return before;
  const value = make();
  values.set(key, value);
  return value;
}

/** Both systems at once: what comes, what goes, what is touched, and the rest faded. Nothing that stays moves. */
export function previewPicture(system: System, after: Design, about: readonly NodeId[]): Picture {
  const placed = placeNew(system.design, after);
  const union = withRemoved(system.design, placed);
  const next = resolveSystem(placed, system);
  const connections: Picture['connections'][number][] = [];
  const touched = new Set<string>(about);
  for (const connection of system.connections.values()) {
    const other = next.connections.get(connection.id);
    const goes = other === undefined || !sameLine(connection, other);
    if (goes) touch(touched, connection);
    connections.push({ connection, ghost: goes ? 'removed' : 'faded' });
  }
  for (const connection of next.connections.values()) {
    const before = system.connections.get(connection.id);
    if (before !== undefined && sameLine(before, connection)) continue;
    touch(touched, connection);
    // A line that changes its ends is two lines here: the old one and the new one.
    const id = before === undefined ? connection.id : `${connection.id}:after`;
    connections.push({ connection: { ...connection, id }, ghost: 'added' });
  }
  const nodes = [...system.nodes.values()].map((node): Picture['nodes'][number] => ({
    node: next.nodes.get(node.id) ?? node,
    ghost: next.nodes.has(node.id) ? (touched.has(node.id) ? 'none' : 'faded') : 'removed',
  }));
  for (const node of next.nodes.values()) if (!system.nodes.has(node.id)) nodes.push({ node, ghost: 'added' });
  return { design: union, nodes, connections, isPreview: true };
}

function touch(touched: Set<string>, { from, to }: SystemConnection): void {
  touched.add(from);
  touched.add(to);
}

const sameLine = (a: SystemConnection, b: SystemConnection): boolean =>
  a.from === b.from && a.to === b.to && a.kind === b.kind;
