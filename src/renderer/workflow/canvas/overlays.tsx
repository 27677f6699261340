import { WorkflowMenu } from './menu.js';
import { StateInsert } from './state-insert.js';
import { StatePicker } from './state-picker.js';
import { WaysOfChoice } from './ways-of-choice.js';
import { WorkflowZoomBar } from './zoom-bar.js';

/** What floats above the drawing of a workflow. */
export function WorkflowOverlays() {
  return (
    <>
      <WorkflowZoomBar />
      <StateInsert />
      <StatePicker />
      <WaysOfChoice />
      <WorkflowMenu />
    </>
  );
}
