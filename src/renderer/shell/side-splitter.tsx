import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { preferences } from '../studio/preferences.js';

export type Side = 'palette' | 'inspector';

const least: Readonly<Record<Side, number>> = { palette: 168, inspector: 248 };
const most: Readonly<Record<Side, number>> = { palette: 420, inspector: 560 };
/** The drawing keeps at least this much. */
const canvasLeast = 360;
const keyStep = 16;

interface SideSplitterProps {
  readonly side: Side;
  readonly label: string;
}

const panelOf = (side: Side): Element | null => document.querySelector(`.workspace > [data-panel="${side}"]`);
const widthOf = (side: Side): number => panelOf(side)?.getBoundingClientRect().width ?? 0;

function setWidth(side: Side, wanted: number): void {
  const other = widthOf(side === 'palette' ? 'inspector' : 'palette');
  const limit = Math.min(most[side], window.innerWidth - canvasLeast - other);
  const width = Math.round(Math.max(least[side], Math.min(limit, wanted)));
  preferences.setState(side === 'palette' ? { paletteWidth: width } : { inspectorWidth: width });
}

/** The border between a side panel and the canvas: dragged, or moved by arrows; a double click gives the first width back. */
export function SideSplitter({ side, label }: SideSplitterProps) {
  const start = useRef<{ readonly x: number; readonly width: number } | undefined>(undefined);
  const outwards = side === 'palette' ? 1 : -1;
  const down = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width: widthOf(side) };
  };
  const move = (event: PointerEvent): void => {
    if (start.current !== undefined) setWidth(side, start.current.width + outwards * (event.clientX - start.current.x));
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    setWidth(side, widthOf(side) + outwards * (event.key === 'ArrowRight' ? keyStep : -keyStep));
  };
  return (
    <div
      className="side-splitter"
      data-side={side}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={Math.round(widthOf(side))}
      aria-valuemin={least[side]}
      aria-valuemax={most[side]}
      tabIndex={0}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={() => {
        start.current = undefined;
      }}
      onDoubleClick={() => {
        preferences.setState(side === 'palette' ? { paletteWidth: 0 } : { inspectorWidth: 0 });
      }}
      onKeyDown={key}
    />
  );
}
