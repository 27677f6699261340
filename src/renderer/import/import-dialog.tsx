import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Localized } from '../../model/localized.js';
import { unreachable } from '../../model/invariant.js';
import { closeDialog, useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { ChooseStep } from './choose-step.js';
import { FoundStep } from './found-step.js';
import { importPasted } from './open-template.js';
import { importStep } from './import-state.js';
import { chooseImport } from './run-import.js';
import { WorkingStep } from './working-step.js';
import { report } from '../studio/files.js';
import './import.css';

/** From the choice of a template to what was understood of it. */
export function ImportDialog() {
  const step = useStore(importStep);
  switch (step.step) {
    case 'choose':
      return <ChooseDialog />;
    case 'working':
      return <WorkingStep name={step.name} phase={step.phase} />;
    case 'found':
      return <FoundStep name={step.name} sources={step.sources} found={step.found} />;
    case 'failed':
      return <FailedDialog {...step} />;
    default:
      return unreachable(step);
  }
}

function ChooseDialog() {
  const t = useTranslate();
  usePaste();
  return (
    <Dialog
      title={t({ en: 'Import a system', ja: 'システムのインポート' })}
      width={560}
      onClose={closeDialog}
      footer={<Button onClick={closeDialog}>{t({ en: 'Cancel', ja: 'キャンセル' })}</Button>}
    >
      <ChooseStep />
    </Dialog>
  );
}

/** A template that is pasted while the dialog asks for one. */
function usePaste(): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      event.preventDefault();
      report(importPasted(text));
    };
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('paste', paste);
    };
  }, []);
}

interface FailedDialogProps {
  readonly name: string;
  readonly reason: Localized;
  readonly detail: string;
}

function FailedDialog({ name, reason, detail }: FailedDialogProps) {
  const t = useTranslate();
  return (
    <Dialog
      title={t({ en: 'Couldn’t import "{name}"', ja: '「{name}」をインポートできませんでした。' }, { name })}
      width={560}
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={chooseImport}>{t({ en: 'Choose something else…', ja: '別の項目を選択…' })}</Button>
          <Button variant="primary" autoFocus onClick={closeDialog}>
            {t({ en: 'Close', ja: '閉じる' })}
          </Button>
        </>
      }
    >
      <p>{t(reason)}</p>
      {detail === '' ? null : <p className="hint import-detail">{detail}</p>}
    </Dialog>
  );
}
