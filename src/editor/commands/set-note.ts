import { noteId } from '../../model/design.js';
import { updateNote } from '../../model/graph.js';
import { defineCommand } from '../define.js';

/** Changes the text of a note. Typing is one step. */
export const setNote = defineCommand<{ readonly note: string; readonly text: string }>({
  id: 'set-note',
  label: { en: 'Edit the note', ja: 'メモを編集' },
  enabled: () => true,
  run: ({ design, selection }, { note: id, text }) => ({
    state: {
      design: updateNote(design, noteId(id), (note) => (note.text === text ? note : { ...note, text })),
      selection,
    },
    undo: 'merge',
    gesture: `note:${id}`,
  }),
});
