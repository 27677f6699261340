import { Check, Circle, LoaderCircle } from 'lucide-react';
import type { Localized } from '../../model/localized.js';
import { closeDialog, useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { phases, type Phase } from './import-protocol.js';

const phaseWords = {
  reading: { en: 'Reading the files', ja: 'ファイルの読み込み' },
  understanding: { en: 'Understanding the resources', ja: 'リソースの解析' },
  arranging: { en: 'Arranging the nodes', ja: 'ノードの配置' },
} as const satisfies Record<Phase, Localized>;

/** How far an import is; closing the dialog ends it. */
export function WorkingStep({ name, phase }: { readonly name: string; readonly phase: Phase }) {
  const t = useTranslate();
  const at = phases.indexOf(phase);
  return (
    <Dialog
      title={t({ en: 'Importing "{name}"', ja: '「{name}」のインポート' }, { name })}
      width={400}
      onClose={closeDialog}
      footer={
        <Button autoFocus onClick={closeDialog}>
          {t({ en: 'Cancel', ja: 'キャンセル' })}
        </Button>
      }
    >
      <ol className="import-phases">
        {phases.map((one, index) => (
          <li key={one} data-state={index < at ? 'done' : index === at ? 'now' : 'later'}>
            {index < at ? (
              <Check size={16} />
            ) : index === at ? (
              <LoaderCircle size={16} className="import-spinner" />
            ) : (
              <Circle size={16} />
            )}
            {t(phaseWords[one])}
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {t(phaseWords[phase])}
      </p>
    </Dialog>
  );
}
