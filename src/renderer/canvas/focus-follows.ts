import { useEffect } from 'react';
import type { Selection } from '../../editor/define.js';
import { studio } from '../studio/studio.js';
import { focusedId, focusNode, isSelected } from './keyboard.js';
import { areaNodeId, noteNodeId } from './types.js';

/** The one thing that is selected, by its id on the canvas; lines are left out: they get no focus of their own. */
function onlySelected({ nodes, contexts, notes, connections }: Selection): string | undefined {
  const ids = [...nodes, ...[...contexts].map(areaNodeId), ...[...notes].map(noteNodeId)];
  return ids.length === 1 && connections.size === 0 ? ids[0] : undefined;
}

/**
 * Where a command selects something new (a group, a copy), the focus of the canvas goes along: the next key, such as F2,
 * is meant for it. A focus that the person moved by Tab stays.
 */
export function useFocusFollowsSelection(): void {
  useEffect(
    () =>
      studio.subscribe((state, before) => {
        if (state.selection === before.selection) return;
        const focused = focusedId();
        const only = onlySelected(state.selection);
        if (focused === undefined || only === undefined || isSelected(focused)) return;
        // Once it is drawn.
        requestAnimationFrame(() => {
          focusNode(only);
        });
      }),
    [],
  );
}
