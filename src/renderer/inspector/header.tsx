import { Copy, Ellipsis, Trash2 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { deleteSelection } from '../../editor/commands/delete-selection.js';
import { duplicate } from '../../editor/commands/duplicate.js';
import { studio, useTranslate } from '../studio/studio.js';
import { MenuButton } from '../ui/menu-button.js';
import { CommandKeys } from '../ui/keys.js';

interface HeaderProps {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly subtitle: string;
  readonly badge?: ReactNode;
  /** What the menu can do with the selection. */
  readonly actions?: 'all' | 'delete' | 'none';
}

/** Name and kind of what is selected, with a menu of what can be done with it. */
export function InspectorHeader({ icon, title, subtitle, badge, actions = 'all' }: HeaderProps) {
  const t = useTranslate();
  const label = t({ en: 'More actions', ja: 'その他の操作' });
  return (
    <header className="inspector-header">
      {icon}
      <div className="inspector-names">
        <h2 className="inspector-title">
          <span className="ellipsis" title={title}>
            {title}
          </span>
          {badge}
        </h2>
        <p className="secondary ellipsis" title={subtitle}>
          {subtitle}
        </p>
      </div>
      {actions === 'none' ? null : (
        <MenuButton label={label} icon={<Ellipsis size={16} />}>
          {actions === 'all' ? (
            <DropdownMenu.Item
              className="menu-item"
              onSelect={() => {
                studio.getState().editor.run(duplicate);
              }}
            >
              <Copy size={14} />
              {t(duplicate.label)}
              <CommandKeys keys={duplicate.keys} />
            </DropdownMenu.Item>
          ) : null}
          <DropdownMenu.Item
            className="menu-item"
            onSelect={() => {
              studio.getState().editor.run(deleteSelection);
            }}
          >
            <Trash2 size={14} />
            {t(deleteSelection.label)}
            <CommandKeys keys={deleteSelection.keys} />
          </DropdownMenu.Item>
        </MenuButton>
      )}
    </header>
  );
}
