import type { Point } from '../../../model/design.js';
import { studio } from '../../studio/studio.js';

/** The type of the drag data: the id of a pattern. */
export const patternDragType = 'application/x-servicefull-pattern';

/** Puts a pattern on the canvas, with its middle at a point or in the middle of what is visible. */
export function insertPattern(id: string, wanted?: Point): void {
  const { editor, view, language } = studio.getState();
  const at = wanted ?? view?.centre() ?? { x: 0, y: 0 };
  // Apart from the canvas, which is there before anybody asks for a pattern.
  void Promise.all([import('./index.js'), import('./define.js'), import('../../../editor/commands/paste.js')]).then(
    ([{ patterns }, { patternText }, { paste }]) => {
      const pattern = patterns.find((one) => one.id === id);
      if (pattern !== undefined) editor.run(paste, { text: patternText(pattern, language), at, language });
    },
  );
}
