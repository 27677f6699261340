import { TemplateCards } from '../start/template-cards.js';
import { closeDialog, useTranslate } from '../studio/studio.js';
import { Dialog } from '../ui/dialog.js';
import '../start/start.css';

/** The starter designs, from anywhere in the app. */
export function TemplatesDialog() {
  const t = useTranslate();
  return (
    <Dialog title={t({ en: 'Templates', ja: 'テンプレート' })} width={960} onClose={closeDialog}>
      <TemplateCards />
    </Dialog>
  );
}
