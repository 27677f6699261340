import { ChevronRight, CircleCheck } from 'lucide-react';
import type { ExportResult } from '../../host/host.js';
import { unreachable } from '../../model/invariant.js';
import type { Localized } from '../../model/localized.js';
import { useTranslate } from '../studio/studio.js';

/** What came of an export. */
export function ExportOutcome({ result, count }: { readonly result: ExportResult; readonly count: number }) {
  const t = useTranslate();
  switch (result.status) {
    case 'exported':
      return (
        <div className="export-result" data-tone="ok" role="status">
          <CircleCheck size={16} />
          <div>
            <p>
              {t(
                {
                  en: { one: 'Exported {count} file to "{folder}".', other: 'Exported {count} files to "{folder}".' },
                  ja: '{count} 個のファイルを「{folder}」にエクスポートしました。',
                },
                { count, folder: result.folderName },
              )}
            </p>
            <p className="hint">
              {t(
                {
                  en: 'Written: {written}. Kept as they are: {kept}. Removed: {removed}.',
                  ja: '書き込み: {written} 個。変更なし: {kept} 個。削除: {removed} 個。',
                },
                { written: result.written.length, kept: result.kept.length, removed: result.removed.length },
              )}
            </p>
            {result.repaired === true ? (
              <p className="hint">
                {t({
                  en: 'An earlier export into this folder was cut short. It was completed first.',
                  ja: 'このフォルダへの以前のエクスポートが中断されていたため、先に完了しました。',
                })}
              </p>
            ) : null}
            <Paths
              text={{
                en: {
                  one: 'You changed {count} generated file: it is kept, without what the design says anew.',
                  other: 'You changed {count} generated files: they are kept, without what the design says anew.',
                },
                ja: '手作業で変更された生成ファイル {count} 個は、そのまま残しました。設計の変更は反映されていません。',
              }}
              paths={result.changedByHand}
            />
            <Paths
              text={{
                en: {
                  one: '{count} file is no longer generated, and still there.',
                  other: '{count} files are no longer generated, and still there.',
                },
                ja: '生成対象でなくなったファイル {count} 個は、そのまま残っています。',
              }}
              paths={result.orphaned}
            />
            <p className="hint">
              {t({
                en: 'Next, in that folder: npm ci, then npm test and npx cdk synth.',
                ja: '次に、そのフォルダで npm ci を実行し、続けて npm test と npx cdk synth を実行してください。',
              })}
            </p>
          </div>
        </div>
      );
    case 'folder-not-empty':
      return <NotEmpty folder={result.folderName} />;
    case 'not-writable':
      return (
        <p className="export-result" data-tone="danger" role="alert">
          {t({ en: 'The folder cannot be written: {detail}', ja: 'フォルダに書き込めません: {detail}' }, result)}
        </p>
      );
    default:
      return unreachable(result);
  }
}

function Paths({ text, paths }: { readonly text: Localized; readonly paths: readonly string[] }) {
  const t = useTranslate();
  if (paths.length === 0) return null;
  return (
    <details className="fold export-paths">
      <summary>
        <ChevronRight size={14} />
        {t(text, { count: paths.length })}
      </summary>
      <ul>
        {paths.map((path) => (
          <li key={path}>
            <code>{path}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function NotEmpty({ folder }: { readonly folder: string }) {
  const t = useTranslate();
  return (
    <p className="export-result" data-tone="warn" role="alert">
      {t(
        {
          en: '"{folder}" has files that no export of this app wrote. Choose an empty folder, or overwrite what has the same name.',
          ja: '「{folder}」には、このアプリがエクスポートしていないファイルがあります。空のフォルダを選択するか、同じ名前のファイルを上書きしてください。',
        },
        { folder },
      )}
    </p>
  );
}

export function NotReadable({ detail }: { readonly detail: string }) {
  const t = useTranslate();
  return (
    <p className="export-result" data-tone="danger" role="alert">
      {t({ en: 'The folder cannot be read: {detail}', ja: 'フォルダを読み取れません: {detail}' }, { detail })}
    </p>
  );
}
