import { useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';

interface ConflictDialogProps {
  readonly name: string;
  readonly answer: (choice: 'overwrite' | 'theirs' | 'save-as' | 'cancel') => void;
}

/** The file was changed on disk since it was opened: nothing is written before the person decides. */
export function ConflictDialog({ name, answer }: ConflictDialogProps) {
  const t = useTranslate();
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
      width={560}
      onClose={() => {
        answer('cancel');
      }}
      footer={
        <>
          <Button
            variant="danger"
            onClick={() => {
              answer('overwrite');
            }}
          >
            {t({ en: 'Overwrite', ja: '上書き保存' })}
          </Button>
          <Button
            variant="danger"
            onClick={() => {
              answer('theirs');
            }}
          >
            {t({ en: 'Keep theirs', ja: 'ディスク上の内容を使用' })}
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
              answer('save-as');
            }}
          >
            {t({ en: 'Save as…', ja: '名前を付けて保存…' })}
          </Button>
        </>
      }
    >
      <p className="hint">
        {t({
          en: 'Overwrite loses their changes, Keep theirs loses yours, Save as keeps both.',
          ja: '[上書き保存] ではディスク上の変更が、[ディスク上の内容を使用] では自分の変更が失われます。[名前を付けて保存…] では両方が残ります。',
        })}
      </p>
    </Dialog>
  );
}
