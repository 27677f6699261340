import { stateAt, type JsonObject } from '../../../asl/definition.js';
import { definitionEdits } from '../../../asl/edit/index.js';
import type { Path } from '../../../asl/document.js';
import { flowKey, pathOfKey, type FlowKey } from '../../../asl/flow-key.js';
import type { TransitionRef } from '../../../asl/transitions.js';
import { lookup } from '../../../model/design.js';
import { studio } from '../../studio/studio.js';
import { editWorkflow, openTree } from '../workflow.js';

/** Edits that gestures of the canvas make, each one undo step. */

/** What a new rule asks until the person says otherwise: something that is never so. */
export const newRule = (language: string): JsonObject =>
  language === 'JSONata' ? { Condition: '{% false %}' } : { Variable: '$.value', IsPresent: true };

export const newCatcher: JsonObject = { ErrorEquals: ['States.ALL'] };

const nameAt = (path: Path): string => path.at(-1) ?? '';

/** Leads a state on to another one of its level. */
export function connectNext(from: FlowKey, to: FlowKey): void {
  const transition: TransitionRef = { kind: 'next', state: pathOfKey(from) };
  editWorkflow(definitionEdits.connectTransition, { transition, to: nameAt(pathOfKey(to)) });
}

/** Lets a Choice go on at a state where no rule fits. */
export function connectDefault(from: FlowKey, to: FlowKey): void {
  const transition: TransitionRef = { kind: 'default', state: pathOfKey(from) };
  editWorkflow(definitionEdits.connectTransition, { transition, to: nameAt(pathOfKey(to)) });
}

/** Adds a rule to a Choice that leads to a state. */
export function connectRule(from: FlowKey, to: FlowKey): void {
  const state = pathOfKey(from);
  const open = openTree();
  const language = open === undefined ? undefined : stateAt(open.tree, state)?.queryLanguage;
  const item = { ...newRule(language ?? 'JSONata'), Next: nameAt(pathOfKey(to)) };
  if (isSameLevel(from, to)) editWorkflow(definitionEdits.addItem, { state, list: 'Choices', item });
  else connectNext(from, to);
}

/** Lets a state go on at another one when it fails. */
export function connectCatch(from: FlowKey, to: FlowKey): void {
  const item = { ...newCatcher, Next: nameAt(pathOfKey(to)) };
  // The edit says why a state of another level cannot be reached.
  editWorkflow(definitionEdits.addItem, { state: pathOfKey(from), list: 'Catch', item });
}

const isSameLevel = (a: FlowKey, b: FlowKey): boolean =>
  flowKey(pathOfKey(a).slice(0, -1)) === flowKey(pathOfKey(b).slice(0, -1));

/** Leads a transition that is there to another state. */
export function reconnect(transition: TransitionRef, to: FlowKey): void {
  editWorkflow(definitionEdits.connectTransition, { transition, to: nameAt(pathOfKey(to)) });
}

/** The paths of the selected states, in the order in which they were selected. */
export const selectedPaths = (): readonly Path[] => [...(studio.getState().workflow?.selected ?? [])].map(pathOfKey);

/** Whether a Choice says where to go when no rule fits. */
export function hasDefault(key: FlowKey): boolean {
  const open = openTree();
  const state = open && stateAt(open.tree, pathOfKey(key));
  return state !== undefined && lookup(state.fields, 'Default') !== undefined;
}
