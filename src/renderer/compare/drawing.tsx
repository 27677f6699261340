import { memo, useMemo } from 'react';
import { serviceIcons } from 'virtual:service-icons';
import { serviceOf } from '../../catalog/index.js';
import { contextBoxes, isBus, nodeBox, union } from '../../layout/geometry.js';
import { textWidth } from '../../layout/text-width.js';
import { entries, lookup, type Box, type Design } from '../../model/design.js';
import type { DesignChange } from '../../model/compare.js';
import { systemOf } from '../../system/resolve.js';
import { useTranslate } from '../studio/studio.js';

/** A design as a picture with full names, and rings around what differs from another version. */

export type Mark = DesignChange['change'];
/** What is marked, by kind and id: `node orders`. */
export type Marks = ReadonlyMap<string, Mark>;

export const markKey = (kind: string, id: string): string => `${kind} ${id}`;

const iconSize = 36;
const padding = 10;
const hueCount = 7;
const margin = 40;

/** Everything that is drawn of a design. */
export function boundsOf(design: Design): Box {
  const boxes = [
    ...entries(design.nodes).flatMap(([id]) => nodeBox(design, id) ?? []),
    ...contextBoxes(design).values(),
    ...Object.values(design.layout.notes),
  ];
  if (boxes.length === 0) return { x: 0, y: 0, width: 400, height: 240 };
  const { x, y, width, height } = union(boxes);
  return { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
}

/** Where a thing stands; undefined: the design does not have it, or it has no place. */
export function boxOfThing(design: Design, kind: DesignChange['kind'], id: string): Box | undefined {
  if (kind === 'node') return nodeBox(design, id);
  if (kind === 'context') return contextBoxes(design).get(id);
  if (kind === 'note') return lookup(design.notes, id) === undefined ? undefined : lookup(design.layout.notes, id);
  const connection = kind === 'connection' ? lookup(design.connections, id) : undefined;
  if (connection === undefined) return undefined;
  const ends = [connection.from, connection.to].flatMap((end) => nodeBox(design, end) ?? []);
  return ends.length === 0 ? undefined : union(ends);
}

/** Words cut to a width, as a browser would cut them. */
function cut(words: string, size: number, width: number): string {
  if (textWidth(words, size) <= width) return words;
  let short = '';
  for (const letter of words) {
    if (textWidth(`${short}${letter}…`, size) > width) break;
    short += letter;
  }
  return `${short}…`;
}

/** The drawing itself; renders again only for another design or other marks. */
export const Drawing = memo(function Drawing({ design, marks }: { readonly design: Design; readonly marks: Marks }) {
  const t = useTranslate();
  const areas = contextBoxes(design);
  const connections = useMemo(() => [...systemOf(design).connections.values()], [design]);
  return (
    <>
      {entries(design.contexts).map(([id, context], index) => {
        const box = areas.get(id);
        if (box === undefined) return null;
        return (
          <g key={id} data-mark={marks.get(markKey('context', id))}>
            <rect
              className="drawing-context"
              style={{ '--hue': `var(--hue-${context.hue ?? index % hueCount})` }}
              {...box}
              rx={14}
            />
            <text className="drawing-context-title" x={box.x + 16} y={box.y + 26}>
              {cut(context.label, 13, box.width - 32)}
            </text>
          </g>
        );
      })}
      {connections.map(({ id, from, to, delivery }) => {
        const [a, b] = [nodeBox(design, from), nodeBox(design, to)];
        if (a === undefined || b === undefined) return null;
        const { path, head } = lineBetween(a, b);
        return (
          <g
            key={id}
            className="drawing-line"
            data-delivery={delivery}
            data-mark={marks.get(markKey('connection', id))}
          >
            <path d={path} />
            <path className="drawing-head" d={head} />
          </g>
        );
      })}
      {entries(design.notes).map(([id, { text }]) => {
        const box = lookup(design.layout.notes, id);
        if (box === undefined) return null;
        return (
          <g key={id} data-mark={marks.get(markKey('note', id))}>
            <rect className="drawing-note" x={box.x} y={box.y} width={box.width} height={box.height} rx={8} />
            <text className="drawing-subtitle" x={box.x + padding} y={box.y + 20}>
              {cut(text.split('\n')[0] ?? '', 11, box.width - 2 * padding)}
            </text>
          </g>
        );
      })}
      {entries(design.nodes).map(([id, node]) => {
        const box = nodeBox(design, id);
        if (box === undefined) return null;
        const service = serviceOf(node.service);
        const url = lookup(serviceIcons, service?.icon ?? '');
        const left = box.x + padding + iconSize + 10;
        const width = box.x + box.width - padding - left;
        const name = service === undefined ? node.service : t(service.label);
        return (
          <g key={id} data-mark={marks.get(markKey('node', id))}>
            <rect className="drawing-card" {...box} rx={isBus(node) ? 12 : 10} />
            {url === undefined ? null : (
              <image
                href={url}
                x={box.x + padding}
                y={box.y + (box.height - iconSize) / 2}
                width={iconSize}
                height={iconSize}
              />
            )}
            <text className="drawing-title" x={left} y={box.y + box.height / 2 - 4}>
              {cut(node.label === '' ? name : node.label, 13.5, width)}
            </text>
            <text className="drawing-subtitle" x={left} y={box.y + box.height / 2 + 13}>
              {cut(name, 11.5, width)}
            </text>
          </g>
        );
      })}
    </>
  );
});

const headLength = 8;

/** A line with one bend between the facing sides of two boxes, and its arrowhead. */
function lineBetween(a: Box, b: Box): { readonly path: string; readonly head: string } {
  const [from, to] = [middle(a), middle(b)];
  const gapX = Math.max(b.x - (a.x + a.width), a.x - (b.x + b.width));
  const gapY = Math.max(b.y - (a.y + a.height), a.y - (b.y + b.height));
  if (gapX > gapY) {
    const way = Math.sign(to.x - from.x) || 1;
    const start = way > 0 ? a.x + a.width : a.x;
    const end = way > 0 ? b.x : b.x + b.width;
    const tip = end - way * headLength;
    return {
      path: `M ${start} ${from.y} H ${(start + end) / 2} V ${to.y} H ${tip}`,
      head: `M ${end} ${to.y} L ${tip} ${to.y - 4} V ${to.y + 4} Z`,
    };
  }
  const way = Math.sign(to.y - from.y) || 1;
  const start = way > 0 ? a.y + a.height : a.y;
  const end = way > 0 ? b.y : b.y + b.height;
  const tip = end - way * headLength;
  // A bus is met where the other end stands.
  const x = { from: within(a, to.x, from.x), to: within(b, from.x, to.x) };
  return {
    path: `M ${x.from} ${start} V ${(start + end) / 2} H ${x.to} V ${tip}`,
    head: `M ${x.to} ${end} L ${x.to - 4} ${tip} H ${x.to + 4} Z`,
  };
}

const middle = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });
const wide = 200;
const within = (box: Box, wanted: number, own: number): number =>
  box.width > wide ? Math.min(Math.max(wanted, box.x + 20), box.x + box.width - 20) : own;
