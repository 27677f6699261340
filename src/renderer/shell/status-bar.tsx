import { GraduationCap, X } from 'lucide-react';
import { useMemo } from 'react';
import { isError } from '../../model/problems.js';
import { isTransport } from '../canvas/marks.js';
import { showPaletteTab } from '../palette/palette-view.js';
import { appCommands } from '../studio/commands/index.js';
import { preferences, usePreference } from '../studio/preferences.js';
import {
  showBottomTab,
  studio,
  isUnsaved,
  useStudio,
  useTranslate,
  type BottomTab,
  type StudioState,
} from '../studio/studio.js';
import { IconButton } from '../ui/button.js';
import './status-bar.css';

const lambdasOf = (state: StudioState) =>
  [...state.system.nodes.values()].filter((node) => node.service.type === 'lambda-function');

/** Lambda functions that are drawn as transport. */
const transporting = (state: StudioState): number => lambdasOf(state).filter(isTransport).length;

function showOutline(): void {
  preferences.setState({ paletteOpen: true });
  studio.setState({ focusMode: false });
  showPaletteTab('outline');
}

/** A panel is not seen in the focus mode. */
function showPanel(tab: BottomTab): void {
  studio.setState({ focusMode: false });
  showBottomTab(tab);
}

/** Counts of what matters, each leading to what it counts, and whether it is saved. */
export function StatusBar() {
  const t = useTranslate();
  const nodes = useStudio((state) => state.system.nodes.size);
  const connections = useStudio((state) => state.system.connections.size);
  const language = useStudio((state) => state.language);
  return (
    <footer className="status-bar" data-panel="status">
      <button type="button" title={t({ en: 'Show the outline', ja: 'アウトラインを表示' })} onClick={showOutline}>
        {t({ en: { one: '{count} node', other: '{count} nodes' }, ja: 'ノード {count} 個' }, { count: nodes })}
      </button>
      <button type="button" title={t({ en: 'Show the outline', ja: 'アウトラインを表示' })} onClick={showOutline}>
        {t(
          { en: { one: '{count} connection', other: '{count} connections' }, ja: '接続 {count} 本' },
          { count: connections },
        )}
      </button>
      <Transport />
      <OwnCode />
      <Errors />
      <span className="status-end">
        <TourOffer />
        <SavedState />
        <button
          type="button"
          onClick={() => {
            studio.setState({ language: language === 'en' ? 'ja' : 'en' });
          }}
          title={language === 'en' ? '日本語で表示' : 'Switch to English'}
        >
          {language === 'en' ? 'English' : '日本語'}
        </button>
      </span>
    </footer>
  );
}

function Transport() {
  const t = useTranslate();
  const functions = useStudio((state) => lambdasOf(state).length);
  const transport = useStudio(transporting);
  if (functions === 0) return null;
  return (
    <button
      type="button"
      className="status-transport"
      title={t({ en: 'Show the Advisor', ja: '提案を表示' })}
      onClick={() => {
        showPanel('advisor');
      }}
    >
      <span className="status-meter" aria-hidden="true">
        <span style={{ width: `${(transport / functions) * 100}%` }} />
      </span>
      {t({ en: 'Lambdas that only transport', ja: '転送するだけの Lambda' })}
      <strong>{t({ en: '{count} of {total}', ja: '{count}/{total}' }, { count: transport, total: functions })}</strong>
    </button>
  );
}

/** The lines of the handlers: what one has to maintain oneself. */
function OwnCode() {
  const t = useTranslate();
  const project = useStudio((state) => state.analysis?.project);
  const lines = useMemo(() => {
    if (project === undefined) return 0;
    const handlers = [...project.writtenOnce].filter((path) => path.startsWith('handlers/'));
    return handlers.reduce((sum, path) => sum + (project.files.get(path)?.trimEnd().split('\n').length ?? 0), 0);
  }, [project]);
  if (lines === 0) return null;
  return (
    <button
      type="button"
      title={t({ en: 'Show the code', ja: 'コードを表示' })}
      onClick={() => {
        showPanel('code');
      }}
    >
      {t(
        {
          en: { one: '{count} line of own code', other: '{count} lines of own code' },
          ja: '自分で管理するコード {count} 行',
        },
        { count: lines },
      )}
    </button>
  );
}

function Errors() {
  const t = useTranslate();
  const errors = useStudio((state) => state.problems.filter(isError).length);
  if (errors === 0) return null;
  return (
    <button
      type="button"
      className="status-errors"
      title={t({ en: 'Show the problems', ja: '問題を表示' })}
      onClick={() => {
        showPanel('problems');
      }}
    >
      {t({ en: { one: '{count} error', other: '{count} errors' }, ja: 'エラー {count} 件' }, { count: errors })}
    </button>
  );
}

/** Until it was taken or declined; afterwards the tour is in the help. */
function TourOffer() {
  const t = useTranslate();
  const seen = usePreference((state) => state.tourSeen);
  if (seen) return null;
  return (
    <span className="status-tour">
      <button type="button" onClick={appCommands.tour.run}>
        <GraduationCap size={14} />
        {t({ en: 'New here? Take the tour', ja: '初めての方へ: ツアーを開始' })}
      </button>
      <IconButton
        label={t({ en: 'Do not offer the tour', ja: 'ツアーの案内を閉じる' })}
        onClick={() => {
          preferences.setState({ tourSeen: true });
        }}
      >
        <X size={12} />
      </IconButton>
    </span>
  );
}

function SavedState() {
  const t = useTranslate();
  const unsaved = useStudio(isUnsaved);
  const handle = useStudio((state) => state.file.handle);
  const savedAt = useStudio((state) => state.file.savedAt);
  const language = useStudio((state) => state.language);
  if (unsaved || handle === undefined) return <span>{t({ en: 'Unsaved', ja: '未保存' })}</span>;
  if (savedAt === undefined) return <span>{t({ en: 'Saved', ja: '保存済み' })}</span>;
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(savedAt),
  );
  return <span>{t({ en: 'Saved {time}', ja: '{time} に保存済み' }, { time })}</span>;
}
