import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { emptySelection } from '../../editor/define.js';
import { nudge } from '../../editor/commands/nudge.js';
import { gridStep } from '../../layout/define.js';
import { centreOf, nodeBoxes } from '../../layout/geometry.js';
import type { Design, Point } from '../../model/design.js';
import { editName } from '../inspector/name-field.js';
import { studio } from '../studio/studio.js';
import { closeFloating } from './canvas-state.js';
import { contextOf, isNodeId } from './types.js';

/** Keys of the canvas beside the commands': arrows move what is selected or walk from node to node, Enter selects,
 * F2 renames. */

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
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const { editor, preview } = studio.getState();
  const { selection, design } = editor.getState();
  const focused = focusedId();
  const arrow = Object.hasOwn(arrows, event.key) ? arrows[event.key] : undefined;
  if (arrow !== undefined) {
    const isOnSelected = focused === undefined || isSelected(focused);
    if (isOnSelected && selection.nodes.size + selection.contexts.size > 0 && preview === undefined) {
      // Arrow keys pressed one after the other are one step; after a pause the next one begins.
      if (event.timeStamp - lastNudge > pauseMilliseconds) editor.endGesture();
      lastNudge = event.timeStamp;
      const by = gridStep * (event.shiftKey ? 4 : 1);
      editor.run(nudge, { dx: arrow.x * by, dy: arrow.y * by });
    } else focusNode(nextInDirection(design, focused, arrow));
    event.preventDefault();
  } else if (event.key === 'Enter' || event.key === ' ') {
    if (focused === undefined || !(event.target instanceof Element) || event.target.tagName === 'BUTTON') return;
    event.preventDefault();
    select(focused, event.shiftKey);
  } else if (event.key === 'F2' && preview === undefined) {
    event.preventDefault();
    // Selected first: the inspector shows the name of what is selected.
    if (focused !== undefined && !isSelected(focused)) flushSync(() => select(focused, false));
    editName();
  } else if (event.key === 'Escape') {
    closeFloating();
    if (preview !== undefined) studio.setState({ preview: undefined });
    else editor.select({});
  }
}

/** The id of the node, area or connection that has the focus. */
function focusedId(): string | undefined {
  const element = document.activeElement?.closest('.react-flow__node, .react-flow__edge');
  return element?.getAttribute('data-id') ?? undefined;
}

function isSelected(id: string): boolean {
  const { selection } = studio.getState();
  return selection.nodes.has(id) || selection.contexts.has(contextOf(id) ?? '');
}

/** Selects what has the focus, alone or with what is selected. */
function select(id: string, isAdding: boolean): void {
  const { editor, design } = studio.getState();
  const { selection } = editor.getState();
  const context = contextOf(id);
  const kind =
    context !== undefined ? 'contexts' : isNodeId(id) && Object.hasOwn(design.nodes, id) ? 'nodes' : 'connections';
  const base = isAdding ? selection : emptySelection;
  editor.select({ ...base, [kind]: new Set([...base[kind], context ?? id]) });
}

/** The node nearest in a direction; the first one where none has the focus. */
function nextInDirection(design: Design, from: string | undefined, direction: Point): string | undefined {
  const boxes = nodeBoxes(design);
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

/** Puts the keyboard focus on a node. */
export function focusNode(id: string | undefined): void {
  if (id === undefined) return;
  document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)?.focus();
}
