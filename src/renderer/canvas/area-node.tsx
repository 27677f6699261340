import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { contextOf, type AreaNode, type NoteNode } from './types.js';
import { emptySelection } from '../../editor/define.js';
import { studio, useTranslate } from '../studio/studio.js';
import { useCanvas } from './canvas-state.js';
import { LockMark } from './lock-mark.js';
import { texts } from './texts.js';

/**
 * The area of a context. Its title is what one takes hold of; the rest lets the pointer through to the canvas. A collapsed
 * one is a card that stands for its members.
 */
export const ContextArea = memo(function ContextArea({ id, data, selected }: NodeProps<AreaNode>) {
  const t = useTranslate();
  const isDropTarget = useCanvas(({ dropArea }) => dropArea !== undefined && dropArea === contextOf(id));
  const team = data.team === '' ? '' : t(texts.team, { team: data.team });
  return (
    <div
      className="context-area"
      data-selected={selected}
      data-drop={isDropTarget}
      data-ghost={data.ghost}
      data-hue={data.hue}
      data-collapsed={data.isCollapsed}
    >
      <div
        className="area-title"
        onClick={(event) => {
          selectContext(contextOf(id), event.shiftKey || event.metaKey || event.ctrlKey);
        }}
      >
        <span className="area-label">{data.label}</span>
        {data.isCollapsed || team === '' ? null : <span className="area-team">{team}</span>}
        {data.isLocked ? <LockMark /> : null}
      </div>
      {data.isCollapsed ? (
        <>
          <span className="area-members">{team === '' ? data.members : `${data.members} · ${team}`}</span>
          <i className="source" data-handleid="rest" hidden />
        </>
      ) : null}
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

/** A note: words of a person. A first line that begins with `# ` is its title. */
export const NoteCard = memo(function NoteCard({ data, selected }: NodeProps<NoteNode>) {
  const [first = '', ...rest] = data.text.split('\n');
  const title = first.startsWith('# ') ? first.slice(2) : undefined;
  return (
    <div className="note-card" data-selected={selected}>
      {title === undefined ? data.text : <b className="note-title">{title}</b>}
      {title === undefined ? null : rest.join('\n')}
      {data.isLocked ? <LockMark /> : null}
    </div>
  );
});
