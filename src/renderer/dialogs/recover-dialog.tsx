import { useMemo, useState } from 'react';
import type { JournalEntry } from '../../host/host.js';
import { parseDesign } from '../../model/parse.js';
import { Thumbnail } from '../start/thumbnail.js';
import { report } from '../studio/files.js';
import { discardRecovered, recover } from '../studio/journal.js';
import { closeDialog, useStudio, useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import '../start/start.css';

/** Offers the work that was not saved when the app ended. */
export function RecoverDialog({ entries }: { readonly entries: readonly JournalEntry[] }) {
  const t = useTranslate();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = entries.filter(({ document }) => !left.has(document));
  return (
    <Dialog
      title={t({ en: 'Unsaved work', ja: '未保存の作業' })}
      description={t({
        en: 'The app ended before this was saved.',
        ja: '保存する前にアプリが終了しました。',
      })}
      width={560}
      onClose={closeDialog}
      footer={
        <>
          <Button
            variant="danger"
            disabled={chosen.length === 0}
            onClick={() => {
              closeDialog();
              report(discardRecovered(chosen));
            }}
          >
            {chosen.length === entries.length
              ? t({ en: 'Discard all', ja: 'すべて破棄' })
              : t({ en: 'Discard selected', ja: '選択した項目を破棄' })}
          </Button>
          <span className="spacer" />
          <Button onClick={closeDialog}>{t({ en: 'Later', ja: '後で' })}</Button>
          <Button
            variant="primary"
            autoFocus
            disabled={chosen.length === 0}
            onClick={() => {
              closeDialog();
              report(recover(chosen));
            }}
          >
            {entries.length === 1
              ? t({ en: 'Recover', ja: '復元' })
              : chosen.length === entries.length
                ? t({ en: 'Recover all', ja: 'すべて復元' })
                : t({ en: 'Recover selected', ja: '選択した項目を復元' })}
          </Button>
        </>
      }
    >
      <ul className="recover-list">
        {entries.map((entry) => (
          <li key={entry.document}>
            <RecoverRow
              entry={entry}
              isChosen={!left.has(entry.document)}
              onChoose={(isChosen) => {
                const next = new Set(left);
                if (isChosen) next.delete(entry.document);
                else next.add(entry.document);
                setLeft(next);
              }}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

interface RecoverRowProps {
  readonly entry: JournalEntry;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

function RecoverRow({ entry, isChosen, onChoose }: RecoverRowProps) {
  const t = useTranslate();
  const language = useStudio((state) => state.language);
  const design = useMemo(() => parseDesign(entry.text).design, [entry]);
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
  return (
    <label className="recover-row">
      <input
        type="checkbox"
        checked={isChosen}
        onChange={(event) => {
          onChoose(event.target.checked);
        }}
      />
      {design === undefined ? null : <Thumbnail design={design} />}
      <span className="recover-name">
        <strong className="ellipsis">{entry.name}</strong>
        <small className="hint">{format.format(new Date(entry.written))}</small>
        <small className="hint">
          {t(
            { en: { one: '{count} node', other: '{count} nodes' }, ja: 'ノード {count} 個' },
            { count: Object.keys(design?.nodes ?? {}).length },
          )}
        </small>
      </span>
    </label>
  );
}
