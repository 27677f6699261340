import '../../catalog/further.js';
import { learnActions } from '../../system/known-actions.js';
import { learnTypesOf } from '../../system/known-resource-types.js';
import { createAnalyser } from './analyser.js';
import type { AnalysisReply, AnalysisRequest } from './protocol.js';

const analyse = createAnalyser();

// The page asks for one thing at a time.
self.addEventListener('message', ({ data }: MessageEvent<AnalysisRequest>) => {
  const types = learnTypesOf((data.changes.nodes?.set ?? []).map(([, node]) => node));
  const lessons = [...(hasDefinition(data) ? [learnActions()] : []), ...(types === undefined ? [] : [types])];
  if (lessons.length === 0) answer(data);
  // Without what is loaded here less is known of what Tasks call and of properties; the rest holds.
  else
    void Promise.allSettled(lessons).then(() => {
      answer(data);
    });
});

/** Whether a state machine comes with it: nobody else needs to know what AWS's APIs take. */
const hasDefinition = ({ changes }: AnalysisRequest): boolean =>
  changes.nodes?.set.some(([, node]) => typeof node === 'object' && node !== null && 'definition' in node) === true;

function answer(request: AnalysisRequest): void {
  try {
    // Advice does not wait for code.
    for (const reply of analyse(request)) self.postMessage(reply);
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const reply: AnalysisReply = { id: request.id, status: 'failed', detail };
    self.postMessage(reply);
  }
}
