import { FileInput, FolderOpen, LayoutTemplate, PencilRuler } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { appCommands } from '../studio/commands/index.js';
import { isTyping } from '../studio/keyboard.js';
import { newDesign, openFile, report } from '../studio/files.js';
import { studio, useTranslate } from '../studio/studio.js';
import { CommandKeys } from '../ui/keys.js';
import { RecentFiles } from './recent-files.js';
import { useFirstPicture } from '../ui/load-later.js';
import { TemplateCards } from './template-cards.js';
import { templates } from './templates.js';
import './start.css';

const templatesKey = 'T';

const isThere = (): boolean => true;

/** The ways to begin. */
export function StartScreen() {
  const t = useTranslate();
  useFirstPicture(isThere);
  const templatesHeading = useRef<HTMLElement>(null);
  const goToTemplates = (): void => {
    templatesHeading.current?.scrollIntoView({ block: 'nearest' });
    templatesHeading.current?.querySelector('button')?.focus();
  };
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key.toLowerCase() !== templatesKey.toLowerCase() || studio.getState().dialog !== undefined) return;
      event.preventDefault();
      goToTemplates();
    };
    window.addEventListener('keydown', key);
    return () => {
      window.removeEventListener('keydown', key);
    };
  }, []);
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
                  keys={[templatesKey]}
                  onClick={goToTemplates}
                />
              )}
              <Way
                icon={<FileInput size={20} />}
                title={t({ en: 'Import a stack', ja: 'スタックをインポート' })}
                text={t({
                  en: 'SAM, CloudFormation, cdk.out or a folder of templates becomes a drawing.',
                  ja: 'SAM、CloudFormation、cdk.out、テンプレートのフォルダを図にします。',
                })}
                keys={appCommands.import.keys}
                onClick={appCommands.import.run}
              />
              <Way
                icon={<FolderOpen size={20} />}
                title={t({ en: 'Open a file', ja: 'ファイルを開く' })}
                text={t({
                  en: 'Designs, and pictures that hold one. Or drop files anywhere, or paste a design.',
                  ja: '設計ファイルや、設計を含む図を開きます。ファイルのドロップや、設計の貼り付けでも開けます。',
                })}
                keys={appCommands.open.keys}
                onClick={() => {
                  report(openFile());
                }}
              />
            </div>
            {templates.length === 0 ? null : (
              <section ref={templatesHeading}>
                <h2 className="section-heading">{t({ en: 'Templates', ja: 'テンプレート' })}</h2>
                <TemplateCards />
              </section>
            )}
          </div>
          <RecentFiles />
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
