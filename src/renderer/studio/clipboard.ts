import { canCopy, copySelection } from '../../editor/copy.js';
import { cut } from '../../editor/commands/cut.js';
import type { Editor } from '../../editor/define.js';
import type { Point } from '../../model/design.js';
import { problemTexts } from '../../model/problems.js';
import { isTyping } from './keyboard.js';
import { report } from './files.js';
import { studio, toast } from './studio.js';

/**
 * The clipboard, as YAML text. Keys come as the system's own events, which need no permission; menus and the palette ask
 * for the clipboard and make do with what was copied in this window where that is refused.
 */

/** What was copied in this window last: pasted beside where it came from, not into the middle of the view. */
let copiedHere: string | undefined;

/** Hears the system's copy, cut and paste, wherever they do not belong to a text. */
export function startClipboard(): void {
  document.addEventListener('copy', (event) => {
    if (isInside()) takeStates(event);
    else takeSelection(event);
  });
  document.addEventListener('cut', (event) => {
    if (isInside()) {
      if (takeStates(event)) states?.deleteSelected();
    } else if (takeSelection(event)) studio.getState().editor.run(cut);
  });
  document.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text === '' || !belongsToDrawing(event) || studio.getState().preview !== undefined) return;
    event.preventDefault();
    if (isInside()) states?.pasteText(text);
    else report(pasteText(text, studio.getState().editor));
  });
}

const isInside = (): boolean => studio.getState().workflow !== undefined;

/** What the canvas of a workflow does with the clipboard: events of the system have to be answered at once. */
export interface StatesClipboard {
  /** The selected states as text; undefined: there is nothing to copy. */
  readonly copiedText: () => string | undefined;
  readonly deleteSelected: () => void;
  readonly pasteText: (text: string) => void;
}

let states: StatesClipboard | undefined;

/** Said by the canvas of a workflow while it is on screen. */
export function setStatesClipboard(offered: StatesClipboard | undefined): void {
  states = offered;
}

function takeStates(event: ClipboardEvent): boolean {
  const hasText = document.getSelection()?.isCollapsed === false;
  if (event.clipboardData === null || hasText || !belongsToDrawing(event)) return false;
  const text = states?.copiedText();
  if (text === undefined) return false;
  event.clipboardData.setData('text/plain', text);
  event.preventDefault();
  return true;
}

/** Whether an event of the clipboard is about the drawing: no text field has the focus, no dialog is open. */
function belongsToDrawing(event: ClipboardEvent): boolean {
  const { screen, dialog } = studio.getState();
  return !event.defaultPrevented && screen === 'editor' && dialog === undefined && !isTyping(event.target);
}

/** Puts what is selected on the clipboard; false: there is nothing, or a text is selected on the page. */
function takeSelection(event: ClipboardEvent): boolean {
  const state = studio.getState().editor.getState();
  const hasText = document.getSelection()?.isCollapsed === false;
  if (event.clipboardData === null || hasText || !belongsToDrawing(event) || !canCopy(state)) return false;
  copiedHere = copySelection(state);
  event.clipboardData.setData('text/plain', copiedHere);
  event.preventDefault();
  return true;
}

/** Copies what is selected, for menus and the palette. */
export async function copyToClipboard(): Promise<void> {
  copiedHere = copySelection(studio.getState().editor.getState());
  // Refused: the text can still be pasted in this window.
  await navigator.clipboard.writeText(copiedHere).catch(() => undefined);
}

/** Copies what is selected and removes it, for menus and the palette. */
export async function cutToClipboard(): Promise<void> {
  const written = copyToClipboard();
  // What was copied goes: by the time the clipboard has it, something else may be on screen.
  studio.getState().editor.run(cut);
  await written;
}

/** Pastes, for menus and the palette; `at` is the middle of what is pasted. */
export async function pasteFromClipboard(at?: Point): Promise<void> {
  const { editor } = studio.getState();
  const text = await navigator.clipboard.readText().catch(() => copiedHere);
  if (text === undefined)
    toast({
      en: 'The clipboard cannot be read from here. Paste with the keyboard instead.',
      ja: 'ここからはクリップボードを読み取れません。キーボードで貼り付けてください。',
    });
  else await pasteText(text, editor, at);
}

/** Pastes into the design that it was asked for in: the browser may ask the person first. */
async function pasteText(text: string, editor: Editor, at?: Point): Promise<void> {
  // Only who pastes needs what reads a design.
  const [{ paste }, { readClipboard }] = await Promise.all([
    import('../../editor/commands/paste.js'),
    import('../../editor/clipboard.js'),
  ]);
  const { view, language, ...state } = studio.getState();
  if (state.editor !== editor) return;
  const read = readClipboard(text);
  if ('problems' in read) {
    const { importPasted, isTemplate } = await import('../import/open-template.js');
    if (isTemplate(text)) {
      await importPasted(text);
      return;
    }
    const [problem] = read.problems;
    if (problem !== undefined) toast(problemTexts[problem.code].message, { facts: problem.facts, tone: 'danger' });
    return;
  }
  const centre = at ?? (text === copiedHere ? undefined : view?.centre());
  editor.run(paste, { text, language, ...(centre === undefined ? {} : { at: centre }) });
  const { nodes, contexts, notes } = editor.getState().selection;
  view?.reveal([...nodes, ...contexts, ...notes]);
}
