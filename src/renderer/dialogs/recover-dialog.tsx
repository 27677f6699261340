import type { JournalEntry } from '../../host/host.js';
import { report } from '../studio/files.js';
import { discardRecovered, recover } from '../studio/journal.js';
import { closeDialog, useStudio, useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';

/** Offers the work that was not saved when the app ended. */
export function RecoverDialog({ entries }: { readonly entries: readonly JournalEntry[] }) {
  const t = useTranslate();
  const language = useStudio((state) => state.language);
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Dialog
      title={t({ en: 'Unsaved work', ja: '未保存の作業' })}
      description={t({
        en: 'The app ended before this was saved.',
        ja: '保存する前にアプリが終了しました。',
      })}
      onClose={closeDialog}
      footer={
        <>
          <Button
            variant="danger"
            onClick={() => {
              closeDialog();
              report(discardRecovered(entries));
            }}
          >
            {t({ en: 'Discard all', ja: 'すべて破棄' })}
          </Button>
          <span className="spacer" />
          <Button onClick={closeDialog}>{t({ en: 'Later', ja: '後で' })}</Button>
        </>
      }
    >
      <ul className="recover-list">
        {entries.map((entry, index) => (
          <li key={entry.document}>
            <span className="recover-name">
              <strong className="ellipsis">{entry.name}</strong>
              <small className="hint">{format.format(new Date(entry.written))}</small>
            </span>
            <Button
              variant="primary"
              autoFocus={index === 0}
              onClick={() => {
                closeDialog();
                report(recover(entry));
              }}
            >
              {t({ en: 'Recover', ja: '復元' })}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
