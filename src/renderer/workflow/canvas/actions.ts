import { copyStates as textOfStates } from '../../../asl/edit/copy-states.js';
import { definitionEdits } from '../../../asl/edit/index.js';
import type { Path } from '../../../asl/document.js';
import { pathOfKey } from '../../../asl/flow-key.js';
import { studio, toast } from '../../studio/studio.js';
import { editWorkflow, openTree, selectStates } from '../workflow.js';
import { toggleCollapsed, workflowCanvas } from './canvas-state.js';
import { focusedState } from './focus.js';
import { indexOf } from './graph-index.js';
import { outermost } from './dragging.js';
import { placeAfterSelection } from './insert-place.js';

/** What the commands of a workflow do: one function per command, for menus, keys, toolbar and palette alike. */

export { extractMachine, inlineMachine, openNestedMachine } from './nested-machines.js';

const view = () => studio.getState().view;

/** The selected states in the order of the text. */
export function selectedStates(): readonly Path[] {
  const selected = studio.getState().workflow?.selected ?? new Set<string>();
  const { graph } = workflowCanvas.getState();
  const keys =
    graph === undefined ? [...selected] : [...indexOf(graph).states.keys()].filter((key) => selected.has(key));
  return keys.map(pathOfKey);
}

const onlyState = (): Path | undefined => {
  const paths = selectedStates();
  return paths.length === 1 ? paths[0] : undefined;
};

export function insertState(): void {
  view()?.quickInsert();
}

export function addNextState(): void {
  view()?.addNext();
}

export function connectState(kind: 'way' | 'catch'): void {
  view()?.startConnecting();
  workflowCanvas.setState(({ picker }) => ({ picker: picker && { ...picker, kind } }));
}

export function renameState(): void {
  view()?.rename();
}

export function setStart(): void {
  const state = onlyState();
  if (state !== undefined) editWorkflow(definitionEdits.setStart, { state });
}

export function duplicateStates(): void {
  editWorkflow(definitionEdits.duplicateStates, { states: selectedStates() });
}

export function selectAllStates(): void {
  const { graph } = workflowCanvas.getState();
  if (graph === undefined) return;
  // Of the level that one is on: edits of several states are about one level.
  const { states } = indexOf(graph);
  const [at] = studio.getState().workflow?.selected ?? [];
  const machine = states.get(at ?? focusedState() ?? '')?.machine ?? graph;
  workflowCanvas.setState({ line: undefined });
  selectStates(machine.states.map(({ key }) => key));
}

export function wrapInParallel(): void {
  editWorkflow(definitionEdits.wrapInParallel, { states: selectedStates() });
}

export function wrapInMap(): void {
  editWorkflow(definitionEdits.wrapInMap, { states: selectedStates() });
}

const newName = (name: { readonly en: string; readonly ja: string }): string => name[studio.getState().language];

export function unwrapState(): void {
  const state = onlyState();
  if (state !== undefined) editWorkflow(definitionEdits.unwrap, { state });
}

export function addBranch(): void {
  const state = onlyState();
  if (state !== undefined) editWorkflow(definitionEdits.addBranch, { state });
}

export function collapseStates(): void {
  const { graph } = workflowCanvas.getState();
  if (graph === undefined) return;
  const { states } = indexOf(graph);
  const keys = [...(studio.getState().workflow?.selected ?? [])];
  const containers = keys.filter((key) => (states.get(key)?.state.machines.length ?? 0) > 0);
  // Of a state inside: what it is in.
  const around = keys.flatMap((key) => states.get(key)?.parent ?? []);
  const targets = containers.length > 0 ? containers : [...new Set(around)];
  toggleCollapsed(targets);
  if (containers.length === 0 && targets.length > 0) selectStates(targets);
}

/** Removes the selected states, else the selected transition. */
export function deleteSelected(): void {
  const states = selectedStates();
  if (states.length > 0) {
    editWorkflow(definitionEdits.deleteStates, { states });
    return;
  }
  const { line, graph } = workflowCanvas.getState();
  const found = line === undefined || graph === undefined ? undefined : indexOf(graph).lines.get(line);
  if (found?.transition === undefined) return;
  workflowCanvas.setState({ line: undefined });
  editWorkflow(definitionEdits.disconnectTransition, { transition: found.ref });
}

/** What was copied in this window last: for menus, where the clipboard may not be read. */
let copiedHere: string | undefined;

/** The selected states as text for the clipboard; undefined: they cannot be copied together. */
export function copiedText(): string | undefined {
  const open = openTree();
  const { graph } = workflowCanvas.getState();
  const selected = studio.getState().workflow?.selected ?? new Set<string>();
  if (open === undefined || selected.size === 0) return undefined;
  const keys = graph === undefined ? [...selected] : outermost(selected, graph);
  const text = textOfStates(open.tree, keys.map(pathOfKey));
  if (text === undefined)
    toast({
      en: 'States of different levels cannot be copied together.',
      ja: '階層の異なるステートはまとめてコピーできません。',
    });
  else copiedHere = text;
  return text;
}

export async function copyStates(): Promise<void> {
  const text = copiedText();
  // Refused: the text can still be pasted in this window.
  if (text !== undefined) await navigator.clipboard.writeText(text).catch(() => undefined);
}

export async function cutStates(): Promise<void> {
  const text = copiedText();
  if (text === undefined) return;
  deleteSelected();
  await navigator.clipboard.writeText(text).catch(() => undefined);
}

export async function pasteStates(): Promise<void> {
  const text = await navigator.clipboard.readText().catch(() => copiedHere);
  if (text === undefined)
    toast({
      en: 'The clipboard cannot be read from here. Paste with the keyboard instead.',
      ja: 'ここからはクリップボードを読み取れません。キーボードで貼り付けてください。',
    });
  else pasteText(text);
}

/** Longer texts are no states that somebody copied. */
const longest = 2_000_000;

/** Puts states into the workflow: on the selected transition, behind the selected state, or at the end. */
export function pasteText(text: string): void {
  const { line, graph } = workflowCanvas.getState();
  const found = line === undefined || graph === undefined ? undefined : indexOf(graph).lines.get(line);
  const copied = text.length > longest ? '' : asDefinition(text);
  editWorkflow(definitionEdits.pasteStates, { copied, at: found?.ref ?? placeAfterSelection() });
}

/** One state, or states by name, as people copy them out of a definition, made a definition of their own. */
function asDefinition(text: string): string {
  const trimmed = text.trim().replace(/,$/, '');
  const json = trimmed.startsWith('"') ? `{${trimmed}}` : trimmed;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return text;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return text;
  if (Object.hasOwn(value, 'States')) return json;
  if (Object.hasOwn(value, 'Type')) return wrapped({ [newName({ en: 'Pasted', ja: '貼り付け' })]: value });
  const states: [string, unknown][] = Object.entries(value);
  const isStates =
    states.length > 0 &&
    states.every(([, one]) => typeof one === 'object' && one !== null && Object.hasOwn(one, 'Type'));
  return isStates ? wrapped(value) : text;
}

const wrapped = (states: object): string =>
  JSON.stringify({ StartAt: Object.keys(states)[0], States: states }, null, 2);
