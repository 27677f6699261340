import { describe, expect, test } from 'vitest';
import '../../../catalog/further.js';
import { emptyDesign } from '../../../model/design.js';
import { languages } from '../../../model/localized.js';
import { problemsOf } from '../../../system/problems.js';
import { resolveSystem } from '../../../system/resolve.js';
import { createEditor } from '../../../editor/editor.js';
import { paste } from '../../../editor/commands/paste.js';
import { patternDesign, patternText } from './define.js';
import { patterns } from './index.js';

describe.each(patterns.map((pattern) => [pattern.id, pattern] as const))('%s', (_id, pattern) => {
  test.each(languages)('is put on the canvas whole, as one step, and leaves nothing to correct (%s)', (language) => {
    const editor = createEditor(emptyDesign('Empty'));
    editor.run(paste, { text: patternText(pattern, language), at: { x: 400, y: 300 } });
    const { design } = editor.getState();
    const drawn = patternDesign(pattern, language);
    expect(
      Object.values(design.nodes)
        .map(({ label }) => label)
        .sort(),
    ).toEqual(
      Object.values(drawn.nodes)
        .map(({ label }) => label)
        .sort(),
    );
    expect(Object.keys(design.connections)).toHaveLength(Object.keys(drawn.connections).length);
    expect(problemsOf(resolveSystem(design))).toEqual([]);
    editor.undo();
    expect(editor.getState().design).toEqual(emptyDesign('Empty'));
  });

  test('names each of its nodes, and no other', () => {
    expect(Object.keys(pattern.names).sort()).toEqual(Object.keys(patternDesign(pattern, 'en').nodes).sort());
  });

  test('draws every node where nothing covers it', () => {
    const { layout, nodes } = patternDesign(pattern, 'en');
    const places = Object.keys(nodes).map((id) => layout.nodes[id]);
    expect(places.every((place) => place !== undefined)).toBe(true);
    for (const a of places)
      for (const b of places) {
        if (a === b || a === undefined || b === undefined) continue;
        const apart = a.x + (a.width ?? 176) <= b.x || b.x + (b.width ?? 176) <= a.x || Math.abs(a.y - b.y) >= 56;
        expect(apart).toBe(true);
      }
  });
});
