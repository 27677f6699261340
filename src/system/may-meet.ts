import { connections } from '../catalog/index.js';
import type { ServiceDefinition } from '../catalog/define.js';

const meeting = new Map<string, boolean>();

/** Whether a kind has roles that nodes of the two services may play. Quick: asked for every pair while one draws. */
export function mayMeet(from: ServiceDefinition, to: ServiceDefinition): boolean {
  // The catalog grows once, after the first picture.
  const key = `${String(connections.length)} ${from.type} ${to.type}`;
  const known = meeting.get(key);
  if (known !== undefined) return known;
  const may =
    (from.roles.stateMachine !== undefined && to.roles.sdkTarget !== undefined) ||
    connections.some((kind) => from.roles[kind.from] !== undefined && to.roles[kind.to] !== undefined);
  meeting.set(key, may);
  return may;
}
