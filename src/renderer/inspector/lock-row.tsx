import { Lock, LockOpen } from 'lucide-react';
import { lock, unlock } from '../../editor/commands/lock.js';
import { studio, useStudio, useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';

/** Locks what is selected in its place, or lets it move again. */
export function LockRow() {
  const t = useTranslate();
  const design = useStudio((state) => state.design);
  const selection = useStudio((state) => state.selection);
  const state = { design, selection };
  const command = lock.enabled(state) ? lock : unlock.enabled(state) ? unlock : undefined;
  if (command === undefined) return null;
  return (
    <Button
      className="inspector-action"
      onClick={() => {
        studio.getState().editor.run(command);
      }}
    >
      {command === lock ? <Lock size={14} /> : <LockOpen size={14} />}
      {t(command.label)}
    </Button>
  );
}
