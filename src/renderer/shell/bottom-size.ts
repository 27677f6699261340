/** What the bottom panel leaves to the drawing at least, in pixels. */
export const canvasMinimum = 180;
