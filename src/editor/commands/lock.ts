import { contextBox } from '../../layout/geometry.js';
import { lookup, type ContextLayout, type Design } from '../../model/design.js';
import { defineCommand, type EditorState, type Selection } from '../define.js';
import { contentsOf } from '../move.js';

/**
 * Locks what is selected, and what is in selected contexts: it keeps its place whatever is dragged, nudged, aligned or
 * laid out. It can still be selected, edited, connected and deleted.
 */
export const lock = defineCommand({
  id: 'lock',
  label: { en: 'Lock', ja: 'ロック' },
  keys: ['Mod+Shift+L'],
  inPalette: true,
  enabled: (state) => pinnedIn(state).includes(false),
  run: ({ design, selection }) => ({
    state: { design: withPinned(design, selection, true), selection },
    undo: 'step',
  }),
});

/** Lets what is selected move again. */
export const unlock = defineCommand({
  id: 'unlock',
  label: { en: 'Unlock', ja: 'ロックを解除' },
  keys: ['Mod+Shift+L'],
  inPalette: true,
  enabled: (state) => pinnedIn(state).includes(true),
  run: ({ design, selection }) => ({
    state: { design: withPinned(design, selection, false), selection },
    undo: 'step',
  }),
});

/** For everything selected that has a place: whether it is locked. */
function pinnedIn({ design: { layout }, selection }: EditorState): readonly boolean[] {
  const isPinned = (places: Readonly<Record<string, { readonly pinned?: boolean }>>) => (id: string) => {
    const place = lookup(places, id);
    return place === undefined ? [] : [place.pinned === true];
  };
  return [
    ...[...selection.nodes].flatMap(isPinned(layout.nodes)),
    ...[...selection.notes].flatMap(isPinned(layout.notes)),
    ...[...selection.contexts].map((id) => lookup(layout.contexts, id)?.pinned === true),
  ];
}

function withPinned(design: Design, selection: Selection, pinned: boolean): Design {
  const { layout } = design;
  const inside = contentsOf(design, selection.contexts);
  const set = <Place extends { readonly pinned?: boolean }>(
    places: Readonly<Record<string, Place>>,
    ids: Iterable<string>,
    placeOf: (id: string) => Place | undefined = (id) => lookup(places, id),
  ): Readonly<Record<string, Place>> => {
    const changed: Record<string, Place> = {};
    for (const id of ids) {
      const place = placeOf(id);
      if (place === undefined || (place.pinned === true) === pinned) continue;
      const { pinned: _pinned, ...rest } = place;
      changed[id] = (pinned ? { ...rest, pinned } : rest) as Place;
    }
    return Object.keys(changed).length === 0 ? places : { ...places, ...changed };
  };
  return {
    ...design,
    layout: {
      ...layout,
      nodes: set(layout.nodes, [...selection.nodes, ...inside.nodes]),
      notes: set(layout.notes, [...selection.notes, ...inside.notes]),
      contexts: set<ContextLayout>(
        layout.contexts,
        selection.contexts,
        (id) => lookup(layout.contexts, id) ?? contextBox(design, id),
      ),
    },
  };
}
