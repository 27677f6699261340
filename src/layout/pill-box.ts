import type { Box, Point } from '../model/design.js';

export const pillHeight = 20;

/** The box of a pill around its middle. */
export const pillBox = ({ x, y }: Point, width: number): Box => ({
  x: x - width / 2,
  y: y - pillHeight / 2,
  width,
  height: pillHeight,
});
