import { useId, useMemo } from 'react';
import { diffLines, type DiffLine } from '../../codegen/difference/line-diff.js';
import type { MergePart } from '../../codegen/difference/merge-text.js';
import type { Localized } from '../../model/localized.js';
import { useTranslate } from '../studio/studio.js';
import { Segmented } from '../ui/segmented.js';
import { isSettled, type Choice, type FileChange } from './reviewed-files.js';

interface FileTextProps {
  readonly change: FileChange;
  readonly choice: Choice | undefined;
  readonly onChoose: (choice: Choice) => void;
}

/** What changes in a file; of one that a person changed all three versions, and the decision about it. */
export function FileText({ change, choice, onChoose }: FileTextProps) {
  const t = useTranslate();
  const { path, state } = change;
  return (
    <section className="diff-text" aria-label={path}>
      <header>
        <code className="ellipsis" title={path}>
          {path}
        </code>
        {state === 'changed-by-hand' ? <ByHand change={change} choice={choice} onChoose={onChoose} /> : null}
        {state === 'orphaned' && change.file.untouched === true ? (
          <label className="checkbox">
            <input
              type="checkbox"
              checked={choice === 'removed'}
              onChange={(event) => {
                onChoose(event.target.checked ? 'removed' : 'mine');
              }}
            />
            {t({ en: 'Delete this file', ja: 'このファイルを削除' })}
          </label>
        ) : null}
      </header>
      <p className="hint diff-note">{t(noteOf(change))}</p>
      <Text change={change} choice={choice} />
    </section>
  );
}

const notes = {
  added: { en: 'New in this folder.', ja: 'このフォルダに追加されます。' },
  changed: {
    en: 'Rewritten: nobody changed it since the last export.',
    ja: '書き直されます。前回のエクスポート後の変更はありません。',
  },
  unchanged: { en: 'As it is.', ja: '変更はありません。' },
  own: {
    en: 'Yours: it was written once and is never touched again. Compared with what a new project would have.',
    ja: '初回だけ書き出され、その後は変更されません。新しいプロジェクトで生成される内容と比較しています。',
  },
  orphaned: {
    en: 'Nothing in the design stands for this file any more. It is left where it is.',
    ja: '設計に対応するものがなくなりました。このファイルはそのまま残ります。',
  },
  orphanedOwn: {
    en: 'Nothing in the design stands for this file any more. You wrote or changed it, so it stays.',
    ja: '設計に対応するものがなくなりました。自分で書いたか変更したファイルのため、そのまま残ります。',
  },
  settled: {
    en: 'You changed it, and the design changed nothing in it since. It is left as it is.',
    ja: '手作業で変更されています。その後、設計による変更はないため、そのまま残ります。',
  },
  unknown: {
    en: 'Changed by hand. What was generated last is not known, so only the two versions can be compared.',
    ja: '手作業で変更されています。前回生成された内容が不明なため、2 つのバージョンだけを比較しています。',
  },
  clean: {
    en: 'You and the design changed different lines: they can be merged.',
    ja: '手作業と設計の変更箇所が異なるため、統合できます。',
  },
  conflict: {
    en: 'You and the design changed the same lines. It is left as it is unless you take what is generated.',
    ja: '手作業と設計で同じ行が変更されています。生成内容を選択しない限り、そのまま残ります。',
  },
  noText: { en: 'This is no text that could be shown.', ja: '表示できるテキストではありません。' },
} as const satisfies Record<string, Localized>;

function noteOf(change: FileChange): Localized {
  const { state, merge, file } = change;
  if (state === 'orphaned') return file.untouched === true ? notes.orphaned : notes.orphanedOwn;
  if (state !== 'changed-by-hand') return notes[state];
  if (file.current === undefined) return notes.noText;
  if (isSettled(change)) return notes.settled;
  if (merge === undefined) return notes.unknown;
  return merge.conflicts === 0 ? notes.clean : notes.conflict;
}

function ByHand({ change, choice, onChoose }: FileTextProps) {
  const t = useTranslate();
  const canMerge = change.merge?.conflicts === 0 && !isSettled(change);
  return (
    <Segmented<Choice>
      label={t({ en: 'What becomes of this file', ja: 'このファイルの扱い' })}
      value={choice ?? 'mine'}
      options={[
        { value: 'mine', label: t({ en: 'Keep mine', ja: '自分の変更を保持' }) },
        ...(canMerge ? [{ value: 'merged' as const, label: t({ en: 'Merge both', ja: '両方を統合' }) }] : []),
        { value: 'generated', label: t({ en: 'Take generated', ja: '生成内容を採用' }) },
      ]}
      onChange={onChoose}
    />
  );
}

