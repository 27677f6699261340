import { Inspector } from '../../inspector/inspector.js';

/** The form of the selected state; of the state machine where none is selected. */
export function WorkflowInspector() {
  return <Inspector />;
}
