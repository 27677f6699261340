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
import { useMemo, type KeyboardEvent } from 'react';
import { thingsOf, type Thing } from '../../editor/things.js';
import { overlaps, titleBox, union } from '../../layout/geometry.js';
import { shownOf } from '../../layout/shown.js';
import { lookup, type Box, type Design } from '../../model/design.js';
import type { StudioCommand } from '../studio/commands/index.js';
import { studio, useStudio, useTranslate } from '../studio/studio.js';
import { IconButton } from '../ui/button.js';
import { CommandKeys } from '../ui/keys.js';
import { useCanvas } from './canvas-state.js';
import { canvasElement } from './context-menu.js';
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
const gap = 14;
const barHeight = 36;
const buttonWidth = 30;
const arrangeWidth = 52;
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
  const box = useMemo(
    () => (isShown ? union(thingsOf(design, selection).map((thing) => drawnBox(design, thing))) : undefined),
    [isShown, design, selection],
  );
  const zoom = useStore((state) => (box === undefined ? 1 : state.transform[2]));
  const commands = isShown ? commandsFor(count) : [];
  const width = commands.length * buttonWidth + (count > 1 ? arrangeWidth : 0) + 10;
  const sides = useMemo(
    () =>
      box === undefined ? [] : sidesFor(design, box, { width: width / zoom, height: barHeight / zoom }, gap / zoom),
    [design, box, width, zoom],
  );
  const place = useStore((state) => {
    if (box === undefined || state.userSelectionActive) return '';
    const [tx, ty] = state.transform;
    const [left, right] = [box.x * zoom + tx, (box.x + box.width) * zoom + tx];
    const [top, bottom] = [box.y * zoom + ty, (box.y + box.height) * zoom + ty];
    if (right < 0 || bottom < 0 || left > state.width || top > state.height) return '';
    const middle = (Math.max(left, 0) + Math.min(right, state.width)) / 2;
    const x = Math.max(width / 2 + edge, Math.min(middle, state.width - width / 2 - edge));
    for (const { side, isFree } of sides) {
      const y = side === 'above' ? top - gap - barHeight : bottom + gap;
      // Over another card only where several are selected: one card has its menu, too.
      if (y >= edge && y + barHeight + edge <= state.height && (isFree || count > 1))
        return `${String(Math.round(x))} ${String(Math.round(y))}`;
    }
    return '';
  });
  if (place === '') return null;
  const [x = 0, y = 0] = place.split(' ').map(Number);
  const keys = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    const [first] = selection.nodes;
    focusNode(first);
  };
  return (
    <Toolbar.Root
      className="floating-bar selection-bar"
      aria-label={t(texts.selectionBar)}
      style={{ left: x, top: y }}
      onKeyDown={keys}
    >
      {count > 1 ? <ArrangeMenu commands={arranging.flatMap((id) => commandNamed(id) ?? [])} /> : null}
      {commands.map((command) => {
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

const commandsFor = (count: number): readonly StudioCommand[] => {
  const state = studio.getState();
  return (count > 1 ? ofSeveral : ofOne)
    .flatMap((id) => commandNamed(id) ?? [])
    .filter((command) => command.enabled(state));
};

/** A collapsed context is as small as its card. */
const drawnBox = (design: Design, { kind, id, box }: Thing): Box =>
  (kind === 'context' ? shownOf(design).areas.get(id) : undefined) ?? box;

interface Side {
  readonly side: 'above' | 'below';
  /** No card and no title lies there. */
  readonly isFree: boolean;
}

/** Where the bar can stand, free places first. */
function sidesFor(design: Design, box: Box, bar: Pick<Box, 'width' | 'height'>, room: number): readonly Side[] {
  const { nodes, areas } = shownOf(design);
  const titles = [...areas].flatMap(([id, area]) => {
    const context = lookup(design.contexts, id);
    return context === undefined ? [] : [titleBox(context, area)];
  });
  const boxes = [...nodes.values(), ...titles];
  const x = box.x + box.width / 2 - bar.width / 2;
  const sides = (['above', 'below'] as const).map((side): Side => {
    const y = side === 'above' ? box.y - room - bar.height : box.y + box.height + room;
    return { side, isFree: !boxes.some((other) => overlaps(other, { x, y, ...bar })) };
  });
  return [...sides].sort((a, b) => Number(b.isFree) - Number(a.isFree));
}

function ArrangeMenu({ commands }: { readonly commands: readonly StudioCommand[] }) {
  const t = useTranslate();
  const state = useStudio((whole) => whole);
  return (
    <DropdownMenu.Root modal={false}>
      <Toolbar.Button asChild>
        <DropdownMenu.Trigger className="button arrange-button" data-variant="quiet" aria-label={t(texts.alignMenu)}>
          <AlignHorizontalJustifyStart size={16} />
          <ChevronDown size={12} />
        </DropdownMenu.Trigger>
      </Toolbar.Button>
      <DropdownMenu.Portal container={canvasElement()}>
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
