import type { ServiceDefinition } from '../../catalog/define.js';
import { services } from '../../catalog/index.js';
import { newNode } from '../../editor/new-node.js';
import { nodeId, type NodeId } from '../../model/design.js';
import { resolveNode } from '../../system/nodes.js';
import type { System, Way } from '../../system/system.js';
import { waysBetween } from '../../system/ways.js';
import type { Language } from '../../model/localized.js';

/** A service that can come after a node. */
export interface NextService {
  readonly service: ServiceDefinition;
  readonly best: Way;
  readonly ways: number;
  /** How often it follows a service of this kind in the design. */
  readonly used: number;
}

/** Services that a connection from a node can lead to: direct ones first, then what the design does most often. */
export function nextServices(system: System, from: NodeId, language: Language): readonly NextService[] {
  const source = system.node(from);
  if (source === undefined) return [];
  const used = followers(system, source.service.type);
  const { settings } = system.design;
  return services
    .flatMap((service): NextService[] => {
      const target = resolveNode(settings, nodeId('next'), newNode(system.design, service, language));
      const { ways } = waysBetween(settings, source, target);
      const [best] = ways;
      return best === undefined ? [] : [{ service, best, ways: ways.length, used: used.get(service.type) ?? 0 }];
    })
    .sort((a, b) => order(a) - order(b) || b.used - a.used || a.best.rank - b.best.rank);
}

const order = ({ best }: NextService): number => (best.kind === 'direct' ? 0 : 1);

/** For each service, how often it comes directly after one of a kind. */
function followers(system: System, type: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { from, to, origin } of system.connections.values()) {
    if (origin === 'reference' || system.node(from)?.service.type !== type) continue;
    const next = system.node(to)?.service.type;
    if (next !== undefined) counts.set(next, (counts.get(next) ?? 0) + 1);
  }
  return counts;
}
