import { useStore } from '@xyflow/react';
import { useMemo } from 'react';
import type { Box, Point } from '../../model/design.js';
import { overlaps } from '../../layout/geometry.js';

/** The view is looked at in steps of this size, so that a pan seldom renders anything. */
const cell = 600;

export interface NearView {
  hasPoint(at: Point): boolean;
  hasBox(box: Box): boolean;
}

const whole: NearView = { hasPoint: () => true, hasBox: () => true };

/** What lies in the view or near it; everything unless it is culled. Undefined: zoomed out below `least`. */
export function useNearView(isCulled: boolean, least: number): NearView | undefined {
  const key = useStore(({ transform: [x, y, zoom], width, height }) => {
    if (zoom < least) return '';
    if (!isCulled) return 'whole';
    const [left, top] = [Math.floor(-x / zoom / cell) - 1, Math.floor(-y / zoom / cell) - 1];
    const [right, bottom] = [Math.ceil((width - x) / zoom / cell) + 1, Math.ceil((height - y) / zoom / cell) + 1];
    return [left, top, right - left, bottom - top].join(' ');
  });
  return useMemo(() => {
    if (key === '') return undefined;
    if (key === 'whole') return whole;
    const [x = 0, y = 0, width = 0, height = 0] = key.split(' ').map((part) => Number(part) * cell);
    const view = { x, y, width, height };
    return {
      hasPoint: (at) => overlaps(view, { ...at, width: 0, height: 0 }),
      hasBox: (box) => overlaps(view, box),
    };
  }, [key]);
}
