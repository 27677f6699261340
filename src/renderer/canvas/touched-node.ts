import { useCallback, useSyncExternalStore } from 'react';

/**
 * The nodes under the pointer and under the focus: only those carry what one takes hold of. Kept outside of React, so that a
 * pointer on its way over a thousand cards renders two of them at a time.
 */

const touched = new Map<'pointer' | 'focus', string>();
const listeners = new Map<string, Set<() => void>>();

function touch(by: 'pointer' | 'focus', id: string | undefined): void {
  const before = touched.get(by);
  if (before === id) return;
  if (id === undefined) touched.delete(by);
  else touched.set(by, id);
  for (const changed of [before, id])
    if (changed !== undefined) for (const listener of listeners.get(changed) ?? []) listener();
}

const nodeAt = (target: EventTarget | null): string | undefined =>
  target instanceof Element
    ? (target.closest<HTMLElement>('.react-flow__node')?.dataset['id'] ?? undefined)
    : undefined;

/** Watches the nodes inside of an element; returns what ends it. */
export function watchNodes(element: HTMLElement): () => void {
  const over = (event: Event): void => {
    touch('pointer', nodeAt(event.target));
  };
  const leave = (): void => {
    touch('pointer', undefined);
  };
  const focus = (event: Event): void => {
    touch('focus', nodeAt(event.target));
  };
  const blur = (): void => {
    touch('focus', undefined);
  };
  element.addEventListener('pointerover', over);
  element.addEventListener('pointerleave', leave);
  element.addEventListener('focusin', focus);
  element.addEventListener('focusout', blur);
  return () => {
    element.removeEventListener('pointerover', over);
    element.removeEventListener('pointerleave', leave);
    element.removeEventListener('focusin', focus);
    element.removeEventListener('focusout', blur);
    leave();
    blur();
  };
}

/** Whether the pointer or the focus is on a node. */
export function useIsTouched(id: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const own = listeners.get(id) ?? new Set();
      listeners.set(id, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0) listeners.delete(id);
      };
    },
    [id],
  );
  return useSyncExternalStore(subscribe, () => touched.get('pointer') === id || touched.get('focus') === id);
}
