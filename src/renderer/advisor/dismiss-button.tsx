import { ChevronDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useId, useState } from 'react';
import type { Finding } from '../../advisor/define.js';
import { useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { dismiss } from './actions.js';

/** Asks for the reason, which is saved with the design. */
export function DismissButton({ finding }: { readonly finding: Finding }) {
  const t = useTranslate();
  const [reason, setReason] = useState('');
  const [open, setOpen] = useState(false);
  const id = useId();
  const isReady = reason.trim() !== '';
  const submit = (): void => {
    if (!isReady) return;
    setOpen(false);
    dismiss(finding, reason.trim());
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button>
          {t({ en: 'Dismiss', ja: '却下' })}
          <ChevronDown size={14} />
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover dismiss"
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label={t({ en: 'Dismiss suggestion', ja: '提案を却下' })}
        >
          <label className="secondary" htmlFor={id}>
            {t({ en: 'Reason', ja: '理由' })}
          </label>
          <textarea
            id={id}
            className="input"
            rows={3}
            value={reason}
            placeholder={t({ en: 'Why it stays as it is', ja: '現状のままにする理由' })}
            onChange={(event) => {
              setReason(event.target.value);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) submit();
            }}
          />
          <p className="hint">
            {t({
              en: 'Saved with the design. The suggestion returns when what it is about changes.',
              ja: '設計とともに保存されます。対象が変わると、提案は再び表示されます。',
            })}
          </p>
          <div className="dismiss-actions">
            <Popover.Close asChild>
              <Button variant="quiet">{t({ en: 'Cancel', ja: 'キャンセル' })}</Button>
            </Popover.Close>
            <Button variant="primary" disabled={!isReady} onClick={submit}>
              {t({ en: 'Dismiss', ja: '却下' })}
            </Button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
