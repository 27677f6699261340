import type { Path } from '../document.js';
import { stateAt } from '../definition.js';
import type { Transition } from '../transitions.js';
import { dataFlow, otherWays } from './announced.js';
import { attempt, defineEdit, refuse } from './define.js';
import { DefinitionDraft, doneName, machinePathOf, nameOf, refsInto, type NameChoice } from './draft.js';
import { afterStates, outermost } from './region.js';

export interface DeleteStatesArgs {
  readonly states: readonly Path[];
}

/**
 * Removes states; what led to them leads to what followed them. Where nothing followed and a Choice, a Catch or the
 * start led to one, a Succeed state takes its place, since those must lead somewhere.
 */
export const deleteStates = defineEdit<DeleteStatesArgs>({
  id: 'delete-states',
  label: { en: 'Delete states', ja: 'ステートを削除' },
  // What only another rule of a deleted Choice, or a deleted Catch, led to.
  announces: [...otherWays, ...dataFlow],
  run: (tree, { states }) =>
    attempt(() => {
      const draft = new DefinitionDraft(tree);
      const paths = outermost(states).filter((path) => stateAt(tree, path) !== undefined);
      if (paths.length === 0) return refuse('nothing-selected');
      const groups = new Map<string, Path[]>();
      for (const path of paths) {
        const key = machinePathOf(path).join('\0');
        groups.set(key, [...(groups.get(key) ?? []), path]);
      }
      const select = [...groups.values()].flatMap((group) => deleteIn(draft, group));
      return { text: draft.text, select };
    }),
});

/** Removes states of one machine; returns what stands in their place. */
function deleteIn(draft: DefinitionDraft, paths: readonly Path[]): readonly Path[] {
  const [first = []] = paths;
  const machine = draft.machineOf(first);
  const names = new Set(paths.map(nameOf));
  const states: Path = [...machine.path, 'States'];
  const leads = closeGaps(draft, machine.path, names, { free: names });
  for (const path of paths) if (!leads.kept.has(nameOf(path))) draft.remove(path);
  const shown = [...new Set(leads.targets)].map((name) => [...states, name]);
  return shown.slice(0, 1);
}

/**
 * Lets what leads into states lead to what follows them. `kept`: states that stay in their place as a Succeed state.
 */
export function closeGaps(
  draft: DefinitionDraft,
  machinePath: Path,
  names: ReadonlySet<string>,
  choice: NameChoice = {},
): { readonly targets: readonly string[]; readonly kept: ReadonlySet<string> } {
  const machine = draft.machine(machinePath);
  const kept = new Set<string>();
  const targets: string[] = [];
  let done: string | undefined;
  const placeholder = ({ target }: Transition): string => {
    if (done !== undefined) return done;
    done = draft.freeName(doneName, choice);
    if (names.has(done)) {
      kept.add(done);
      draft.put([...machinePath, 'States', done], { Type: 'Succeed' });
    } else draft.addState(machinePath, done, { Type: 'Succeed' }, target);
    return done;
  };
  for (const transition of refsInto(machine, names)) {
    const { ref, target } = transition;
    const from = ref.kind === 'start' ? undefined : nameOf(ref.state);
    const next =
      afterStates(machine, names, target, from) ?? (ref.kind === 'next' ? undefined : placeholder(transition));
    if (next !== undefined) targets.push(next);
    draft.lead(ref, next);
  }
  return { targets, kept };
}
