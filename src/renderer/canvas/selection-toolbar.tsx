import { useStore } from '@xyflow/react';
import {
  AlignHorizontalJustifyStart,
  ChevronDown,
  Copy,
  Group,
  Lock,
  LockOpen,
  Replace,
  Spline,
  Trash2,
  type LucideIcon,
} from 'lucide-react';
import { DropdownMenu, Toolbar } from 'radix-ui';
import { useRef, type KeyboardEvent } from 'react';
import { thingsOf } from '../../editor/things.js';
import { union } from '../../layout/geometry.js';
import type { StudioCommand } from '../studio/commands/index.js';
import { useStudio, useTranslate } from '../studio/studio.js';
import { IconButton } from '../ui/button.js';
import { CommandKeys } from '../ui/keys.js';
import { useCanvas } from './canvas-state.js';
import { focusNode } from './keyboard.js';
import { commandNamed } from './menu.js';
import { texts } from './texts.js';

const icons: Readonly<Record<string, LucideIcon>> = {
  connect: Spline,
  'replace-by': Replace,
  'group-into-context': Group,
  duplicate: Copy,
  lock: Lock,
  unlock: LockOpen,
  'delete-selection': Trash2,
};
const ofOne = ['connect', 'replace-by', 'duplicate', 'lock', 'unlock', 'delete-selection'];
const ofSeveral = ['group-into-context', 'duplicate', 'lock', 'unlock', 'delete-selection'];
const arranging = [
  'align-left',
  'align-centre',
  'align-right',
  'align-top',
  'align-middle',
  'align-bottom',
  'distribute-horizontal',
  'distribute-vertical',
  'tidy-selection',
];

/** Between the bar and what is selected: ports and badges stay free. */
const gap = 20;
const barHeight = 36;
const edge = 8;

/** What one does most with the selection, beside it. It is never over the selection, and gone while something moves. */
export function SelectionToolbar() {
  const t = useTranslate();
  const isQuiet = useCanvas(
    (state) =>
      !state.isDragging &&
      !state.isTidying &&
      state.editing === undefined &&
      state.menu === undefined &&
      [state.connecting, state.chooser, state.picker, state.insert, state.replacing].every(
        (floating) => floating === undefined,
      ),
  );
  const isPreview = useStudio((state) => state.preview !== undefined);
  const design = useStudio((state) => state.design);
  const selection = useStudio((state) => state.selection);
  const count = selection.nodes.size + selection.contexts.size + selection.notes.size;
  const isShown = isQuiet && !isPreview && count > 0 && (count > 1 || selection.nodes.size === 1);
  const box = isShown ? union(thingsOf(design, selection).map((thing) => thing.box)) : undefined;
  const place = useStore((state) => {
    if (box === undefined || state.userSelectionActive) return '';
    const [tx, ty, zoom] = state.transform;
    const [left, top] = [box.x * zoom + tx, box.y * zoom + ty];
    const [right, bottom] = [left + box.width * zoom, top + box.height * zoom];
    if (right < 0 || bottom < 0 || left > state.width || top > state.height) return '';
    const middle = Math.round((Math.max(left, 0) + Math.min(right, state.width)) / 2);
    const above = Math.round(top - gap - barHeight);
    if (above >= edge) return `${String(middle)} ${String(above)} ${String(state.width)}`;
    const below = Math.round(bottom + gap);
    return below + barHeight + edge > state.height ? '' : `${String(middle)} ${String(below)} ${String(state.width)}`;
  });
  const state = useStudio((studio) => (isShown ? studio : undefined));
  const bar = useRef<HTMLDivElement>(null);
  if (place === '' || state === undefined) return null;
  const [middle = 0, top = 0, width = 0] = place.split(' ').map(Number);
  const ids = count > 1 ? ofSeveral : ofOne;
  const shown = ids.flatMap((id) => commandNamed(id) ?? []).filter((command) => command.enabled(state));
  const half = (shown.length * 30 + (count > 1 ? 52 : 0) + 10) / 2;
  const keys = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    const [first] = selection.nodes;
    focusNode(first);
  };
  return (
    <Toolbar.Root
      ref={bar}
      className="floating-bar selection-bar"
      aria-label={t(texts.selectionBar)}
      style={{ left: Math.max(half + edge, Math.min(middle, width - half - edge)), top }}
      onKeyDown={keys}
    >
      {count > 1 ? <ArrangeMenu commands={arranging.flatMap((id) => commandNamed(id) ?? [])} /> : null}
      {shown.map((command) => {
        const Icon = icons[command.id] ?? Copy;
        return (
          <Toolbar.Button asChild key={command.id}>
            <IconButton label={t(command.label)} keys={command.keys?.[0]} onClick={command.run}>
              <Icon size={16} />
            </IconButton>
          </Toolbar.Button>
        );
      })}
    </Toolbar.Root>
  );
}

function ArrangeMenu({ commands }: { readonly commands: readonly StudioCommand[] }) {
  const t = useTranslate();
  const state = useStudio((studio) => studio);
  return (
    <DropdownMenu.Root modal={false}>
      <Toolbar.Button asChild>
        <DropdownMenu.Trigger className="button arrange-button" data-variant="quiet" aria-label={t(texts.alignMenu)}>
          <AlignHorizontalJustifyStart size={16} />
          <ChevronDown size={12} />
        </DropdownMenu.Trigger>
      </Toolbar.Button>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="popover menu canvas-menu" sideOffset={8} collisionPadding={8} align="start">
          {commands.map((command) => (
            <DropdownMenu.Item
              key={command.id}
              className="menu-item"
              disabled={!command.enabled(state)}
              onSelect={command.run}
            >
              <span className="menu-label">{t(command.label)}</span>
              <CommandKeys keys={command.keys} />
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
