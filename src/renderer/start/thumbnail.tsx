import { serviceIcons } from 'virtual:service-icons';
import { useMemo } from 'react';
import { serviceOf } from '../../catalog/index.js';
import { entries, lookup, type Design, type Point } from '../../model/design.js';
import { systemOf } from '../../system/resolve.js';

const card = { width: 176, height: 56 };
const icon = 52;
const margin = 40;
const hueCount = 7;

const centreOf = (design: Design, id: string): Point | undefined => {
  const at = lookup(design.layout.nodes, id);
  return at === undefined ? undefined : { x: at.x + (at.width ?? card.width) / 2, y: at.y + card.height / 2 };
};

/** What the picture has to show: every card and every area. */
function boundsOf(design: Design) {
  const boxes = [
    ...Object.values(design.layout.nodes).map(({ x, y, width = card.width }) => ({ x, y, width, height: card.height })),
    ...Object.values(design.layout.contexts),
  ];
  const left = Math.min(...boxes.map(({ x }) => x)) - margin;
  const top = Math.min(...boxes.map(({ y }) => y)) - margin;
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + margin;
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + margin;
  return { left, top, width: right - left, height: bottom - top };
}

/** A small picture of a design: areas, lines and AWS's icons where its layout puts them. */
export function Thumbnail({ design }: { readonly design: Design }) {
  const connections = useMemo(() => [...systemOf(design).connections.values()], [design]);
  if (Object.keys(design.layout.nodes).length === 0) return <div className="thumbnail" />;
  const { left, top, width, height } = boundsOf(design);
  // Icons keep a size that can be read, however big the design is.
  const scale = Math.max(1, width / 1000, height / 560);
  const size = icon * scale;
  return (
    <svg
      className="thumbnail"
      viewBox={`${left} ${top} ${width} ${height}`}
      preserveAspectRatio="xMidYMid meet"
      aria-hidden="true"
    >
      {entries(design.contexts).map(([id, context], index) => {
        const box = lookup(design.layout.contexts, id);
        return box === undefined ? null : (
          <rect
            key={id}
            className="thumbnail-context"
            style={{ '--hue': `var(--hue-${context.hue ?? index % hueCount})` }}
            x={box.x}
            y={box.y}
            width={box.width}
            height={box.height}
            rx={14 * scale}
          />
        );
      })}
      {connections.map(({ id, from, to, delivery }) => {
        const a = centreOf(design, from);
        const b = centreOf(design, to);
        if (a === undefined || b === undefined) return null;
        const bend =
          Math.abs(a.x - b.x) > Math.abs(a.y - b.y)
            ? `H ${(a.x + b.x) / 2} V ${b.y} H ${b.x}`
            : `V ${(a.y + b.y) / 2} H ${b.x} V ${b.y}`;
        return (
          <path
            key={id}
            className="thumbnail-line"
            d={`M ${a.x} ${a.y} ${bend}`}
            strokeWidth={3 * scale}
            strokeDasharray={delivery === 'async' ? `${8 * scale} ${6 * scale}` : undefined}
          />
        );
      })}
      {entries(design.nodes).map(([id, node]) => {
        const at = centreOf(design, id);
        const url = lookup(serviceIcons, serviceOf(node.service)?.icon ?? '');
        if (at === undefined) return null;
        return (
          <g key={id}>
            <rect
              className="thumbnail-card"
              x={at.x - size * 0.65}
              y={at.y - size * 0.65}
              width={size * 1.3}
              height={size * 1.3}
              rx={8 * scale}
              strokeWidth={1.5 * scale}
            />
            {url === undefined ? null : (
              <image href={url} x={at.x - size / 2} y={at.y - size / 2} width={size} height={size} />
            )}
          </g>
        );
      })}
    </svg>
  );
}
