import { Tooltip } from 'radix-ui';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Keys } from './keys.js';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly variant?: 'plain' | 'primary' | 'quiet' | 'danger' | 'link';
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with words. */
export function Button({ variant = 'plain', ...props }: ButtonProps) {
  return <button type="button" {...props} className={`button ${props.className ?? ''}`} data-variant={variant} />;
}

interface IconButtonProps extends Omit<ButtonProps, 'aria-label'> {
  /** Its name, for the tooltip and for screen readers. */
  readonly label: string;
  readonly keys?: string | undefined;
  readonly children: ReactNode;
}

/** A button with an icon only; its name is in the tooltip. */
export function IconButton({ label, keys, variant = 'quiet', children, ...props }: IconButtonProps) {
  return (
    <Tip label={label} keys={keys}>
      <button type="button" {...props} className="button" data-variant={variant} data-icon-only="" aria-label={label}>
        {children}
      </button>
    </Tip>
  );
}

/** Words beside the pointer, for what has no room for them. */
export function Tip({ label, keys, children }: { label: string; keys?: string | undefined; children: ReactNode }) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className="tooltip" sideOffset={6} collisionPadding={8}>
          {label}
          {keys === undefined ? null : <Keys combination={keys} />}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
