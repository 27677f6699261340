import type { KeyboardEvent } from 'react';

/** Arrow keys walk through the buttons of a list in their order; to the side in a grid as well. */
export function moveFocus(event: KeyboardEvent, list: HTMLElement | null): void {
  if (list === null || event.nativeEvent.isComposing) return;
  const isText = event.target instanceof HTMLInputElement;
  const inGrid = event.target instanceof HTMLElement && event.target.closest('.entry-grid') !== null;
  const step = stepOf(event.key, inGrid, isText);
  if (step === 0) return;
  event.preventDefault();
  const rows = [...list.querySelectorAll<HTMLElement>('button')];
  const at = rows.findIndex((row) => row === document.activeElement);
  rows[Math.max(0, Math.min(rows.length - 1, at + step))]?.focus();
}

/** The grid has two columns. */
function stepOf(key: string, inGrid: boolean, isText: boolean): number {
  if (key === 'ArrowDown') return inGrid ? 2 : 1;
  if (key === 'ArrowUp') return inGrid ? -2 : -1;
  if (isText || !inGrid) return 0;
  return key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
}
