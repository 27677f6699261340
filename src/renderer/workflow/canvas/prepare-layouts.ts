import type { DefinitionTree } from '../../../asl/definition.js';
import { workflowGraph } from '../../../asl/flow.js';
import { prepareFlowLayout } from '../../../layout/workflow/elk-flow.js';
import { WorkflowLayouter } from '../../../layout/workflow/layout-workflow.js';
import { entries, lookup, type NodeLayout } from '../../../model/design.js';
import { translate } from '../../../model/localized.js';
import { studio } from '../../studio/studio.js';
import { treeOf } from '../workflow.js';
import { labelOfTransition } from './words.js';

export const nothingPlaced: Readonly<Record<string, NodeLayout>> = {};

const layouters = new WeakMap<DefinitionTree, WorkflowLayouter>();

/** What lays a workflow out: it remembers what was prepared. */
export function layouterOf(tree: DefinitionTree): WorkflowLayouter {
  const layouter = layouters.get(tree) ?? new WorkflowLayouter();
  layouters.set(tree, layouter);
  return layouter;
}

/** Lays out the workflows of the design on screen while nothing else is to be done, so that they open at once. */
async function prepareLayouts(): Promise<void> {
  const { design, language, file } = studio.getState();
  for (const [id, { definition }] of entries(design.nodes)) {
    const tree = definition && treeOf(definition);
    if (tree === undefined || layouters.has(tree)) continue;
    await prepareFlowLayout();
    await layouterOf(tree).layout(workflowGraph(tree), {
      labelOf: (transition) => labelOfTransition(transition, (text, facts) => translate(text, language, facts)),
      collapsed: new Set(),
      placed: lookup(design.layout.states, id) ?? nothingPlaced,
    });
    await idle();
    if (studio.getState().file.document !== file.document) return;
  }
}

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    requestIdleCallback(() => {
      resolve();
    });
  });

// What cannot be laid out says so where it is opened.
const prepareWhenIdle = (): void =>
  void idle()
    .then(prepareLayouts)
    .catch(() => undefined);

prepareWhenIdle();
studio.subscribe((state, before) => {
  if (state.file.document !== before.file.document) prepareWhenIdle();
});
