import { DropdownMenu } from 'radix-ui';
import { useRef } from 'react';
import { lookup } from '../../../model/design.js';
import type { Localized } from '../../../model/localized.js';
import { canvasElement } from '../../canvas/context-menu.js';
import { allCommands } from '../../studio/commands/index.js';
import { studio, useTranslate } from '../../studio/studio.js';
import { CommandKeys } from '../../ui/keys.js';
import { useWorkflowCanvas, workflowCanvas } from './canvas-state.js';
import { indexOf } from './graph-index.js';
import { texts } from './texts.js';

/** Ids of commands, by what the menu is about. Those that cannot be run there are left out. */
const ofStates: readonly (readonly string[])[] = [
  ['rename-state', 'connect-state', 'catch-state', 'add-next-state', 'set-start'],
  ['cut-states', 'copy-states', 'paste-states', 'duplicate-states'],
  ['wrap-in-parallel', 'wrap-in-map', 'unwrap-state', 'add-branch', 'collapse-states'],
  ['extract-machine', 'inline-machine', 'open-nested-machine'],
  ['delete-states'],
];
const ofLine: readonly (readonly string[])[] = [['insert-state', 'paste-states'], ['delete-states']];
const ofCanvas: readonly (readonly string[])[] = [
  ['insert-state', 'paste-states'],
  ['select-all-states'],
  ['fit', 'zoom-reset', 'tidy', 'minimap'],
  ['close-workflow'],
];

interface Entry {
  readonly id: string;
  readonly label: Localized;
  readonly keys: readonly string[] | undefined;
  readonly run: () => void;
}

function entriesOf(): readonly (readonly Entry[])[] {
  const state = studio.getState();
  const { line, graph } = workflowCanvas.getState();
  const selected = state.workflow?.selected.size ?? 0;
  const transition = line === undefined || graph === undefined ? undefined : indexOf(graph).lines.get(line);
  const groups = selected > 0 ? ofStates : transition === undefined ? ofCanvas : ofLine;
  const labels: Readonly<Record<string, Localized>> =
    selected > 0 || transition === undefined
      ? {}
      : { 'delete-states': texts.disconnect, 'insert-state': texts.insertHere };
  return groups
    .map((group) =>
      group.flatMap((id): Entry[] => {
        const command = allCommands.find((one) => one.id === id);
        if (command?.enabled(state) !== true) return [];
        return [{ id, label: lookup(labels, id) ?? command.label, keys: command.keys, run: command.run }];
      }),
    )
    .filter((group) => group.length > 0);
}

/** The menu of what is selected, where the pointer was or beside what has the focus. */
export function WorkflowMenu() {
  const at = useWorkflowCanvas((state) => state.menu);
  return at === undefined ? null : <Menu key={`${String(at.x)} ${String(at.y)}`} at={at} />;
}

function Menu({ at }: { readonly at: { readonly x: number; readonly y: number } }) {
  const t = useTranslate();
  const before = useRef(document.activeElement);
  // As it was when the menu was opened: entries do not change under the pointer.
  const groups = useRef(entriesOf());
  return (
    <DropdownMenu.Root
      open
      modal={false}
      onOpenChange={(open) => {
        if (!open) workflowCanvas.setState({ menu: undefined });
      }}
    >
      <DropdownMenu.Trigger asChild>
        <span className="menu-anchor" aria-hidden="true" style={{ left: at.x, top: at.y }} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={canvasElement()}>
        <DropdownMenu.Content
          className="popover menu canvas-menu"
          aria-label={t(texts.menu)}
          align="start"
          sideOffset={0}
          collisionPadding={8}
          loop
          onContextMenu={(event) => {
            event.preventDefault();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            const { current } = before;
            if (document.activeElement === document.body && current instanceof HTMLElement && current.isConnected)
              current.focus({ preventScroll: true });
          }}
        >
          {groups.current.map((group, index) => (
            <DropdownMenu.Group key={index}>
              {index === 0 ? null : <DropdownMenu.Separator className="menu-separator" />}
              {group.map(({ id, label, keys, run }) => (
                <DropdownMenu.Item
                  key={id}
                  className="menu-item"
                  // After the menu is gone: what the command opens takes the focus then.
                  onSelect={() => {
                    queueMicrotask(run);
                  }}
                >
                  <span className="menu-label">{t(label)}</span>
                  <CommandKeys keys={keys} />
                </DropdownMenu.Item>
              ))}
            </DropdownMenu.Group>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
