import { X } from 'lucide-react';
import { closeToast, useStudio, useTranslate } from '../studio/studio.js';
import { Button, IconButton } from '../ui/button.js';
import './toasts.css';

/** Short messages above the status bar, read out by screen readers. */
export function Toasts() {
  const toasts = useStudio((state) => state.toasts);
  const t = useTranslate();
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map(({ id, text, facts, tone, action }) => (
        <div key={id} className="toast" data-tone={tone}>
          <span>{t(text, facts)}</span>
          {action === undefined ? null : (
            <Button
              variant="link"
              onClick={() => {
                closeToast(id);
                action.run();
              }}
            >
              {t(action.label)}
            </Button>
          )}
          <IconButton
            label={t({ en: 'Close', ja: '閉じる' })}
            onClick={() => {
              closeToast(id);
            }}
          >
            <X size={14} />
          </IconButton>
        </div>
      ))}
    </div>
  );
}
