import type { Problem } from '../../model/problems.js';
import { ProblemRow } from '../problems/problems-panel.js';
import { closeDialog, useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';

/** Why a file could not be opened, with line and column of each reason. */
export function UnreadableDialog({ name, problems }: { readonly name: string; readonly problems: readonly Problem[] }) {
  const t = useTranslate();
  return (
    <Dialog
      title={t({ en: 'Couldn’t open "{name}"', ja: '「{name}」を開けませんでした。' }, { name })}
      width={640}
      onClose={closeDialog}
      footer={
        <Button variant="primary" onClick={closeDialog}>
          {t({ en: 'Close', ja: '閉じる' })}
        </Button>
      }
    >
      <ul>
        {problems.map((problem, index) => (
          <li key={index}>
            <ProblemRow problem={problem} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
