import { StickyNote } from 'lucide-react';
import { minNoteHeight, minNoteWidth, resize } from '../../editor/commands/resize.js';
import { setNote } from '../../editor/commands/set-note.js';
import { lookup, type NoteId, type NoteLayout } from '../../model/design.js';
import { studio, useStudio, useTranslate } from '../studio/studio.js';
import { AreaRow } from './area-row.js';
import { ContextRow } from './context-row.js';
import { InspectorHeader } from './header.js';
import { LockRow } from './lock-row.js';
import { PixelRow } from './pixel-row.js';

/** Text, size and context of a note. */
export function NoteInspector({ id }: { readonly id: NoteId }) {
  const t = useTranslate();
  const note = useStudio((state) => lookup(state.design.notes, id));
  const place = useStudio((state) => lookup(state.design.layout.notes, id));
  if (note === undefined) return null;
  const { editor } = studio.getState();
  const [firstLine = ''] = note.text.trim().split('\n');
  const kind = t({ en: 'Note', ja: 'メモ' });
  return (
    <>
      <InspectorHeader icon={<StickyNote size={24} />} title={firstLine === '' ? kind : firstLine} subtitle={kind} />
      <div className="inspector-body">
        <div className="form">
          <AreaRow
            label={t({ en: 'Text', ja: 'テキスト' })}
            value={note.text}
            rows={8}
            onChange={(text) => {
              editor.run(setNote, { note: id, text });
            }}
          />
          <ContextRow notes={[id]} context={note.context} />
          {place === undefined ? null : <SizeRows id={id} place={place} />}
        </div>
        <LockRow />
      </div>
    </>
  );
}

function SizeRows({ id, place }: { readonly id: NoteId; readonly place: NoteLayout }) {
  const t = useTranslate();
  const set = (size: { readonly width?: number; readonly height?: number }): void => {
    const { x, y, width, height } = place;
    studio.getState().editor.run(resize, {
      notes: { [id]: { x, y, width, height, ...size } },
      gesture: `note-size:${id}:${Object.keys(size).join(',')}`,
    });
  };
  const isLocked = place.pinned === true;
  return (
    <>
      <PixelRow
        label={t({ en: 'Width', ja: '幅' })}
        value={place.width}
        min={minNoteWidth}
        disabled={isLocked}
        onChange={(width) => {
          set({ width });
        }}
      />
      <PixelRow
        label={t({ en: 'Height', ja: '高さ' })}
        value={place.height}
        min={minNoteHeight}
        disabled={isLocked}
        onChange={(height) => {
          set({ height });
        }}
      />
    </>
  );
}
