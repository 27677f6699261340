import { screen, type BrowserWindow, type Rectangle } from 'electron';
import { join } from 'node:path';
import { z } from 'zod';
import type { AppFolders } from '../host/app-folders.js';
import { readOwnJson, writeOwnJson } from '../host/own-json.js';

const whole = z.number().int().min(-100_000).max(100_000);
const stateSchema = z.object({ x: whole, y: whole, width: whole, height: whole, maximized: z.boolean() });

/** Where a window was. Sizes in device-independent pixels. */
export type WindowState = z.output<typeof stateSchema>;

const fileOf = ({ state }: AppFolders): string => join(state, 'window.json');
const smallest = { width: 960, height: 600 };
const usual = { width: 1440, height: 900 };
/** Of a window placed beside another one, so that both can be seen. */
const cascade = 32;

/** How much of a window has to be on a screen for a person to get hold of it. */
const visibleEnough = 100;

const isReachable = (box: Rectangle, areas: readonly Rectangle[]): boolean =>
  areas.some(
    (area) =>
      Math.min(box.x + box.width, area.x + area.width) - Math.max(box.x, area.x) >= visibleEnough &&
      box.y >= area.y - 8 &&
      box.y <= area.y + area.height - visibleEnough,
  );

/** Bounds for a new window: where the last one was, if a screen is there still; else the usual size, in the middle. */
export function boundsFor(
  last: WindowState | undefined,
  areas: readonly Rectangle[],
  open: number,
): Partial<Rectangle> & { readonly width: number; readonly height: number } {
  if (last === undefined) return usual;
  const width = Math.max(smallest.width, last.width);
  const height = Math.max(smallest.height, last.height);
  const box = { x: last.x + cascade * open, y: last.y + cascade * open, width, height };
  return isReachable(box, areas) ? box : { width, height };
}

/** The state that the last window left. */
export const readWindowState = (folders: AppFolders): Promise<WindowState | undefined> =>
  readOwnJson(fileOf(folders), stateSchema);

/** The work areas of all screens. */
export const workAreas = (): readonly Rectangle[] => screen.getAllDisplays().map(({ workArea }) => workArea);

const delayMilliseconds = 500;

/** Remembers where a window is, when it has come to rest and when it closes. */
export function rememberWindowState(window: BrowserWindow, folders: AppFolders): void {
  let timer: NodeJS.Timeout | undefined;
  const write = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized()) return;
    const state: WindowState = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    // A place that cannot be remembered is no reason to disturb anybody.
    writeOwnJson(fileOf(folders), state).catch(() => undefined);
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(write, delayMilliseconds);
  };
  window.on('resize', later);
  window.on('move', later);
  window.on('close', write);
  window.on('closed', () => clearTimeout(timer));
}
