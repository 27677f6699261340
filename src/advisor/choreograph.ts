import { serviceOf } from '../catalog/index.js';
import { entries, type Design, type NodeId } from '../model/design.js';
import { addConnection, addNode, removeConnections, updateConnection } from '../model/graph.js';
import { byCodeUnit, pascalCase } from '../model/names.js';
import { connectionId } from '../model/design.js';
import type { System, SystemNode } from '../system/system.js';
import { placeFor } from './changes.js';

/** An event on a bus with a rule, in the place of a call from one context to another. */
export function asEvent(system: System, caller: SystemNode, callee: SystemNode, calls: ReadonlySet<string>): Design {
  const without = removeConnections(system.design, calls);
  const bus = busFor(system, caller, without);
  const published = publishing(bus.design, caller, bus.id);
  const pattern = { source: [caller.id], 'detail-type': [`${pascalCase(caller.id)}Completed`] };
  return addConnection(published, {
    kind: 'rule',
    from: bus.id,
    to: callee.id,
    props: { pattern: JSON.stringify(pattern) },
  }).design;
}

/** The bus that the caller has at hand, else the only one there is, else a new one that no context owns. */
function busFor(system: System, caller: SystemNode, design: Design): { readonly design: Design; readonly id: NodeId } {
  const buses = [...system.nodes.values()]
    .filter(({ service }) => service.type === 'event-bus')
    .sort((a, b) => byCodeUnit(a.id, b.id));
  const used = new Set(system.outgoing(caller.id).map(({ to }) => to));
  const known =
    buses.find(({ id }) => used.has(id)) ??
    buses.find(({ context }) => context === caller.context) ??
    buses.find(({ context }) => context === undefined) ??
    (buses.length === 1 ? buses[0] : undefined);
  if (known !== undefined) return { design, id: known.id };
  const place = placeFor(system.design, caller, false);
  const label = serviceOf('event-bus')?.defaultLabel.en;
  return addNode(
    design,
    { service: 'event-bus', label: typeof label === 'string' ? label : 'Events', origin: 'created', props: {} },
    place === undefined ? {} : { at: place },
  );
}

function publishing(design: Design, caller: SystemNode, bus: NodeId): Design {
  const known = entries(design.connections).find(
    ([, { kind, from, to }]) => kind === 'uses' && from === caller.id && to === bus,
  );
  if (known === undefined)
    return addConnection(design, { kind: 'uses', from: caller.id, to: bus, props: { actions: ['putEvents'] } }).design;
  return updateConnection(design, connectionId(known[0]), (connection) => {
    const listed = connection.props['actions'];
    const actions: readonly unknown[] = Array.isArray(listed) ? listed : [];
    if (actions.length === 0 || actions.includes('putEvents')) return connection;
    const texts = actions.filter((action) => typeof action === 'string');
    return { ...connection, props: { ...connection.props, actions: [...texts, 'putEvents'] } };
  });
}
