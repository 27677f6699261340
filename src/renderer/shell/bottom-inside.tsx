import { ChevronDown, ChevronUp, CircleAlert, CodeXml, Lightbulb } from 'lucide-react';
import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { isError } from '../../model/problems.js';
import { unreachable } from '../../model/invariant.js';
import { minimumBottomHeight } from '../studio/settings.js';
import { showBottomTab, studio, useStudio, useTranslate, type BottomTab } from '../studio/studio.js';
import { IconButton } from '../ui/button.js';
import { loadLater } from '../ui/load-later.js';
import { Tabs } from '../ui/tabs.js';
import { canvasMinimum } from './bottom-size.js';

const AdvisorPanel = loadLater(async () => (await import('../advisor/advisor-panel.js')).AdvisorPanel);
const CodePanel = loadLater(async () => (await import('../code/code-panel.js')).CodePanel);
const ProblemsPanel = loadLater(async () => (await import('../problems/problems-panel.js')).ProblemsPanel);

const keyStep = 24;

const setHeight = (height: number): void => {
  const limit = window.innerHeight - canvasMinimum - 104;
  studio.setState(({ bottom }) => ({
    bottom: { ...bottom, height: Math.round(Math.max(minimumBottomHeight, Math.min(limit, height))) },
  }));
};

/** Advisor, Code and Problems, with their tabs and the edge that is dragged. */
export function BottomInside() {
  const { tab, height, open } = useStudio((state) => state.bottom);
  const t = useTranslate();
  return (
    <>
      {open ? <Splitter height={height} /> : null}
      <div className="bottom-bar">
        <BottomTabs selected={tab} open={open} />
        <IconButton
          label={
            open ? t({ en: 'Hide the panel', ja: 'パネルを閉じる' }) : t({ en: 'Show the panel', ja: 'パネルを開く' })
          }
          keys="Mod+J"
          aria-expanded={open}
          onClick={() => {
            studio.setState(({ bottom }) => ({ bottom: { ...bottom, open: !bottom.open } }));
          }}
        >
          {open ? <ChevronDown size={16} /> : <ChevronUp size={16} />}
        </IconButton>
      </div>
      <div
        className="bottom-content"
        id="bottom-panel"
        role="tabpanel"
        aria-labelledby={`bottom-tab-${tab}`}
        hidden={!open}
      >
        {open ? <PanelOf tab={tab} /> : null}
      </div>
    </>
  );
}

function PanelOf({ tab }: { readonly tab: BottomTab }) {
  switch (tab) {
    case 'advisor':
      return <AdvisorPanel />;
    case 'code':
      return <CodePanel />;
    case 'problems':
      return <ProblemsPanel />;
    default:
      return unreachable(tab);
  }
}

function BottomTabs({ selected, open }: { readonly selected: BottomTab; readonly open: boolean }) {
  const t = useTranslate();
  const findings = useStudio((state) => state.findings.filter((finding) => finding.dismissed === undefined).length);
  const problems = useStudio((state) => state.problems.length);
  const hasErrors = useStudio((state) => state.problems.some(isError));
  const label = (icon: ReactNode, words: string, count: number, tone: string): ReactNode => (
    <>
      {icon}
      {words}
      {count === 0 ? null : (
        <span className="count" data-tone={tone}>
          {count}
        </span>
      )}
    </>
  );
  return (
    <div
      className="bottom-tabs-wrap"
      data-open={open}
      onClickCapture={() => {
        if (!open) studio.setState(({ bottom }) => ({ bottom: { ...bottom, open: true } }));
      }}
    >
      <Tabs
        className="bottom-tabs"
        label={t({ en: 'Panels', ja: 'パネル' })}
        name="bottom"
        selected={selected}
        onSelect={showBottomTab}
        tabs={[
          {
            id: 'advisor',
            label: label(<Lightbulb size={16} />, t({ en: 'Advisor', ja: '提案' }), findings, 'warn'),
          },
          { id: 'code', label: label(<CodeXml size={16} />, t({ en: 'Code', ja: 'コード' }), 0, 'plain') },
          {
            id: 'problems',
            label: label(
              <CircleAlert size={16} />,
              t({ en: 'Problems', ja: '問題' }),
              problems,
              hasErrors ? 'danger' : 'plain',
            ),
          },
        ]}
      />
    </div>
  );
}

function Splitter({ height }: { readonly height: number }) {
  const t = useTranslate();
  const start = useRef<{ readonly y: number; readonly height: number } | undefined>(undefined);
  const down = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { y: event.clientY, height };
  };
  const move = (event: PointerEvent): void => {
    if (start.current !== undefined) setHeight(start.current.height + start.current.y - event.clientY);
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    setHeight(height + (event.key === 'ArrowUp' ? keyStep : -keyStep));
  };
  return (
    <div
      className="splitter"
      role="separator"
      aria-orientation="horizontal"
      aria-label={t({ en: 'Height of the panel', ja: 'パネルの高さ' })}
      aria-valuenow={height}
      aria-valuemin={minimumBottomHeight}
      tabIndex={0}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={() => {
        start.current = undefined;
      }}
      onKeyDown={key}
    />
  );
}
