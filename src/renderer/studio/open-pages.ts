import { studio } from './studio.js';

/**
 * Which designs are open in which page: one server may be shown in several tabs of the browser. A page holds a lock for
 * each of its designs, which the browser lets go of with the page, however it ends.
 */

const prefix = 'servicefull-design:';

const locks = (): LockManager | undefined =>
  typeof navigator !== 'undefined' && 'locks' in navigator ? navigator.locks : undefined;

/** Holds a lock for each open design from now on. */
export function startOpenPages(): void {
  const held = new Map<string, () => void>();
  const follow = (): void => {
    const ids = new Set(studio.getState().documents.map(({ file }) => file.document));
    for (const [id, release] of held)
      if (!ids.has(id)) {
        held.delete(id);
        release();
      }
    for (const id of ids) {
      if (held.has(id)) continue;
      const closed = new Promise<void>((resolve) => {
        held.set(id, resolve);
      });
      locks()
        ?.request(`${prefix}${id}`, () => closed)
        .catch(() => undefined);
    }
  };
  studio.subscribe((state, before) => {
    if (state.documents !== before.documents) follow();
  });
  follow();
}

/** Documents that other pages show: their unsaved work is theirs. */
export async function documentsOfOtherPages(): Promise<ReadonlySet<string>> {
  const manager = locks();
  if (manager === undefined) return new Set();
  const { held = [] } = await manager.query();
  return new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) === true ? [name.slice(prefix.length)] : [])));
}
