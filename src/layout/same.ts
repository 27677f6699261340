import type { Box, Point } from '../model/design.js';
import type { RouteRequest, SceneNode } from './scene.js';

/** Whether parts of a drawing are the same. */

export const sameBox = (a: Box, b: Box): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

export const sameBoxes = (a: readonly Box[], b: readonly Box[]): boolean =>
  a.length === b.length &&
  a.every((box, index) => {
    const other = b[index];
    return other !== undefined && sameBox(box, other);
  });

export const sameNode = (a: SceneNode, b: SceneNode): boolean =>
  a === b || (a.isBus === b.isBus && sameBox(a.box, b.box));

export function sameRequest(a: RouteRequest, b: RouteRequest): boolean {
  if (a === b) return true;
  if (a.from !== b.from || a.to !== b.to || a.pillWidth !== b.pillWidth) return false;
  if (a.bends === b.bends) return true;
  const [before, after] = [a.bends ?? [], b.bends ?? []];
  return before.length === after.length && before.every((point, index) => isSamePoint(point, after[index]));
}

const isSamePoint = (a: Point, b: Point | undefined): boolean => b !== undefined && a.x === b.x && a.y === b.y;
