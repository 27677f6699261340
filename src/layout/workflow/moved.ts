import type { Box } from '../../model/design.js';
import { lookup } from '../../model/design.js';
import { endLine, endMark, startMark, type FlowLine, type FlowMachine, type FlowOptions } from './define.js';
import { labelWidthOf, type PlacedMachine } from './machine.js';
import { plainFlowRoute } from './plain-route.js';

/**
 * A machine with the states that were moved by hand where they were put, and the lines that concern them routed by what is
 * there. A place left of or above the machine's corner moves the rest instead: a container encloses what is in it.
 */
export function withMoved(
  machine: FlowMachine,
  placed: Pick<PlacedMachine, 'boxes' | 'lines'>,
  options: FlowOptions,
): PlacedMachine {
  const moved = new Set<string>();
  const boxes = new Map(placed.boxes);
  for (const { key } of machine.states) {
    const [box, at] = [boxes.get(key), lookup(options.placed, key)];
    if (box === undefined || at === undefined) continue;
    moved.add(key);
    boxes.set(key, { ...box, x: at.x, y: at.y });
  }
  const lines = new Map(placed.lines);
  const route = (key: string, from: string, to: string, label: string, kind: string, isLoop: boolean): void => {
    if (lines.has(key) && !moved.has(from) && !moved.has(to)) return;
    const [a, b] = [boxes.get(from), boxes.get(to)];
    if (a === undefined || b === undefined) return;
    const { points, middle } = plainFlowRoute(a, b, kind === 'catch', isLoop || from === to);
    const labelWidth = labelWidthOf(label);
    lines.set(key, { points, label: labelWidth === 0 ? undefined : middle, labelWidth });
  };
  for (const transition of machine.transitions) {
    const from = transition.kind === 'start' ? startMark(machine.key) : transition.from;
    if (from !== undefined && transition.to !== undefined)
      route(transition.key, from, transition.to, options.labelOf(transition), transition.kind, transition.isLoop);
  }
  for (const { key } of machine.states)
    if (lines.has(endLine(key))) route(endLine(key), key, endMark(machine.key), '', 'next', false);
  return { boxes, lines, ...extentOf(boxes, lines) };
}

/** How far right and down it reaches. */
function extentOf(boxes: ReadonlyMap<string, Box>, lines: ReadonlyMap<string, FlowLine>) {
  let [width, height] = [0, 0];
  for (const box of boxes.values()) {
    width = Math.max(width, box.x + box.width);
    height = Math.max(height, box.y + box.height);
  }
  for (const { points, label, labelWidth } of lines.values()) {
    for (const { x, y } of points) {
      width = Math.max(width, x);
      height = Math.max(height, y);
    }
    if (label !== undefined) width = Math.max(width, label.x + labelWidth / 2);
  }
  return { width, height };
}
