import { useMemo, useState } from 'react';
import { compareDesigns } from '../../model/compare.js';
import type { Design } from '../../model/design.js';
import { mergeDesigns } from '../../model/merge.js';
import { renamesBetween, withRenames } from '../../model/renames.js';
import { nodeFields } from '../../system/node-fields.js';
import { Comparison } from '../compare/comparison.js';
import type { ConflictChoice } from '../studio/dialogs.js';
import { useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import '../compare/compare.css';

interface ConflictDialogProps {
  readonly name: string;
  readonly base: Design;
  readonly mine: Design;
  readonly theirs: Design | undefined;
  readonly answer: (choice: ConflictChoice) => void;
}

/** The file was changed on disk since it was opened: nothing is written before the person decides. */
export function ConflictDialog({ name, base, mine, theirs, answer }: ConflictDialogProps) {
  const t = useTranslate();
  const [isCompared, setIsCompared] = useState(false);
  const button = (choice: ConflictChoice, words: string, variant: 'plain' | 'primary' | 'danger' = 'plain') => (
    <Button
      variant={variant}
      autoFocus={variant === 'primary'}
      onClick={() => {
        answer(choice);
      }}
    >
      {words}
    </Button>
  );
  return (
    <Dialog
      title={t({ en: 'The file was changed on disk', ja: 'ファイルがディスク上で変更されています。' })}
      description={t(
        {
          en: '"{name}" was changed by another program since you opened it. Nothing has been written.',
          ja: '「{name}」は、開いた後に別のプログラムで変更されました。まだ何も書き込まれていません。',
        },
        { name },
      )}
      width={isCompared ? 1240 : 680}
      onClose={() => {
        answer('cancel');
      }}
      footer={
        <>
          {button('overwrite', t({ en: 'Overwrite', ja: '上書き保存' }), 'danger')}
          {theirs === undefined
            ? null
            : button('theirs', t({ en: 'Keep theirs', ja: 'ディスク上の内容を使用' }), 'danger')}
          <span className="spacer" />
          {button('cancel', t({ en: 'Cancel', ja: 'キャンセル' }))}
          {button(
            'save-as',
            t({ en: 'Save as…', ja: '名前を付けて保存…' }),
            theirs === undefined ? 'primary' : 'plain',
          )}
          {theirs === undefined ? null : button('merge', t({ en: 'Merge', ja: 'マージ' }), 'primary')}
        </>
      }
    >
      {theirs === undefined ? (
        <p className="hint">
          {t({
            en: 'What is on disk cannot be read as a design. Overwrite loses it, Save as keeps both.',
            ja: 'ディスク上の内容は設計として読み込めません。[上書き保存] ではその内容が失われます。[名前を付けて保存…] では両方が残ります。',
          })}
        </p>
      ) : (
        <>
          <Summary base={base} mine={mine} theirs={theirs} />
          <p className="hint">
            {t({
              en: 'Merge keeps what both changed. Overwrite loses their changes, Keep theirs loses yours, Save as keeps both as two files.',
              ja: '[マージ] では両方の変更が残ります。[上書き保存] ではディスク上の変更が、[ディスク上の内容を使用] では自分の変更が失われます。[名前を付けて保存…] では両方が 2 つのファイルとして残ります。',
            })}
          </p>
          <p className="side-by-side">
            <Button
              variant="link"
              aria-expanded={isCompared}
              onClick={() => {
                setIsCompared(!isCompared);
              }}
            >
              {isCompared
                ? t({ en: 'Hide the comparison', ja: '比較を閉じる' })
                : t({ en: 'Show both side by side', ja: '並べて表示' })}
            </Button>
          </p>
          {isCompared ? (
            <Comparison
              before={theirs}
              after={mine}
              beforeName={t({ en: 'Version on disk', ja: 'ディスク上のバージョン' })}
              afterName={t({ en: 'Your version', ja: '自分のバージョン' })}
            />
          ) : null}
        </>
      )}
    </Dialog>
  );
}

function Summary({ base, mine, theirs }: { readonly base: Design; readonly mine: Design; readonly theirs: Design }) {
  const t = useTranslate();
  const counts = useMemo(
    () => ({
      mine: changesBetween(base, mine),
      theirs: changesBetween(base, theirs),
      open: mergeDesigns(base, mine, theirs, { nodeFields }).conflicts.length,
    }),
    [base, mine, theirs],
  );
  return (
    <p>
      {t(
        {
          en: 'Your changes: {mine}. Changes on disk: {theirs}. To decide when merging: {open}.',
          ja: '自分の変更: {mine} 件。ディスク上の変更: {theirs} 件。マージ時に選択が必要な箇所: {open} 件。',
        },
        counts,
      )}
    </p>
  );
}

const changesBetween = (before: Design, after: Design): number =>
  compareDesigns(withRenames(before, renamesBetween(before, after), nodeFields), after).length;
