import { ClipboardCopy } from 'lucide-react';
import { useMemo, useState } from 'react';
import { reportMarkdown, reportOf } from '../../codegen/difference/report.js';
import type { Localized } from '../../model/localized.js';
import { Comparison } from '../compare/comparison.js';
import { report } from '../studio/files.js';
import { documentName, toast, useStudio, useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { Segmented } from '../ui/segmented.js';
import { DesignColumn } from './design-column.js';
import { FileText } from './file-text.js';
import { FilesColumn } from './files-column.js';
import type { Choice, Choices, FileChange } from './reviewed-files.js';
import { TemplateColumn } from './template-column.js';
import type { Review } from './use-review.js';
import './diff.css';

type View = 'summary' | 'text' | 'drawing';

interface ExportReviewProps {
  readonly review: Review;
  readonly changes: readonly FileChange[];
  readonly exportedBefore: boolean;
  readonly choices: Choices;
  readonly onChoose: (path: string, choice: Choice) => void;
  readonly accepted: ReadonlySet<string>;
  readonly onAccept: (key: string, accepted: boolean) => void;
}

const lastExport: Localized = { en: 'Last export', ja: '前回のエクスポート' };

/** What an export changes, before it is written: in words, file by file, and in what is deployed. */
export function ExportReview(props: ExportReviewProps) {
  const { review, changes, exportedBefore, choices, onChoose, accepted, onAccept } = props;
  const t = useTranslate();
  const name = useStudio(documentName);
  const [view, setView] = useState<View>('summary');
  const [path, setPath] = useState<string>();
  const { design, templates } = review;
  const selected = changes.find((change) => change.path === path) ?? firstToShow(changes);
  const designs = useMemo(() => (design === undefined ? [] : [design.before, design.after]), [design]);
  const files = (
    <FilesColumn
      changes={changes}
      choices={choices}
      selected={view === 'text' ? selected?.path : path}
      onSelect={(chosen) => {
        setPath(chosen);
        setView('text');
      }}
    />
  );
  return (
    <div className="diff">
      <div className="diff-bar">
        <Segmented<View>
          label={t({ en: 'View', ja: '表示' })}
          value={view}
          options={[
            { value: 'summary', label: t({ en: 'Summary', ja: '概要' }) },
            { value: 'text', label: t({ en: 'Text', ja: 'テキスト' }) },
            ...(design === undefined ? [] : [{ value: 'drawing' as const, label: t({ en: 'Drawing', ja: '図' }) }]),
          ]}
          onChange={setView}
        />
        <CopyAsMarkdown review={review} before={t(lastExport)} after={name} />
      </div>
      {view === 'drawing' && design !== undefined ? (
        <Comparison before={design.before} after={design.after} beforeName={t(lastExport)} afterName={name} />
      ) : (
        <div className="diff-columns" data-view={view}>
          {view === 'text' ? (
            <>
              {files}
              {selected === undefined ? (
                <p className="hint diff-empty">{t({ en: 'No file changes.', ja: 'ファイルの変更はありません。' })}</p>
              ) : (
                <FileText
                  key={selected.path}
                  change={selected}
                  choice={Object.hasOwn(choices, selected.path) ? choices[selected.path] : undefined}
                  onChoose={(choice) => {
                    onChoose(selected.path, choice);
                  }}
                />
              )}
            </>
          ) : (
            <>
              <DesignColumn difference={design} exportedBefore={exportedBefore} />
              {files}
              <TemplateColumn state={templates} designs={designs} accepted={accepted} onAccept={onAccept} />
            </>
          )}
        </div>
      )}
    </div>
  );
}

/** What asks for a look first. */
const firstToShow = (changes: readonly FileChange[]): FileChange | undefined =>
  changes.find(({ state }) => state === 'changed-by-hand') ??
  changes.find(({ state }) => state === 'changed') ??
  changes.find(({ state }) => state !== 'unchanged');

interface CopyAsMarkdownProps {
  readonly review: Review;
  readonly before: string;
  readonly after: string;
}

/** The difference as a comment for a pull request. */
function CopyAsMarkdown({ review: { design, templates }, before, after }: CopyAsMarkdownProps) {
  const t = useTranslate();
  const language = useStudio((state) => state.language);
  if (design === undefined) return null;
  const copy = async (): Promise<void> => {
    const difference = {
      beforeName: before,
      afterName: after,
      design,
      ...(templates.status === 'compared' ? { templates: templates.difference } : {}),
    };
    try {
      await navigator.clipboard.writeText(reportMarkdown(reportOf(difference, language), language));
      toast({ en: 'Copied as Markdown.', ja: 'Markdown としてコピーしました。' });
    } catch {
      toast(
        { en: 'The browser does not allow to copy.', ja: 'ブラウザでコピーが許可されていません。' },
        { tone: 'danger' },
      );
    }
  };
  return (
    <Button
      disabled={templates.status === 'running'}
      onClick={() => {
        report(copy());
      }}
    >
      <ClipboardCopy size={14} />
      {t({ en: 'Copy as Markdown', ja: 'Markdown としてコピー' })}
    </Button>
  );
}
