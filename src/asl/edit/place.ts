import { lookup, type Json } from '../../model/design.js';
import { asText, isObject, type State, type StateMachine } from '../definition.js';
import type { Path } from '../document.js';
import { pathOfTransition, transitionsIn, transitionsOf, type TransitionRef } from '../transitions.js';
import { canLeadOn, doneName, fits, machineOfRef, nameOf, type DefinitionDraft } from './draft.js';
import { refuse } from './define.js';

/** Where states go: on a transition (that of an End is `next`), or at the end of a machine's main path. */
export type Place = TransitionRef | { readonly kind: 'end'; readonly machine: Path };

/** A place as it stands in the text. */
export interface Gap {
  readonly machine: Path;
  /** Shall lead to what comes in. */
  readonly ref: TransitionRef;
  /** What follows; undefined: the end of the machine. */
  readonly next: string | undefined;
  /** The state that it stands behind in the text. */
  readonly behind: string | undefined;
}

export function gapAt(draft: DefinitionDraft, place: Place): Gap {
  if (place.kind === 'end') return endOfMainPath(draft.machine(place.machine));
  const machine = draft.machine(machineOfRef(place));
  if (!fits(draft, place))
    return refuse('transition-missing', { type: place.kind === 'start' ? '' : draft.state(place.state).type });
  const next = asText(draft.valueAt(pathOfTransition(place)));
  return {
    machine: machine.path,
    ref: place,
    next,
    behind: place.kind === 'start' ? (next === undefined ? undefined : keyBefore(machine, next)) : nameOf(place.state),
  };
}

/** Behind a state: on what it leads to; before one that leads nowhere. */
export function gapBehind(draft: DefinitionDraft, path: Path): Gap {
  const state = draft.state(path);
  const machine = draft.machineOf(path);
  if (canLeadOn(state)) return gapAt(draft, { kind: 'next', state: path });
  if (state.type === 'Choice') return gapAt(draft, { kind: 'default', state: path });
  const into = [...transitionsIn(machine)].find(({ target }) => target === state.name);
  const ref: TransitionRef = into?.ref ?? { kind: 'start', machine: machine.path };
  return { machine: machine.path, ref, next: state.name, behind: keyBefore(machine, state.name) };
}

const keyBefore = (machine: StateMachine, name: string): string | undefined => {
  const keys = [...machine.states.keys()];
  return keys[keys.indexOf(name) - 1];
};

interface Step {
  readonly state: State;
  /** What led to it. */
  readonly by: TransitionRef;
}

/** The end of the path that starts at StartAt: paths that fail come second to those that succeed. */
function endOfMainPath(machine: StateMachine): Gap {
  const start: TransitionRef = { kind: 'start', machine: machine.path };
  const first = machine.startAt === undefined ? undefined : machine.states.get(machine.startAt);
  const gap = { machine: machine.path, ref: start };
  if (first === undefined) return { ...gap, next: undefined, behind: [...machine.states.keys()].at(-1) };
  const { state, by } = endOfPath(machine, { state: first, by: start });
  const isPlaceholder = machine.states.size === 1 && state.type === 'Pass' && isBare(state);
  if (state.type === 'Choice') {
    const next = asText(lookup(state.fields, 'Default'));
    return { ...gap, ref: { kind: 'default', state: state.path }, next, behind: state.name };
  }
  if (!canLeadOn(state) || isPlaceholder) {
    const behind = by.kind === 'start' ? keyBefore(machine, state.name) : nameOf(by.state);
    return { ...gap, ref: by, next: state.name, behind };
  }
  return { ...gap, ref: { kind: 'next', state: state.path }, next: state.next, behind: state.name };
}

/** A Pass state that says nothing but that it ends. */
const isBare = (state: State): boolean =>
  Object.keys(state.fields).every((key) => ['Type', 'End', 'Comment'].includes(key));

/** The end of the way from a state that is no Fail, if there is one: Next first, then Default, then the rules. */
function endOfPath(machine: StateMachine, start: Step): Step {
  const seen = new Set<string>();
  let fallback: Step | undefined;
  // A stack of our own: definitions can have more states in a row than calls fit on the engine's.
  const stack: Step[] = [start];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { state } = step;
    if (seen.has(state.name)) continue;
    seen.add(state.name);
    const onward = onwardFrom(state).flatMap(({ ref, target }): Step[] => {
      const next = machine.states.get(target);
      return next === undefined ? [] : [{ state: next, by: ref }];
    });
    if (onward.length === 0 && state.type !== 'Fail') return step;
    if (onward.every((next) => seen.has(next.state.name))) fallback ??= step;
    stack.push(...onward.reverse());
  }
  return fallback ?? start;
}

/** What a state leads to unless it fails: Next, else Default before the rules. */
export function onwardFrom(state: State): { readonly ref: TransitionRef; readonly target: string }[] {
  const rank = { default: 0, next: 0, choice: 1, start: 0, catch: 0 };
  return [...transitionsOf(state)]
    .filter(({ ref }) => ref.kind !== 'catch')
    .sort((a, b) => rank[a.ref.kind] - rank[b.ref.kind]);
}

/** Lets open exits lead to what follows; where nothing does they end, those that cannot at a Succeed state. */
export function closeExits(
  draft: DefinitionDraft,
  { machine, behind }: Pick<Gap, 'machine' | 'behind'>,
  exits: readonly TransitionRef[],
  next: string | undefined,
): void {
  let done: string | undefined;
  for (const ref of exits) {
    if (next === undefined && ref.kind !== 'next' && done === undefined) {
      done = draft.freeName(doneName);
      draft.addState(machine, done, { Type: 'Succeed' }, behind);
    }
    draft.lead(ref, next ?? (ref.kind === 'next' ? undefined : done));
  }
}

/** Fields of a state with what it leads to: Next or End, the targets of a Choice that has none yet. */
export function withFlow(fields: Readonly<Record<string, Json>>, next: string | undefined): Record<string, Json> {
  const { Next: _next, End: _end, ...rest } = fields;
  if (fields['Type'] === 'Choice') {
    const target = next ?? doneName;
    const rules = lookup(rest, 'Choices');
    const choices = (Array.isArray(rules) ? (rules as readonly Json[]) : []).map((rule) =>
      isObject(rule) && !Object.hasOwn(rule, 'Next') ? { ...rule, Next: target } : rule,
    );
    return { ...rest, Choices: choices, ...(Object.hasOwn(rest, 'Default') ? {} : { Default: target }) };
  }
  if (fields['Type'] === 'Succeed' || fields['Type'] === 'Fail') return rest;
  return { ...rest, ...(next === undefined ? { End: true } : { Next: next }) };
}
