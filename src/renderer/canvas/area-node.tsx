import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { contextOf, type AreaNode, type NoteNode } from './types.js';
import { emptySelection } from '../../editor/define.js';
import { studio, useTranslate } from '../studio/studio.js';
import { useCanvas } from './canvas-state.js';
import { texts } from './texts.js';

/** The area of a context. Its title is what one takes hold of; the rest lets the pointer through to the canvas. */
export const ContextArea = memo(function ContextArea({ id, data, selected }: NodeProps<AreaNode>) {
  const t = useTranslate();
  const isDropTarget = useCanvas(({ dropArea }) => dropArea !== undefined && dropArea === contextOf(id));
  return (
    <div
      className="context-area"
      data-selected={selected}
      data-drop={isDropTarget}
      data-ghost={data.ghost}
      data-hue={data.hue}
    >
      <div
        className="area-title"
        onClick={(event) => {
          selectContext(contextOf(id), event.shiftKey || event.metaKey || event.ctrlKey);
        }}
      >
        <span className="area-label">{data.label}</span>
        {data.team === '' ? null : <span className="area-team">{t(texts.team, { team: data.team })}</span>}
      </div>
    </div>
  );
});

function selectContext(context: string | undefined, isAdding: boolean): void {
  if (context === undefined) return;
  const { editor } = studio.getState();
  const { selection } = editor.getState();
  const base = isAdding ? selection : emptySelection;
  editor.select({ ...base, contexts: new Set([...base.contexts, context]) });
}

/** A note: words of a person. */
export const NoteCard = memo(function NoteCard({ data, selected }: NodeProps<NoteNode>) {
  return (
    <div className="note-card" data-selected={selected}>
      {data.text}
    </div>
  );
});
