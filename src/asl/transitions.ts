import { lookup, type Json } from '../model/design.js';
import { asText, isObject, type State, type StateMachine } from './definition.js';
import type { Path } from './document.js';

/** A place that names the state that follows, said by what it leaves: a machine's start or a state. */
export type TransitionRef =
  | { readonly kind: 'start'; readonly machine: Path }
  | { readonly kind: 'next' | 'default'; readonly state: Path }
  | { readonly kind: 'choice' | 'catch'; readonly state: Path; readonly index: number };

export interface Transition {
  readonly ref: TransitionRef;
  /** Of the text that names the target. */
  readonly path: Path;
  /** As written, whether there is such a state or not. */
  readonly target: string;
}

/** Where the name of the target stands, or would stand. */
export function pathOfTransition(ref: TransitionRef): Path {
  switch (ref.kind) {
    case 'start':
      return [...ref.machine, 'StartAt'];
    case 'next':
      return [...ref.state, 'Next'];
    case 'default':
      return [...ref.state, 'Default'];
    case 'choice':
      return [...ref.state, 'Choices', String(ref.index), 'Next'];
    case 'catch':
      return [...ref.state, 'Catch', String(ref.index), 'Next'];
  }
}

const transition = (ref: TransitionRef, target: string): Transition => ({ ref, path: pathOfTransition(ref), target });

/** What a state leads to: Next, the rules of a Choice in their order, Default, and the catchers. */
export function* transitionsOf(state: State): Generator<Transition> {
  const { path } = state;
  if (state.next !== undefined) yield transition({ kind: 'next', state: path }, state.next);
  yield* listed(state, 'choice', 'Choices');
  const fallback = asText(lookup(state.fields, 'Default'));
  if (fallback !== undefined) yield transition({ kind: 'default', state: path }, fallback);
  yield* listed(state, 'catch', 'Catch');
}

function* listed(state: State, kind: 'choice' | 'catch', key: string): Generator<Transition> {
  const items = lookup(state.fields, key);
  for (const [index, item] of (Array.isArray(items) ? (items as readonly Json[]) : []).entries()) {
    const target = isObject(item) ? asText(lookup(item, 'Next')) : undefined;
    if (target !== undefined) yield transition({ kind, state: state.path, index }, target);
  }
}

/** Every transition of a machine, its start first; those of the machines inside are their own. */
export function* transitionsIn(machine: StateMachine): Generator<Transition> {
  if (machine.startAt !== undefined) yield transition({ kind: 'start', machine: machine.path }, machine.startAt);
  for (const state of machine.states.values()) yield* transitionsOf(state);
}

/** What leads to a state, from its machine's start and from its states, itself included. */
export const refsTo = (machine: StateMachine, name: string): readonly Transition[] =>
  [...transitionsIn(machine)].filter(({ target }) => target === name);

/** The states that a machine reaches from its start. */
export function reachedFrom(machine: StateMachine, start = machine.startAt): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = start === undefined ? [] : [start];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const state = machine.states.get(name);
    if (state === undefined || reached.has(name)) continue;
    reached.add(name);
    for (const { target } of transitionsOf(state)) open.push(target);
  }
  return reached;
}
