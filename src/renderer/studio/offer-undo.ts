import type { Editor } from '../../editor/define.js';
import type { Facts, Localized } from '../../model/localized.js';
import { closeToast, toast } from './studio.js';

interface UndoOffer {
  readonly facts?: Facts;
  /** Left out: as long as nothing else is done. */
  readonly milliseconds?: number;
}

/** Tells what an editor has just done, with a way to take it back as long as that is what undo would take back. */
export function offerUndo(editor: Editor, text: Localized, { facts = {}, milliseconds }: UndoOffer = {}): void {
  const { design } = editor.getState();
  const isLast = (): boolean => editor.getState().design === design;
  const id = toast(text, {
    facts,
    action: {
      label: { en: 'Undo', ja: '元に戻す' },
      run: () => {
        if (isLast()) editor.undo();
      },
    },
  });
  const end = (): void => {
    unsubscribe();
    closeToast(id);
  };
  // After another step the offer would take back something else, or nothing.
  const unsubscribe = editor.subscribe(() => {
    if (!isLast()) end();
  });
  if (milliseconds !== undefined) setTimeout(end, milliseconds);
}
