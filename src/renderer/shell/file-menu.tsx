import { ChevronDown } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { appCommands, type StudioCommand } from '../studio/commands/index.js';
import { useStudio, useTranslate } from '../studio/studio.js';
import { CommandKeys } from '../ui/keys.js';

const items: readonly StudioCommand[] = [
  appCommands.newDesign,
  appCommands.open,
  appCommands.template,
  appCommands.save,
  appCommands.saveAs,
  appCommands.export,
];

/** What can be done with the file, behind its name. */
export function FileMenu({ children }: { readonly children: ReactNode }) {
  const t = useTranslate();
  const folderName = useStudio((state) => state.file.folderName);
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <button type="button" className="file-menu" title={folderName}>
          {children}
          <ChevronDown size={14} />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="popover menu" align="start" sideOffset={4}>
          {items.map((command) => (
            <DropdownMenu.Item key={command.id} className="menu-item" onSelect={command.run}>
              {t(command.label)}
              <CommandKeys keys={command.keys} />
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
