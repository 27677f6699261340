import { lookup, type Json } from '../../model/design.js';
import { stateNameOf } from '../../model/names.js';
import {
  machineAt,
  stateAt,
  treeOf,
  walkStates,
  type DefinitionTree,
  type State,
  type StateMachine,
} from '../definition.js';
import type { Path, TextDocument } from '../document.js';
import { leadsOn, isStateType } from '../fields.js';
import { valueAt } from '../json-value.js';
import { insertItem, moveItem, removeItem } from '../splice-items.js';
import type { Source } from '../splice-raw.js';
import { insertCopy, insertKey, moveKey, removeKey, renameKey, setValue } from '../splice.js';
import { pathOfTransition, transitionsIn, type TransitionRef } from '../transitions.js';
import { refuse } from './define.js';

/** Name of the state that ends a machine where a path must lead somewhere. */
export const doneName = 'Done';

/** Names of states that are there and go, and of those that are still to come. */
export interface NameChoice {
  readonly free?: ReadonlySet<string>;
  readonly taken?: ReadonlySet<string>;
}

/** A definition while an edit is at work on it: every step splices the text. */
export class DefinitionDraft {
  #document: TextDocument;
  #tree: DefinitionTree | undefined;

  constructor(tree: DefinitionTree) {
    this.#document = tree.document;
    this.#tree = tree;
  }

  get tree(): DefinitionTree {
    return (this.#tree ??= treeOf(this.#document));
  }
  get document(): TextDocument {
    return this.#document;
  }
  get text(): string {
    return this.#document.text;
  }

  #become(document: TextDocument): void {
    if (document === this.#document) return;
    this.#document = document;
    this.#tree = undefined;
  }

  state(path: Path): State {
    return stateAt(this.tree, path) ?? refuse('state-missing');
  }
  machine(path: Path): StateMachine {
    return machineAt(this.tree, path) ?? refuse('machine-missing');
  }
  /** The machine that a state belongs to. */
  machineOf(state: Path): StateMachine {
    return this.machine(machinePathOf(state));
  }
  valueAt(path: Path): Json | undefined {
    return valueAt(this.#document.value, path);
  }

  /** Sets the value at a path, or adds it behind a key. */
  put(path: Path, value: Json, after?: string): void {
    const has = this.valueAt(path) !== undefined;
    this.#become(
      has
        ? setValue(this.#document, path, value)
        : insertKey(this.#document, path.slice(0, -1), path.at(-1) ?? '', value, after),
    );
  }
  /** Removes a key, if it is there. */
  remove(path: Path): void {
    if (this.valueAt(path) !== undefined) this.#become(removeKey(this.#document, path.slice(0, -1), path.at(-1) ?? ''));
  }
  rename(path: Path, to: string): void {
    this.#become(renameKey(this.#document, path.slice(0, -1), path.at(-1) ?? '', to));
  }
  move(path: Path, parent: Path, after?: string): void {
    this.#become(moveKey(this.#document, path, parent, after));
  }
  copy(parent: Path, key: string, source: Source, after?: string): void {
    this.#become(insertCopy(this.#document, parent, key, source, after));
  }
  insertItem(list: Path, index: number, value: Json): void {
    if (this.valueAt(list) === undefined) this.put(list, [value]);
    else this.#become(insertItem(this.#document, list, index, value));
  }
  /** Removes an item; a list without items goes too. */
  removeItem(list: Path, index: number): void {
    const items = this.valueAt(list);
    if (Array.isArray(items) && items.length === 1 && index === 0) this.remove(list);
    else this.#become(removeItem(this.#document, list, index));
  }
  moveItem(list: Path, from: number, to: number): void {
    this.#become(moveItem(this.#document, list, from, to));
  }

  /** The name itself, or with a number where a state of the definition has it. */
  freeName(wanted: string, { free, taken }: NameChoice = {}): string {
    const known = new Set([...walkStates(this.tree)].map(({ name }) => name));
    return stateNameOf(
      wanted,
      (candidate) => taken?.has(candidate) === true || (known.has(candidate) && free?.has(candidate) !== true),
    );
  }

  /** Adds a state to a machine, behind another one. */
  addState(machine: Path, name: string, fields: Json, behind?: string): Path {
    const states = [...machine, 'States'];
    if (this.valueAt(states) === undefined) this.put(states, {});
    this.put([...states, name], fields, behind);
    return [...states, name];
  }

  /** Lets a transition lead to another state of its machine; undefined: it ends there, or goes where it cannot end. */
  lead(ref: TransitionRef, to: string | undefined): void {
    const path = pathOfTransition(ref);
    const parent = path.slice(0, -1);
    if (to === undefined) {
      if (ref.kind === 'next') this.#end(ref.state);
      else if (ref.kind === 'choice' || ref.kind === 'catch') this.removeItem(parent.slice(0, -1), ref.index);
      else this.remove(path);
      return;
    }
    const ends = ref.kind === 'next' && this.valueAt([...parent, 'End']) !== undefined;
    this.put(path, to, ends ? 'End' : undefined);
    if (ends) this.remove([...parent, 'End']);
  }

  #end(state: Path): void {
    if (this.valueAt([...state, 'End']) !== true) this.put([...state, 'End'], true, 'Next');
    this.remove([...state, 'Next']);
  }
}

export const machinePathOf = (state: Path): Path => state.slice(0, -2);
export const nameOf = (state: Path): string => state.at(-1) ?? '';

/** The machine whose states a transition joins. */
export const machineOfRef = (ref: TransitionRef): Path =>
  ref.kind === 'start' ? ref.machine : machinePathOf(ref.state);

/** What leads to one of the states from outside of them. */
export const refsInto = (machine: StateMachine, names: ReadonlySet<string>) =>
  [...transitionsIn(machine)].filter(
    ({ ref, target }) => names.has(target) && (ref.kind === 'start' || !names.has(nameOf(ref.state))),
  );

/** Whether a state leads on by Next or End. */
export const canLeadOn = ({ type }: State): boolean => isStateType(type) && leadsOn(type);

/** Whether a transition can be there, given the type of the state. */
export function fits(draft: DefinitionDraft, ref: TransitionRef): boolean {
  if (ref.kind === 'start') return true;
  const state = draft.state(ref.state);
  if (!('index' in ref)) return ref.kind === 'next' ? canLeadOn(state) : state.type === 'Choice';
  const items = lookup(state.fields, ref.kind === 'choice' ? 'Choices' : 'Catch');
  return Array.isArray(items) && Number.isInteger(ref.index) && ref.index >= 0 && ref.index < items.length;
}
