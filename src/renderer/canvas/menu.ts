import { setContext } from '../../editor/commands/set-context.js';
import type { Selection } from '../../editor/define.js';
import type { Localized } from '../../model/localized.js';
import { allCommands, type StudioCommand } from '../studio/commands/index.js';
import { studio, type StudioState } from '../studio/studio.js';
import { texts } from './texts.js';

/** The menu of what is selected: the same commands as everywhere, in groups, as far as they make sense there. */
export type MenuEntry =
  | { readonly kind: 'command'; readonly command: StudioCommand; readonly label: Localized; readonly enabled: boolean }
  | { readonly kind: 'menu'; readonly id: string; readonly label: Localized; readonly entries: readonly MenuEntry[] }
  | { readonly kind: 'hues'; readonly label: Localized; readonly hue: number | undefined };

/** Ids of commands, `hues` for the colours, and menus in the menu. */
type Ids = readonly (string | { readonly label: Localized; readonly ids: readonly string[] })[];

/** Commands by what is selected. What comes in pairs, such as lock and unlock, shows the one that can be run. */
const ofNode: readonly Ids[] = [
  ['rename', 'connect', 'add-next', 'replace-by'],
  ['cut', 'copy', 'paste', 'duplicate'],
  ['group-into-context', 'remove-from-context', 'lock', 'unlock', 'collapse', 'expand'],
  [
    { label: texts.selectMenu, ids: ['select-connected', 'select-same-service', 'invert-selection'] },
    'zoom-to-selection',
  ],
  ['delete-selection'],
];
const ofSeveral: readonly Ids[] = [
  [
    {
      label: texts.alignMenu,
      ids: ['align-left', 'align-centre', 'align-right', 'align-top', 'align-middle', 'align-bottom'],
    },
    {
      label: texts.distributeMenu,
      ids: ['distribute-horizontal', 'distribute-vertical', 'tidy-selection'],
    },
  ],
  ['cut', 'copy', 'paste', 'duplicate'],
  ['group-into-context', 'ungroup', 'remove-from-context', 'lock', 'unlock', 'collapse', 'expand'],
  [
    { label: texts.selectMenu, ids: ['select-connected', 'select-same-service', 'invert-selection'] },
    'zoom-to-selection',
  ],
  ['delete-selection'],
];
const ofConnection: readonly Ids[] = [
  ['reset-route', 'reverse-connection', 'select-connected', 'zoom-to-selection'],
  ['delete-selection'],
];
const ofContext: readonly Ids[] = [
  ['rename', 'hues'],
  ['cut', 'copy', 'paste', 'duplicate'],
  ['lock', 'unlock', 'collapse', 'expand', 'ungroup'],
  ['insert', 'add-note-here', 'zoom-to-selection'],
  ['delete-selection'],
];
const ofNote: readonly Ids[] = [
  ['rename'],
  ['cut', 'copy', 'paste', 'duplicate'],
  ['lock', 'unlock', 'zoom-to-selection'],
  ['delete-selection'],
];
const ofCanvas: readonly Ids[] = [
  ['insert', 'add-note-here', 'paste'],
  ['select-all', 'find'],
  ['fit', 'zoom-reset', 'tidy'],
  ['minimap', 'snapping', 'focus-mode'],
];

const pairs = new Set(['lock', 'unlock', 'collapse', 'expand', 'remove-from-context', 'ungroup', 'add-next']);

/** Every command that a menu names. */
export const menuCommands: readonly string[] = [ofNode, ofSeveral, ofConnection, ofContext, ofNote, ofCanvas]
  .flat(2)
  .flatMap((id) => (typeof id === 'string' ? [id] : id.ids))
  .filter((id) => id !== 'hues');

const groupsFor = ({ nodes, connections, contexts, notes }: Selection): readonly Ids[] => {
  const boxes = nodes.size + contexts.size + notes.size;
  if (boxes > 1) return ofSeveral;
  if (nodes.size === 1) return ofNode;
  if (contexts.size === 1) return ofContext;
  if (notes.size === 1) return ofNote;
  return connections.size > 0 ? ofConnection : ofCanvas;
};

/** The menu, in groups; empty groups are left out. */
export function menuOf(state: StudioState): readonly (readonly MenuEntry[])[] {
  return groupsFor(state.selection)
    .map((group) => group.flatMap((id) => entryOf(state, id)))
    .filter((group) => group.length > 0);
}

/** What the commands are called where the menu knows more than they do. */
function labelFor(id: string, { selection }: StudioState, label: Localized): Localized {
  if (id === 'rename' && selection.notes.size > 0) return texts.editNote;
  if (id === 'connect') return texts.connectMenu;
  return label;
}

function entryOf(state: StudioState, id: Ids[number]): readonly MenuEntry[] {
  if (typeof id !== 'string') {
    const entries = id.ids.flatMap((inner) => entryOf(state, inner));
    return entries.length === 0 ? [] : [{ kind: 'menu', id: id.ids.join(' '), label: id.label, entries }];
  }
  if (id === 'hues') {
    const [context] = state.selection.contexts;
    const known = Object.entries(state.design.contexts).find(([one]) => one === context)?.[1].hue;
    return [{ kind: 'hues', label: texts.colour, hue: known }];
  }
  const command = commandNamed(id);
  if (command === undefined) return [];
  const enabled = command.enabled(state);
  if (!enabled && pairs.has(id)) return [];
  return [{ kind: 'command', command, label: labelFor(id, state, command.label), enabled }];
}

/** A command of the app by its id. */
export const commandNamed = (id: string): StudioCommand | undefined => allCommands.find((command) => command.id === id);

/** Gives the selected contexts a colour, as one step. */
export function setHue(hue: number): void {
  const { editor } = studio.getState();
  editor.endGesture();
  for (const context of editor.getState().selection.contexts) editor.run(setContext, { context, changes: { hue } });
  editor.endGesture();
}
