import { parseDefinition } from '../../../asl/definition.js';
import { validateDefinition } from '../../../asl/validate.js';
import { knownActions, learnActions } from '../../../system/known-actions.js';
import type { ProblemReply, ProblemRequest } from './problem-protocol.js';

self.addEventListener('message', ({ data }: MessageEvent<ProblemRequest>) => {
  void learnActions()
    // Without the catalog less is known of what Tasks call; the rest holds.
    .catch(() => undefined)
    .then(() => {
      self.postMessage(check(data));
    });
});

function check({ id, text, format, workflow }: ProblemRequest): ProblemReply {
  const { tree, problems } = parseDefinition(text, format);
  const actions = knownActions();
  const found =
    tree === undefined ? [] : validateDefinition(tree, { workflow, ...(actions === undefined ? {} : { actions }) });
  return { id, problems: [...problems, ...found] };
}
