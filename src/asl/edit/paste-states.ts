import { lookup } from '../../model/design.js';
import { asText, parseDefinition, walkStates, type DefinitionTree, type State } from '../definition.js';
import type { Path } from '../document.js';
import { dataFlow, otherWays } from './announced.js';
import { connectFragment } from './connect-fragment.js';
import { attempt, defineEdit, refuse } from './define.js';
import { DefinitionDraft } from './draft.js';
import { fitLanguage } from './fit-language.js';
import { gapAt, type Gap, type Place } from './place.js';
import { renameIn } from './rename-state.js';

export interface PasteStatesArgs {
  /** What copyStates gave, or any definition. */
  readonly copied: string;
  readonly at: Place;
}

/** Puts copied states on a transition, under names that are free; what they referred to among themselves is renamed. */
export const pasteStates = defineEdit<PasteStatesArgs>({
  id: 'paste-states',
  label: { en: 'Paste states', ja: 'ステートを貼り付け' },
  announces: [...otherWays, ...dataFlow],
  run: (tree, { copied, at }) =>
    attempt(() => {
      const draft = new DefinitionDraft(tree);
      const gap = gapAt(draft, at);
      const select = putFragment(draft, readFragment(copied), gap);
      return { text: draft.text, select };
    }),
});

/** States from a clipboard, JSON or YAML; refused where there are none. */
function readFragment(copied: string): DefinitionTree {
  const format = /^\s*\{/.test(copied) ? 'json' : 'yaml';
  const { tree } = parseDefinition(copied, format);
  return tree === undefined || tree.states.size === 0 ? refuse('nothing-to-paste') : tree;
}

/** Puts the states of another definition into a gap; returns where they are. */
export function putFragment(draft: DefinitionDraft, fragment: DefinitionTree, gap: Gap): readonly Path[] {
  const source = new DefinitionDraft(fragment);
  fitLanguage(source, [...source.tree.states.values()], draft.machine(gap.machine).queryLanguage);
  const taken = new Set([...walkStates(draft.tree)].map(({ name }) => name));
  // The innermost first: a rename changes the paths of what is inside.
  for (const { path, name } of [...walkStates(source.tree)].reverse())
    if (taken.has(name)) renameIn(source, path, name, taken);
  dropLabels(source, draft);
  const entry = source.tree.startAt ?? '';
  const names = [...source.tree.states.keys()];
  const target: Path = [...gap.machine, 'States'];
  if (draft.valueAt(target) === undefined) draft.put(target, {});
  let { behind } = gap;
  for (const name of names) {
    draft.copy(target, name, { document: source.document, path: ['States', name] }, behind);
    behind = name;
  }
  const machine = draft.machine(gap.machine);
  const first = names.find((name) => name === entry) ?? names[0] ?? refuse('nothing-to-paste');
  connectFragment(
    draft,
    { ...gap, behind },
    new Set(names),
    first,
    ({ ref, target: to }) => ref.kind === 'next' || ref.kind === 'default' || !machine.states.has(to),
  );
  return names.map((name) => [...target, name]);
}

/** A label names the runs of one Map: a copy gets one from the service. */
function dropLabels(source: DefinitionDraft, draft: DefinitionDraft): void {
  const labels = new Set([...walkStates(draft.tree)].map(labelOf));
  for (const state of walkStates(source.tree))
    if (state.type === 'Map' && labels.has(labelOf(state) ?? '')) source.remove([...state.path, 'Label']);
}

const labelOf = ({ fields }: State): string | undefined => asText(lookup(fields, 'Label'));
