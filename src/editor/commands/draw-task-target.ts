import { serviceOf } from '../../catalog/index.js';
import { emptyDefinition } from '../../catalog/services/state-machine.js';
import { placeBeside } from '../../layout/place.js';
import { lookup, nodeId, type NodeId } from '../../model/design.js';
import { addNode, updateNode } from '../../model/graph.js';
import { translate, type Language } from '../../model/localized.js';
import { defineCommand } from '../define.js';
import { newNode } from '../new-node.js';
import { withText } from './set-definition.js';

export interface DrawTaskTargetArgs {
  /** The state machine with the Task. */
  readonly machine: string;
  /** Service type of the resource that the Task uses. */
  readonly service: string;
  readonly attribute: string;
  /** The text with the Task naming the new node, by the id that it gets; undefined: it cannot. */
  readonly textFor: (node: NodeId) => { readonly text: string; readonly substitution: string } | undefined;
  readonly language: Language;
}

/** Draws the resource that a Task uses beside the state machine, and lets the Task name it, in one step. */
export const drawTaskTarget = defineCommand<DrawTaskTargetArgs>({
  id: 'draw-task-target',
  label: { en: 'Draw the resource', ja: 'リソースを作図' },
  enabled: () => true,
  run: ({ design, selection }, { machine, service: type, attribute, textFor, language }) => {
    const id = nodeId(machine);
    const owner = lookup(design.nodes, id);
    const service = serviceOf(type);
    if (owner === undefined || service === undefined) return { state: { design, selection }, undo: 'none' };
    const made = newNode(design, service, language);
    const added = addNode(
      design,
      { ...made, ...(owner.context === undefined ? {} : { context: owner.context }) },
      { at: placeBeside(design, id, type) },
    );
    const named = textFor(added.id);
    if (named === undefined) return { state: { design, selection }, undo: 'none' };
    return {
      state: {
        design: updateNode(added.design, id, (node) => {
          const definition = withText(node.definition ?? emptyDefinition, named.text);
          const substitutions = { ...definition.substitutions, [named.substitution]: { node: added.id, attribute } };
          return { ...node, definition: { ...definition, substitutions } };
        }),
        selection,
      },
      undo: 'step',
      name: { en: `Draw ${translate(service.label, 'en')}`, ja: `「${translate(service.label, 'ja')}」を作図` },
    };
  },
});
