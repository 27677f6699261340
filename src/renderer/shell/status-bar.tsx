import { isTransport } from '../canvas/marks.js';
import { studio, isUnsaved, useStudio, useTranslate, type StudioState } from '../studio/studio.js';
import './status-bar.css';

const lambdasOf = (state: StudioState) =>
  [...state.system.nodes.values()].filter((node) => node.service.type === 'lambda-function');

/** Lambda functions that are drawn as transport. */
const transporting = (state: StudioState): number => lambdasOf(state).filter(isTransport).length;

/** Counts of what matters, and whether it is saved. */
export function StatusBar() {
  const t = useTranslate();
  const nodes = useStudio((state) => state.system.nodes.size);
  const connections = useStudio((state) => state.system.connections.size);
  const functions = useStudio((state) => lambdasOf(state).length);
  const transport = useStudio(transporting);
  const language = useStudio((state) => state.language);
  return (
    <footer className="status-bar" data-panel="status">
      <span>
        {t({ en: { one: '{count} node', other: '{count} nodes' }, ja: 'ノード {count} 個' }, { count: nodes })}
      </span>
      <span>
        {t(
          { en: { one: '{count} connection', other: '{count} connections' }, ja: '接続 {count} 本' },
          { count: connections },
        )}
      </span>
      {functions === 0 ? null : (
        <span className="status-transport">
          <span className="status-meter" aria-hidden="true">
            <span style={{ width: `${(transport / functions) * 100}%` }} />
          </span>
          {t({ en: 'Lambdas that only transport', ja: '転送するだけの Lambda' })}
          <strong>
            {t({ en: '{count} of {total}', ja: '{count}/{total}' }, { count: transport, total: functions })}
          </strong>
        </span>
      )}
      <span className="status-end">
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
