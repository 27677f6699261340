import { Command } from 'cmdk';
import { Dialog as Radix } from 'radix-ui';
import { useMemo } from 'react';
import { services } from '../../catalog/index.js';
import { addNode } from '../../editor/commands/add-node.js';
import { translate } from '../../model/localized.js';
import { rank } from '../../model/fold.js';
import { allCommands, sections } from '../studio/commands/index.js';
import { closeDialog, revealInCanvas, studio, useStudio, useTranslate } from '../studio/studio.js';
import { CommandKeys } from '../ui/keys.js';
import { ServiceIcon } from '../ui/service-icon.js';

const boundedContext = { en: 'Bounded context', ja: '境界づけられたコンテキスト' };

/** Higher is better for cmdk; 0 hides. */
const score = (_value: string, search: string, keywords: readonly string[] = []): number => {
  const found = rank(search, keywords);
  return found === undefined ? 0 : 1 / (1 + found);
};

/** Closes first, so that what runs may open a dialog of its own. */
const run = (action: () => void): void => {
  closeDialog();
  action();
};

/** Every command, node, context and service, by name. */
export function CommandPalette() {
  const t = useTranslate();
  const title = t({ en: 'Search or run a command', ja: '検索またはコマンドの実行' });
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
            filter={score}
            onKeyDown={(event) => {
              // Enter confirms a conversion of the input method, not a command.
              if (event.key === 'Enter' && event.nativeEvent.isComposing) event.stopPropagation();
            }}
          >
            <Command.Input placeholder={title} aria-label={title} autoFocus />
            <Command.List>
              <Command.Empty>{t({ en: 'Nothing found.', ja: '見つかりませんでした。' })}</Command.Empty>
              <CommandItems />
              <NodeItems />
              <ContextItems />
              <ServiceItems />
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function CommandItems() {
  const t = useTranslate();
  const commands = useMemo(
    () => allCommands.filter((command) => command.id !== 'commands' && command.enabled(studio.getState())),
    [],
  );
  return Object.entries(sections).map(([section, heading]) => (
    <Command.Group key={section} heading={t(heading)}>
      {commands
        .filter((command) => command.section === section)
        .map((command) => (
          <Command.Item
            key={command.id}
            value={`command:${command.id}`}
            keywords={[t(command.label), translate(command.label, 'en'), translate(command.label, 'ja')]}
            onSelect={() => {
              run(command.run);
            }}
          >
            <span className="ellipsis">{t(command.label)}</span>
            <CommandKeys keys={command.keys} />
          </Command.Item>
        ))}
    </Command.Group>
  ));
}

function NodeItems() {
  const t = useTranslate();
  const system = useStudio((state) => state.system);
  const inEditor = useStudio((state) => state.screen === 'editor');
  if (!inEditor || system.nodes.size === 0) return null;
  return (
    <Command.Group heading={t({ en: 'Go to', ja: '移動' })}>
      {[...system.nodes.values()].map((node) => (
        <Command.Item
          key={node.id}
          value={`node:${node.id}`}
          keywords={[node.label, t(node.service.label)]}
          onSelect={() => {
            run(() => {
              revealInCanvas({ nodes: new Set([node.id]) });
            });
          }}
        >
          <ServiceIcon icon={node.service.icon} size={20} />
          <span className="ellipsis">{node.label}</span>
          <small>{t(node.service.label)}</small>
        </Command.Item>
      ))}
    </Command.Group>
  );
}

function ContextItems() {
  const t = useTranslate();
  const contexts = useStudio((state) => state.design.contexts);
  const inEditor = useStudio((state) => state.screen === 'editor');
  if (!inEditor || Object.keys(contexts).length === 0) return null;
  return (
    <Command.Group heading={t(boundedContext)}>
      {Object.entries(contexts).map(([id, context]) => (
        <Command.Item
          key={id}
          value={`context:${id}`}
          keywords={[context.label, translate(boundedContext, 'en'), translate(boundedContext, 'ja')]}
          onSelect={() => {
            run(() => {
              revealInCanvas({ contexts: new Set([id]) });
            });
          }}
        >
          <span className="ellipsis">{context.label}</span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}

function ServiceItems() {
  const t = useTranslate();
  const inEditor = useStudio((state) => state.screen === 'editor');
  if (!inEditor) return null;
  return (
    <Command.Group heading={t({ en: 'Add', ja: '追加' })}>
      {services.map((service) => (
        <Command.Item
          key={service.type}
          value={`service:${service.type}`}
          keywords={[translate(service.label, 'en'), translate(service.label, 'ja'), ...service.keywords]}
          onSelect={() => {
            run(() => {
              const { editor, view, language } = studio.getState();
              editor.run(addNode, {
                service: service.type,
                placement: { at: view?.centre() ?? { x: 0, y: 0 } },
                language,
              });
            });
          }}
        >
          <ServiceIcon icon={service.icon} size={20} />
          <span className="ellipsis">{t(service.label)}</span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}
