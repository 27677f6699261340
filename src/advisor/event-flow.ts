import { lookup, type Json } from '../model/design.js';
import { usedActions } from '../catalog/connections/uses.js';
import { patternOf } from './event-names.js';
import { sourcesOf } from './machines.js';
import type { System, SystemConnection, SystemNode } from '../system/system.js';

/** An event that one function publishes and a rule hands to another. */
export interface EventStep {
  readonly from: SystemNode;
  readonly to: SystemNode;
  readonly bus: SystemNode;
  readonly rule: SystemConnection;
}

/**
 * The functions that run because of what a function publishes: its bus has a rule for events of its name or of its
 * context. A pattern that names neither leads nowhere, since whose events it means is not known.
 */
export function eventStepsFrom(system: System, from: SystemNode): readonly EventStep[] {
  return system.outgoing(from.id).flatMap((connection) => {
    const bus = system.node(connection.to);
    if (bus?.service.roles.eventBus === undefined || !publishes(connection, bus)) return [];
    const names = sourcesOf(system, from);
    return system.outgoing(bus.id).flatMap((rule): readonly EventStep[] => {
      const to = system.node(rule.to);
      if (rule.kind !== 'rule' || to?.service.type !== 'lambda-function') return [];
      const sources = lookup(patternOf(rule.props['pattern']) ?? {}, 'source');
      return matches(sources, names) ? [{ from, to, bus, rule }] : [];
    });
  });
}

const matches = (sources: Json | undefined, names: ReadonlySet<string>): boolean =>
  Array.isArray(sources) &&
  sources.some((source: Json) => typeof source === 'string' && names.has(source.toLowerCase().replace(/[\s_]+/g, '-')));

function publishes(connection: SystemConnection, bus: SystemNode): boolean {
  const role = bus.service.roles.sdkTarget;
  const listed = connection.props['actions'];
  if (connection.kind !== 'uses' || role === undefined || !Array.isArray(listed)) return false;
  return usedActions(
    role,
    listed.filter((name) => typeof name === 'string'),
  ).some((name) => /putEvents$/i.test(name));
}
