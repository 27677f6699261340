import { machinesIn } from '../definition.js';
import type { Path } from '../document.js';
import { dataFlow, otherWays } from './announced.js';
import { attempt, defineEdit, refuse } from './define.js';
import { DefinitionDraft, refsInto } from './draft.js';
import { fitLanguage } from './fit-language.js';
import { closeExits } from './place.js';
import type { TransitionRef } from '../transitions.js';

export interface UnwrapArgs {
  readonly state: Path;
}

/**
 * Puts the states inside a Parallel or Map state in its place, several branches one after another. What the container
 * says of itself (Retry, Catch, Output) goes with it.
 */
export const unwrap = defineEdit<UnwrapArgs>({
  id: 'unwrap',
  label: { en: 'Unwrap', ja: '展開' },
  // What only its Catch led to.
  announces: [...otherWays, ...dataFlow],
  run: (tree, { state: path }) =>
    attempt(() => {
      const draft = new DefinitionDraft(tree);
      const container = draft.state(path);
      const machine = draft.machineOf(path);
      const target: Path = [...machine.path, 'States'];
      const inside = machinesIn(container).filter(
        ({ startAt, states }) => startAt !== undefined && states.has(startAt),
      );
      if (inside.length === 0) return refuse('no-container');
      const starts = inside.map(({ startAt = '' }) => startAt);
      const [first = ''] = starts;
      const after = container.next === container.name ? first : container.next;
      for (const { states } of inside) fitLanguage(draft, [...states.values()], machine.queryLanguage);
      let behind = container.name;
      const select: Path[] = [];
      for (const [index, { states }] of inside.entries()) {
        const next = starts[index + 1] ?? after;
        for (const { path: from, name } of states.values()) {
          draft.move(from, target, behind);
          behind = name;
          select.push([...target, name]);
        }
        const exits = [...states.values()].flatMap(({ name, type, end }): TransitionRef[] => {
          const at = [...target, name];
          // Inside it ended the branch, here it would end the workflow.
          if (type === 'Succeed' && next !== undefined) draft.put([...at, 'Type'], 'Pass');
          else if (!end) return [];
          return [{ kind: 'next', state: at }];
        });
        closeExits(draft, { machine: machine.path, behind }, exits, next);
      }
      for (const { ref } of refsInto(draft.machine(machine.path), new Set([container.name]))) draft.lead(ref, first);
      draft.remove(path);
      return { text: draft.text, select };
    }),
});
