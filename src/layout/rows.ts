import { columnGap } from './define.js';
import type { Link } from './links.js';

/** Something with a frame that is put into rows. */
export interface RowItem {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly block: {
    readonly members: readonly string[];
    readonly fed: ReadonlySet<string>;
    readonly publishing: ReadonlySet<string>;
  };
}

export interface Rows<Item> {
  readonly places: readonly {
    readonly item: Item;
    readonly x: number;
    readonly top: number;
    readonly height: number;
  }[];
  readonly width: number;
  readonly height: number;
}

/** A row that is wider is broken in two. */
const maxRowWidth = 2400;
/** Between two rows of areas. */
const rowDistance = 40;
/** Up to so many items every order is tried. */
const permutationLimit = 6;

/**
 * Items side by side, those that are linked next to each other, all of a row equally high. Where there are several rows,
 * the ones that talk to the bus are next to it: the bus lies below rows that grow `up`, above those that grow `down`.
 */
export function inRows<Item extends RowItem>(
  items: readonly Item[],
  links: readonly Link[],
  growth: 'up' | 'down',
): Rows<Item> {
  const nearBusFirst = [...items.filter(talksToBus), ...items.filter((item) => !talksToBus(item))];
  const rows: Item[][] = [];
  for (const item of nearBusFirst) {
    const row = rows.at(-1);
    if (row === undefined || widthOf(row) + columnGap + item.width > maxRowWidth) rows.push([item]);
    else row.push(item);
  }
  if (growth === 'up') rows.reverse();
  const places: { item: Item; x: number; top: number; height: number }[] = [];
  let top = 0;
  for (const row of rows) {
    const height = Math.max(...row.map((item) => item.height));
    let x = 0;
    for (const item of ordered(row, links)) {
      places.push({ item, x, top, height });
      x += item.width + columnGap;
    }
    top += height + rowDistance;
  }
  return { places, width: Math.max(0, ...rows.map(widthOf)), height: Math.max(0, top - rowDistance) };
}

const talksToBus = ({ block }: RowItem): boolean => block.fed.size + block.publishing.size > 0;

const widthOf = (row: readonly RowItem[]): number =>
  row.reduce((sum, item) => sum + item.width, 0) + columnGap * Math.max(0, row.length - 1);

/** The order with the shortest links; the given one where all are equal. */
function ordered<Item extends RowItem>(row: readonly Item[], links: readonly Link[]): readonly Item[] {
  if (row.length > permutationLimit) return row;
  const owner = new Map(row.flatMap((item) => item.block.members.map((member) => [member, item])));
  const between = links.flatMap(({ from, to }) => {
    const [a, b] = [owner.get(from), owner.get(to)];
    return a === undefined || b === undefined || a === b ? [] : [{ a, b }];
  });
  if (between.length === 0) return row;
  let best = row;
  let shortest = Infinity;
  for (const order of permutations(row)) {
    const length = between.reduce((sum, { a, b }) => sum + Math.abs(order.indexOf(a) - order.indexOf(b)), 0);
    if (length < shortest) [best, shortest] = [order, length];
  }
  return best;
}

function* permutations<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  if (items.length <= 1) yield items;
  for (const [index, item] of items.entries())
    for (const rest of permutations([...items.slice(0, index), ...items.slice(index + 1)])) yield [item, ...rest];
}
