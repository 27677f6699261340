import { connectionOf, serviceOf, services } from '../catalog/index.js';
import type { ServiceDefinition } from '../catalog/define.js';
import { emptyDefinition } from '../catalog/services/state-machine.js';
import { sizeOf } from '../layout/geometry.js';
import {
  connectionId,
  entries,
  lookup,
  nodeId,
  type Design,
  type DesignNode,
  type Json,
  type NodeId,
} from '../model/design.js';
import type { Fields } from '../model/fields.js';
import { removeConnections, updateConnection, updateNode } from '../model/graph.js';
import { languages, translate } from '../model/localized.js';
import { resolveNode } from '../system/nodes.js';
import { systemOf } from '../system/resolve.js';
import type { System, SystemConnection, SystemNode } from '../system/system.js';
import { removeTask } from '../system/tasks.js';
import { connectDirectly } from '../system/ways.js';
import { keptProps } from './kept-props.js';
import { freeLabel } from './new-node.js';
import { rewire, wayBetween } from './rewire.js';

/** A service that a node could become, with what that does to its connections. */
export interface Replacement {
  readonly service: ServiceDefinition;
  /** How many connections remain possible, by their kind or another one. */
  readonly keeps: number;
  readonly loses: readonly SystemConnection[];
}

/** Every service that a node could become, those that keep most of its connections first. */
export function replacementsFor(system: System, node: string): readonly Replacement[] {
  const id = nodeId(node);
  const before = system.node(id);
  if (before === undefined) return [];
  const touching = [...new Set([...system.incoming(id), ...system.outgoing(id)])];
  return services
    .filter(({ type }) => type !== before.service.type)
    .map((service) => {
      const after = resolveNode(system.design.settings, id, convertedNode(system.design, before, service));
      const loses = touching.filter((connection) => !isKept(system, connection, after));
      return { service, keeps: touching.length - loses.length, loses };
    })
    .sort((a, b) => a.loses.length - b.loses.length);
}

/** Whether a connection remains possible when one of its ends is another node. */
function isKept(system: System, connection: SystemConnection, after: SystemNode): boolean {
  if (connection.origin === 'reference') return isReferenceKept(system.design, connection, after);
  const [from, to] = [connection.from, connection.to].map((id) => (id === after.id ? after : system.node(id)));
  return from !== undefined && to !== undefined && wayBetween(from, to, connection.kind) !== undefined;
}

/** A reference is named by its owner and its field. */
function isReferenceKept(design: Design, { id, from }: SystemConnection, after: SystemNode): boolean {
  const colon = id.lastIndexOf(':');
  const [owner, name] = [id.slice(0, colon), id.slice(colon + 1)];
  const connection = lookup(design.connections, owner);
  if (connection !== undefined) return isAllowed(connectionOf(connection.kind)?.fields, name, after);
  if (from === after.id) return after.node.props[name] !== undefined;
  return isAllowed(serviceOf(lookup(design.nodes, from)?.service ?? '')?.fields, name, after);
}

function isAllowed(fields: Fields | undefined, name: string, { service }: SystemNode): boolean {
  const field = fields === undefined ? undefined : lookup(fields, name);
  return field?.kind === 'node' && field.services.includes(service.type);
}

/**
 * The design with a node that became another service. Connections keep their kind where that fits, else they take the
 * best direct one; what is not possible any more goes, and so do settings that the new service does not have.
 */
