import { ProblemRow } from '../problems/problems-panel.js';
import type { Unreadable } from '../studio/dialogs.js';
import { closeDialog, useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';

/** Why files could not be opened, with line and column of each reason. */
export function UnreadableDialog({ files }: { readonly files: readonly Unreadable[] }) {
  const t = useTranslate();
  const [first] = files;
  const title =
    files.length === 1 && first !== undefined
      ? t({ en: 'Couldn’t open "{name}"', ja: '「{name}」を開けませんでした。' }, { name: first.name })
      : t(
          { en: 'Couldn’t open {count} files', ja: '{count} 個のファイルを開けませんでした。' },
          { count: files.length },
        );
  return (
    <Dialog
      title={title}
      width={640}
      onClose={closeDialog}
      footer={
        <Button variant="primary" onClick={closeDialog}>
          {t({ en: 'Close', ja: '閉じる' })}
        </Button>
      }
    >
      {files.map(({ name, problems }, index) => (
        <section key={index} className="unreadable-file">
          {files.length === 1 ? null : <h3 className="ellipsis">{name}</h3>}
          <ul>
            {problems.map((problem, at) => (
              <li key={at}>
                <ProblemRow problem={problem} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}
