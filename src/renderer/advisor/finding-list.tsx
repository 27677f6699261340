import { ChevronRight, CircleHelp, Lightbulb, RotateCcw, TriangleAlert } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { Finding } from '../../advisor/define.js';
import { useStudio, useTranslate } from '../studio/studio.js';
import { IconButton } from '../ui/button.js';
import { restore } from './actions.js';
import { confidenceWords, findingText, isQuestion } from './texts.js';

interface FindingListProps {
  readonly findings: readonly Finding[];
  readonly current: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** The findings that wait for a decision, and behind a fold those that were dismissed. */
export function FindingList({ findings, current, onOpen }: FindingListProps) {
  const t = useTranslate();
  const open = findings.filter(({ dismissed }) => dismissed === undefined);
  const dismissed = findings.filter((finding) => finding.dismissed !== undefined);
  const arrows = (event: KeyboardEvent<HTMLElement>): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const rows = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('.finding-row')];
    const next = rows[rows.findIndex((row) => row === document.activeElement) + step];
    next?.focus();
    next?.click();
  };
  return (
    <div className="finding-list" onKeyDown={arrows}>
      <ul>
        {open.map((finding) => (
          <li key={finding.id}>
            <FindingRow finding={finding} selected={finding.id === current} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {dismissed.length === 0 ? null : (
        <details className="fold">
          <summary>
            <ChevronRight size={14} />
            {t({ en: 'Dismissed', ja: '却下した提案' })}
            <span className="count">{dismissed.length}</span>
          </summary>
          <ul>
            {dismissed.map((finding) => (
              <li key={finding.id} className="dismissed-row">
                <FindingRow finding={finding} selected={finding.id === current} onOpen={onOpen} />
                <IconButton
                  label={t({ en: 'Restore', ja: '復元' })}
                  onClick={() => {
                    restore(finding);
                  }}
                >
                  <RotateCcw size={14} />
                </IconButton>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const iconOf = (finding: Finding): typeof Lightbulb =>
  isQuestion(finding) ? CircleHelp : finding.severity === 'suggestion' ? Lightbulb : TriangleAlert;

interface FindingRowProps {
  readonly finding: Finding;
  readonly selected: boolean;
  readonly onOpen: (id: string) => void;
}

function FindingRow({ finding, selected, onOpen }: FindingRowProps) {
  const t = useTranslate();
  const subject = finding.function ?? finding.nodes[0];
  const label = useStudio(({ system }) => (subject === undefined ? '' : (system.node(subject)?.label ?? '')));
  const Icon = iconOf(finding);
  const title = t(findingText(finding, 'title'), finding.facts);
  return (
    <button
      type="button"
      className="finding-row"
      aria-current={selected}
      data-dismissed={finding.dismissed !== undefined}
      onClick={() => {
        onOpen(finding.id);
      }}
    >
      <Icon size={16} />
      <span className="finding-row-words">
        <span className="ellipsis" title={title}>
          {title}
        </span>
        <small>
          <span className="ellipsis">{finding.dismissed === undefined ? label : finding.dismissed.reason}</span>
          <span>{t(confidenceWords[finding.confidence])}</span>
        </small>
      </span>
    </button>
  );
}
