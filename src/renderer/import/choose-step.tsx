import { ClipboardPaste, FileText, FolderOpen, MousePointer2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { chooseSources } from '../studio/choosers.js';
import { report } from '../studio/files.js';
import { useStudio, useTranslate } from '../studio/studio.js';
import { importHandle } from './run-import.js';

async function choose(kind: 'file' | 'folder'): Promise<void> {
  const chosen = await chooseSources(kind);
  if (chosen !== undefined) await importHandle(chosen.handle, chosen.name);
}

/** The ways to say what is imported. */
export function ChooseStep() {
  const t = useTranslate();
  const hasOwnChooser = useStudio(({ host }) => host?.chooseSources === undefined);
  return (
    <div className="import-choose">
      <p>
        {t({
          en: 'SAM and CloudFormation templates, cdk.out, state machines and OpenAPI documents. Files are only read; nothing leaves this computer.',
          ja: 'SAM と CloudFormation のテンプレート、cdk.out、ステートマシン、OpenAPI ドキュメントに対応しています。ファイルは読み取るだけで、外部には送信しません。',
        })}
      </p>
      <div className="import-ways">
        {hasOwnChooser ? (
          <Way
            icon={<FolderOpen size={20} />}
            title={t({ en: 'Choose a file or a folder…', ja: 'ファイルまたはフォルダを選択…' })}
            text={t({
              en: 'A folder is read as one system.',
              ja: 'フォルダは 1 つのシステムとして読み込みます。',
            })}
            isFirst
            onClick={() => {
              report(choose('folder'));
            }}
          />
        ) : (
          <>
            <Way
              icon={<FolderOpen size={20} />}
              title={t({ en: 'Choose a folder…', ja: 'フォルダを選択…' })}
              text={t({
                en: 'Its templates become one system.',
                ja: '含まれるテンプレートを 1 つのシステムにまとめます。',
              })}
              isFirst
              onClick={() => {
                report(choose('folder'));
              }}
            />
            <Way
              icon={<FileText size={20} />}
              title={t({ en: 'Choose a file…', ja: 'ファイルを選択…' })}
              text={t({ en: 'One template or definition.', ja: '1 つのテンプレートまたは定義を読み込みます。' })}
              onClick={() => {
                report(choose('file'));
              }}
            />
          </>
        )}
      </div>
      <ul className="import-more hint">
        <li>
          <MousePointer2 size={14} />
          {t({
            en: 'Or drop files or a folder anywhere on the window.',
            ja: 'ウィンドウにファイルやフォルダをドロップしても開始できます。',
          })}
        </li>
        <li>
          <ClipboardPaste size={14} />
          {t({ en: 'Or paste the text of a template here.', ja: 'テンプレートのテキストを貼り付けることもできます。' })}
        </li>
      </ul>
    </div>
  );
}

interface WayProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly isFirst?: boolean;
  readonly onClick: () => void;
}

function Way({ icon, title, text, isFirst = false, onClick }: WayProps) {
  return (
    <button type="button" className="import-way" autoFocus={isFirst} onClick={onClick}>
      {icon}
      <strong>{title}</strong>
      <span className="hint">{text}</span>
    </button>
  );
}
