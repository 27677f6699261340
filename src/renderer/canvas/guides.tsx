import { useStore } from '@xyflow/react';
import { useCanvas } from './canvas-state.js';
import { Overlay } from './overlay.js';
import type { Stroke } from './snapping.js';

/** Lines along which a drag came in line with other things, and the distances to them. */
export function DragGuides() {
  const guides = useCanvas((state) => state.guides);
  const copies = useCanvas((state) => state.copies);
  if (guides === undefined && copies.length === 0) return null;
  return (
    <Overlay>
      {copies.map(({ id, box, label }) => (
        <div
          key={id}
          className="drag-copy"
          style={{ transform: place(box.x, box.y), width: box.width, height: box.height }}
        >
          {label}
        </div>
      ))}
      <Strokes lines={guides?.lines ?? []} distances={guides?.distances ?? []} />
    </Overlay>
  );
}

const place = (x: number, y: number): string => `translate(${String(x)}px, ${String(y)}px)`;

function Strokes({ lines, distances }: { readonly lines: readonly Stroke[]; readonly distances: readonly Stroke[] }) {
  const zoom = useStore((state) => state.transform[2]);
  if (lines.length + distances.length === 0) return null;
  const cap = 4 / zoom;
  return (
    <>
      <svg className="guides" aria-hidden="true">
        {lines.map((line, index) => (
          <path key={index} d={pathOf(line)} />
        ))}
        {distances.map((line, index) => (
          <path key={index} d={`${pathOf(line)} ${capOf(line, line.from, cap)} ${capOf(line, line.to, cap)}`} />
        ))}
      </svg>
      {distances.map(({ along, at, from, to }, index) => {
        const middle = (from + to) / 2;
        const [x, y] = along === 'x' ? [middle, at] : [at, middle];
        return (
          <span
            key={index}
            className="guide-distance"
            style={{ transform: `${place(x, y)} scale(${String(1 / zoom)}) translate(-50%, -50%)` }}
          >
            {Math.round(to - from)}
          </span>
        );
      })}
    </>
  );
}

const pathOf = ({ along, at, from, to }: Stroke): string =>
  along === 'x' ? `M${String(from)} ${String(at)}H${String(to)}` : `M${String(at)} ${String(from)}V${String(to)}`;

/** A short stroke across the end of a distance. */
const capOf = ({ along, at }: Stroke, end: number, size: number): string =>
  along === 'x'
    ? `M${String(end)} ${String(at - size)}V${String(at + size)}`
    : `M${String(at - size)} ${String(end)}H${String(at + size)}`;
