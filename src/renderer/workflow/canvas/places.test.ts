import { expect, test } from 'vitest';
import { generatedWorkflow } from '../../../../test/bench/generated-workflow.js';
import { invariant } from '../../../model/invariant.js';
import { parseDefinition, walkStates } from '../../../asl/definition.js';
import { flowKey } from '../../../asl/flow-key.js';
import { workflowGraph } from '../../../asl/flow.js';
import { startMark } from '../../../layout/workflow/define.js';
import { WorkflowLayouter } from '../../../layout/workflow/layout-workflow.js';
import type { Point } from '../../../model/design.js';
import { stateUnder } from './dragging.js';
import { indexOf } from './graph-index.js';
import { nextState } from './keyboard.js';
import { placeAt } from './places.js';

const { tree } = parseDefinition(generatedWorkflow(60), 'json');
invariant(tree, 'the generated definition can be read');
const graph = workflowGraph(tree);
const options = { labelOf: () => '', collapsed: new Set<string>(), placed: {} };
const layout = await new WorkflowLayouter().layout(graph, options);
const centre = (key: string): Point => {
  const box = layout.boxes.get(key);
  invariant(box, 'the state has a place');
  return { x: box.x + box.width / 2, y: box.y + 10 };
};

test('every state has a place of its own, where the pointer finds it', () => {
  for (const { path } of walkStates(tree)) {
    const key = flowKey(path);
    expect(stateUnder(centre(key), graph, layout)).toBe(key);
  }
});

test('the place under a point of a line is its transition; lines of what is dragged are no places', () => {
  const { lines } = indexOf(graph);
  const line = lines.get('/StartAt');
  const points = layout.lines.get('/StartAt')?.points ?? [];
  const at = { x: points[0]?.x ?? 0, y: ((points[0]?.y ?? 0) + (points.at(-1)?.y ?? 0)) / 2 };
  expect(line?.from).toBe(startMark(''));
  expect(placeAt(at, graph, layout)?.place).toEqual({ kind: 'start', machine: [] });
  expect(placeAt(at, graph, layout, new Set([graph.start ?? '']))?.id).not.toBe('/StartAt');
  expect(placeAt({ x: -5000, y: -5000 }, graph, layout)).toBeUndefined();
});

test('down and up lead along a transition and back', () => {
  const start = graph.start ?? '';
  const next = nextState(start, { x: 0, y: 1 }, graph, layout);
  expect(graph.transitions.some(({ from, to }) => from === start && to === next)).toBe(true);
  expect(nextState(next, { x: 0, y: -1 }, graph, layout)).toBe(start);
  expect(nextState(undefined, { x: 0, y: 1 }, graph, layout)).toBe(start);
});
