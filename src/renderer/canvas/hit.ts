import type { Point } from '../../model/design.js';
import { idsOfEdge } from './drawing.js';
import { isNodeId, noteOf } from './types.js';

/** What lies under the pointer. */

const canvasId = (element: Element | null): string | undefined => element?.getAttribute('data-id') ?? undefined;

/** The node whose card lies at a point of the window. */
export function nodeUnder({ x, y }: Point): string | undefined {
  for (const element of document.elementsFromPoint(x, y)) {
    const id = canvasId(element.closest('.react-flow__node'));
    if (id !== undefined && isNodeId(id)) return id;
  }
  return undefined;
}

/** The node, note or area that an element belongs to, by its id on the canvas. Of an area only the title counts. */
export function thingUnder(target: Element): string | undefined {
  const id = canvasId(target.closest('.react-flow__node'));
  if (id === undefined) return undefined;
  return isNodeId(id) || noteOf(id) !== undefined || target.closest('.area-title') !== null ? id : undefined;
}

/** The connections of the line or pill that an element belongs to. */
export function connectionsUnder(target: Element): readonly string[] {
  const pill = target.closest('[data-connections]')?.getAttribute('data-connections');
  if (pill !== null && pill !== undefined) return pill.split('\n');
  const line = canvasId(target.closest('.react-flow__edge'));
  return line === undefined ? [] : idsOfEdge(line);
}

export const isOverDrawing = ({ x, y }: Point): boolean =>
  document.elementFromPoint(x, y)?.closest('.react-flow') !== null;
