import { useCallback, type MouseEvent } from 'react';
import { studio } from '../studio/studio.js';
import { canvasState, closeFloating } from './canvas-state.js';
import { connectionsUnder, thingUnder } from './hit.js';
import { selectOnCanvas, selectionOf } from './select.js';

/** Opens the menu of what lies under the pointer: it is selected first, unless it belongs to the selection already. */
export function useMenu(): (event: MouseEvent) => void {
  return useCallback((event) => {
    const target = event.target instanceof Element ? event.target : undefined;
    if (
      target === undefined ||
      target.closest('input, textarea, [role="dialog"], [role="menu"], .floating-bar') !== null
    )
      return;
    if (target.closest('.react-flow') === null) return;
    event.preventDefault();
    // A menu key is pressed where the focus is: then the command opens the menu.
    if (studio.getState().preview !== undefined) return;
    closeFloating();
    selectUnder(target);
    canvasState.setState({ menu: { at: { x: event.clientX, y: event.clientY } } });
  }, []);
}

function selectUnder(target: Element): void {
  const { editor } = studio.getState();
  const { selection } = editor.getState();
  const thing = thingUnder(target);
  if (thing !== undefined) {
    const wanted = selectionOf([thing]);
    const isIn = (['nodes', 'contexts', 'notes'] as const).every((kind) =>
      [...wanted[kind]].every((id) => selection[kind].has(id)),
    );
    if (!isIn) selectOnCanvas([thing]);
    return;
  }
  const connections = connectionsUnder(target);
  if (!connections.every((id) => selection.connections.has(id)) || connections.length === 0)
    editor.select({ connections: new Set(connections) });
}
