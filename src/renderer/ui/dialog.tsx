import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { useTranslate } from '../studio/studio.js';
import './dialog.css';

interface DialogProps {
  readonly title: string;
  readonly description?: string | undefined;
  readonly width?: number;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  /** Whether something inside takes the next Escape for itself. */
  readonly keepsEscape?: () => boolean;
  readonly onClose: () => void;
}

/** A dialog over the app: Escape and the cross close it, focus stays inside and returns afterwards. */
export function Dialog({ title, description, width = 480, children, footer, keepsEscape, onClose }: DialogProps) {
  const t = useTranslate();
  return (
    <Radix.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Radix.Portal>
        <Radix.Overlay className="dialog-overlay" />
        <Radix.Content
          className="dialog"
          style={{ width }}
          onEscapeKeyDown={(event) => {
            if (keepsEscape?.() === true) event.preventDefault();
          }}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <header className="dialog-header">
            <Radix.Title className="section-heading">{title}</Radix.Title>
            {/* Without a tooltip: it would take the first Escape for itself. */}
            <button
              type="button"
              className="button"
              data-variant="quiet"
              data-icon-only=""
              aria-label={t({ en: 'Close', ja: '閉じる' })}
              title={t({ en: 'Close', ja: '閉じる' })}
              onClick={onClose}
            >
              <X size={16} />
            </button>
          </header>
          {description === undefined ? null : (
            <Radix.Description className="dialog-description">{description}</Radix.Description>
          )}
          <div className="dialog-body">{children}</div>
          {footer === undefined ? null : <footer className="dialog-footer">{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
