import { parseDefinition, stateAt, walkStates } from '../../asl/definition.js';
import { fieldOf } from '../../editor/fixes/field-place.js';
import { nodeId, type NodeId } from '../../model/design.js';
import type { Problem } from '../../model/problems.js';
import { preferences } from './preferences.js';
import { revealInCanvas, studio } from './studio.js';
import { whenThere } from './when-there.js';

/** Ways to a place of the design that has no box of its own on the canvas: a field, a state. */

const inspector = (selector: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-panel="inspector"] ${selector}`);

const focusable = 'input, select, textarea, [contenteditable="true"], [role="radio"][aria-checked="true"], button';

/** Opens a tab of the inspector; the first one has the form. */
function openInspectorTab(tab: string): void {
  showInspector();
  whenThere(
    () => inspector(`#inspector-tab-${tab}`),
    (found) => {
      found.click();
    },
  );
}

function showInspector(): void {
  preferences.setState({ inspectorOpen: true });
  studio.setState({ focusMode: false });
}

/** Selects a node or connection, and shows one of its fields: with the focus, unless that has to stay elsewhere. */
export function revealField(
  owner: { readonly node?: string; readonly connection?: string },
  field: string,
  focus = true,
): void {
  if (owner.node !== undefined) revealInCanvas({ nodes: new Set([owner.node]) });
  else if (owner.connection !== undefined) revealInCanvas({ connections: new Set([owner.connection]) });
  showInspector();
  if (owner.node !== undefined) openInspectorTab('settings');
  whenThere(
    () => inspector(`[data-field="${CSS.escape(field)}"]`),
    (row) => {
      row.closest('details')?.setAttribute('open', '');
      row.scrollIntoView({ block: 'center' });
      if (focus) row.querySelector<HTMLElement>(focusable)?.focus();
    },
  );
}

/** Selects a state machine and opens its text at a state, given by its path or by its name. */
export function revealState(machine: NodeId, state: readonly string[] | string): void {
  revealInCanvas({ nodes: new Set([machine]) });
  const definition = studio.getState().system.node(machine)?.node.definition;
  if (definition === undefined) return;
  const text = definition.draft ?? definition.text;
  const { tree } = parseDefinition(text, definition.format);
  const found =
    tree === undefined
      ? undefined
      : typeof state === 'string'
        ? [...walkStates(tree)].find(({ name }) => name === state)
        : stateAt(tree, state);
  revealText(text, found === undefined ? 0 : (tree?.document.keyRangeOf(found.path)?.start ?? found.range.start));
}

/** Opens the code of what is selected at an offset of its text. */
export function revealText(text: string, offset: number, end = offset, focus = true): void {
  openInspectorTab('code');
  whenThere(
    () => inspector('.cm-content'),
    (content) => {
      void import('@codemirror/view').then(({ EditorView }) => {
        const view = EditorView.findFromDOM(content);
        if (view?.state.doc.toString() !== text) return;
        view.dispatch({
          selection: { anchor: offset, head: end },
          effects: EditorView.scrollIntoView(offset, { y: 'center' }),
        });
        if (focus) view.focus();
      });
    },
  );
}

/** Shows what a problem is about: its field, its state, or the whole of it. */
export function revealProblem(problem: Problem): void {
  const { node, connection, context, path, facts } = problem;
  const { design } = studio.getState();
  const [section, id] = path ?? [];
  const field = fieldOf(design, problem);
  if (field !== undefined) {
    revealField(field.section === 'nodes' ? { node: field.id } : { connection: field.id }, field.name);
    return;
  }
  const state = facts['state'];
  if (node !== undefined && typeof state === 'string' && path?.[2] === 'definition') revealState(node, state);
  else if (node !== undefined && path?.[2] === 'definition') revealState(node, '');
  else if (node !== undefined) revealInCanvas({ nodes: new Set([node]) });
  else if (connection !== undefined) revealInCanvas({ connections: new Set([connection]) });
  else if (context !== undefined) revealInCanvas({ contexts: new Set([context]) });
  else if (typeof id === 'string' && section === 'nodes') revealInCanvas({ nodes: new Set([nodeId(id)]) });
  else if (typeof id === 'string' && section === 'connections') revealInCanvas({ connections: new Set([id]) });
  else if (typeof id === 'string' && section === 'contexts') revealInCanvas({ contexts: new Set([id]) });
  else if (typeof id === 'string' && section === 'notes') revealInCanvas({ notes: new Set([id]) });
}

/** Whether there is a place to go to. */
export const hasPlace = ({ node, connection, context, path }: Problem): boolean =>
  node !== undefined || connection !== undefined || context !== undefined || typeof path?.[1] === 'string';
