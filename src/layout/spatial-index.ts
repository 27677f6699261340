import type { Box } from '../model/design.js';

/** Side of a cell: somewhat more than a card. */
const cellSize = 256;
/** What reaches over more cells than this is looked at by every search. */
const largest = 4096;

interface Entry<Item> {
  readonly item: Item;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Of the last search that met it. */
  seen: number;
}

/** Finds what lies in or near a box, without looking at everything. */
export class SpatialIndex<Item> {
  readonly #cells = new Map<number, Entry<Item>[]>();
  readonly #large: Entry<Item>[] = [];
  #search = 0;

  insert(box: Box, item: Item): void {
    const { x, y, width, height } = box;
    const entry: Entry<Item> = { item, left: x, top: y, right: x + width, bottom: y + height, seen: 0 };
    if (spanOf(box) > largest) {
      this.#large.push(entry);
      return;
    }
    forEachCell(box, (key) => {
      const cell = this.#cells.get(key);
      if (cell === undefined) this.#cells.set(key, [entry]);
      else cell.push(entry);
    });
  }

  /** Takes out what was put in with the same box. */
  remove(box: Box, item: Item): void {
    const without = (entries: Entry<Item>[]): void => {
      const at = entries.findIndex((entry) => entry.item === item);
      if (at >= 0) entries.splice(at, 1);
    };
    if (spanOf(box) > largest) {
      without(this.#large);
      return;
    }
    forEachCell(box, (key) => {
      const cell = this.#cells.get(key);
      if (cell !== undefined) without(cell);
    });
  }

  /** Everything whose box touches the one given, borders included. */
  search(box: Box): readonly Item[] {
    const found: Item[] = [];
    const search = ++this.#search;
    const { x: left, y: top } = box;
    const [right, bottom] = [left + box.width, top + box.height];
    const take = (entries: readonly Entry<Item>[]): void => {
      for (const entry of entries) {
        if (entry.left > right || entry.right < left || entry.top > bottom || entry.bottom < top) continue;
        if (entry.seen === search) continue;
        entry.seen = search;
        found.push(entry.item);
      }
    };
    take(this.#large);
    if (spanOf(box) > largest) for (const cell of this.#cells.values()) take(cell);
    else
      forEachCell(box, (key) => {
        const cell = this.#cells.get(key);
        if (cell !== undefined) take(cell);
      });
    return found;
  }
}

const cellOf = (value: number): number => Math.floor(value / cellSize);

function spanOf({ x, y, width, height }: Box): number {
  const span = (cellOf(x + width) - cellOf(x) + 1) * (cellOf(y + height) - cellOf(y) + 1);
  return Number.isFinite(span) ? span : Infinity;
}

function forEachCell({ x, y, width, height }: Box, visit: (key: number) => void): void {
  const [left, right, top, bottom] = [cellOf(x), cellOf(x + width), cellOf(y), cellOf(y + height)];
  for (let column = left; column <= right; column++)
    for (let row = top; row <= bottom; row++) visit(column * 2 ** 24 + row);
}
