import type { PointerEvent } from 'react';
import type { Point } from '../../model/design.js';
import { holdPointer } from '../studio/gesture.js';

export interface Track {
  /** The way of the pointer since it went down, in pixels of the window. */
  readonly move: (by: Point, event: globalThis.PointerEvent) => void;
  readonly end: (event: globalThis.PointerEvent) => void;
  /** Esc, or the system took the pointer away. */
  readonly cancel: () => void;
}

/** Before this many pixels a press is a click. */
const threshold = 2;

/** Follows a pressed pointer over the whole window, whatever becomes of the element that it went down on. */
export function trackPointer(down: PointerEvent, { move, end, cancel }: Track): void {
  if (down.button !== 0) return;
  down.preventDefault();
  down.stopPropagation();
  const letGo = holdPointer();
  const from = { x: down.clientX, y: down.clientY };
  let isMoving = false;
  const moved = (event: globalThis.PointerEvent): void => {
    if (event.pointerId !== down.pointerId) return;
    const by = { x: event.clientX - from.x, y: event.clientY - from.y };
    isMoving ||= Math.hypot(by.x, by.y) > threshold;
    if (isMoving) move(by, event);
  };
  const up = (event: globalThis.PointerEvent): void => {
    if (event.pointerId !== down.pointerId) return;
    stop();
    if (isMoving) end(event);
    else cancel();
  };
  const lost = (): void => {
    stop();
    cancel();
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    lost();
  };
  const stop = (): void => {
    letGo();
    window.removeEventListener('pointermove', moved, true);
    window.removeEventListener('pointerup', up, true);
    window.removeEventListener('pointercancel', lost, true);
    window.removeEventListener('keydown', key, true);
  };
  window.addEventListener('pointermove', moved, true);
  window.addEventListener('pointerup', up, true);
  window.addEventListener('pointercancel', lost, true);
  window.addEventListener('keydown', key, true);
}
