import { Check, ChevronRight } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useRef } from 'react';
import { hues } from './hues.js';
import { studio, useTranslate } from '../studio/studio.js';
import { CommandKeys } from '../ui/keys.js';
import { canvasState, useCanvas } from './canvas-state.js';
import { menuOf, setHue, type MenuEntry } from './menu.js';
import { texts } from './texts.js';

/** The menu of what is selected, where the pointer was or beside what has the focus. */
export function ContextMenu() {
  const menu = useCanvas((state) => state.menu);
  return menu === undefined ? null : <Menu key={`${String(menu.at.x)} ${String(menu.at.y)}`} at={menu.at} />;
}

function Menu({ at }: { readonly at: { readonly x: number; readonly y: number } }) {
  const t = useTranslate();
  const before = useRef(document.activeElement);
  // As it was when the menu was opened: entries do not change under the pointer.
  const groups = useRef(menuOf(studio.getState()));
  return (
    <DropdownMenu.Root
      open
      modal={false}
      onOpenChange={(open) => {
        if (!open) canvasState.setState({ menu: undefined });
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
            // Back to where one was, unless the command put the focus elsewhere.
            const { current } = before;
            if (document.activeElement === document.body && current instanceof HTMLElement && current.isConnected)
              current.focus({ preventScroll: true });
          }}
        >
          {groups.current.map((group, index) => (
            <DropdownMenu.Group key={index}>
              {index === 0 ? null : <DropdownMenu.Separator className="menu-separator" />}
              {group.map((entry) => (
                <Entry key={keyOf(entry)} entry={entry} />
              ))}
            </DropdownMenu.Group>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** Where menus are drawn: in the landmark of the canvas, so that a screen reader knows where it is. */
export const canvasElement = (): HTMLElement | null => document.querySelector('.canvas');

const keyOf = (entry: MenuEntry): string =>
  entry.kind === 'command' ? entry.command.id : entry.kind === 'hues' ? 'hues' : entry.id;

function Entry({ entry }: { readonly entry: MenuEntry }) {
  const t = useTranslate();
  if (entry.kind === 'command')
    return (
      <DropdownMenu.Item
        className="menu-item"
        disabled={!entry.enabled}
        // After the menu is gone: what the command opens takes the focus then.
        onSelect={() => {
          const askedAt = canvasState.getState().menu?.at;
          queueMicrotask(() => {
            canvasState.setState({ askedAt });
            entry.command.run();
            canvasState.setState({ askedAt: undefined });
          });
        }}
      >
        <span className="menu-label">{t(entry.label)}</span>
        <CommandKeys keys={entry.command.keys} />
      </DropdownMenu.Item>
    );
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className="menu-item">
        <span className="menu-label">{t(entry.label)}</span>
        <ChevronRight size={14} />
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal container={canvasElement()}>
        <DropdownMenu.SubContent className="popover menu canvas-menu" collisionPadding={8} loop>
          {entry.kind === 'menu' ? (
            entry.entries.map((inner) => <Entry key={keyOf(inner)} entry={inner} />)
          ) : (
            <Hues current={entry.hue} />
          )}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}

function Hues({ current }: { readonly current: number | undefined }) {
  const t = useTranslate();
  return (
    <DropdownMenu.RadioGroup value={current === undefined ? '' : String(current)} aria-label={t(texts.colour)}>
      {hues.map((name, hue) => (
        <DropdownMenu.RadioItem
          key={hue}
          className="menu-item"
          value={String(hue)}
          onSelect={() => {
            setHue(hue);
          }}
        >
          <span className="hue-swatch" style={{ background: `var(--hue-${String(hue)})` }} />
          <span className="menu-label">{t(name)}</span>
          <DropdownMenu.ItemIndicator>
            <Check size={14} />
          </DropdownMenu.ItemIndicator>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}
