import { ChevronDown } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import type { RecentFile } from '../../host/host.js';
import { appCommands, type StudioCommand } from '../studio/commands/index.js';
import { openHandle, report } from '../studio/files.js';
import { studio, useStudio, useTranslate } from '../studio/studio.js';
import { CommandKeys } from '../ui/keys.js';
import { titleBar } from './landmark.js';

const opening: readonly StudioCommand[] = [appCommands.newDesign, appCommands.open];
const saving: readonly StudioCommand[] = [appCommands.save, appCommands.saveAs, appCommands.saveAll];
const leaving: readonly StudioCommand[] = [
  appCommands.compare,
  appCommands.export,
  appCommands.exportPicture,
  appCommands.exportDocument,
  appCommands.print,
];

/** What can be done with the file, behind its name. */
export function FileMenu({ children }: { readonly children: ReactNode }) {
  const t = useTranslate();
  const folderName = useStudio((state) => state.file.folderName);
  const isGuest = useStudio((state) => state.hostInfo?.kind === 'guest');
  const autosave = useStudio((state) => state.autosave);
  const [recent, setRecent] = useState<readonly RecentFile[]>([]);
  const load = async (): Promise<void> => {
    const files = (await studio.getState().host?.recentFiles()) ?? [];
    setRecent(files.filter(({ missing }) => missing !== true));
  };
  return (
    <DropdownMenu.Root
      modal={false}
      onOpenChange={(isOpen) => {
        if (isOpen) report(load());
      }}
    >
      <DropdownMenu.Trigger asChild>
        <button type="button" className="file-menu" title={folderName}>
          {children}
          <ChevronDown size={14} />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={titleBar()}>
        <DropdownMenu.Content className="popover menu" align="start" sideOffset={4}>
          <Items commands={opening} />
          {recent.length === 0 ? null : <RecentFiles files={recent} />}
          <Items commands={[appCommands.template, appCommands.import]} />
          <DropdownMenu.Separator className="menu-line" />
          <Items commands={saving} />
          {isGuest ? null : (
            <DropdownMenu.CheckboxItem
              className="menu-item"
              checked={autosave}
              onCheckedChange={appCommands.autosave.run}
            >
              {t({ en: 'Autosave', ja: '自動保存' })}
              <DropdownMenu.ItemIndicator className="menu-check">✓</DropdownMenu.ItemIndicator>
            </DropdownMenu.CheckboxItem>
          )}
          <DropdownMenu.Separator className="menu-line" />
          <Items commands={leaving} />
          <DropdownMenu.Separator className="menu-line" />
          <Items commands={[appCommands.close]} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Items({ commands }: { readonly commands: readonly StudioCommand[] }) {
  const t = useTranslate();
  // A menu is read once: what it offers is as it was when it opened.
  const state = studio.getState();
  return commands.map((command) => (
    <DropdownMenu.Item key={command.id} className="menu-item" disabled={!command.enabled(state)} onSelect={command.run}>
      {t(command.label)}
      <CommandKeys keys={command.keys} />
    </DropdownMenu.Item>
  ));
}

function RecentFiles({ files }: { readonly files: readonly RecentFile[] }) {
  const t = useTranslate();
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className="menu-item">
        {t({ en: 'Recent', ja: '最近使ったファイル' })}
        <span className="menu-check" aria-hidden="true">
          ›
        </span>
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal container={titleBar()}>
        <DropdownMenu.SubContent className="popover menu document-menu" sideOffset={4}>
          {files.map(({ handle, name, folderName }) => (
            <DropdownMenu.Item
              key={handle}
              className="menu-item"
              onSelect={() => {
                report(openHandle(handle));
              }}
            >
              <span className="ellipsis">{name}</span>
              <span className="hint ellipsis">{folderName}</span>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}
