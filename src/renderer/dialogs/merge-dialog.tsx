import { useMemo, useState } from 'react';
import type { Design } from '../../model/design.js';
import { conflictKey, mergeDesigns, type MergeConflict, type Side } from '../../model/merge.js';
import { nodeFields } from '../../system/node-fields.js';
import { Comparison } from '../compare/comparison.js';
import { kindWords, nameOfField, nameOfThing, valueWords } from '../../codegen/difference/design-words.js';
import type { MergeAnswer } from '../studio/dialogs.js';
import { useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import '../compare/compare.css';

interface MergeDialogProps {
  readonly name: string;
  readonly base: Design;
  readonly mine: Design;
  readonly theirs: Design;
  readonly answer: (answer: MergeAnswer) => void;
}

/** Where nobody has chosen: what one side deleted and the other went on with stays. */
const suggested = ({ mine }: MergeConflict): Side => (mine === undefined ? 'theirs' : 'mine');

/** Both versions of a file; the person decides what both changed differently. */
export function MergeDialog({ name, base, mine, theirs, answer }: MergeDialogProps) {
  const t = useTranslate();
  const [sides, setSides] = useState<ReadonlyMap<string, Side>>(new Map());
  const [isCompared, setIsCompared] = useState(false);
  const conflicts = useMemo(() => mergeDesigns(base, mine, theirs, { nodeFields }).conflicts, [base, mine, theirs]);
  const sideOf = (conflict: MergeConflict): Side => sides.get(conflictKey(conflict)) ?? suggested(conflict);
  const choose = (chosen: readonly MergeConflict[], side: Side): void => {
    setSides(new Map([...sides, ...chosen.map((conflict) => [conflictKey(conflict), side] as const)]));
  };
  const { design } = mergeDesigns(base, mine, theirs, { nodeFields, choose: sideOf });
  const places = conflicts.filter(({ kind }) => kind === 'layout');
  const others = conflicts.filter(({ kind }) => kind !== 'layout');
  return (
    <Dialog
      title={t({ en: 'Merge "{name}"', ja: '「{name}」のマージ' }, { name })}
      description={t({
        en: 'Everything else is merged already. Choose a version for what both changed.',
        ja: 'ほかの変更はすべてマージされています。両方で変更された項目のバージョンを選択してください。',
      })}
      width={isCompared ? 1240 : 860}
      onClose={() => {
        answer('cancel');
      }}
      footer={
        <>
          <Button
            onClick={() => {
              answer('save-as');
            }}
          >
            {t({ en: 'Keep both as two files…', ja: '2 つのファイルとして保存…' })}
          </Button>
          <Button
            aria-expanded={isCompared}
            onClick={() => {
              setIsCompared(!isCompared);
            }}
          >
            {isCompared
              ? t({ en: 'Show the choices', ja: '選択に戻る' })
              : t({ en: 'Show the result beside the disk', ja: '結果をディスク上のバージョンと比較' })}
          </Button>
          <span className="spacer" />
          <Button
            onClick={() => {
              answer('cancel');
            }}
          >
            {t({ en: 'Cancel', ja: 'キャンセル' })}
          </Button>
          <Button
            variant="primary"
            autoFocus
            onClick={() => {
              answer(design);
            }}
          >
            {t({ en: 'Merge and save', ja: 'マージして保存' })}
          </Button>
        </>
      }
    >
      {isCompared ? (
        <Comparison
          before={theirs}
          after={design}
          beforeName={t({ en: 'Version on disk', ja: 'ディスク上のバージョン' })}
          afterName={t({ en: 'Merged', ja: 'マージの結果' })}
        />
      ) : (
        <table className="merge-conflicts">
          <thead>
            <tr>
              <th>{t({ en: 'Changed by both', ja: '両方で変更された項目' })}</th>
              {(['mine', 'theirs'] as const).map((side) => (
                <th key={side}>
                  <Button
                    variant="link"
                    onClick={() => {
                      choose(conflicts, side);
                    }}
                  >
                    {side === 'mine'
                      ? t({ en: 'Take all of yours', ja: 'すべて自分の変更' })
                      : t({ en: 'Take all from disk', ja: 'すべてディスク上の変更' })}
                  </Button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {others.map((conflict) => (
              <ConflictRow
                key={conflictKey(conflict)}
                title={t(nameOfThing(conflict.mine === undefined ? theirs : mine, conflict.kind, conflict.id))}
                kind={t(kindWords(conflict.kind))}
                field={
                  conflict.field === undefined
                    ? ''
                    : t(
                        nameOfField(
                          conflict.mine === undefined ? theirs : mine,
                          conflict.kind,
                          conflict.id,
                          conflict.field,
                        ),
                      )
                }
                mine={words(conflict, 'mine')}
                theirs={words(conflict, 'theirs')}
                side={sideOf(conflict)}
                onChoose={(side) => {
                  choose([conflict], side);
                }}
              />
            ))}
            {places[0] === undefined ? null : (
              <ConflictRow
                title={t({ en: 'Positions', ja: '位置' })}
                kind={t({ en: 'Layout', ja: 'レイアウト' })}
                field={t({ en: 'Moved by both: {count}', ja: '両方で移動: {count} 個' }, { count: places.length })}
                mine={t({ en: 'Where you put them', ja: '自分の位置' })}
                theirs={t({ en: 'As on disk', ja: 'ディスク上の位置' })}
                side={sideOf(places[0])}
                onChoose={(side) => {
                  choose(places, side);
                }}
              />
            )}
          </tbody>
        </table>
      )}
    </Dialog>
  );

  function words({ field, ...values }: MergeConflict, side: Side): string {
    const value = values[side];
    if (field !== undefined) return t(valueWords(value));
    if (value === undefined) return t({ en: 'Deleted', ja: '削除' });
    return values.base === undefined ? t({ en: 'Added', ja: '追加' }) : t({ en: 'Kept', ja: '維持' });
  }
}

interface ConflictRowProps {
  readonly title: string;
  readonly kind: string;
  readonly field: string;
  readonly mine: string;
  readonly theirs: string;
  readonly side: Side;
  readonly onChoose: (side: Side) => void;
}

function ConflictRow({ title, kind, field, mine, theirs, side, onChoose }: ConflictRowProps) {
  const name = `${kind} ${title} ${field}`;
  const option = (value: Side, words: string) => (
    <td>
      <label className="merge-option" data-chosen={side === value}>
        <input
          type="radio"
          name={name}
          checked={side === value}
          onChange={() => {
            onChoose(value);
          }}
        />
        <span>{words}</span>
      </label>
    </td>
  );
  return (
    <tr>
      <th scope="row">
        <strong>{title}</strong>
        <span className="hint">{field === '' ? kind : `${kind} · ${field}`}</span>
      </th>
      {option('mine', mine)}
      {option('theirs', theirs)}
    </tr>
  );
}
