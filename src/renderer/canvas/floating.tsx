import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Point } from '../../model/design.js';
import { closeFloating } from './canvas-state.js';

interface FloatingProps {
  /** Where it belongs, in the window. */
  readonly at: Point;
  readonly label: string;
  readonly className: string;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly onClose?: () => void;
  readonly children: ReactNode;
}

const gap = 12;

/** A popover of the canvas: inside its borders, closed by Esc or a press elsewhere; the focus goes back afterwards. */
export function Floating({ at, label, className, onKeyDown, onClose = closeFloating, children }: FloatingProps) {
  const panel = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Point | undefined>();

  useLayoutEffect(() => {
    const element = panel.current;
    const canvas = element?.closest('.canvas')?.getBoundingClientRect();
    if (element === null || canvas === undefined) return;
    const { offsetWidth: width, offsetHeight: height } = element;
    const clamp = (value: number, room: number): number => Math.max(gap, Math.min(value, room - gap));
    setPlace({
      x: clamp(at.x - canvas.left, canvas.width - width),
      y: clamp(at.y - canvas.top, canvas.height - height),
    });
  }, [at.x, at.y]);

  useEffect(() => {
    const before = document.activeElement;
    const outside = (event: PointerEvent): void => {
      if (event.target instanceof Node && panel.current?.contains(event.target) !== true) onClose();
    };
    window.addEventListener('pointerdown', outside, true);
    return () => {
      window.removeEventListener('pointerdown', outside, true);
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [onClose]);

  return (
    <div
      ref={panel}
      role="dialog"
      aria-label={label}
      className={`popover canvas-popover nowheel ${className}`}
      // Not hidden before it has its place: what is hidden cannot take the focus.
      style={place === undefined ? { opacity: 0 } : { left: place.x, top: place.y }}
      onKeyDown={(event) => {
        // What is typed here is not for the canvas below.
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') {
          event.preventDefault();
          event.nativeEvent.stopImmediatePropagation();
          onClose();
        } else onKeyDown?.(event);
      }}
    >
      {children}
    </div>
  );
}
