import { lookup } from '../../model/design.js';
import { asText, isObject, type State, type StateMachine } from '../definition.js';
import type { Path } from '../document.js';
import { isList } from '../report.js';
import type { Scope } from './scope.js';

export interface Transition {
  readonly kind: 'Next' | 'Default' | 'Choices' | 'Catch';
  /** Position in Choices or Catch. */
  readonly index: number;
  /** Of the text that names the target. */
  readonly path: Path;
  readonly target: string;
}

/** Every place of a state that names another. */
export function* targetsOf(state: State): Generator<Transition> {
  for (const kind of ['Next', 'Default'] as const) {
    const target = asText(lookup(state.fields, kind));
    if (target !== undefined) yield { kind, index: 0, path: [...state.path, kind], target };
  }
  for (const kind of ['Choices', 'Catch'] as const) {
    const items = lookup(state.fields, kind);
    for (const [index, item] of (isList(items) ? items : []).entries()) {
      const target = isObject(item) ? asText(lookup(item, 'Next')) : undefined;
      if (target !== undefined) yield { kind, index, path: [...state.path, kind, String(index), 'Next'], target };
    }
  }
}

const ends = ({ type, end }: State): boolean => end || type === 'Succeed' || type === 'Fail';

/** Reachability and termination of one machine. */
export function validateFlow({ report }: Scope, machine: StateMachine): void {
  const start = machine.startAt === undefined ? undefined : machine.states.get(machine.startAt);
  const all = [...machine.states.values()];
  if (start === undefined) return;
  const reached = spread([start], (state) =>
    [...targetsOf(state)].flatMap(({ target }) => machine.states.get(target) ?? []),
  );
  for (const state of all) if (!reached.has(state)) report.add('unreachable', { state: state.name }, state.path);
  const terminals = all.filter(ends);
  if (terminals.length === 0) return report.add('no-terminal', {}, [...machine.path, 'States']);
  const before = new Map<string, State[]>();
  for (const state of all)
    for (const { target } of targetsOf(state)) before.set(target, [...(before.get(target) ?? []), state]);
  const ending = spread(terminals, (state) => before.get(state.name) ?? []);
  // A target that is missing is told already, and could lead on.
  const stuck = all.filter(
    (state) =>
      reached.has(state) &&
      !ending.has(state) &&
      [...targetsOf(state)].every(({ target }) => machine.states.has(target)),
  );
  const [first] = stuck;
  if (first !== undefined && [...targetsOf(first)].length > 0)
    report.add('never-ends', { state: first.name }, first.path);
}

function spread(from: readonly State[], next: (state: State) => readonly State[]): ReadonlySet<State> {
  const found = new Set<State>();
  const open = [...from];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (found.has(state)) continue;
    found.add(state);
    open.push(...next(state));
  }
  return found;
}