export function replaceServiceOf(design: Design, id: NodeId, service: ServiceDefinition): Design {
  const system = systemOf(design);
  const before = system.node(id);
  if (before === undefined || before.service.type === service.type) return design;
  const touching = [...new Set([...system.incoming(id), ...system.outgoing(id)])];
  const tasks = touching.filter(({ origin }) => origin === 'task');
  const withoutTasks = tasks.reduce<Design>((result, { from, to }) => removeTask(result, from, to), design);
  const node = lookup(withoutTasks.nodes, id);
  if (node === undefined) return design;
  const converted = convertedNode(withoutTasks, { ...before, node }, service);
  let changed = withConverted(withoutTasks, before, converted);
  for (const { id: name, from, to, origin } of touching) {
    if (origin === 'drawn') {
      const rewired = rewire(changed, connectionId(name), from, to);
      changed = rewired?.design ?? removeConnections(changed, new Set([name]));
    } else if (origin === 'task') {
      const [source, target] = [from, to].map((end) => {
        const found = lookup(changed.nodes, end);
        return found === undefined ? undefined : resolveNode(changed.settings, end, found);
      });
      const way = source && target && wayBetween(source, target, 'task');
      if (way !== undefined) changed = connectDirectly(changed, from, to, way.kind).design;
    }
  }
  return withoutWrongReferences(changed, id, service);
}

/** The node as another service: its own name, place and context, and the settings that mean the same there. */
function convertedNode(design: Design, { node, service: old }: SystemNode, service: ServiceDefinition): DesignNode {
  const {
    definition: _definition,
    existing: _existing,
    overrides: _overrides,
    adopted: _adopted,
    stack,
    ...rest
  } = node;
  return {
    ...rest,
    service: service.type,
    label: labelFor(design, node.label, old, service),
    origin: 'created',
    props: keptProps(design, node.props, old.fields, service.fields),
    ...(service.hasDefinition === true ? { definition: emptyDefinition } : {}),
    ...(stack !== undefined && service.stateful ? { stack } : {}),
  };
}

/** A name that only says the old service says the new one; a name that a person gave stays. */
function labelFor(design: Design, label: string, old: ServiceDefinition, service: ServiceDefinition): string {
  const name = label.replace(/ \d+$/, '');
  const language = languages.find((one) => translate(old.defaultLabel, one) === name);
  return language === undefined ? label : freeLabel(design, translate(service.defaultLabel, language));
}

/** The node in its place: cards and buses have sizes of their own, and share their middle. */
function withConverted(design: Design, { id, node: old }: SystemNode, node: DesignNode): Design {
  const changed = updateNode(design, id, () => node);
  const at = lookup(design.layout.nodes, id);
  const { [id]: _states, ...states } = design.layout.states;
  const layout = { ...changed.layout, ...(node.definition === undefined ? { states } : {}) };
  if (at === undefined) return { ...changed, layout };
  const { width, collapsed: _collapsed, ...place } = at;
  const [was, is] = [sizeOf(old.service, width), sizeOf(node.service)];
  const moved = {
    ...place,
    x: Math.round(at.x + (was.width - is.width) / 2),
    y: Math.round(at.y + (was.height - is.height) / 2),
  };
  return { ...changed, layout: { ...layout, nodes: { ...layout.nodes, [id]: moved } } };
}

/** Fields that may not name the new service do not name it any more. */
function withoutWrongReferences(design: Design, id: NodeId, service: ServiceDefinition): Design {
  const cleaned = (props: Props, fields: Fields | undefined): Props => {
    const gone = Object.entries(fields ?? {}).filter(
      ([name, field]) => field.kind === 'node' && lookup(props, name) === id && !field.services.includes(service.type),
    );
    if (gone.length === 0) return props;
    return Object.fromEntries(Object.entries(props).filter(([name]) => !gone.some(([one]) => one === name)));
  };
  let changed = design;
  for (const [other, node] of entries(design.nodes))
    changed = updateNode(changed, other, () => {
      const props = cleaned(node.props, serviceOf(node.service)?.fields);
      return props === node.props ? node : { ...node, props };
    });
  for (const [other, connection] of entries(design.connections))
    changed = updateConnection(changed, other, () => {
      const props = cleaned(connection.props, connectionOf(connection.kind)?.fields);
      return props === connection.props ? connection : { ...connection, props };
    });
  return changed;
}

type Props = Readonly<Record<string, Json>>;
