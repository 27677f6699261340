import { parseDefinition } from '../../asl/definition.js';
import { serviceOf } from '../../catalog/index.js';
import { emptyDefinition } from '../../catalog/services/state-machine.js';
import { nodeId, type Definition } from '../../model/design.js';
import { updateNode } from '../../model/graph.js';
import { defineCommand } from '../define.js';

export interface SetDefinitionArgs {
  readonly node: string;
  readonly text: string;
}

/** Changes the text of a state machine. What does not parse is kept as a draft beside the last text that did. */
export const setDefinition = defineCommand<SetDefinitionArgs>({
  id: 'set-definition',
  label: { en: 'Edit the definition', ja: '定義を編集' },
  enabled: () => true,
  run: ({ design, selection }, { node: id, text }) => ({
    state: {
      design: updateNode(design, nodeId(id), (node) => {
        if (serviceOf(node.service)?.hasDefinition !== true) return node;
        const definition = node.definition ?? emptyDefinition;
        const changed = withText(definition, text);
        return changed === definition ? node : { ...node, definition: changed };
      }),
      selection,
    },
    undo: 'merge',
    gesture: `definition:${id}`,
  }),
});

/** A definition with another text: a draft beside the last valid one where it does not parse. */
export function withText(definition: Definition, text: string): Definition {
  if (text === (definition.draft ?? definition.text)) return definition;
  const { draft: _draft, ...valid } = definition;
  return parseDefinition(text, definition.format).tree === undefined ? { ...valid, draft: text } : { ...valid, text };
}
