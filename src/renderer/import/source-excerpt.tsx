import { X } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslate } from '../studio/studio.js';
import { IconButton } from '../ui/button.js';
import type { FoundPlace } from './import-protocol.js';

/** Lines shown around a place. */
const around = 60;
/** A line may hold a whole document. */
const longestLine = 400;

interface SourceExcerptProps {
  readonly place: FoundPlace;
  /** Of the file; undefined: it was not read. */
  readonly text: string | undefined;
  readonly onClose: () => void;
}

/** The lines of a file around a place. */
export function SourceExcerpt({ place, text, onClose }: SourceExcerptProps) {
  const t = useTranslate();
  const marked = useRef<HTMLLIElement>(null);
  const { file, line } = place;
  const excerpt = useMemo(() => {
    const first = Math.max(1, line - around);
    return { first, lines: linesBetween(text ?? '', first, line + around) };
  }, [text, line]);
  useEffect(() => {
    marked.current?.scrollIntoView({ block: 'center' });
  }, [excerpt]);
  return (
    <section className="import-source" aria-label={t({ en: 'Source', ja: 'ソース' })}>
      <header>
        <code className="ellipsis" title={file}>
          {file}:{line}
        </code>
        <IconButton label={t({ en: 'Hide the source', ja: 'ソースを非表示' })} onClick={onClose}>
          <X size={14} />
        </IconButton>
      </header>
      {text === undefined ? (
        <p className="hint panel-empty">
          {t({ en: 'This file was not read.', ja: 'このファイルは読み込まれていません。' })}
        </p>
      ) : (
        <ol className="import-lines" start={excerpt.first} tabIndex={0}>
          {excerpt.lines.map((content, index) => {
            const number = excerpt.first + index;
            return (
              <li key={number} data-marked={number === line} ref={number === line ? marked : null}>
                <span aria-hidden="true">{number}</span>
                <code>{content.length > longestLine ? `${content.slice(0, longestLine)}…` : content}</code>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}

/** Lines of a text, without splitting all of it. */
function linesBetween(text: string, first: number, last: number): readonly string[] {
  let at = 0;
  for (let line = 1; line < first; line++) {
    const next = text.indexOf('\n', at);
    if (next < 0) return [];
    at = next + 1;
  }
  const lines: string[] = [];
  for (let line = first; line <= last && at <= text.length; line++) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    lines.push(text.slice(at, end).replace(/\r$/, ''));
    at = end + 1;
  }
  return lines;
}
