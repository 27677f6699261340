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

/** Goes back to the system. */
export function closeWorkflow(): void {
  studio.setState({ workflow: undefined });
}
