import type { EditResult } from './edits.js';
import type { FrameResult } from './frames.js';
import type { GenerationResult } from './generation.js';
import type { StartResult } from './startup.js';
import type { UndoResult } from './undo.js';
import type { SearchResult, TypingResult, WorkflowResult } from './workflow.js';

export interface Figures {
  readonly frames: readonly FrameResult[];
  readonly starts: readonly StartResult[];
  readonly undo: readonly UndoResult[];
  readonly edits: readonly EditResult[];
  readonly generation: readonly GenerationResult[];
  readonly workflow: readonly WorkflowResult[];
  readonly typing: readonly TypingResult[];
  readonly search: readonly SearchResult[];
}

/** Ratios of frame rates that count, by the number of nodes. */
const leastRatio: Readonly<Record<number, number>> = { 300: 0.9, 1000: 0.8 };

/** Milliseconds of a frame at 60 Hz. */
const frame = 16;

/** A change of so many nodes that React Flow itself takes longer than a frame to show it may take this many times that. */
const mostOfBare = 2;

/** What the app promises and these figures do not keep, in words. */
export function brokenPromises({
  frames,
  starts,
  undo,
  edits,
  generation,
  workflow,
  typing,
  search,
}: Figures): readonly string[] {
  const broken: string[] = [];
  const atMost = (what: string, figure: number, limit: number, unit: string): void => {
    if (figure > limit) broken.push(`${what}: ${figure.toFixed(1)} ${unit}, promised ${String(limit)}`);
  };
  for (const { gesture, nodes, ratio } of frames) {
    const least = leastRatio[nodes];
    if (least !== undefined && gesture !== 'box' && ratio < least)
      broken.push(
        `${gesture} at ${String(nodes)} nodes: ${ratio.toFixed(2)} of bare React Flow, promised ${String(least)}`,
      );
  }
  for (const { nodes, interactive, bytes } of starts) {
    if (nodes <= 300) atMost(`start with ${String(nodes)} nodes`, interactive, 1500, 'ms');
    if (nodes > 0) atMost(`first load with ${String(nodes)} nodes`, bytes / 1024, 350, 'kB');
  }
  for (const { nodes, steps } of undo)
    if (nodes <= 1000)
      for (const [step, { app, bare }] of Object.entries(steps))
        atMost(`undo of "${step}" at ${String(nodes)} nodes`, app, Math.max(frame, bare * mostOfBare), 'ms');
  for (const { nodes, advice, code } of edits) {
    if (nodes > 500) continue;
    atMost(`advice after an edit at ${String(nodes)} nodes`, advice.p95, 50, 'ms');
    atMost(`code after an edit at ${String(nodes)} nodes`, code.p95, 50, 'ms');
  }
  for (const { nodes, whole, edit } of generation) {
    atMost(`generating the project of ${String(nodes)} nodes`, whole.median, 150, 'ms');
    atMost(`generating after an edit of one of ${String(nodes)} nodes`, edit.median, 30, 'ms');
  }
  for (const { states, open, pan } of workflow) {
    atMost(`opening ${String(states)} states`, open, 1000, 'ms');
    if (pan.ratio < 0.9)
      broken.push(`pan of ${String(states)} states: ${pan.ratio.toFixed(2)} of bare React Flow, promised 0.9`);
  }
  for (const { lines, p95 } of typing) atMost(`typing in ${String(lines)} lines`, p95, 50, 'ms');
  for (const { p95 } of search) atMost('search over all AWS APIs', p95, 50, 'ms');
  return broken;
}
