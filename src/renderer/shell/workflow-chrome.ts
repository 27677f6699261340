/** Everything that is on screen inside a state machine, as one file: loaded when the first one is opened, or when idle. */
export { WorkflowArea } from '../workflow/workflow-area.js';
export { WorkflowInspector } from '../workflow/inspector/workflow-inspector.js';
export { WorkflowPalette } from '../workflow/palette/workflow-palette.js';
