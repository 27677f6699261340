import { lookup, type Json } from '../model/design.js';
import { stateNameOf } from '../model/names.js';
import {
  asText,
  isObject,
  parseDefinition,
  stateAt,
  walkMachines,
  walkStates,
  type DefinitionTree,
  type JsonObject,
  type State,
  type StateMachine,
} from './definition.js';
import type { Format, Path, TextDocument } from './document.js';
import { valueAt } from './json-value.js';
import { insertKey, removeKey, renameKey, setValue } from './splice.js';

/** Name of the state that ends a machine where a path must lead somewhere. */
const doneName = 'Done';

export interface NewState {
  readonly name: string;
  /** Without Next and End: those follow from the place. */
  readonly state: JsonObject;
  /** The state to follow; undefined: before the end of the main path. */
  readonly after?: Path;
}

/**
 * Adds a state to a definition: behind `after`, else before the end of the path that starts at StartAt. The name gets a
 * number where it is taken. Undefined when the text cannot be read.
 */
export function addTask(
  text: string,
  format: Format,
  { name, state, after }: NewState,
): { readonly text: string; readonly name: string; readonly path: Path } | undefined {
  const { tree } = parseDefinition(text, format);
  if (tree === undefined) return undefined;
  const taken = new Set([...walkStates(tree)].map((known) => known.name));
  const free = stateNameOf(name, (candidate) => taken.has(candidate));
  const before = after === undefined ? undefined : stateAt(tree, after);
  const machine = before === undefined ? tree : (machineOf(tree, before) ?? tree);
  const place = before === undefined ? endOfMainPath(machine) : placeBehind(machine, before);
  const fields = { ...withoutFlow(state), ...(place.next === undefined ? { End: true } : { Next: place.next }) };

  let document = tree.document;
  if (!isObject(lookup(machine.fields, 'States'))) document = putKey(document, machine.path, 'States', {});
  document = insertKey(document, [...machine.path, 'States'], free, fields, place.behind);
  document = place.from === undefined ? document : lead(document, place.from, free);
  return { text: document.text, name: free, path: [...machine.path, 'States', free] };
}

/** Sets and removes fields of a state; `undefined` removes. Everything else keeps its bytes. */
export function updateState(
  text: string,
  format: Format,
  path: Path,
  changes: Readonly<Record<string, Json | undefined>>,
): string | undefined {
  const { tree } = parseDefinition(text, format);
  const state = tree && stateAt(tree, path);
  if (tree === undefined || state === undefined) return undefined;
  const next: Record<string, Json> = { ...state.fields };
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) Reflect.deleteProperty(next, key);
    else next[key] = value;
  }
  return replaceIn(tree.document, path, state.fields, next).text;
}

/** Gives a state other fields; those that stay equal keep their bytes. Undefined when there is no such state. */
export function replaceState(text: string, format: Format, path: Path, state: JsonObject): string | undefined {
  const { tree } = parseDefinition(text, format);
  const old = tree && stateAt(tree, path);
  if (tree === undefined || old === undefined) return undefined;
  return replaceIn(tree.document, path, old.fields, state).text;
}

function replaceIn(start: TextDocument, path: Path, old: JsonObject, next: JsonObject): TextDocument {
  let document = start;
  let previous: string | undefined;
  for (const [key, value] of Object.entries(next)) {
    document = Object.hasOwn(old, key)
      ? setValue(document, [...path, key], value)
      : insertKey(document, path, key, value, previous);
    previous = key;
  }
  for (const key of Object.keys(old)) if (!Object.hasOwn(next, key)) document = removeKey(document, path, key);
  return document;
}

/**
 * Removes a state; what led to it leads to what followed it. Where nothing followed and a Choice or a Catch led to it,
 * a Succeed state takes its place, since those must lead somewhere.
 */
