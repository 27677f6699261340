import { isWithin, type State, type StateMachine } from '../definition.js';
import type { Path } from '../document.js';
import { transitionsOf, type Transition, type TransitionRef } from '../transitions.js';
import { refuse } from './define.js';
import { machinePathOf, nameOf, refsInto, type DefinitionDraft } from './draft.js';
import { onwardFrom } from './place.js';

/** Selected states of one machine, with what leads into and out of them. */
export interface Region {
  readonly machine: StateMachine;
  /** In the order of the text. */
  readonly states: readonly State[];
  readonly names: ReadonlySet<string>;
  readonly into: readonly Transition[];
  /** Where it is entered: by what leads into it, else its first state. */
  readonly entry: State;
  /** Transitions to states outside. */
  readonly out: readonly Transition[];
  /** States that end the machine by End. */
  readonly ending: readonly State[];
  /** What follows when it is gone; undefined: nothing. */
  readonly next: string | undefined;
}

/** What is selected, without what lies inside of something selected. */
export const outermost = (paths: readonly Path[]): readonly Path[] =>
  paths.filter(
    (path, index) =>
      !paths.some((other, at) => at !== index && isWithin(path, other) && (path.length > other.length || at < index)),
  );

/** The selected states; refused where there are none, or they belong to several machines. */
export function regionOf(draft: DefinitionDraft, paths: readonly Path[]): Region {
  const [first, ...rest] = outermost(paths);
  if (first === undefined) return refuse('nothing-selected');
  const machinePath = machinePathOf(first);
  if (rest.some((path) => machinePathOf(path).join('\0') !== machinePath.join('\0'))) return refuse('levels-differ');
  const names = new Set([first, ...rest].map((path) => draft.state(path).name));
  const machine = draft.machine(machinePath);
  const states = [...machine.states.values()].filter(({ name }) => names.has(name));
  const into = refsInto(machine, names);
  const target = into[0]?.target;
  const entry = states.find(({ name }) => name === target) ?? states[0] ?? refuse('nothing-selected');
  return {
    machine,
    states,
    names,
    into,
    entry,
    out: states.flatMap((state) => [...transitionsOf(state)].filter((transition) => !names.has(transition.target))),
    ending: states.filter(({ end, next }) => end && next === undefined),
    next: afterStates(machine, names, entry.name, undefined),
  };
}

/** The first state that is none of these, on the way that does not fail from one of them; `except` for what led there. */
export function afterStates(
  machine: StateMachine,
  names: ReadonlySet<string>,
  from: string,
  except: string | undefined,
): string | undefined {
  const seen = new Set<string>();
  const open = [from];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    if (!names.has(name)) {
      if (name !== except && machine.states.has(name)) return name;
      continue;
    }
    const state = machine.states.get(name);
    if (state !== undefined)
      open.push(
        ...onwardFrom(state)
          .map(({ target }) => target)
          .reverse(),
      );
  }
  return undefined;
}

/** The exits that shall lead to what follows at another place: Ends, and what led to what follows now. */
export const mainExits = ({ out, ending, next }: Region): readonly TransitionRef[] => [
  ...out.filter(({ target, ref }) => target === next && ref.kind !== 'catch').map(({ ref }) => ref),
  ...ending.map(({ path }): TransitionRef => ({ kind: 'next', state: path })),
];

/** A region that can become one state: entered at one place, left at one place. */
export interface ClosedRegion extends Region {
  /** All that leaves it. */
  readonly exits: readonly TransitionRef[];
}

export function closedRegionOf(draft: DefinitionDraft, paths: readonly Path[]): ClosedRegion {
  const region = regionOf(draft, paths);
  const { into, out, ending, states } = region;
  const entries = [...new Set(into.map(({ target }) => target))];
  if (entries.length > 1) return refuse('many-entries', { count: entries.length, states: entries.join(', ') });
  const targets = [...new Set(out.map(({ target }) => target))];
  if (targets.length > 1) return refuse('many-exits', { states: targets.join(', ') });
  const [target] = targets;
  const stop = target === undefined ? undefined : (ending[0] ?? states.find(({ type }) => type === 'Succeed'));
  if (stop !== undefined) return refuse('ends-early', { state: stop.name });
  return { ...region, next: target, exits: out.map(({ ref }) => ref) };
}

/** The same transition of a state that stands at another path now. */
export const refAt = (ref: TransitionRef, states: Path): TransitionRef =>
  ref.kind === 'start' ? ref : { ...ref, state: [...states, nameOf(ref.state)] };
