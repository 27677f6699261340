import type { WorkflowView } from '../workflow.js';

/** The drawing of a state machine and every gesture on it. */
export function WorkflowCanvas({ workflow }: { readonly workflow: WorkflowView }) {
  return <div className="workflow-canvas" data-states={workflow.graph.states.length} />;
}
