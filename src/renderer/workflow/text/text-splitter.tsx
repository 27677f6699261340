import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { preferences } from '../../studio/preferences.js';
import { useTranslate } from '../../studio/studio.js';

const least = 240;
const most = 800;
/** The drawing keeps at least this much. */
const canvasLeast = 280;
const keyStep = 16;

const paneOf = (splitter: Element): HTMLElement | null => splitter.closest<HTMLElement>('.workflow-text');

function setWidth(splitter: Element, wanted: number): void {
  const area = splitter.closest('.workflow-area')?.getBoundingClientRect().width ?? window.innerWidth;
  const limit = Math.max(least, Math.min(most, area - canvasLeast));
  preferences.setState({ workflowTextWidth: Math.round(Math.max(least, Math.min(limit, wanted))) });
}

/** The border between the drawing and its text: dragged, or moved by arrows; a double click gives the first width back. */
export function TextSplitter() {
  const t = useTranslate();
  const splitter = useRef<HTMLDivElement>(null);
  const start = useRef<{ readonly x: number; readonly width: number } | undefined>(undefined);
  const widthNow = (element: Element): number => paneOf(element)?.getBoundingClientRect().width ?? least;
  const down = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width: widthNow(event.currentTarget) };
  };
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    if (start.current !== undefined)
      setWidth(event.currentTarget, start.current.width + start.current.x - event.clientX);
  };
  const key = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    setWidth(event.currentTarget, widthNow(event.currentTarget) + (event.key === 'ArrowLeft' ? keyStep : -keyStep));
  };
  return (
    <div
      className="text-splitter"
      ref={splitter}
      role="separator"
      aria-orientation="vertical"
      aria-label={t({ en: 'Width of the text', ja: 'テキストの幅' })}
      aria-valuenow={preferences.getState().workflowTextWidth}
      aria-valuemin={0}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={() => {
        start.current = undefined;
      }}
      onDoubleClick={() => {
        preferences.setState({ workflowTextWidth: 0 });
      }}
      onKeyDown={key}
    />
  );
}
