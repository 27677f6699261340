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
    for (const need of own) {
      const list = followers.get(need);
      if (list === undefined) followers.set(need, [key]);
      else list.push(key);
    }
  }
  const ready = new Heap<readonly [string, Item]>(([, a], [, b]) => compare(a, b));
  for (const entry of items) if (waiting.get(entry[0]) === 0) ready.push(entry);
  const ordered: Item[] = [];
  for (let first = ready.pop(); first !== undefined; first = ready.pop()) {
    const [key, item] = first;
    ordered.push(item);
    for (const follower of followers.get(key) ?? []) {
      const left = (waiting.get(follower) ?? 0) - 1;
      waiting.set(follower, left);
      const freed = items.get(follower);
      if (left === 0 && freed !== undefined) ready.push([follower, freed]);
    }
  }
  return ordered.length === items.size ? ordered : undefined;
}

/** A binary heap: gives back the first by an order, however many wait. */
class Heap<Item> {
  readonly #items: Item[] = [];

  constructor(private readonly compare: (a: Item, b: Item) => number) {}

  push(item: Item): void {
    this.#items.push(item);
    let at = this.#items.length - 1;
    for (let up = (at - 1) >> 1; at > 0 && this.#isBefore(at, up); up = (at - 1) >> 1) {
      this.#swap(at, up);
      at = up;
    }
  }

  pop(): Item | undefined {
    const last = this.#items.length - 1;
    if (last < 0) return undefined;
    this.#swap(0, last);
    const first = this.#items.pop();
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      let best = at;
      if (left < last && this.#isBefore(left, best)) best = left;
      if (left + 1 < last && this.#isBefore(left + 1, best)) best = left + 1;
      if (best === at) return first;
      this.#swap(at, best);
      at = best;
    }
  }

  #isBefore(a: number, b: number): boolean {
    const [first, second] = [this.#items[a], this.#items[b]];
    return first !== undefined && second !== undefined && this.compare(first, second) < 0;
  }

  #swap(a: number, b: number): void {
    const [first, second] = [this.#items[a], this.#items[b]];
    if (first === undefined || second === undefined) return;
    this.#items[a] = second;
    this.#items[b] = first;
  }
}
