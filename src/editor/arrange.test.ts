import { describe, expect, test } from 'vitest';
import type { Design } from '../model/design.js';
import { connectionId, noteId } from '../model/design.js';
import { contextBox, nodeBoxes, overlaps } from '../layout/geometry.js';
import { design } from '../../test/helpers/design-text.js';
import * as commands from './commands/index.js';
import type { Editor } from './define.js';
import { createEditor } from './editor.js';

/** Three cards in a row of uneven heights and gaps, a bus, and a note. */
function drawing(): Editor {
  const made = design('sqs-queue A -> lambda-function B -> dynamodb-table C; event-bus Events');
  const layout: Design['layout'] = {
    ...made.layout,
    nodes: { a: { x: 0, y: 0 }, b: { x: 200, y: 20 }, c: { x: 600, y: 24 }, events: { x: 0, y: 300, width: 400 } },
    notes: { memo: { x: 40, y: 500, width: 200, height: 120 } },
    bends: { 'a-to-b': [{ x: 190, y: 40 }] },
  };
  const editor = createEditor({ ...made, notes: { [noteId('memo')]: { text: 'Memo' } }, layout });
  editor.select({ nodes: new Set(['a', 'b', 'c']) });
  return editor;
}

const at = (editor: Editor, id: string): readonly [number, number] => {
  const { nodes, notes } = editor.getState().design.layout;
  const place = nodes[id] ?? notes[id];
  return [place?.x ?? NaN, place?.y ?? NaN];
};
const places = (editor: Editor): (readonly [number, number])[] => ['a', 'b', 'c'].map((id) => at(editor, id));

describe('arranging', () => {
  test('aligns within the box around the selection', () => {
    const editor = drawing();
    editor.run(commands.alignBottom);
    expect(places(editor)).toEqual([
      [0, 24],
      [200, 24],
      [600, 24],
    ]);
    editor.run(commands.alignCentre);
    expect(places(editor)).toEqual([
      [300, 24],
      [300, 24],
      [300, 24],
    ]);
    expect(editor.history.undo).toEqual({ en: 'Align centres', ja: '左右中央揃え' });
  });

  test('distributes with equal gaps, the outermost two staying', () => {
    const editor = drawing();
    editor.run(commands.distributeHorizontally);
    expect(places(editor)).toEqual([
      [0, 0],
      [300, 20],
      [600, 24],
    ]);
  });

  test('tidies into rows of the spacing of the layout', () => {
    const editor = drawing();
    editor.run(commands.tidySelection);
    expect(places(editor)).toEqual([
      [0, 0],
      [200, 0],
      [400, 0],
    ]);
  });

  test('what is locked stays, and the others line up with it', () => {
    const editor = drawing();
    editor.select({ nodes: new Set(['c']) });
    editor.run(commands.lock);
    editor.select({ nodes: new Set(['a', 'b', 'c']) });
    editor.run(commands.alignBottom);
    editor.run(commands.nudge, { dx: 4, dy: 0 });
    expect(places(editor)).toEqual([
      [4, 24],
      [204, 24],
      [600, 24],
    ]);
    editor.run(commands.unlock);
    editor.run(commands.nudge, { dx: 4, dy: 0 });
    expect(at(editor, 'c')).toEqual([604, 24]);
    editor.select({ nodes: new Set(['c']) });
    editor.run(commands.lock);
    editor.run(commands.deleteSelection);
    expect(editor.getState().design.nodes).not.toHaveProperty('c');
  });

  test('bends made by hand go along with both ends, and stay while one end moves', () => {
    const editor = drawing();
    editor.run(commands.moveNodes, { nodes: { a: { x: 10, y: 10 } } });
    expect(editor.getState().design.layout.bends['a-to-b']).toEqual([{ x: 190, y: 40 }]);
    editor.run(commands.nudge, { dx: 8, dy: 4 });
    expect(editor.getState().design.layout.bends['a-to-b']).toEqual([{ x: 198, y: 44 }]);
    editor.select({ connections: new Set(['a-to-b']) });
    editor.run(commands.resetRoute);
    expect(editor.getState().design.layout.bends).toEqual({});
  });

  test('sizes have a least one; a context covers its members', () => {
    const editor = drawing();
    editor.run(commands.groupIntoContext);
    const [context = ''] = editor.getState().selection.contexts;
    editor.run(commands.resize, {
      nodes: { events: { x: 0, width: 5 }, a: { x: 50, width: 900 } },
      notes: { memo: { x: 40, y: 500, width: 1, height: 1 } },
      contexts: { [context]: { x: 0, y: 0, width: 10, height: 10 } },
    });
    const { layout } = editor.getState().design;
    expect(layout.nodes['events']?.width).toBe(176);
    expect(layout.nodes['a']).toEqual({ x: 0, y: 0 });
    expect(layout.notes['memo']).toMatchObject({ width: 80, height: 40 });
    expect(layout.contexts[context]).toEqual(contextBox(editor.getState().design, context));
  });

  test('a note that is put onto a card or another note finds the nearest free place', () => {
    const editor = drawing();
    for (let count = 0; count < 3; count++) editor.run(commands.addNote, { at: { x: 60, y: 30 } });
    const { design } = editor.getState();
    const boxes = [...nodeBoxes(design).values(), ...Object.values(design.layout.notes)];
    expect(boxes.flatMap((one, index) => boxes.slice(index + 1).filter((other) => overlaps(one, other)))).toEqual([]);
  });

  test('a note is written in one step, belongs to a context, and goes where that goes', () => {
    const editor = drawing();
    editor.run(commands.groupIntoContext);
    const [context = ''] = editor.getState().selection.contexts;
    editor.run(commands.addNote, { at: { x: 100, y: 60 }, context });
    const [note = ''] = editor.getState().selection.notes;
    const [x, y] = at(editor, note);
    editor.run(commands.setNote, { note, text: 'W' });
    editor.run(commands.setNote, { note, text: 'Why' });
    editor.select({ contexts: new Set([context]) });
    editor.run(commands.nudge, { dx: 40, dy: 0 });
    expect(at(editor, note)).toEqual([x + 40, y]);
    editor.undo();
    editor.undo();
    expect(editor.getState().design.notes[noteId(note)]?.text).toBe('');
  });

  test('a collapsed context keeps its area and its members', () => {
    const editor = drawing();
    editor.run(commands.groupIntoContext);
    const [context = ''] = editor.getState().selection.contexts;
    editor.run(commands.collapse);
    expect(editor.getState().design.layout.contexts[context]).toMatchObject({ collapsed: true, width: 808 });
    expect(commands.collapse.enabled(editor.getState())).toBe(false);
    editor.run(commands.expand);
    editor.run(commands.ungroup);
    expect([...editor.getState().selection.nodes]).toEqual(['a', 'b', 'c']);
    expect(editor.getState().design.connections[connectionId('a-to-b')]).toBeDefined();
    expect(editor.getState().design.contexts).toEqual({});
  });
});
