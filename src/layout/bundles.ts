import type { Link } from './links.js';

/** What is drawn as one line: everything of one kind between the same two ends. */
export interface Bundle<Item> {
  readonly from: string;
  readonly to: string;
  readonly items: readonly [Item, ...Item[]];
}

/**
 * Bundles in the order of their first items. `endOf` says what is drawn for a node: itself, or what stands for it; a line
 * from a thing to itself is none. Only items of the same `kindOf` share a line.
 */
export function bundled<Item>(
  items: Iterable<Item>,
  linkOf: (item: Item) => Link,
  endOf: (node: string) => string,
  kindOf: (item: Item) => string,
): readonly Bundle<Item>[] {
  const bundles = new Map<string, { from: string; to: string; items: [Item, ...Item[]] }>();
  for (const item of items) {
    const link = linkOf(item);
    const [from, to] = [endOf(link.from), endOf(link.to)];
    if (from === to) continue;
    const key = `${from}\n${to}\n${kindOf(item)}`;
    const bundle = bundles.get(key);
    if (bundle === undefined) bundles.set(key, { from, to, items: [item] });
    else bundle.items.push(item);
  }
  return [...bundles.values()];
}
