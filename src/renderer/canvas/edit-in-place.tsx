import { useStore } from '@xyflow/react';
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { renameNode } from '../../editor/commands/rename-node.js';
import { setContext } from '../../editor/commands/set-context.js';
import { setNote } from '../../editor/commands/set-note.js';
import { lookup, type Box } from '../../model/design.js';
import { studio, useStudio, useTranslate } from '../studio/studio.js';
import { canvasState, useCanvas } from './canvas-state.js';
import { boxOf } from './dragging.js';
import { elementOf, focusNode } from './keyboard.js';
import { Overlay } from './overlay.js';
import { texts } from './texts.js';
import { contextOf, noteOf } from './types.js';

/** Names of nodes and contexts, and texts of notes, edited where they stand: Enter keeps, Esc leaves. */
export function EditInPlace() {
  const id = useCanvas((state) => state.editing);
  const note = id === undefined ? undefined : noteOf(id);
  if (id === undefined) return null;
  return note === undefined ? <NameInput key={id} id={id} /> : <NoteText key={id} id={id} note={note} />;
}

function finish(id: string): void {
  canvasState.setState({ editing: undefined });
  // Once it is drawn: its id may have followed its name, then the node that is selected has it.
  requestAnimationFrame(() => {
    const [selected] = studio.getState().selection.nodes;
    if (document.activeElement === document.body) focusNode(elementOf(id) === undefined ? selected : id);
  });
}

function NameInput({ id }: { readonly id: string }) {
  const t = useTranslate();
  const context = contextOf(id);
  const label = useStudio(({ design }) =>
    context === undefined ? lookup(design.nodes, id)?.label : lookup(design.contexts, context)?.label,
  );
  const [text, setText] = useState(label ?? '');
  const place = useTitlePlace(id);
  const zoom = useStore((state) => state.transform[2]);
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  const hasPlace = place !== undefined;
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.select();
  }, [hasPlace]);
  const end = (isKept: boolean): void => {
    if (isDone.current) return;
    isDone.current = true;
    const { editor } = studio.getState();
    if (isKept && text.trim() !== '' && text !== label) {
      editor.endGesture();
      if (context === undefined) editor.run(renameNode, { node: id, label: text.trim() });
      else editor.run(setContext, { context, changes: { label: text.trim() } });
      editor.endGesture();
    }
    finish(id);
  };
  const keys = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.nativeEvent.stopImmediatePropagation();
    end(event.key === 'Enter');
  };
  if (place === undefined || label === undefined) return null;
  const scale = Math.max(1, 1 / zoom);
  return (
    <Overlay>
      <input
        ref={input}
        className="name-input nodrag nopan nokey"
        aria-label={t(texts.name)}
        value={text}
        style={{
          transform: `translate(${String(place.x)}px, ${String(place.y)}px) scale(${String(scale)})`,
          width: place.width,
        }}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onKeyDown={keys}
        onBlur={() => {
          end(true);
        }}
      />
    </Overlay>
  );
}

const inputHeight = 24;

/** Where the title of a card or an area stands, in the coordinates of the design. */
function useTitlePlace(id: string): Omit<Box, 'height'> | undefined {
  const [place, setPlace] = useState<Omit<Box, 'height'> | undefined>();
  useLayoutEffect(() => {
    const element = elementOf(id);
    const title = element?.querySelector('.node-title, .area-label');
    const box = boxOf(studio.getState().design, id);
    if (element === undefined || title === null || title === undefined || box === undefined) {
      canvasState.setState({ editing: undefined });
      return;
    }
    const [outer, inner] = [element.getBoundingClientRect(), title.getBoundingClientRect()];
    const zoom = outer.width / box.width;
    const x = (inner.left - outer.left) / zoom;
    const middle = (inner.top + inner.height / 2 - outer.top) / zoom;
    const room = contextOf(id) === undefined ? box.width - x - 6 : Math.min(box.width - x - 12, 280);
    setPlace({ x: box.x + x - 5, y: box.y + middle - inputHeight / 2, width: Math.max(96, room) });
  }, [id]);
  return place;
}

function NoteText({ id, note }: { readonly id: string; readonly note: string }) {
  const t = useTranslate();
  const text = useStudio(({ design }) => lookup(design.notes, note)?.text);
  const box = useStudio(({ design }) => lookup(design.layout.notes, note));
  const area = useRef<HTMLTextAreaElement>(null);
  const exists = text !== undefined && box !== undefined;
  useEffect(() => {
    const { current } = area;
    if (!exists) canvasState.setState({ editing: undefined });
    if (current === null) return;
    studio.getState().editor.endGesture();
    current.focus({ preventScroll: true });
    current.setSelectionRange(current.value.length, current.value.length);
  }, [exists]);
  if (!exists) return null;
  return (
    <Overlay>
      <textarea
        ref={area}
        className="note-text nodrag nopan nokey nowheel"
        aria-label={t(texts.note)}
        value={text}
        maxLength={noteLimit}
        style={{
          transform: `translate(${String(box.x)}px, ${String(box.y)}px)`,
          width: box.width,
          height: box.height,
        }}
        onChange={(event) => {
          studio.getState().editor.run(setNote, { note, text: event.target.value });
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.nativeEvent.isComposing || event.key !== 'Escape') return;
          event.preventDefault();
          event.nativeEvent.stopImmediatePropagation();
          finish(id);
        }}
        onBlur={() => {
          if (canvasState.getState().editing === id) canvasState.setState({ editing: undefined });
        }}
      />
    </Overlay>
  );
}

/** More than anybody writes on a note, and less than what would make it slow. */
const noteLimit = 20_000;
