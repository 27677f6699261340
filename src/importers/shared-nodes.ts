import type { ContextId } from '../model/design.js';
import type { Drawing } from './draw.js';

/**
 * Nodes that no resource stands for and that several contexts talk to, such as the default event bus: they belong to
 * none of these.
 */
export function sharedNodes({ nodes, connections }: Drawing, of: ReadonlyMap<string, ContextId>): ReadonlySet<string> {
  const contextOf = (id: string): ContextId | undefined => {
    const node = nodes.get(id);
    return of.get(node?.resource?.template ?? node?.draft?.template.file ?? '');
  };
  const users = new Map<string, Set<ContextId | undefined>>();
  const note = (id: string, user: string): void => {
    if (nodes.get(id)?.resource !== undefined) return;
    users.set(id, (users.get(id) ?? new Set()).add(contextOf(user)));
  };
  for (const { from, to } of connections) {
    note(from, to);
    note(to, from);
  }
  return new Set([...users].filter(([, contexts]) => contexts.size > 1).map(([id]) => id));
}
