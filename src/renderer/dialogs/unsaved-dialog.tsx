import { useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';

interface UnsavedDialogProps {
  readonly name: string;
  readonly answer: (choice: 'save' | 'discard' | 'cancel') => void;
}

/** Asks what is to become of changes before the design is left. */
export function UnsavedDialog({ name, answer }: UnsavedDialogProps) {
  const t = useTranslate();
  return (
    <Dialog
      title={t({ en: 'Unsaved changes', ja: '未保存の変更' })}
      description={t(
        { en: 'Save changes to "{name}" before closing?', ja: '閉じる前に「{name}」の変更を保存しますか?' },
        { name },
      )}
      onClose={() => {
        answer('cancel');
      }}
      footer={
        <>
          <Button
            onClick={() => {
              answer('discard');
            }}
          >
            {t({ en: 'Don’t save', ja: '保存しない' })}
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
              answer('save');
            }}
          >
            {t({ en: 'Save', ja: '保存' })}
          </Button>
        </>
      }
    >
      {null}
    </Dialog>
  );
}
