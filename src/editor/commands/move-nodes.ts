import { defineCommand } from '../define.js';
import { moveInLayout, type Moves } from '../move.js';

export interface MoveNodesArgs extends Moves {
  /** Moves with one gesture are one step: a drag, a row of arrow keys. */
  readonly gesture?: string;
}

/** Moves boxes: changes the layout and nothing else. What is locked stays. */
export const moveNodes = defineCommand<MoveNodesArgs>({
  id: 'move-nodes',
  label: { en: 'Move', ja: '移動' },
  enabled: () => true,
  run: ({ design, selection }, { gesture, ...moves }) => ({
    state: { design: moveInLayout(design, moves), selection },
    ...(gesture === undefined ? { undo: 'step' } : { undo: 'merge', gesture }),
  }),
});
