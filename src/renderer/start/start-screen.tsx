import { FileText, LayoutTemplate, PencilRuler } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { RecentFile } from '../../host/host.js';
import { appCommands } from '../studio/commands/index.js';
import { newDesign, openFile, openHandle, report } from '../studio/files.js';
import { useStudio, useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { CommandKeys } from '../ui/keys.js';
import { useFirstPicture } from '../ui/load-later.js';
import { TemplateCards } from './template-cards.js';
import { templates } from './templates.js';
import './start.css';

/** The ways to begin. */
export function StartScreen() {
  const t = useTranslate();
  useFirstPicture();
  const templatesHeading = useRef<HTMLElement>(null);
  return (
    <main className="start">
      <div className="start-content">
        <header>
          <h1>{t({ en: 'Draw it, cut the glue, export it', ja: '描いて、つなぎのコードを減らして、エクスポート' })}</h1>
          <p>
            {t({
              en: 'Everything runs on this computer. No AWS account needed.',
              ja: 'すべてこのコンピューターで動作します。AWS アカウントは不要です。',
            })}
          </p>
        </header>
        <div className="start-columns">
          <div className="start-main">
            <div className="start-ways">
              <Way
                icon={<PencilRuler size={20} />}
                title={t({ en: 'Draw', ja: '描く' })}
                text={t({
                  en: 'Start with an empty canvas. Press / to place a service.',
                  ja: '空のキャンバスから始めます。/ キーでサービスを配置できます。',
                })}
                keys={appCommands.newDesign.keys}
                isDefault
                onClick={() => {
                  report(newDesign());
                }}
              />
              {templates.length === 0 ? null : (
                <Way
                  icon={<LayoutTemplate size={20} />}
                  title={t({ en: 'Open a template', ja: 'テンプレートを開く' })}
                  text={t({
                    en: 'Working designs with state machines, events and advice.',
                    ja: 'ステートマシン、イベント、提案を含む設計例です。',
                  })}
                  onClick={() => {
                    templatesHeading.current?.scrollIntoView({ block: 'nearest' });
                    templatesHeading.current?.querySelector('button')?.focus();
                  }}
                />
              )}
            </div>
            {templates.length === 0 ? null : (
              <section ref={templatesHeading}>
                <h2 className="section-heading">{t({ en: 'Templates', ja: 'テンプレート' })}</h2>
                <TemplateCards />
              </section>
            )}
          </div>
          <Recent />
        </div>
      </div>
    </main>
  );
}

interface WayProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly keys?: readonly string[];
  readonly isDefault?: boolean;
  readonly onClick: () => void;
}

function Way({ icon, title, text, keys, isDefault = false, onClick }: WayProps) {
  return (
    <button type="button" className="start-way" data-default={isDefault} autoFocus={isDefault} onClick={onClick}>
      <span className="start-way-head">
        <span className="start-way-icon">{icon}</span>
        <CommandKeys keys={keys} />
      </span>
      <strong>{title}</strong>
      <span>{text}</span>
    </button>
  );
}

function Recent() {
  const t = useTranslate();
  const host = useStudio((state) => state.host);
  const language = useStudio((state) => state.language);
  const [files, setFiles] = useState<readonly RecentFile[]>([]);
  useEffect(() => {
    host?.recentFiles().then(setFiles, () => {
      setFiles([]);
    });
  }, [host]);
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
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
              <button
                type="button"
                className="recent-row"
                onClick={() => {
                  report(openHandle(file.handle));
                }}
              >
                <span className="recent-icon">
                  <FileText size={16} />
                </span>
                <span className="recent-words">
                  <span className="ellipsis" title={file.name}>
                    {file.name}
                  </span>
                  <small className="ellipsis">{file.folderName}</small>
                </span>
                <small>{format.format(new Date(file.opened))}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
