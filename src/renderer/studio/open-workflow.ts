import { serviceOf } from '../../catalog/index.js';
import { emptySelection } from '../../editor/define.js';
import { lookup, nodeId } from '../../model/design.js';
import { studio } from './studio.js';

/** Goes inside a state machine, with states selected by their flow keys; false: it has no inside. */
export function openWorkflow(id: string, selected: readonly string[] = []): boolean {
  const { design, editor } = studio.getState();
  const service = lookup(design.nodes, id)?.service;
  if (service === undefined || serviceOf(service)?.hasDefinition !== true) return false;
  const node = nodeId(id);
  editor.select({ ...emptySelection, nodes: new Set([node]) });
  studio.setState({ workflow: { node, selected: new Set(selected) }, preview: undefined });
  return true;
}

/** Goes back to the system, to the state machine that one comes from. */
export function closeWorkflow(): void {
  const { workflow } = studio.getState();
  if (workflow === undefined) return;
  studio.setState({ workflow: undefined });
  focusNode(workflow.node, framesToWait);
}

/** The drawing of the system comes some frames later. */
const framesToWait = 20;

function focusNode(id: string, frames: number): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body || studio.getState().workflow !== undefined) return;
    const element = document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
    if (element?.checkVisibility({ visibilityProperty: true }) === true) element.focus({ preventScroll: true });
    else if (frames > 0) focusNode(id, frames - 1);
  });
}
