import { CircleX, TriangleAlert } from 'lucide-react';
import { problemTexts, severityOf, type Problem, type Severity } from '../../model/problems.js';
import type { Localized } from '../../model/localized.js';
import { revealInCanvas, useStudio, useTranslate } from '../studio/studio.js';
import './problems.css';

const groups: readonly { readonly severity: Severity; readonly label: Localized }[] = [
  { severity: 'error', label: { en: 'Errors', ja: 'エラー' } },
  { severity: 'warning', label: { en: 'Warnings', ja: '警告' } },
];

/** Everything wrong or missing, errors first; a click selects and shows what it is about. */
export function ProblemsPanel() {
  const t = useTranslate();
  const problems = useStudio((state) => state.problems);
  if (problems.length === 0)
    return <p className="panel-empty hint">{t({ en: 'No problems found.', ja: '問題は見つかりませんでした。' })}</p>;
  return (
    <div className="problems">
      {groups.map(({ severity, label }) => {
        const members = problems.filter((problem) => severityOf(problem) === severity);
        return members.length === 0 ? null : (
          <section key={severity} aria-label={t(label)}>
            <h3>
              {t(label)}
              <span className="count" data-tone={severity === 'error' ? 'danger' : 'warn'}>
                {members.length}
              </span>
            </h3>
            <ul>
              {members.map((problem, index) => (
                <li key={index}>
                  <ProblemRow problem={problem} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function reveal({ node, connection, context }: Problem): void {
  if (node !== undefined) revealInCanvas({ nodes: new Set([node]) });
  else if (connection !== undefined) revealInCanvas({ connections: new Set([connection]) });
  else if (context !== undefined) revealInCanvas({ contexts: new Set([context]) });
}

/** A problem in words; also used where a file could not be read. */
export function ProblemRow({ problem }: { readonly problem: Problem }) {
  const t = useTranslate();
  const { message, action } = problemTexts[problem.code];
  const subject = useSubject(problem);
  const isErrorRow = severityOf(problem) === 'error';
  const hasPlace = problem.node !== undefined || problem.connection !== undefined || problem.context !== undefined;
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
      <span className="problem-subject ellipsis">{subject}</span>
    </>
  );
  return hasPlace ? (
    <button
      type="button"
      className="problem-row"
      onClick={() => {
        reveal(problem);
      }}
    >
      {words}
    </button>
  ) : (
    <div className="problem-row">{words}</div>
  );
}

function useSubject({ node, connection, place }: Problem): string {
  const t = useTranslate();
  const label = useStudio(({ system }) => {
    if (node !== undefined) return system.node(node)?.label;
    const found = connection === undefined ? undefined : system.connections.get(connection);
    return found === undefined
      ? undefined
      : `${system.node(found.from)?.label ?? found.from} → ${system.node(found.to)?.label ?? found.to}`;
  });
  if (label !== undefined) return label;
  return place === undefined
    ? ''
    : t(
        { en: 'Line {line}, column {column}', ja: '{line} 行目、{column} 列目' },
        { line: place.line, column: place.column },
      );
}
