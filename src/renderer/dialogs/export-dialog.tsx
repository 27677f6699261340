import { CircleCheck, FolderOpen } from 'lucide-react';
import { useState } from 'react';
import type { ExportResult, FolderHandle } from '../../host/host.js';
import { isError } from '../../model/problems.js';
import { unreachable } from '../../model/invariant.js';
import { chooseFolder } from '../studio/choosers.js';
import { report } from '../studio/files.js';
import { fixIds } from '../studio/fix-ids.js';
import { closeDialog, showBottomTab, studio, useStudio, useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';

/** In a browser without a host the project is downloaded. */
const download = { handle: 'project', name: 'project.zip' };

/** Where to, what will be written, and what came of it. */
export function ExportDialog() {
  const t = useTranslate();
  const analysis = useStudio((state) => state.analysis);
  const design = useStudio((state) => state.design);
  // In the store, because the chooser takes the place of this dialog for a moment.
  const chosen = useStudio((state) => state.file.exportFolder);
  const isGuest = useStudio((state) => state.hostInfo?.kind === 'guest');
  const target = chosen ?? (isGuest ? download : undefined);
  const [result, setResult] = useState<ExportResult>();
  const [isRunning, setIsRunning] = useState(false);
  const isCurrent = analysis?.design === design;
  const errors = analysis?.project.problems.filter(isError).length ?? 0;
  const files = analysis?.project.files;

  const choose = async (): Promise<void> => {
    const folder = await chooseFolder(design.settings.name);
    if (folder === undefined) return;
    const { handle, name } = folder;
    remember(handle, name);
    setResult(undefined);
  };
  const run = async (force: boolean): Promise<void> => {
    const { host } = studio.getState();
    if (host === undefined || analysis === undefined || target === undefined) return;
    setIsRunning(true);
    try {
      const outcome = await host.exportProject({
        folder: target.handle,
        files: Object.fromEntries(analysis.project.files),
        writtenOnce: [...analysis.project.writtenOnce],
        force,
      });
      setResult(outcome);
      if (outcome.status !== 'exported') return;
      if (!isGuest) remember(target.handle, outcome.folderName);
      const { editor } = studio.getState();
      if (fixIds.enabled(editor.getState())) editor.run(fixIds);
    } finally {
      setIsRunning(false);
    }
  };
  const isDone = result?.status === 'exported';
  const needsForce = result?.status === 'folder-not-empty';
  return (
    <Dialog
      title={t({ en: 'Export CDK project', ja: 'CDK プロジェクトのエクスポート' })}
      width={520}
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>
            {isDone ? t({ en: 'Close', ja: '閉じる' }) : t({ en: 'Cancel', ja: 'キャンセル' })}
          </Button>
          {isDone ? null : (
            <Button
              variant={needsForce ? 'danger' : 'primary'}
              disabled={target === undefined || errors > 0 || !isCurrent || isRunning}
              onClick={() => {
                report(run(needsForce));
              }}
            >
              {needsForce ? t({ en: 'Overwrite', ja: '上書き' }) : t({ en: 'Export', ja: 'エクスポート' })}
            </Button>
          )}
        </>
      }
    >
      {errors > 0 ? (
        <ErrorsFirst count={errors} />
      ) : (
        <div className="export">
          <div className="field">
            <span className="secondary">{t({ en: 'Folder', ja: 'フォルダ' })}</span>
            <div className="export-target">
              <span className="input ellipsis">
                {target === undefined
                  ? t({ en: 'Not chosen', ja: '未選択' })
                  : (target.name ?? t({ en: 'Chosen', ja: '選択済み' }))}
              </span>
              {isGuest ? null : (
                <Button
                  autoFocus
                  onClick={() => {
                    report(choose());
                  }}
                >
                  <FolderOpen size={14} />
                  {t({ en: 'Choose…', ja: '選択…' })}
                </Button>
              )}
            </div>
          </div>
          <p className="hint">
            {t(
              {
                en: '{count} files. Handlers are written once and never touched again; the other files are generated.',
                ja: 'ファイル {count} 個。ハンドラーは最初の 1 回だけ書き込まれ、その後は変更されません。ほかのファイルは毎回生成されます。',
              },
              { count: files?.size ?? 0 },
            )}
          </p>
          {result === undefined ? null : <Outcome result={result} count={files?.size ?? 0} />}
        </div>
      )}
    </Dialog>
  );
}

/** Where this document goes: the next export begins there. */
function remember(handle: FolderHandle, name: string | undefined): void {
  studio.setState(({ file }) => ({ file: { ...file, exportFolder: { handle, name } } }));
}

function ErrorsFirst({ count }: { readonly count: number }) {
  const t = useTranslate();
  return (
    <>
      <p>
        {t(
          {
            en: {
              one: '{count} error has to be corrected first.',
              other: '{count} errors have to be corrected first.',
            },
            ja: 'エクスポートするには、エラー {count} 件を修正してください。',
          },
          { count },
        )}
      </p>
      <Button
        variant="link"
        onClick={() => {
          closeDialog();
          showBottomTab('problems');
        }}
      >
        {t({ en: 'Show the problems', ja: '問題を表示' })}
      </Button>
    </>
  );
}

function Outcome({ result, count }: { readonly result: ExportResult; readonly count: number }) {
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
      return (
        <p className="export-result" data-tone="warn" role="alert">
          {t(
            {
              en: '"{folder}" has files that no export of this app wrote. Choose an empty folder, or overwrite what has the same name.',
              ja: '「{folder}」には、このアプリがエクスポートしていないファイルがあります。空のフォルダを選択するか、同じ名前のファイルを上書きしてください。',
            },
            { folder: result.folderName },
          )}
        </p>
      );
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
