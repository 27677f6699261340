import { Position, type ConnectionLineComponentProps } from '@xyflow/react';
import { headPath, linePath } from '../../layout/path.js';
import type { Point } from '../../model/design.js';

const stub = 16;

/** The line under the pointer while a connection is drawn. */
export function DrawnLine({
  fromX,
  fromY,
  toX,
  toY,
  fromPosition,
}: Pick<ConnectionLineComponentProps, 'fromX' | 'fromY' | 'toX' | 'toY' | 'fromPosition'>) {
  const upright = fromPosition === Position.Top || fromPosition === Position.Bottom;
  const [a, b]: [Point, Point] = [
    { x: fromX, y: fromY },
    { x: toX, y: toY },
  ];
  const ahead = { top: a.y - b.y, bottom: b.y - a.y, left: a.x - b.x, right: b.x - a.x }[fromPosition];
  // Away from the card first, also where the pointer is behind it.
  const bend = ahead > 2 * stub ? ahead / 2 : stub;
  const x = fromPosition === Position.Left ? a.x - bend : a.x + bend;
  const y = fromPosition === Position.Top ? a.y - bend : a.y + bend;
  const middle: Point[] = upright
    ? [
        { x: a.x, y },
        { x: b.x, y },
      ]
    : [
        { x, y: a.y },
        { x, y: b.y },
      ];
  const points = [a, ...middle, b];
  return (
    <g className="line" data-lit="true" data-delivery="sync">
      <path className="line-path" d={linePath(points)} />
      <path className="line-head" d={headPath(points)} />
    </g>
  );
}