export function removeState(text: string, format: Format, path: Path): string | undefined {
  const { tree } = parseDefinition(text, format);
  const state = tree && stateAt(tree, path);
  const machine = tree && state && machineOf(tree, state);
  if (tree === undefined || state === undefined || machine === undefined) return undefined;
  const successor = successorOf(state);
  const states: Path = [...machine.path, 'States'];
  const references = referencesTo(machine, state.name);
  const others = references.filter(({ from }) => from !== state.name);
  let document = tree.document;
  if (successor === undefined && others.some(({ kind }) => kind !== 'next')) {
    const taken = new Set([...walkStates(tree)].map(({ name }) => name).filter((name) => name !== state.name));
    const name = stateNameOf(doneName, (candidate) => taken.has(candidate));
    // Behind the removed one, so that it stands in its place.
    if (name !== state.name) {
      document = insertKey(document, states, name, { Type: 'Succeed' }, state.name);
      document = removeKey(document, states, state.name);
    } else document = setValue(document, state.path, { Type: 'Succeed' });
    for (const reference of others) document = lead(document, reference, name);
    return document.text;
  }
  document = removeKey(document, states, state.name);
  for (const reference of others) document = lead(document, reference, successor);
  return document.text;
}

/** Renames a state and whatever leads to it. The name gets a number where it is taken. */
export function renameState(
  text: string,
  format: Format,
  path: Path,
  to: string,
): { readonly text: string; readonly name: string } | undefined {
  const { tree } = parseDefinition(text, format);
  const state = tree && stateAt(tree, path);
  const machine = tree && state && machineOf(tree, state);
  if (tree === undefined || state === undefined || machine === undefined) return undefined;
  const taken = new Set([...walkStates(tree)].filter((known) => known !== state).map(({ name }) => name));
  const name = stateNameOf(to, (candidate) => taken.has(candidate));
  if (name === state.name) return { text, name };
  let document = tree.document;
  for (const reference of referencesTo(machine, state.name)) document = setValue(document, reference.path, name);
  document = renameKey(document, [...machine.path, 'States'], state.name, name);
  return { text: document.text, name };
}

/** A place in a machine that names a state. */
interface Reference {
  /** Of the text that names it. */
  readonly path: Path;
  /** `next` may become the end of the machine; StartAt, Default, a rule's and a catcher's Next may not. */
  readonly kind: 'next' | 'fixed';
  /** The state that it belongs to; undefined: the machine. */
  readonly from: string | undefined;
}

/** Every reference to a state, from the states of its machine and from StartAt. */
function referencesTo(machine: StateMachine, name: string): readonly Reference[] {
  const found: Reference[] = [];
  if (machine.startAt === name) found.push({ path: [...machine.path, 'StartAt'], kind: 'fixed', from: undefined });
  for (const state of machine.states.values())
    for (const { key, target, ...rest } of outgoing(state))
      if (target === name) found.push({ ...rest, path: [...state.path, ...key], from: state.name });
  return found;
}

function* outgoing(state: State): Generator<{ key: Path; kind: Reference['kind']; target: string }> {
  if (state.next !== undefined) yield { key: ['Next'], kind: 'next', target: state.next };
  const fallback = asText(lookup(state.fields, 'Default'));
  if (fallback !== undefined) yield { key: ['Default'], kind: 'fixed', target: fallback };
  for (const list of ['Choices', 'Catch']) {
    const items = lookup(state.fields, list);
    for (const [index, item] of (Array.isArray(items) ? (items as readonly Json[]) : []).entries()) {
      const target = isObject(item) ? asText(lookup(item, 'Next')) : undefined;
      if (target !== undefined) yield { key: [list, String(index), 'Next'], kind: 'fixed', target };
    }
  }
}

/** Lets a reference lead to another state, or end the machine. */
function lead(document: TextDocument, { path, kind }: Reference, to: string | undefined): TextDocument {
  if (to !== undefined)
    return valueAt(document.value, path) === undefined ? leadFromEnd(document, path, to) : setValue(document, path, to);
  const parent = path.slice(0, -1);
  if (kind !== 'next') return document;
  const ended = insertKey(document, parent, 'End', true, 'Next');
  return removeKey(ended, parent, 'Next');
}

