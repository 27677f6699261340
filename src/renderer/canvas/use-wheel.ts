import { useReactFlow } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';
import { maxZoom, minZoom } from './zoom.js';

/** Of one notch of a mouse wheel. */
const zoomPerNotch = 1.2;
const notch = 120;

/** Whether a turn came from a wheel with notches: a trackpad reports pixels, which browsers multiply by -3 there. */
export function isMouseWheel(event: WheelEvent & { readonly wheelDeltaY?: number }): boolean {
  if (event.deltaX !== 0) return false;
  if (event.deltaMode !== WheelEvent.DOM_DELTA_PIXEL) return true;
  const { wheelDeltaY = 0 } = event;
  return wheelDeltaY !== 0 && wheelDeltaY % notch === 0 && wheelDeltaY !== -3 * event.deltaY;
}

/**
 * The wheel of a mouse zooms about the pointer. A trackpad pans with two fingers and zooms by a pinch, and Shift pans
 * sideways: React Flow does that by itself.
 */
export function useWheel(canvas: RefObject<HTMLElement | null>): void {
  const flow = useReactFlow();
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const turn = (event: WheelEvent): void => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !isMouseWheel(event)) return;
      if (!(event.target instanceof Element) || event.target.closest('.react-flow__renderer') === null) return;
      if (event.target.closest('.nowheel') !== null) return;
      event.preventDefault();
      event.stopPropagation();
      const { x, y, zoom } = flow.getViewport();
      const turned = Math.max(-2, Math.min(2, -wheelDelta(event) / notch));
      const next = Math.max(minZoom, Math.min(maxZoom, zoom * zoomPerNotch ** -turned));
      const box = element.getBoundingClientRect();
      const [px, py] = [event.clientX - box.left, event.clientY - box.top];
      const by = next / zoom;
      void flow.setViewport({ x: px - (px - x) * by, y: py - (py - y) * by, zoom: next });
    };
    element.addEventListener('wheel', turn, { capture: true, passive: false });
    return () => {
      element.removeEventListener('wheel', turn, { capture: true });
    };
  }, [canvas, flow]);
}

const wheelDelta = (event: WheelEvent & { readonly wheelDeltaY?: number }): number => {
  const { wheelDeltaY = 0 } = event;
  return wheelDeltaY === 0 ? -Math.sign(event.deltaY) * notch : wheelDeltaY;
};
