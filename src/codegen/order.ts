import { byCodeUnit } from '../model/names.js';

/**
 * Groups of keys that reach each other, each sorted, in the order of their first key: what cannot be put in an order.
 * A key that only leads to itself is a group as well.
 */
export function cycles(keys: readonly string[], next: (key: string) => Iterable<string>): string[][] {
  const state = new Map<string, { index: number; low: number; open: boolean }>();
  const path: string[] = [];
  const found: string[][] = [];
  const known = new Set(keys);
  for (const start of keys) {
    if (state.has(start)) continue;
    // Tarjan's algorithm with a stack of its own: a long chain of nodes must not exhaust the call stack.
    const frames: { key: string; rest: Iterator<string> }[] = [];
    const open = (key: string): void => {
      state.set(key, { index: state.size, low: state.size, open: true });
      path.push(key);
      frames.push({ key, rest: next(key)[Symbol.iterator]() });
    };
    open(start);
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const own = state.get(frame.key);
      if (own === undefined) break;
      const step = frame.rest.next();
      if (step.done !== true) {
        const other = state.get(step.value);
        if (other === undefined) {
          if (known.has(step.value)) open(step.value);
        } else if (other.open) own.low = Math.min(own.low, other.index);
        continue;
      }
      frames.pop();
      const parent = state.get(frames.at(-1)?.key ?? '');
      if (parent !== undefined) parent.low = Math.min(parent.low, own.low);
      if (own.low !== own.index) continue;
      const group = path.splice(path.lastIndexOf(frame.key)).sort(byCodeUnit);
      for (const key of group) {
        const member = state.get(key);
        if (member !== undefined) member.open = false;
      }
      if (group.length > 1 || [...next(frame.key)].includes(frame.key)) found.push(group);
    }
  }
  return found.sort(([a = ''], [b = '']) => byCodeUnit(a, b));
}

/**
 * Each item after all that it needs; among those that are ready the first by `compare`. Undefined where there is no
 * such order: `cycles` says why.
 */
export function inOrder<Item>(
  items: ReadonlyMap<string, Item>,
  needs: (item: Item) => Iterable<string>,
  compare: (a: Item, b: Item) => number,
): Item[] | undefined {
  const waiting = new Map<string, number>();
  const followers = new Map<string, string[]>();
  for (const [key, item] of items) {
    const own = [...new Set(needs(item))].filter((need) => items.has(need));
    waiting.set(key, own.length);
    for (const need of own) followers.set(need, [...(followers.get(need) ?? []), key]);
  }
  const ready: [string, Item][] = [...items].filter(([key]) => waiting.get(key) === 0);
  const ordered: Item[] = [];
  while (ready.length > 0) {
    let first = 0;
    ready.forEach(([, item], index) => {
      const best = ready[first];
      if (best !== undefined && compare(item, best[1]) < 0) first = index;
    });
    for (const [key, item] of ready.splice(first, 1)) {
      ordered.push(item);
      for (const follower of followers.get(key) ?? []) {
        const left = (waiting.get(follower) ?? 0) - 1;
        waiting.set(follower, left);
        const freed = items.get(follower);
        if (left === 0 && freed !== undefined) ready.push([follower, freed]);
      }
    }
  }
  return ordered.length === items.size ? ordered : undefined;
}
