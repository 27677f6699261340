import { DefinitionEditor } from '../../code/definition-editor.js';
import type { WorkflowView } from '../workflow.js';

/** The definition as text beside its drawing. */
export function WorkflowText({ workflow }: { readonly workflow: WorkflowView }) {
  return (
    <aside className="workflow-text" data-panel="workflow-text">
      <DefinitionEditor id={workflow.node} />
    </aside>
  );
}
