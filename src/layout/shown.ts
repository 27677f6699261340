import { entries, lookup, type Box, type Context, type Design } from '../model/design.js';
import { areaPadding, cardWidth, snap } from './define.js';
import { textWidth } from './text-width.js';
import { contextBoxes, nodeBoxes, titleBox, titleWidth } from './geometry.js';

/** What of a design is drawn: a collapsed context stands for its members. */
export interface Shown {
  /** Boxes of the nodes that are drawn and have a position. */
  readonly nodes: ReadonlyMap<string, Box>;
  /** Areas of contexts; a collapsed one is as small as a card. */
  readonly areas: ReadonlyMap<string, Box>;
  readonly collapsed: ReadonlySet<string>;
  /** The collapsed context that stands for a node; undefined: the node is drawn itself. */
  readonly standIn: (node: string) => string | undefined;
}

const collapsedHeight = 64;
const widest = 320;
const lockWidth = 20;
/** The longest words for how much a context holds. */
const countWords = 'ノード 000 個 · ';

const shownOfDesign = new WeakMap<Design, Shown>();

/** What is drawn of a design, and where. */
export function shownOf(design: Design): Shown {
  const known = shownOfDesign.get(design);
  if (known !== undefined) return known;
  const collapsed = new Set<string>(entries(design.contexts).flatMap(([id]) => (isCollapsed(design, id) ? [id] : [])));
  const standIn = (id: string): string | undefined => {
    if (collapsed.size === 0) return undefined;
    const context = lookup(design.nodes, id)?.context;
    return context !== undefined && collapsed.has(context) ? context : undefined;
  };
  const all = nodeBoxes(design);
  const nodes = collapsed.size === 0 ? all : new Map([...all].filter(([id]) => standIn(id) === undefined));
  const areas = new Map(
    [...contextBoxes(design)].map(([id, box]): [string, Box] => {
      const context = collapsed.has(id) ? lookup(design.contexts, id) : undefined;
      return [id, context === undefined ? box : collapsedBox(context, box)];
    }),
  );
  const shown = { nodes, areas, collapsed, standIn };
  shownOfDesign.set(design, shown);
  return shown;
}

/** Whether a context is drawn as one card. */
export const isCollapsed = (design: Design, context: string): boolean =>
  lookup(design.layout.contexts, context)?.collapsed === true;

/** The card that a collapsed context is: at the corner where its area begins. */
function collapsedBox(context: Pick<Context, 'label' | 'team'>, { x, y }: Box): Box {
  const words = Math.max(
    titleWidth({ label: context.label }) + lockWidth,
    textWidth(countWords, 12) + (context.team ? titleWidth({ label: '', team: context.team }) : 0),
  );
  const width = Math.max(cardWidth, Math.min(widest, snap(words + 2 * areaPadding + 4)));
  return { x, y, width, height: collapsedHeight };
}

/** Where titles of areas stand; a collapsed context is a card and has none. */
export const shownTitles = (design: Design): readonly Box[] =>
  [...shownOf(design).areas].flatMap(([id, box]) => {
    const context = lookup(design.contexts, id);
    return context === undefined || isCollapsed(design, id) ? [] : [titleBox(context, box)];
  });
