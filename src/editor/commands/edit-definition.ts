import { serviceOf } from '../../catalog/index.js';
import { emptyDefinition } from '../../catalog/services/state-machine.js';
import { lookup, nodeId, type Definition, type Design } from '../../model/design.js';
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
  /** What new `${Name}` in the text stand for. */
  readonly substitutions?: Definition['substitutions'];
  /** The flow key of a state that has another name now: what was placed by hand stays where it is. */
  readonly renamed?: { readonly from: string; readonly to: string };
}

/** Takes over the text that an edit of a state machine gave, as a step with that edit's name. */
export const editDefinition = defineCommand<EditDefinitionArgs>({
  id: 'edit-definition',
  label: { en: 'Edit the workflow', ja: 'ワークフローを編集' },
  enabled: () => true,
  run: ({ design, selection }, { node: id, text, label, gesture, substitutions = {}, renamed }) => ({
    state: {
      design: updateNode(renamed === undefined ? design : withRenamed(design, id, renamed), nodeId(id), (node) => {
        if (serviceOf(node.service)?.hasDefinition !== true) return node;
        const definition = node.definition ?? emptyDefinition;
        const changed = withText(definition, text);
        if (changed === definition) return node;
        return {
          ...node,
          definition: { ...changed, substitutions: withSubstitutions(definition.substitutions, substitutions) },
        };
      }),
      selection,
    },
    name: label,
    ...(gesture === undefined ? { undo: 'step' } : { undo: 'merge', gesture: `definition:${id}:${gesture}` }),
  }),
});

/** The places of a state and of what is inside of it, under its new key. */
function withRenamed(design: Design, node: string, { from, to }: NonNullable<EditDefinitionArgs['renamed']>): Design {
  const before = lookup(design.layout.states, node);
  if (before === undefined) return design;
  const states = Object.fromEntries(
    Object.entries(before).map(([key, place]) => [
      key === from || key.startsWith(`${from}/`) ? to + key.slice(from.length) : key,
      place,
    ]),
  );
  return { ...design, layout: { ...design.layout, states: { ...design.layout.states, [node]: states } } };
}

/** The same record where nothing is new. */
const withSubstitutions = (
  before: Definition['substitutions'],
  added: Definition['substitutions'],
): Definition['substitutions'] => (Object.keys(added).length === 0 ? before : { ...before, ...added });
