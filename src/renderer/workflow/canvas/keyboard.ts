import type { KeyboardEvent } from 'react';
import type { FlowKey } from '../../../asl/flow-key.js';
import type { WorkflowMachine } from '../../../asl/flow.js';
import type { WorkflowLayout } from '../../../layout/workflow/define.js';
import { centreOf } from '../../../layout/geometry.js';
import type { Point } from '../../../model/design.js';
import { isTyping } from '../../studio/keyboard.js';
import { studio } from '../../studio/studio.js';
import { closeWorkflow, selectStates } from '../workflow.js';
import { closeFloating, workflowCanvas } from './canvas-state.js';
import { focusedState, focusState } from './focus.js';
import { indexOf } from './graph-index.js';

/** Keys of the canvas beside the commands': arrows walk along transitions, Enter selects and then goes on to the form. */

const arrows: Readonly<Record<string, Point>> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowRight: { x: 1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
};

export function workflowKey(event: KeyboardEvent): void {
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (!(event.target instanceof Element) || !event.currentTarget.contains(event.target)) return;
  if (event.target.closest('[role="menu"], [role="dialog"]') !== null) return;
  if (event.key !== 'Escape' && event.target.closest('.floating-bar') !== null) return;
  const focused = focusedState();
  const arrow = Object.hasOwn(arrows, event.key) ? arrows[event.key] : undefined;
  if (arrow !== undefined) walk(event, focused, arrow);
  else if (event.key === 'Enter' && event.target.tagName !== 'BUTTON') enter(event, focused);
  else if (event.key === 'F2' && focused !== undefined) selectOnly(focused);
  else if (event.key === 'Escape') escape(event);
}

function walk(event: KeyboardEvent, focused: FlowKey | undefined, arrow: Point): void {
  const { graph, layout } = workflowCanvas.getState();
  const [selected] = studio.getState().workflow?.selected ?? [];
  if (graph === undefined || layout === undefined) return;
  event.preventDefault();
  const next = nextState(focused ?? selected, arrow, graph, layout);
  if (next === undefined) return;
  focusState(next);
  if (event.shiftKey) selectStates(new Set([...(studio.getState().workflow?.selected ?? []), next]));
  else selectOnly(next);
}

function selectOnly(key: FlowKey): void {
  workflowCanvas.setState({ line: undefined });
  const selected = studio.getState().workflow?.selected;
  if (selected?.size !== 1 || !selected.has(key)) selectStates([key]);
}

function enter(event: KeyboardEvent, focused: FlowKey | undefined): void {
  if (focused === undefined) return;
  event.preventDefault();
  const selected = studio.getState().workflow?.selected;
  if (event.shiftKey) selectStates(new Set([...(selected ?? []), focused]));
  else if (selected?.size === 1 && selected.has(focused))
    // Selected already: on to its form.
    document
      .querySelector<HTMLElement>('[data-panel="inspector"] :is(input, textarea, select, button[role="combobox"])')
      ?.focus();
  else selectOnly(focused);
}

/** One step back at a time: what floats, what is selected, then the way out to the system. */
function escape(event: KeyboardEvent): void {
  const { line, insert, ways, picker } = workflowCanvas.getState();
  const selected = studio.getState().workflow?.selected;
  event.preventDefault();
  event.nativeEvent.stopImmediatePropagation();
  if (insert !== undefined || ways !== undefined || picker !== undefined) closeFloating();
  else if (line !== undefined) workflowCanvas.setState({ line: undefined });
  else if (selected !== undefined && selected.size > 0) selectStates([]);
  else closeWorkflow();
}

/** The state that an arrow leads to: along a transition first, then whatever lies there; the first one from nowhere. */
export function nextState(
  from: FlowKey | undefined,
  arrow: Point,
  graph: WorkflowMachine,
  layout: WorkflowLayout,
): FlowKey | undefined {
  const { states, lines } = indexOf(graph);
  const start = from === undefined ? undefined : layout.boxes.get(from);
  if (from === undefined || start === undefined) return graph.start ?? [...states.keys()][0];
  const connected = [...lines.values()].flatMap((line) =>
    line.from === from ? [line.to] : line.to === from ? [line.from] : [],
  );
  return nearest(connected) ?? nearest(states.keys());

  function nearest(keys: Iterable<string>): FlowKey | undefined {
    const origin = centreOf(start ?? { x: 0, y: 0, width: 0, height: 0 });
    let best: { readonly key: FlowKey; readonly cost: number } | undefined;
    for (const key of keys) {
      const box = states.has(key) ? layout.boxes.get(key) : undefined;
      if (box === undefined || key === from) continue;
      const to = centreOf(box);
      const along = (to.x - origin.x) * arrow.x + (to.y - origin.y) * arrow.y;
      const across = Math.abs((to.x - origin.x) * arrow.y) + Math.abs((to.y - origin.y) * arrow.x);
      // More beside than ahead is another direction.
      if (along <= 0 || (arrow.x !== 0 && across > along * 3)) continue;
      const cost = along + across * 2;
      if (best === undefined || cost < best.cost) best = { key, cost };
    }
    return best?.key;
  }
}
