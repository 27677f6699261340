import { useState } from 'react';
import { families, type Family, type Finding } from '../../advisor/define.js';
import { studio, useStudio, useTranslate } from '../studio/studio.js';
import { FindingCard } from './finding-card.js';
import { FindingList } from './finding-list.js';
import { familyWords } from './texts.js';
import './advisor.css';

const isFamily = (key: string): key is Family => Object.hasOwn(families, key);
const familyOrder = Object.keys(families).filter(isFamily);
const isOpen = (finding: Finding): boolean => finding.dismissed === undefined;

/** Findings by family, and the card of the open one. */
export function AdvisorPanel() {
  const t = useTranslate();
  const findings = useStudio((state) => state.findings);
  const analysed = useStudio((state) => state.analysis !== undefined);
  const openId = useStudio((state) => state.openFinding);
  const [filter, setFilterOnly] = useState<Family>();
  const setFilter = (family: Family | undefined): void => {
    setFilterOnly(family);
    studio.setState({ openFinding: undefined, preview: undefined });
  };
  const open = findings.filter(isOpen);
  const shown = findings.filter((finding) => filter === undefined || finding.rule.family === filter);
  const current = findings.find(({ id }) => id === openId) ?? shown.find(isOpen);
  if (findings.length === 0)
    return (
      <p className="panel-empty hint" role="status">
        {analysed
          ? t({ en: 'No suggestions for this design.', ja: 'この設計への提案はありません。' })
          : t({ en: 'Checking the design…', ja: '設計を検証しています…' })}
      </p>
    );
  return (
    <div className="advisor">
      <div className="advisor-side">
        <div className="advisor-filter" role="group" aria-label={t({ en: 'Family', ja: '種類' })}>
          <FilterChip
            label={t({ en: 'All', ja: 'すべて' })}
            count={open.length}
            pressed={filter === undefined}
            onPress={() => {
              setFilter(undefined);
            }}
          />
          {familyOrder.map((family) => {
            const count = open.filter((finding) => finding.rule.family === family).length;
            return count === 0 && filter !== family ? null : (
              <FilterChip
                key={family}
                label={t(familyWords[family])}
                count={count}
                pressed={filter === family}
                onPress={() => {
                  setFilter(filter === family ? undefined : family);
                }}
              />
            );
          })}
        </div>
        <FindingList
          findings={shown}
          current={current?.id}
          onOpen={(id) => {
            const { preview } = studio.getState();
            studio.setState({ openFinding: id, ...(preview?.finding.id === id ? {} : { preview: undefined }) });
          }}
        />
      </div>
      {current === undefined ? (
        <p className="panel-empty hint">{t({ en: 'No open suggestions.', ja: '未対応の提案はありません。' })}</p>
      ) : (
        <FindingCard key={current.id} finding={current} />
      )}
    </div>
  );
}

interface FilterChipProps {
  readonly label: string;
  readonly count: number;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

function FilterChip({ label, count, pressed, onPress }: FilterChipProps) {
  return (
    <button type="button" className="chip" aria-pressed={pressed} onClick={onPress}>
      {label} {count}
    </button>
  );
}
