import { useMemo, useRef, type KeyboardEvent } from 'react';
import { useStudio, useTranslate } from '../studio/studio.js';
import { PatternPreview } from './pattern-preview.js';
import { patternDesign, type PatternDefinition } from './patterns/define.js';
import { insertPattern, patternDragType } from './patterns/insert.js';
import { patterns } from './patterns/index.js';

/** Pieces of designs that have proved themselves: dragged onto the canvas, or added to its middle. */
export function Patterns() {
  const list = useRef<HTMLUListElement>(null);
  const arrows = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const rows = [...(list.current?.querySelectorAll('button') ?? [])];
    rows[rows.findIndex((row) => row === document.activeElement) + step]?.focus();
  };
  return (
    <ul className="palette-list patterns" ref={list} onKeyDown={arrows}>
      {patterns.map((pattern) => (
        <li key={pattern.id}>
          <PatternCard pattern={pattern} />
        </li>
      ))}
    </ul>
  );
}

function PatternCard({ pattern }: { readonly pattern: PatternDefinition }) {
  const t = useTranslate();
  const language = useStudio((state) => state.language);
  const design = useMemo(() => patternDesign(pattern, language), [pattern, language]);
  return (
    <button
      type="button"
      className="pattern-card"
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(patternDragType, pattern.id);
        event.dataTransfer.effectAllowed = 'copy';
      }}
      onClick={() => {
        insertPattern(pattern.id);
      }}
    >
      <PatternPreview design={design} />
      <span className="pattern-name">{t(pattern.label)}</span>
      <span className="hint">{t(pattern.description)}</span>
    </button>
  );
}