function Text({ change, choice }: Pick<FileTextProps, 'change' | 'choice'>) {
  const { state, file, next, merge } = change;
  if (state === 'changed-by-hand' && merge !== undefined && choice !== 'generated')
    return <ThreeWay parts={merge.parts} isMerged={choice === 'merged'} />;
  if (state === 'orphaned') return <TwoWay before={file.current ?? ''} after={file.current ?? ''} />;
  if (state === 'own') return <TwoWay before={file.current ?? ''} after={next ?? ''} />;
  return <TwoWay before={file.current ?? ''} after={next ?? ''} />;
}

/** Lines around a change that are shown with it. */
const contextLines = 4;

interface Row {
  readonly kind: DiffLine['kind'] | 'mine' | 'theirs' | 'base';
  readonly text: string;
  /** Said of the first line of a stretch. */
  readonly label?: Localized;
}

/** Lines near a change; the first left out stands for the others. */
function nearChanges(rows: readonly Row[]): readonly (Row | undefined)[] {
  const near = new Set<number>();
  rows.forEach(({ kind }, index) => {
    if (kind === 'same') return;
    for (let at = index - contextLines; at <= index + contextLines; at++) near.add(at);
  });
  // Nothing differs: the whole is shown.
  if (near.size === 0) return rows;
  return rows.flatMap((row, index) =>
    near.has(index) ? [row] : near.has(index - 1) || index === 0 ? [undefined] : [],
  );
}

function TwoWay({ before, after }: { readonly before: string; readonly after: string }) {
  const rows = useMemo(() => nearChanges(diffLines(before.replaceAll('\r\n', '\n'), after)), [before, after]);
  return <Rows rows={rows} />;
}

const labels = {
  mine: { en: 'yours', ja: '自分' },
  theirs: { en: 'generated now', ja: '今回の生成' },
  base: { en: 'generated last', ja: '前回の生成' },
  both: { en: 'both', ja: '両方' },
} as const satisfies Record<string, Localized>;

/** What a person and the design changed since what was generated last. */
function ThreeWay({ parts, isMerged }: { readonly parts: readonly MergePart[]; readonly isMerged: boolean }) {
  const rows = useMemo(() => nearChanges(parts.flatMap((part) => rowsOf(part, isMerged))), [parts, isMerged]);
  return <Rows rows={rows} />;
}

function rowsOf({ kind, base, mine, theirs }: MergePart, isMerged: boolean): readonly Row[] {
  const side = (lines: readonly string[], of: 'mine' | 'theirs' | 'base', label: Localized): readonly Row[] =>
    lines.map((text, index) => ({ kind: of, text, ...(index === 0 ? { label } : {}) }));
  if (kind === 'same') return base.map((text) => ({ kind: 'same', text }));
  if (kind === 'both') return side(mine, 'mine', labels.both);
  if (kind === 'mine') return [...side(base, 'base', labels.base), ...side(mine, 'mine', labels.mine)];
  if (kind === 'theirs') return [...side(base, 'base', labels.base), ...side(theirs, 'theirs', labels.theirs)];
  return [
    ...side(base, 'base', labels.base),
    ...side(mine, 'mine', labels.mine),
    ...(isMerged ? [] : side(theirs, 'theirs', labels.theirs)),
  ];
}

const signs: Readonly<Record<Row['kind'], string>> = {
  same: ' ',
  added: '+',
  removed: '−',
  base: '−',
  mine: '+',
  theirs: '+',
};

function Rows({ rows }: { readonly rows: readonly (Row | undefined)[] }) {
  const t = useTranslate();
  const id = useId();
  return (
    <pre className="diff-rows" tabIndex={0} role="group" aria-label={t({ en: 'Differences', ja: '差分' })} id={id}>
      {rows.map((row, index) =>
        row === undefined ? (
          <div key={index} className="diff-gap">
            …
          </div>
        ) : (
          <div key={index} data-kind={row.kind}>
            <span aria-hidden="true">{signs[row.kind]}</span>
            {row.text}
            {row.label === undefined ? null : <em>{t(row.label)}</em>}
          </div>
        ),
      )}
    </pre>
  );
}
