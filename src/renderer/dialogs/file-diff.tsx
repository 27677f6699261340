import { ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslate } from '../studio/studio.js';
import { diffLines, type DiffLine } from '../../codegen/difference/line-diff.js';

interface FileDiffProps {
  readonly path: string;
  readonly current: string;
  readonly next: string;
}

const contextLines = 3;

/** Lines near a change; others are left out. */
function nearChanges(lines: readonly DiffLine[]): readonly (DiffLine | undefined)[] {
  const near = lines.map((_, index) =>
    lines.slice(Math.max(0, index - contextLines), index + contextLines + 1).some(({ kind }) => kind !== 'same'),
  );
  return lines.flatMap((line, index) =>
    near[index] === true ? [line] : near[index - 1] === true || index === 0 ? [undefined] : [],
  );
}

/** What a person changed in a generated file, and what the export would write instead. */
export function FileDiff({ path, current, next }: FileDiffProps) {
  const t = useTranslate();
  const lines = useMemo(() => nearChanges(diffLines(current, next)), [current, next]);
  return (
    <details className="fold file-diff">
      <summary>
        <ChevronRight size={14} />
        <code className="ellipsis">{path}</code>
      </summary>
      <pre tabIndex={0} aria-label={t({ en: 'Differences', ja: '差分' })}>
        {lines.map((line, index) =>
          line === undefined ? (
            <div key={index} className="diff-gap">
              …
            </div>
          ) : (
            <div key={index} data-kind={line.kind}>
              <span aria-hidden="true">{line.kind === 'added' ? '+' : line.kind === 'removed' ? '−' : ' '}</span>
              {line.text}
            </div>
          ),
        )}
      </pre>
    </details>
  );
}
