import { ChevronRight, FileCode2, FileJson2, FileText, Folder, ShieldCheck } from 'lucide-react';
import { useMemo } from 'react';
import type { Localized } from '../../model/localized.js';
import { useTranslate } from '../studio/studio.js';
import { isSettled, treeOf, type Choice, type Choices, type FileChange } from './reviewed-files.js';

interface FilesColumnProps {
  readonly changes: readonly FileChange[];
  readonly choices: Choices;
  readonly selected: string | undefined;
  readonly onSelect: (path: string) => void;
}

/** What the export does with each file of the folder. */
export function FilesColumn({ changes, choices, selected, onSelect }: FilesColumnProps) {
  const t = useTranslate();
  const shown = useMemo(() => changes.filter(({ state }) => state !== 'unchanged' && state !== 'own'), [changes]);
  const rows = useMemo(() => treeOf(shown), [shown]);
  const sum = (which: 'added' | 'removed'): number => shown.reduce((total, change) => total + change[which], 0);
  const unchanged = changes.filter(({ state }) => state === 'unchanged').length;
  const own = changes.filter(({ state }) => state === 'own');
  return (
    <section className="diff-column" aria-labelledby="diff-files">
      <header>
        <h3 id="diff-files">{t({ en: 'Files', ja: 'ファイル' })}</h3>
        <span className="count">{shown.length}</span>
        <span className="diff-counts">
          <Counts added={sum('added')} removed={sum('removed')} />
        </span>
      </header>
      <div className="diff-scroll">
        {shown.length === 0 ? (
          <p className="hint diff-empty">{t({ en: 'No file changes.', ja: 'ファイルの変更はありません。' })}</p>
        ) : null}
        <ul className="diff-tree" aria-labelledby="diff-files">
          {rows.map((row) => (
            <li key={row.key} style={{ paddingLeft: row.depth * 12 }}>
              {row.kind === 'folder' ? (
                <span className="diff-folder">
                  <Folder size={14} />
                  <span className="ellipsis">{row.name}</span>
                </span>
              ) : (
                <FileRow
                  change={row.change}
                  name={row.name}
                  choices={choices}
                  selected={selected}
                  onSelect={onSelect}
                />
              )}
            </li>
          ))}
        </ul>
        {own.length === 0 ? null : (
          <details className="fold diff-own">
            <summary>
              <ChevronRight size={14} />
              {t(
                {
                  en: { one: '{count} file of yours', other: '{count} files of yours' },
                  ja: '自分で編集したファイル {count} 個',
                },
                { count: own.length },
              )}
            </summary>
            <ul className="diff-tree">
              {own.map((change) => (
                <li key={change.path}>
                  <FileRow
                    change={change}
                    name={change.path}
                    choices={choices}
                    selected={selected}
                    onSelect={onSelect}
                  />
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <footer className="hint">
        <ShieldCheck size={14} />
        <span>
          {t(
            {
              en: 'Unchanged: {count}. What you wrote or changed is kept unless you decide otherwise.',
              ja: '変更なし: {count} 個。自分で書いたファイルや変更したファイルは、指定しない限りそのまま残ります。',
            },
            { count: unchanged },
          )}
        </span>
      </footer>
    </section>
  );
}

export function Counts({ added, removed }: { readonly added: number; readonly removed: number }) {
  const t = useTranslate();
  return (
    <>
      {added === 0 ? null : (
        <ins title={t({ en: '{count} lines added', ja: '追加 {count} 行' }, { count: added })}>+{added}</ins>
      )}
      {removed === 0 ? null : (
        <del title={t({ en: '{count} lines removed', ja: '削除 {count} 行' }, { count: removed })}>−{removed}</del>
      )}
    </>
  );
}

const choiceWords: Readonly<Record<Choice, Localized>> = {
  mine: { en: 'yours, kept', ja: '変更を保持' },
  generated: { en: 'generated', ja: '生成内容' },
  merged: { en: 'merged', ja: '統合' },
  removed: { en: 'deleted', ja: '削除' },
};

/** The sign of a state, and its words for those who do not see it. */
const stateWords: Readonly<Record<FileChange['state'], Localized>> = {
  added: { en: 'Added', ja: '追加' },
  changed: { en: 'Changed', ja: '変更' },
  unchanged: { en: 'Unchanged', ja: '変更なし' },
  own: { en: 'Yours', ja: '自分のファイル' },
  'changed-by-hand': { en: 'Changed by you', ja: '手作業で変更' },
  orphaned: { en: 'No longer generated', ja: '生成対象外' },
};
const letters: Readonly<Partial<Record<FileChange['state'], string>>> = { added: 'A', changed: 'M' };

/** What is said of a file at the end of its row. */
function noteOf(change: FileChange, choice: Choice | undefined): Localized | undefined {
  if (change.state === 'changed-by-hand') return choiceWords[choice ?? 'mine'];
  if (change.state === 'orphaned') return choice === 'removed' ? choiceWords.removed : stateWords.orphaned;
  return change.state === 'own' ? choiceWords.mine : undefined;
}

interface FileRowProps extends Pick<FilesColumnProps, 'choices' | 'selected' | 'onSelect'> {
  readonly change: FileChange;
  readonly name: string;
}

function FileRow({ change, name, choices, selected, onSelect }: FileRowProps) {
  const t = useTranslate();
  const { path, state, added, removed } = change;
  const choice = Object.hasOwn(choices, path) ? choices[path] : undefined;
  const note = noteOf(change, choice);
  const needsLook = state === 'changed-by-hand' && !isSettled(change) && (choice ?? 'mine') === 'mine';
  return (
    <button
      type="button"
      className="diff-file"
      data-state={state}
      data-choice={choice}
      aria-current={path === selected}
      title={path}
      onClick={() => {
        onSelect(path);
      }}
    >
      <FileIcon path={path} />
      <span className="ellipsis diff-name">{name}</span>
      {note === stateWords[state] ? null : <span className="visually-hidden">{t(stateWords[state])}</span>}
      {note === undefined ? (
        <span className="diff-counts">
          <Counts added={added} removed={removed} />
          <b aria-hidden="true">{letters[state]}</b>
        </span>
      ) : (
        <small data-tone={needsLook ? 'warn' : undefined}>{t(note)}</small>
      )}
    </button>
  );
}

function FileIcon({ path }: { readonly path: string }) {
  if (path.endsWith('.json')) return <FileJson2 size={14} />;
  return path.endsWith('.ts') || path.endsWith('.py') ? <FileCode2 size={14} /> : <FileText size={14} />;
}
