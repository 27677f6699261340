import { CircleX, TriangleAlert } from 'lucide-react';
import type { FocusEventHandler } from 'react';
import { problemTexts, severityOf, type Problem } from '../../model/problems.js';
import { hasPlace, revealProblem } from '../studio/reveal.js';
import { useStudio, useTranslate } from '../studio/studio.js';
import { subjectOf } from './arrange.js';
import './problems.css';

interface ProblemRowProps {
  readonly problem: Problem;
  /** It stands under the name of its place already. */
  readonly hasHeading?: boolean;
  readonly tabIndex?: number;
  readonly onFocus?: FocusEventHandler<HTMLButtonElement>;
}

/** A problem in words; goes to its place where it has one. Also used where a file could not be read. */
export function ProblemRow({ problem, hasHeading = false, tabIndex, onFocus }: ProblemRowProps) {
  const t = useTranslate();
  const { message, action } = problemTexts[problem.code];
  const isErrorRow = severityOf(problem) === 'error';
  const words = (
    <>
      {isErrorRow ? (
        <CircleX size={16} className="problem-error" />
      ) : (
        <TriangleAlert size={16} className="problem-warning" />
      )}
      <span className="problem-words">
        <span>
          <span className="visually-hidden">
            {isErrorRow ? t({ en: 'Error:', ja: 'エラー:' }) : t({ en: 'Warning:', ja: '警告:' })}
          </span>{' '}
          {t(message, problem.facts)}
        </span>{' '}
        <span className="hint">{t(action, problem.facts)}</span>
      </span>
      <Subject problem={problem} isNamed={hasHeading} />
    </>
  );
  return hasPlace(problem) ? (
    <button
      type="button"
      className="problem-row"
      tabIndex={tabIndex}
      onFocus={onFocus}
      onClick={() => {
        revealProblem(problem);
      }}
    >
      {words}
    </button>
  ) : (
    <div className="problem-row">{words}</div>
  );
}

function Subject({ problem, isNamed }: { readonly problem: Problem; readonly isNamed: boolean }) {
  const t = useTranslate();
  const subject = useStudio(({ system }) => (isNamed ? undefined : subjectOf(problem, system)));
  const { place } = problem;
  const line =
    place === undefined
      ? undefined
      : t(
          { en: 'Line {line}, column {column}', ja: '{line} 行目、{column} 列目' },
          { line: place.line, column: place.column },
        );
  return (
    <span className="problem-subject">
      <span className="ellipsis">{subject ?? line}</span>
      {subject === undefined || line === undefined ? null : <span className="ellipsis">{line}</span>}
    </span>
  );
}
