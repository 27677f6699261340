import type { Box, NodeLayout } from '../model/design.js';

/** What a layout computes: positions of nodes and areas of contexts. */
export interface LayoutResult {
  readonly nodes: Readonly<Record<string, NodeLayout>>;
  readonly contexts: Readonly<Record<string, Box>>;
}

/** Everything on the canvas sits on this grid. */
export const gridStep = 4;

export const cardWidth = 176;
export const cardHeight = 56;
/** Between cards side by side. */
export const columnGap = 24;
/** Between cards above each other: a pill fits on the line between them. */
export const rowGap = 56;

export const busHeight = 48;
/** Of a bus that no layout has widened yet. */
export const busWidth = 376;

export const areaPadding = 16;
/** From the top of an area to its first row: the title stands there. */
export const areaTitleHeight = 44;

export const snap = (value: number): number => Math.round(value / gridStep) * gridStep;
