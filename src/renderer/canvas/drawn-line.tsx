import type { ConnectionLineComponentProps } from '@xyflow/react';
import { headPath, linePath } from '../../layout/path.js';
import type { Point } from '../../model/design.js';
import type { CanvasNode } from './types.js';

/** The line under the pointer while a connection is drawn. */
export function DrawnLine({ fromX, fromY, toX, toY, fromPosition }: ConnectionLineComponentProps<CanvasNode>) {
  const upright = fromPosition === 'top' || fromPosition === 'bottom';
  const [a, b]: [Point, Point] = [
    { x: fromX, y: fromY },
    { x: toX, y: toY },
  ];
  const middle: Point[] = upright
    ? [
        { x: a.x, y: (a.y + b.y) / 2 },
        { x: b.x, y: (a.y + b.y) / 2 },
      ]
    : [
        { x: (a.x + b.x) / 2, y: a.y },
        { x: (a.x + b.x) / 2, y: b.y },
      ];
  const points = [a, ...middle, b];
  return (
    <g className="line" data-lit="true" data-delivery="sync">
      <path className="line-path" d={linePath(points)} />
      <path className="line-head" d={headPath(points)} />
    </g>
  );
}
