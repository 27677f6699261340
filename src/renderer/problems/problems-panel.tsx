import { Search } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { isError, severityOf, type Problem } from '../../model/problems.js';
import { useIsMac } from '../ui/keys.js';
import { Button } from '../ui/button.js';
import { Segmented } from '../ui/segmented.js';
import { ServiceIcon } from '../ui/service-icon.js';
import { isCombination } from '../studio/keyboard.js';
import { useStudio, useTranslate } from '../studio/studio.js';
import { arrange, type ProblemGroup } from './arrange.js';
import { FixMenu } from './fix-menu.js';
import { ProblemRow } from './problem-row.js';
import { problemsView, useProblemsView } from './problems-view.js';
import './problems.css';

export { ProblemRow } from './problem-row.js';

/** Rows shown at first; thousands of rows help nobody and cost every keystroke. */
const firstRows = 200;

/** Everything wrong or missing: filtered, grouped, with its fixes. Arrows move, Enter goes there, Mod+. opens the fixes. */
export function ProblemsPanel() {
  const t = useTranslate();
  const problems = useStudio((state) => state.problems);
  const system = useStudio((state) => state.system);
  const language = useStudio((state) => state.language);
  const { text, severity, grouping } = useProblemsView((state) => state);
  const groups = useMemo(
    () => arrange(problems, system, { text, severity, grouping }, language),
    [problems, system, text, severity, grouping, language],
  );
  if (problems.length === 0)
    return <p className="panel-empty hint">{t({ en: 'No problems found.', ja: '問題は見つかりませんでした。' })}</p>;
  return (
    <div className="problems">
      <Toolbar problems={problems} />
      {groups.length === 0 ? (
        <p className="panel-empty hint">
          {t({ en: 'No problem matches the filter.', ja: 'フィルターに一致する問題はありません。' })}
        </p>
      ) : (
        <ProblemList groups={groups} />
      )}
    </div>
  );
}

function Toolbar({ problems }: { readonly problems: readonly Problem[] }) {
  const t = useTranslate();
  const { text, severity, grouping } = useProblemsView((state) => state);
  const errors = problems.filter(isError).length;
  const chips = [
    ['all', t({ en: 'All', ja: 'すべて' }), problems.length],
    ['error', t({ en: 'Errors', ja: 'エラー' }), errors],
    ['warning', t({ en: 'Warnings', ja: '警告' }), problems.length - errors],
  ] as const;
  return (
    <div className="problems-bar">
      <label className="input problems-search">
        <Search size={14} />
        <span className="visually-hidden">{t({ en: 'Filter the problems', ja: '問題を絞り込み' })}</span>
        <input
          type="text"
          role="searchbox"
          value={text}
          placeholder={t({ en: 'Filter', ja: '絞り込み' })}
          onChange={(event) => {
            problemsView.setState({ text: event.target.value });
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.nativeEvent.isComposing) problemsView.setState({ text: '' });
          }}
        />
      </label>
      <div className="problems-chips" role="group" aria-label={t({ en: 'Severity', ja: '重大度' })}>
        {chips.map(([value, label, count]) => (
          <button
            key={value}
            type="button"
            className="chip"
            aria-pressed={severity === value}
            onClick={() => {
              problemsView.setState({ severity: value });
            }}
          >
            {label} <span>{count}</span>
          </button>
        ))}
      </div>
      <Segmented
        label={t({ en: 'Grouping', ja: 'グループ化' })}
        value={grouping}
        options={[
          { value: 'place', label: t({ en: 'By place', ja: '場所別' }) },
          { value: 'kind', label: t({ en: 'By kind', ja: '種類別' }) },
        ]}
        onChange={(value) => {
          problemsView.setState({ grouping: value });
        }}
      />
    </div>
  );
}

/** The groups as far as the limit goes, and how many rows are left. */
function cut(groups: readonly ProblemGroup[], limit: number): { shown: readonly ProblemGroup[]; left: number } {
  let room = limit;
  let left = 0;
  const shown: ProblemGroup[] = [];
  for (const group of groups) {
    const rows = group.problems.slice(0, room);
    room -= rows.length;
    left += group.problems.length - rows.length;
    if (rows.length > 0) shown.push({ ...group, problems: rows });
  }
  return { shown, left };
}

function ProblemList({ groups }: { readonly groups: readonly ProblemGroup[] }) {
  const t = useTranslate();
  const list = useRef<HTMLDivElement>(null);
  const [limit, setLimit] = useState(firstRows);
  const { shown, left } = useMemo(() => cut(groups, limit), [groups, limit]);
  const [active, setActive] = useState(0);
  const grouping = useProblemsView((state) => state.grouping);
  const isMac = useIsMac();
  useWanted(list, shown);

  const rowsOf = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('button.problem-row') ?? [])];
  const key = (event: KeyboardEvent): void => {
    const rows = rowsOf();
    const item = document.activeElement?.closest('li');
    const at = rows.findIndex((row) => row.closest('li') === item);
    if (isCombination(event.nativeEvent, 'Mod+.', isMac)) {
      const fix = item?.querySelector<HTMLElement>('.problem-fix');
      // The menu opens by the key that its trigger knows.
      fix?.dispatchEvent(new globalThis.KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
      event.preventDefault();
      return;
    }
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (next === undefined || (event.target instanceof Element && event.target.closest('.problem-fix') !== null))
      return;
    event.preventDefault();
    rows[Math.max(0, Math.min(rows.length - 1, next))]?.focus();
  };

  let index = -1;
  return (
    <div className="problems-list" ref={list} onKeyDown={key}>
      {shown.map((group) => (
        <section key={group.key}>
          <h3>
            {group.icon === undefined ? null : <ServiceIcon icon={group.icon} size={16} />}
            <span className="ellipsis">{typeof group.heading === 'string' ? group.heading : t(group.heading)}</span>
            <span
              className="count"
              data-tone={group.problems.some((one) => severityOf(one) === 'error') ? 'danger' : 'warn'}
            >
              {group.problems.length}
            </span>
          </h3>
          <ul>
            {group.problems.map((problem, at) => {
              index += 1;
              const own = index;
              return (
                <li key={`${problem.code} ${String(at)}`} data-node={problem.node}>
                  <ProblemRow
                    problem={problem}
                    hasHeading={grouping === 'place'}
                    tabIndex={own === active ? 0 : -1}
                    onFocus={() => {
                      setActive(own);
                    }}
                  />
                  <FixMenu problem={problem} tabIndex={own === active ? 0 : -1} />
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      {left === 0 ? null : (
        <Button
          variant="link"
          className="problems-more"
          onClick={() => {
            setLimit(limit + 5 * firstRows);
          }}
        >
          {t({ en: 'Show {count} more', ja: 'ほか {count} 件を表示' }, { count: left })}
        </Button>
      )}
    </div>
  );
}

/** Puts the focus on the first problem of the node that the list was opened for. */
function useWanted(list: React.RefObject<HTMLDivElement | null>, shown: readonly ProblemGroup[]): void {
  const wanted = useProblemsView((state) => state.wanted);
  useEffect(() => {
    if (wanted === undefined) return;
    const row = list.current?.querySelector<HTMLElement>(`li[data-node="${CSS.escape(wanted)}"] button.problem-row`);
    row?.focus();
    problemsView.setState({ wanted: undefined });
  }, [wanted, list, shown]);
}
