import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';

interface MenuButtonProps {
  /** Its name, for the tooltip and for screen readers. */
  readonly label: string;
  readonly icon: ReactNode;
  /** Whether the rest of the page waits while the menu is open. */
  readonly modal?: boolean;
  /** The part of the page that the menu is put into; without it the body. */
  readonly container?: HTMLElement | null;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A button with an icon only that opens a menu. */
export function MenuButton({ label, icon, modal = true, container, className = '', children }: MenuButtonProps) {
  return (
    <DropdownMenu.Root modal={modal}>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          className="button"
          data-variant="quiet"
          data-icon-only=""
          aria-label={label}
          title={label}
        >
          {icon}
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={container ?? undefined}>
        <DropdownMenu.Content className={`popover menu ${className}`} align="end" sideOffset={4}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