function leadFromEnd(document: TextDocument, path: Path, to: string): TextDocument {
  const parent = path.slice(0, -1);
  const key = path.at(-1) ?? '';
  const ends = valueAt(document.value, [...parent, 'End']) !== undefined;
  const led = insertKey(document, parent, key, to, ends ? 'End' : undefined);
  return ends ? removeKey(led, parent, 'End') : led;
}

function putKey(document: TextDocument, parent: Path, key: string, value: Json): TextDocument {
  return valueAt(document.value, [...parent, key]) === undefined
    ? insertKey(document, parent, key, value)
    : setValue(document, [...parent, key], value);
}

/** What follows a state when it is gone; undefined: nothing. */
function successorOf(state: State): string | undefined {
  const targets =
    state.type === 'Choice'
      ? [...outgoing(state)].map(({ target }) => target)
      : state.next === undefined
        ? []
        : [state.next];
  const fallback = asText(lookup(state.fields, 'Default'));
  const [first] = fallback === undefined ? targets : [fallback, ...targets];
  return targets.length === 0 ? undefined : [first, ...targets].find((name) => name !== state.name);
}

/** Where a new state goes: the reference that shall lead to it, what follows it, and the key it stands behind. */
interface Place {
  readonly from: Reference | undefined;
  readonly next: string | undefined;
  readonly behind: string | undefined;
}

const terminalTypes = ['Succeed', 'Fail'];

function placeBehind(machine: StateMachine, state: State): Place {
  if (terminalTypes.includes(state.type))
    return { from: referencesTo(machine, state.name)[0], next: state.name, behind: keyBefore(machine, state.name) };
  const from: Reference = {
    path: [...state.path, state.type === 'Choice' ? 'Default' : 'Next'],
    kind: state.type === 'Choice' ? 'fixed' : 'next',
    from: state.name,
  };
  const next = state.type === 'Choice' ? asText(lookup(state.fields, 'Default')) : state.next;
  return { from, next, behind: state.name };
}

const keyBefore = (machine: StateMachine, name: string): string | undefined => {
  const keys = [...machine.states.keys()];
  return keys[keys.indexOf(name) - 1];
};

/** The end of the path that starts at StartAt: paths that fail come second to those that succeed. */
function endOfMainPath(machine: StateMachine): Place {
  const start: Reference = { path: [...machine.path, 'StartAt'], kind: 'fixed', from: undefined };
  const first = machine.startAt === undefined ? undefined : machine.states.get(machine.startAt);
  if (first === undefined) return { from: start, next: undefined, behind: [...machine.states.keys()].at(-1) };
  const { state, by } = endOfPath(machine, { state: first, by: start });
  const isPlaceholder = machine.states.size === 1 && state.type === 'Pass' && isBare(state);
  if (terminalTypes.includes(state.type) || isPlaceholder)
    return { from: by, next: state.name, behind: by.from ?? keyBefore(machine, state.name) };
  return placeBehind(machine, state);
}

/** A Pass state that says nothing but that it ends. */
const isBare = (state: State): boolean =>
  Object.keys(state.fields).every((key) => ['Type', 'End', 'Comment'].includes(key));

interface Step {
  readonly state: State;
  /** What led to it. */
  readonly by: Reference;
}

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
    const onward = [...outgoing(state)]
      .filter(({ key }) => key[0] !== 'Catch')
      .flatMap(({ key, kind, target }): Step[] => {
        const next = machine.states.get(target);
        return next === undefined
          ? []
          : [{ state: next, by: { path: [...state.path, ...key], kind, from: state.name } }];
      });
    if (onward.length === 0 && state.type !== 'Fail') return step;
    if (onward.every((next) => seen.has(next.state.name))) fallback ??= step;
    stack.push(...onward.reverse());
  }
  return fallback ?? start;
}

const withoutFlow = (state: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(state).filter(([key]) => key !== 'Next' && key !== 'End'));

/** The machine that a state belongs to. */
function machineOf(tree: DefinitionTree, state: State): StateMachine | undefined {
  for (const machine of walkMachines(tree)) if (machine.states.get(state.name) === state) return machine;
  return undefined;
}
