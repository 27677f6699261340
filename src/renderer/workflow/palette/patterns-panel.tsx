import { useRef } from 'react';
import { useTranslate } from '../../studio/studio.js';
import type { PaletteEntry } from './entries.js';
import { add, drag, EntryIcon } from './entry-row.js';
import { itemKey } from './item.js';
import { moveFocus } from './move-focus.js';
import { showEntry, useIsShown } from './palette-view.js';
import { useSearchSource } from './use-entries.js';

/** Ready-made states: dragged onto a transition, or added behind the selected state. */
export function PatternsPanel() {
  const { patterns } = useSearchSource();
  const list = useRef<HTMLUListElement>(null);
  return (
    <ul
      className="palette-list patterns"
      ref={list}
      onKeyDown={(event) => {
        moveFocus(event, list.current);
      }}
    >
      {patterns.map((entry) => (
        <li key={itemKey(entry.item)}>
          <PatternCard entry={entry} />
        </li>
      ))}
    </ul>
  );
}

function PatternCard({ entry }: { readonly entry: PaletteEntry }) {
  const t = useTranslate();
  const isShown = useIsShown(entry);
  const { refusal } = entry;
  return (
    <button
      type="button"
      className="pattern-card state-pattern"
      draggable={refusal === undefined}
      aria-current={isShown}
      aria-disabled={refusal !== undefined}
      onDragStart={(event) => {
        drag(event, entry);
      }}
      onClick={(event) => {
        if (event.detail === 0) add(entry);
        else showEntry(entry);
      }}
      onDoubleClick={() => {
        add(entry);
      }}
    >
      <span className="state-pattern-head">
        <EntryIcon icon={entry.icon} size={20} />
        <span className="pattern-name">{t(entry.title)}</span>
      </span>
      <span className="hint">{refusal === undefined ? t(entry.detail) : t(refusal.text, refusal.facts)}</span>
    </button>
  );
}
