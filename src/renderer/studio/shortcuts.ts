import { canvasState } from '../canvas/canvas-state.js';
import { allCommands } from './commands/index.js';
import { isPointerHeld } from './gesture.js';
import { belongsToText, isCombination, isTyping } from './keyboard.js';
import { studio } from './studio.js';

const isMac = (): boolean => {
  const platform = studio.getState().hostInfo?.platform;
  return platform === 'darwin' || (platform === 'browser' && /^Mac/.test(navigator.platform));
};

/** Keys without Mod that change the drawing work on the canvas, or where nothing has the focus. */
const isInCanvas = (target: EventTarget | null): boolean =>
  target === document.body || (target instanceof Element && target.closest('[data-panel="canvas"]') !== null);

/** Runs commands by their keys, for the whole window. */
export function startShortcuts(): void {
  window.addEventListener('keydown', (event) => {
    // Keys of an input method belong to it.
    if (event.isComposing || event.key === 'Process' || event.defaultPrevented) return;
    if (isPointerHeld() || canvasState.getState().isDragging) return;
    const state = studio.getState();
    if (state.dialog !== undefined) return;
    const typing = isTyping(event.target);
    for (const command of allCommands) {
      if (command.hasSystemKeys === true) continue;
      const combination = command.keys?.find((keys) => isCombination(event, keys, isMac()));
      if (combination === undefined || (typing && belongsToText(combination))) continue;
      const changes = command.section === 'edit' || command.section === 'workflow';
      if (changes && !combination.includes('Mod') && !isInCanvas(event.target)) continue;
      if (!command.enabled(state)) {
        // Saving the page or printing it is never what Ctrl S and its like mean here.
        if (combination.includes('Mod')) event.preventDefault();
        continue;
      }
      event.preventDefault();
      command.run();
      return;
    }
  });
}
