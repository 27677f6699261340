import type { FlowKey } from '../../../asl/flow-key.js';
import type { Point } from '../../../model/design.js';
import { workflowCanvas, type Drawing } from './canvas-state.js';
import { connectCatch, connectNext } from './edits.js';
import { indexOf } from './graph-index.js';

/** Connects two states as the line that was drawn says; from a Choice the person says whether by a rule or otherwise. */
export function connectOrAsk({ from, kind }: Drawing, to: FlowKey, screen: Point): void {
  const { graph } = workflowCanvas.getState();
  const type = graph === undefined ? undefined : indexOf(graph).states.get(from)?.state.type;
  if (kind === 'catch') connectCatch(from, to);
  else if (type === 'Choice') workflowCanvas.setState({ ways: { from, to, screen } });
  else connectNext(from, to);
}
