import { serviceOf } from '../../catalog/index.js';
import { emptyDefinition } from '../../catalog/services/state-machine.js';
import { nodeId } from '../../model/design.js';
import { updateNode } from '../../model/graph.js';
import type { Localized } from '../../model/localized.js';
import { defineCommand } from '../define.js';
import { withText } from './set-definition.js';

export interface EditDefinitionArgs {
  readonly node: string;
  /** What an edit of `asl/edit` gave. */
  readonly text: string;
  /** What the step is called: the label of that edit. */
  readonly label: Localized;
  /** Steps with the same gesture become one: typing in a field. */
  readonly gesture?: string;
}

/** Takes over the text that an edit of a state machine gave, as a step with that edit's name. */
export const editDefinition = defineCommand<EditDefinitionArgs>({
  id: 'edit-definition',
  label: { en: 'Edit the workflow', ja: 'ワークフローを編集' },
  enabled: () => true,
  run: ({ design, selection }, { node: id, text, label, gesture }) => ({
    state: {
      design: updateNode(design, nodeId(id), (node) => {
        if (serviceOf(node.service)?.hasDefinition !== true) return node;
        const definition = node.definition ?? emptyDefinition;
        const changed = withText(definition, text);
        return changed === definition ? node : { ...node, definition: changed };
      }),
      selection,
    },
    name: label,
    ...(gesture === undefined ? { undo: 'step' } : { undo: 'merge', gesture: `definition:${id}:${gesture}` }),
  }),
});
