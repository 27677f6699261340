import type { AslProblem } from '../../../asl/problems.js';
import type { ProblemReply, ProblemRequest } from './problem-protocol.js';

let worker: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, (problems: readonly AslProblem[]) => void>();

/** Everything wrong with a definition's text, found off the main thread. Nothing where the worker fails. */
export function findProblems(asked: Omit<ProblemRequest, 'id'>): Promise<readonly AslProblem[]> {
  worker ??= startWorker();
  const id = (lastId += 1);
  const request: ProblemRequest = { ...asked, id };
  worker.postMessage(request);
  return new Promise((resolve) => {
    waiting.set(id, resolve);
  });
}

function startWorker(): Worker {
  const started = new Worker(new URL('./problem-worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<ProblemReply>) => {
    waiting.get(data.id)?.(data.problems);
    waiting.delete(data.id);
  });
  started.addEventListener('error', () => {
    // The analysis of the whole design tells of problems too: the marks in the text are missing until the next try.
    started.terminate();
    worker = undefined;
    for (const resolve of waiting.values()) resolve([]);
    waiting.clear();
  });
  return started;
}
