import type { KeyboardEvent } from 'react';
import { emptySelection } from '../../editor/define.js';
import { nudge } from '../../editor/commands/nudge.js';
import { isAnySelected } from '../../editor/commands/selection.js';
import { gridStep } from '../../layout/define.js';
import { centreOf } from '../../layout/geometry.js';
import { shownOf } from '../../layout/shown.js';
import type { Design, Point } from '../../model/design.js';
import { isTyping } from '../studio/keyboard.js';
import { openWorkflow } from '../studio/open-workflow.js';
import { studio } from '../studio/studio.js';
import { bendByKey } from './bending.js';
import { closeFloating } from './canvas-state.js';
import { joined, selectOnCanvas } from './select.js';
import { contextOf, noteOf } from './types.js';

/**
 * Keys of the canvas beside the commands': arrows move what is selected or walk from node to node, Alt with an arrow moves
 * the middle of the selected line, Enter selects, F2 renames, Esc steps back.
 */

const arrows: Readonly<Record<string, Point>> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowRight: { x: 1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
};

const pauseMilliseconds = 1000;
let lastNudge = 0;

/** Handles a key pressed in the canvas. */
export function canvasKey(event: KeyboardEvent): void {
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
  if (belongsToBarOrMenu(event)) return;
  const { editor, preview } = studio.getState();
  const { selection, design } = editor.getState();
  const focused = focusedId();
  const arrow = Object.hasOwn(arrows, event.key) ? arrows[event.key] : undefined;
  if (event.altKey) {
    const line = arrow === undefined || preview !== undefined ? undefined : lineToBend(focused);
    if (arrow === undefined || line === undefined) return;
    pauseBetweenSteps(event.timeStamp);
    bendByKey(line, { x: arrow.x * gridStep, y: arrow.y * gridStep });
    event.preventDefault();
  } else if (arrow !== undefined) {
    const isOnSelected = focused === undefined || isSelected(focused);
    if (isOnSelected && nudge.enabled({ design, selection }) && preview === undefined) {
      pauseBetweenSteps(event.timeStamp);
      const by = gridStep * (event.shiftKey ? 4 : 1);
      editor.run(nudge, { dx: arrow.x * by, dy: arrow.y * by });
    } else focusNode(nextInDirection(design, focused, arrow));
    event.preventDefault();
  } else if (event.key === 'Enter') {
    if (focused === undefined || !(event.target instanceof Element) || event.target.tagName === 'BUTTON') return;
    event.preventDefault();
    // Selected already, or with Shift: inside of a state machine.
    const isAlone = selection.nodes.size === 1 && selection.nodes.has(focused);
    if ((isAlone || event.shiftKey) && preview === undefined && openWorkflow(focused)) return;
    select(focused, event.shiftKey);
  } else if (event.key === 'F2' && preview === undefined) {
    // Selected first: the command renames what is selected.
    if (focused !== undefined && !isSelected(focused)) select(focused, false);
  } else if (event.key === 'Escape') {
    closeFloating();
    if (preview === undefined && !isAnySelected(selection)) return;
    // One step back at a time: what Esc means to the window comes after it.
    event.preventDefault();
    if (preview !== undefined) studio.setState({ preview: undefined });
    else editor.select({});
  }
}

/** Menus send their keys here too, as React has it; in bars arrows go from button to button. */
function belongsToBarOrMenu({ key, target, currentTarget }: KeyboardEvent): boolean {
  if (!(target instanceof Element) || !currentTarget.contains(target)) return true;
  if (target.closest('[role="menu"]') !== null) return true;
  return key !== 'Escape' && target.closest('.floating-bar') !== null;
}

/** Arrow keys pressed one after the other are one step; after a pause the next one begins. */
function pauseBetweenSteps(now: number): void {
  if (now - lastNudge > pauseMilliseconds) studio.getState().editor.endGesture();
  lastNudge = now;
}

/** The line that Alt with an arrow bends: the one that has the focus, or the only one that is selected. */
function lineToBend(focused: string | undefined): string | undefined {
  const { system, selection } = studio.getState();
  if (focused !== undefined && system.connections.has(focused)) return focused;
  const [only] = selection.connections;
  return selection.connections.size === 1 ? only : undefined;
}

/** The id of the node, area or connection that has the focus. */
export function focusedId(): string | undefined {
  const element = document.activeElement?.closest('.react-flow__node, .react-flow__edge');
  return element?.getAttribute('data-id') ?? undefined;
}

/** Whether something of the canvas is selected. */
export function isSelected(id: string): boolean {
  const { nodes, contexts, notes, connections } = studio.getState().selection;
  return nodes.has(id) || connections.has(id) || contexts.has(contextOf(id) ?? '') || notes.has(noteOf(id) ?? '');
}

/** Selects what has the focus, alone or with what is selected. */
export function select(id: string, isAdding: boolean): void {
  const { editor, system } = studio.getState();
  if (!system.connections.has(id)) {
    selectOnCanvas([id], isAdding);
    return;
  }
  const wanted = { ...emptySelection, connections: new Set([id]) };
  editor.select(isAdding ? joined(editor.getState().selection, wanted) : wanted);
}

/** The node nearest in a direction; the first one where none has the focus. */
function nextInDirection(design: Design, from: string | undefined, direction: Point): string | undefined {
  const boxes = shownOf(design).nodes;
  const start = from === undefined ? undefined : boxes.get(from);
  if (start === undefined) return [...boxes.keys()][0];
  const origin = centreOf(start);
  let best: { id: string; cost: number } | undefined;
  for (const [id, box] of boxes) {
    const to = centreOf(box);
    const along = (to.x - origin.x) * direction.x + (to.y - origin.y) * direction.y;
    const across = Math.abs((to.x - origin.x) * direction.y) + Math.abs((to.y - origin.y) * direction.x);
    if (id === from || along <= 0) continue;
    const cost = along + across * 2;
    if (best === undefined || cost < best.cost) best = { id, cost };
  }
  return best?.id;
}

/** The element of something on the canvas; undefined: it is not drawn. */
export const elementOf = (id: string): HTMLElement | undefined =>
  document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`) ?? undefined;

/** Puts the keyboard focus on a node. */
export function focusNode(id: string | undefined): void {
  if (id !== undefined) elementOf(id)?.focus({ preventScroll: true });
}
