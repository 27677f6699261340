import { FileQuestionMark, FileText, Pin, X } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { RecentFile } from '../../host/host.js';
import type { Language } from '../../model/localized.js';
import { openFile, openHandle, report } from '../studio/files.js';
import { useStudio, useTranslate } from '../studio/studio.js';
import { Button, IconButton } from '../ui/button.js';

/** Files opened before: pinned ones first, those that are gone marked. */
export function RecentFiles() {
  const t = useTranslate();
  const host = useStudio((state) => state.host);
  const [files, setFiles] = useState<readonly RecentFile[]>([]);
  const load = useCallback(async (): Promise<void> => {
    setFiles((await host?.recentFiles().catch(() => [])) ?? []);
  }, [host]);
  useEffect(() => {
    report(load());
  }, [load]);
  const change = async (work: Promise<void> | undefined): Promise<void> => {
    await work;
    await load();
  };
  return (
    <section className="start-recent">
      <header>
        <h2 className="section-heading">{t({ en: 'Recent', ja: '最近使ったファイル' })}</h2>
        <Button
          variant="link"
          onClick={() => {
            report(openFile());
          }}
        >
          {t({ en: 'Open file', ja: 'ファイルを開く' })}
        </Button>
      </header>
      {files.length === 0 ? (
        <p className="hint">
          {t({ en: 'Designs that you open are listed here.', ja: '開いた設計がここに表示されます。' })}
        </p>
      ) : (
        <ul>
          {files.map((file) => (
            <li key={file.handle}>
              <RecentItem
                file={file}
                onPin={() => {
                  report(change(host?.pinRecent(file.handle, file.pinned !== true)));
                }}
                onForget={() => {
                  report(change(host?.forgetRecent(file.handle)));
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface RecentItemProps {
  readonly file: RecentFile;
  readonly onPin: () => void;
  readonly onForget: () => void;
}

function RecentItem({ file, onPin, onForget }: RecentItemProps) {
  const t = useTranslate();
  const language = useStudio((state) => state.language);
  const isPinned = file.pinned === true;
  const isMissing = file.missing === true;
  return (
    <div className="recent-item" data-pinned={isPinned}>
      <button
        type="button"
        className="recent-row"
        title={`${file.folderName} ${file.name}`}
        onClick={() => {
          report(openHandle(file.handle));
        }}
        disabled={isMissing}
      >
        <span className="recent-icon">{isMissing ? <FileQuestionMark size={16} /> : <FileText size={16} />}</span>
        <span className="recent-words">
          <span className="ellipsis">{file.name}</span>
          {isMissing ? (
            <small className="ellipsis" data-tone="danger">
              {t({ en: 'Missing', ja: 'ファイルなし' })}
            </small>
          ) : (
            <small className="ellipsis">{file.folderName}</small>
          )}
        </span>
        <small className="recent-time">{timeWords(new Date(file.opened), new Date(), language)}</small>
      </button>
      <span className="recent-actions">
        <span className="recent-pin">
          <IconButton
            label={isPinned ? t({ en: 'Unpin', ja: '固定を解除' }) : t({ en: 'Pin', ja: '固定' })}
            aria-pressed={isPinned}
            onClick={onPin}
          >
            <Pin size={14} />
          </IconButton>
        </span>
        <span className="recent-forget">
          <IconButton label={t({ en: 'Remove from the list', ja: '一覧から削除' })} onClick={onForget}>
            <X size={14} />
          </IconButton>
        </span>
      </span>
    </div>
  );
}

/** The time of today, `Yesterday`, else the day; with the year where it is another one. */
function timeWords(at: Date, now: Date, language: Language): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000);
  if (days === 0)
    return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  if (days === 1) return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-1, 'day');
  return new Intl.DateTimeFormat(
    language,
    at.getFullYear() === now.getFullYear() ? { day: 'numeric', month: 'short' } : { dateStyle: 'medium' },
  ).format(at);
}

const startOfDay = (at: Date): number => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
