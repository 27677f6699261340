import { Command } from 'cmdk';
import { Dialog as Radix } from 'radix-ui';
import { useEffect, useMemo, useState } from 'react';
import type { RecentFile } from '../../host/host.js';
import { closeDialog, studio, useStudio, useTranslate } from '../studio/studio.js';
import { usePreference } from '../studio/preferences.js';
import { CommandKeys } from '../ui/keys.js';
import { ServiceIcon } from '../ui/service-icon.js';
import { paletteEntries, shownEntries, type PaletteEntry } from './palette-entries.js';

/** Closes first, so that what runs may open a dialog of its own. */
const run = (entry: PaletteEntry): void => {
  closeDialog();
  entry.run();
};

/** Every command, node, connection, state, service, pattern, template and recent file, by name in either language. */
export function CommandPalette() {
  const t = useTranslate();
  const title = t({ en: 'Search or run a command', ja: '検索またはコマンドの実行' });
  const [query, setQuery] = useState('');
  return (
    <Radix.Root
      open
      onOpenChange={(open) => {
        if (!open) closeDialog();
      }}
    >
      <Radix.Portal>
        <Radix.Overlay className="dialog-overlay" />
        <Radix.Content className="command-palette" aria-describedby={undefined}>
          <Radix.Title className="visually-hidden">{title}</Radix.Title>
          <Command
            shouldFilter={false}
            onKeyDown={(event) => {
              // Enter confirms a conversion of the input method, not a command.
              if (event.key === 'Enter' && event.nativeEvent.isComposing) event.stopPropagation();
            }}
          >
            <Command.Input
              placeholder={title}
              aria-label={title}
              autoFocus
              value={query}
              onValueChange={setQuery}
              maxLength={200}
            />
            <Command.List>
              <Items query={query} />
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Items({ query }: { readonly query: string }) {
  const t = useTranslate();
  const files = useRecentFiles();
  // As they were when the palette opened: nothing moves under the person's hand.
  const entries = useMemo(() => paletteEntries(studio.getState(), files), [files]);
  const recent = usePreference((state) => state.recentCommands);
  const groups = useMemo(() => shownEntries(entries, query, recent.split(' ')), [entries, query, recent]);
  if (groups.length === 0)
    return <div className="command-empty">{t({ en: 'Nothing found.', ja: '見つかりませんでした。' })}</div>;
  return groups.map(({ group, entries: members }) => (
    <Command.Group key={t(group)} heading={t(group)}>
      {members.map((entry) => (
        <Command.Item
          key={entry.id}
          value={entry.id}
          onSelect={() => {
            run(entry);
          }}
        >
          {entry.icon === undefined ? null : <ServiceIcon icon={entry.icon} size={20} />}
          <span className="ellipsis">{entry.label}</span>
          {entry.detail === '' ? null : <small className="ellipsis">{entry.detail}</small>}
          <CommandKeys keys={entry.keys} />
        </Command.Item>
      ))}
    </Command.Group>
  ));
}

const noFiles: readonly RecentFile[] = [];

function useRecentFiles(): readonly RecentFile[] {
  const host = useStudio((state) => state.host);
  const [files, setFiles] = useState(noFiles);
  useEffect(() => {
    let isShown = true;
    host?.recentFiles().then(
      (found) => {
        if (isShown && found.length > 0) setFiles(found);
      },
      () => undefined,
    );
    return () => {
      isShown = false;
    };
  }, [host]);
  return files;
}
