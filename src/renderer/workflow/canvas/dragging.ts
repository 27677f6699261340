import type { FlowKey } from '../../../asl/flow-key.js';
import type { WorkflowMachine } from '../../../asl/flow.js';
import { branchPadding, endMark, startMark, type WorkflowLayout } from '../../../layout/workflow/define.js';
import { plainFlowRoute } from '../../../layout/workflow/plain-route.js';
import type { Box, Point } from '../../../model/design.js';
import { indexOf, withInside } from './graph-index.js';
import { frameId } from './types.js';

/** What lies elsewhere while states are dragged. */
export interface Moved {
  /** By how much, by ids of the canvas: states with what is inside of them, and the lines there. */
  readonly by: ReadonlyMap<string, Point>;
  /** Lines with one end that moves. */
  readonly routes: ReadonlyMap<string, readonly Point[]>;
}

export const nothingMoved: Moved = { by: new Map(), routes: new Map() };

/** What follows from states being dragged by so much. */
export function movedBy(dragged: ReadonlyMap<FlowKey, Point>, graph: WorkflowMachine, layout: WorkflowLayout): Moved {
  const { states, lines } = indexOf(graph);
  const by = new Map<string, Point>();
  for (const [key, delta] of dragged) {
    const found = states.get(key);
    if (found === undefined) continue;
    for (const state of withInside(found.state)) {
      by.set(state.key, delta);
      for (const machine of state.machines)
        for (const id of [frameId(machine.key), startMark(machine.key), endMark(machine.key)]) by.set(id, delta);
    }
  }
  const routes = new Map<string, readonly Point[]>();
  for (const { id, from, to, transition } of lines.values()) {
    const [a, b] = [by.get(from), by.get(to)];
    if (a === undefined && b === undefined) continue;
    if (a !== undefined && a === b) by.set(id, a);
    else {
      const [start, end] = [shifted(layout.boxes.get(from), a), shifted(layout.boxes.get(to), b)];
      if (start !== undefined && end !== undefined)
        routes.set(
          id,
          plainFlowRoute(start, end, transition?.kind === 'catch', transition?.isLoop === true || from === to).points,
        );
    }
  }
  return { by, routes };
}

const shifted = (box: Box | undefined, by: Point | undefined): Box | undefined =>
  box === undefined || by === undefined ? box : { ...box, x: box.x + by.x, y: box.y + by.y };

/** The selected states without those inside of others that are selected: what a drag moves. */
export function outermost(keys: Iterable<FlowKey>, graph: WorkflowMachine): readonly FlowKey[] {
  const { states } = indexOf(graph);
  const all = new Set(keys);
  return [...all].filter((key) => {
    for (let at = states.get(key)?.parent; at !== undefined; at = states.get(at)?.parent) if (all.has(at)) return false;
    return states.has(key);
  });
}

/** The corner of the machine around a state, which its place by hand is told from. */
export function originOf(key: FlowKey, graph: WorkflowMachine, layout: WorkflowLayout): Point {
  const found = indexOf(graph).states.get(key);
  const frame = found === undefined ? undefined : layout.frames.get(found.machine.key);
  return frame === undefined ? { x: 0, y: 0 } : { x: frame.x + branchPadding, y: frame.y + branchPadding };
}

/** The innermost state whose card lies at a point. */
export function stateUnder(point: Point, graph: WorkflowMachine, layout: WorkflowLayout): FlowKey | undefined {
  let best: { readonly key: FlowKey; readonly depth: number } | undefined;
  for (const [key, { depth }] of indexOf(graph).states) {
    const box = layout.boxes.get(key);
    if (box === undefined || point.x < box.x || point.y < box.y) continue;
    if (point.x > box.x + box.width || point.y > box.y + box.height) continue;
    if (best === undefined || depth >= best.depth) best = { key, depth };
  }
  return best?.key;
}
