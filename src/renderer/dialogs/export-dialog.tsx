import { FolderOpen } from 'lucide-react';
import { useMemo, useState } from 'react';
import { risksOf } from '../../codegen/difference/template-difference.js';
import type { ExportResult, FolderHandle } from '../../host/host.js';
import { isError } from '../../model/problems.js';
import { serialiseDesign } from '../../model/serialise.js';
import { ExportReview } from '../diff/export-review.js';
import { decisionsOf, fileChanges, type Choices } from '../diff/reviewed-files.js';
import { useReview } from '../diff/use-review.js';
import { chooseFolder } from '../studio/choosers.js';
import { report } from '../studio/files.js';
import { fixIds } from '../studio/fix-ids.js';
import { closeDialog, showBottomTab, studio, useStudio, useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { ExportOutcome, NotReadable, NotEmpty } from './export-outcome.js';

/** In a browser without a host the project is downloaded. */
const download = { handle: 'project', name: 'project.zip' };

const width = { form: 520, review: 1240 };

/** Where to, what changes there and in what is deployed, and what came of it. */
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
  const [choices, setChoices] = useState<Choices>({});
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const isCurrent = analysis?.design === design;
  const errors = analysis?.project.problems.filter(isError).length ?? 0;
  const isDone = result?.status === 'exported';
  // After the export there is nothing to look into: the design gets fixed ids, and would be asked about again.
  const isAsked = isCurrent && errors === 0 && !isDone;
  const review = useReview(isAsked ? target?.handle : undefined, isAsked ? analysis.project : undefined);
  const reviewed = review.result?.status === 'reviewed' ? review.result : undefined;
  const files = analysis?.project.files;
  const changes = useMemo(
    () => (reviewed === undefined || files === undefined ? [] : fileChanges(reviewed.files, files)),
    [reviewed, files],
  );
  const { templates } = review;
  const open =
    templates.status === 'compared' ? risksOf(templates.difference).filter(({ key }) => !accepted.has(key)).length : 0;
  const needsForce = review.result?.status === 'folder-not-empty';
  const isReady = (reviewed !== undefined && templates.status !== 'running' && open === 0) || needsForce;

  const choose = async (): Promise<void> => {
    const folder = await chooseFolder(design.settings.name);
    if (folder === undefined) return;
    const { handle, name } = folder;
    remember(handle, name);
    setResult(undefined);
    setChoices({});
    setAccepted(new Set());
  };
  const run = async (): Promise<void> => {
    const { host } = studio.getState();
    if (host === undefined || analysis === undefined || target === undefined) return;
    setIsRunning(true);
    try {
      const outcome = await host.exportProject({
        folder: target.handle,
        files: Object.fromEntries(analysis.project.files),
        writtenOnce: [...analysis.project.writtenOnce],
        force: needsForce,
        design: serialiseDesign(design),
        decisions: decisionsOf(changes, choices),
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
  const isReview = reviewed !== undefined && !isDone && errors === 0;
  return (
    <Dialog
      title={t({ en: 'Export CDK project', ja: 'CDK プロジェクトのエクスポート' })}
      width={isReview ? width.review : width.form}
      onClose={closeDialog}
      footer={
        <>
          {isReview ? <FooterNote open={open} isRunning={templates.status === 'running'} changes={changes} /> : null}
          <Button onClick={closeDialog}>
            {isDone ? t({ en: 'Close', ja: '閉じる' }) : t({ en: 'Cancel', ja: 'キャンセル' })}
          </Button>
          {isDone ? null : (
            <Button
              variant={needsForce ? 'danger' : 'primary'}
              disabled={target === undefined || errors > 0 || !isCurrent || isRunning || !isReady}
              onClick={() => {
                report(run());
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
          {target === undefined ? (
            <p className="hint">
              {t(
                {
                  en: '{count} files. Handlers are written once and never touched again; the other files are generated, and what you changed in them is kept.',
                  ja: 'ファイル {count} 個。ハンドラーは最初の 1 回だけ書き込まれます。ほかのファイルは毎回生成されますが、手作業で変更したものは保持されます。',
                },
                { count: files?.size ?? 0 },
              )}
            </p>
          ) : result === undefined && review.result === undefined && isAsked ? (
            <p className="hint" role="status">
              {t({ en: 'Looking into the folder…', ja: 'フォルダを確認しています…' })}
            </p>
          ) : null}
          {isReview ? (
            <ExportReview
              review={review}
              changes={changes}
              exportedBefore={reviewed.exportedBefore}
              choices={choices}
              onChoose={(path, choice) => {
                setChoices((before) => ({ ...before, [path]: choice }));
              }}
              accepted={accepted}
              onAccept={(key, isAccepted) => {
                setAccepted((before) => {
                  const next = new Set(before);
                  if (isAccepted) next.add(key);
                  else next.delete(key);
                  return next;
                });
              }}
            />
          ) : null}
          {review.result?.status === 'folder-not-empty' && !isDone ? (
            <NotEmpty folder={review.result.folderName} />
          ) : null}
          {review.result?.status === 'not-readable' ? <NotReadable detail={review.result.detail} /> : null}
          {result === undefined ? null : <ExportOutcome result={result} count={files?.size ?? 0} />}
        </div>
      )}
    </Dialog>
  );
}

interface FooterNoteProps {
  readonly open: number;
  readonly isRunning: boolean;
  readonly changes: ReturnType<typeof fileChanges>;
}

/** Why the export has to wait, or what it writes. */
function FooterNote({ open, isRunning, changes }: FooterNoteProps) {
  const t = useTranslate();
  if (isRunning)
    return (
      <span className="diff-footer">{t({ en: 'Comparing the templates…', ja: 'テンプレートを比較しています…' })}</span>
    );
  if (open > 0)
    return (
      <span className="diff-footer" data-tone="danger" role="status">
        {t(
          { en: { one: '{count} decision open', other: '{count} decisions open' }, ja: '未決定の項目: {count} 件' },
          { count: open },
        )}
      </span>
    );
  const of = (...states: readonly string[]): number => changes.filter(({ state }) => states.includes(state)).length;
  return (
    <span className="diff-footer" role="status">
      {t(
        {
          en: 'To write: {written}. Changed by you: {byHand}. No longer generated: {orphaned}.',
          ja: '書き込み: {written} 個。手作業で変更: {byHand} 個。生成対象外: {orphaned} 個。',
        },
        { written: of('added', 'changed'), byHand: of('changed-by-hand'), orphaned: of('orphaned') },
      )}
    </span>
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
