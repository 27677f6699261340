import { parseDefinition, substitutionsIn } from '../../asl/definition.js';
import type { Path } from '../../asl/document.js';
import { definitionEdits } from '../../asl/edit/index.js';
import { serviceOf } from '../../catalog/index.js';
import { placeBeside } from '../../layout/place.js';
import { lookup, nodeId, type Definition } from '../../model/design.js';
import { addNode, updateNode } from '../../model/graph.js';
import type { Language } from '../../model/localized.js';
import { substitutionNameOf } from '../../model/names.js';
import { defineCommand } from '../define.js';
import { newNode } from '../new-node.js';
import { withText } from './set-definition.js';

export interface ExtractMachineArgs {
  readonly node: string;
  readonly states: readonly Path[];
  readonly language: Language;
}

/** Makes states a state machine of their own beside the one that they were in, started and awaited by a Task: one step. */
export const extractMachine = defineCommand<ExtractMachineArgs>({
  id: 'extract-machine',
  label: definitionEdits.extractStates.label,
  enabled: () => true,
  run: (state, { node, states, language }) => {
    const { design, selection } = state;
    const owner = lookup(design.nodes, node);
    const service = serviceOf(owner?.service ?? '');
    const definition = owner?.definition;
    const tree = definition && parseDefinition(definition.text, definition.format).tree;
    if (owner === undefined || service?.hasDefinition !== true || tree === undefined || definition === undefined)
      return { state, undo: 'none' };
    const label = states[0]?.at(-1) ?? '';
    const made = newNode(design, service, language, label === '' ? undefined : label);
    const added = addNode(
      design,
      {
        ...made,
        ...(owner.context === undefined ? {} : { context: owner.context }),
        ...(lookup(owner.props, 'type') === 'EXPRESS' ? { props: { type: 'EXPRESS' } } : {}),
      },
      { at: placeBeside(design, nodeId(node), service.type) },
    );
    const substitution = freeName(substitutionNameOf(added.id, 'arn'), definition);
    const outcome = definitionEdits.extractStates.run(tree, {
      states,
      name: language === 'ja' ? `${made.label} を実行` : `Run ${made.label}`,
      machine: `\${${substitution}}`,
    });
    if ('problem' in outcome) return { state, undo: 'none' };
    const nested: Definition = {
      format: definition.format,
      text: outcome.definition,
      substitutions: usedIn(outcome.definition, definition.substitutions),
    };
    const inside = updateNode(added.design, added.id, (one) => ({ ...one, definition: nested }));
    const changed = withText(definition, outcome.text);
    return {
      state: {
        design: updateNode(inside, nodeId(node), (one) => ({
          ...one,
          definition: {
            ...changed,
            substitutions: { ...definition.substitutions, [substitution]: { node: added.id, attribute: 'arn' } },
          },
        })),
        selection,
      },
      undo: 'step',
    };
  },
});

function freeName(base: string, { substitutions, text }: Definition): string {
  const taken = new Set([...Object.keys(substitutions), ...substitutionsIn(text)]);
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base}${String(number)}`;
    if (!taken.has(name)) return name;
  }
}

const usedIn = (text: string, all: Definition['substitutions']): Definition['substitutions'] =>
  Object.fromEntries(
    substitutionsIn(text).flatMap((name) => {
      const stands = lookup(all, name);
      return stands === undefined ? [] : [[name, stands] as const];
    }),
  );
