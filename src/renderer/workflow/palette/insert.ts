import { machineAt, stateAt, type DefinitionTree } from '../../../asl/definition.js';
import type { Path } from '../../../asl/document.js';
import type { Place } from '../../../asl/edit/place.js';
import { isStateType, leadsOn } from '../../../asl/fields.js';
import { pathOfKey } from '../../../asl/flow-key.js';
import { transitionsIn } from '../../../asl/transitions.js';
import type { Definition } from '../../../model/design.js';
import { studio, toast } from '../../studio/studio.js';
import { editWorkflow, openTree } from '../workflow.js';
import type { PaletteItem } from './item.js';
import type { CatchPlace } from './caught-into.js';
import { machineOf, put, type Put } from './put.js';
import { stateOf } from './task-state.js';

export { itemData, paletteItemType, readItem, type PaletteItem } from './item.js';

/** Puts an item of the palette on a transition, into a container, or at the end of a machine: one undo step. */
export async function insertStateAt(place: Place | CatchPlace, item: PaletteItem): Promise<void> {
  const { design, language, workflow } = studio.getState();
  const open = openTree();
  if (open === undefined || workflow === undefined) return;
  const { definition, tree, node } = open;
  const queryLanguage = machineAt(tree, machineOf(place))?.queryLanguage ?? tree.queryLanguage;
  const context = { design, machine: node, definition, queryLanguage, language };
  const made = await makeStates(item, context);
  // What was open may have been left while the catalog was loading.
  if (studio.getState().workflow?.node !== workflow.node) return;
  if (made === undefined) {
    toast({ en: 'This is no longer available.', ja: 'この項目は利用できなくなりました。' });
    return;
  }
  editWorkflow(put, { at: place, ...made.put }, undefined, made.substitutions);
}

interface Made {
  readonly put: Omit<Extract<Put, { one: unknown }>, 'at'> | Omit<Extract<Put, { copied: unknown }>, 'at'>;
  readonly substitutions: Definition['substitutions'];
}

async function makeStates(item: PaletteItem, context: Parameters<typeof stateOf>[1]): Promise<Made | undefined> {
  if (item.kind !== 'pattern') {
    const one = await stateOf(item, context);
    return one && { put: { one }, substitutions: one.substitutions };
  }
  const [{ statePatterns }, { patternStates }] = await Promise.all([
    import('./patterns/index.js'),
    import('./patterns/define.js'),
  ]);
  const pattern = statePatterns.find(({ id }) => id === item.id);
  if (pattern === undefined) return undefined;
  const { definition, substitutions } = patternStates(pattern, context.design, context.definition, context.language);
  return { put: { copied: JSON.stringify(definition, null, 2) }, substitutions };
}

/** Puts an item behind the selected state, else at the end of the main path. */
export async function addState(item: PaletteItem): Promise<void> {
  const open = openTree();
  const selected = [...(studio.getState().workflow?.selected ?? [])].at(-1);
  if (open === undefined) return;
  await insertStateAt(placeBehind(open.tree, selected === undefined ? undefined : pathOfKey(selected)), item);
}

/** The place behind a state; before one that leads nowhere. Of none: the end of the definition's main path. */
export function placeBehind(tree: DefinitionTree, path: Path | undefined): Place {
  const state = path && stateAt(tree, path);
  if (state === undefined) return { kind: 'end', machine: [] };
  if (isStateType(state.type) && leadsOn(state.type)) return { kind: 'next', state: state.path };
  if (state.type === 'Choice') return { kind: 'default', state: state.path };
  const machine = machineAt(tree, state.path.slice(0, -2)) ?? tree;
  const into = [...transitionsIn(machine)].find(({ target }) => target === state.name);
  return into?.ref ?? { kind: 'end', machine: machine.path };
}
