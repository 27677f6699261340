import { expect, test } from 'vitest';
import { design, idOf } from '../../../test/helpers/design-text.js';
import { isError } from '../../model/problems.js';
import { problemsOf } from '../../system/problems.js';
import { resolveSystem } from '../../system/resolve.js';
import { waysToConnect } from '../../system/ways.js';
import { createEditor } from '../editor.js';
import { changeWay } from './change-way.js';

test('every way between two connected nodes takes the place of the connection, and undo brings it back', () => {
  const made = design('rest-api A -> dynamodb-table T');
  const [id = ''] = Object.keys(made.connections);
  const { ways } = waysToConnect(resolveSystem(made), idOf(made, 'A'), idOf(made, 'T'));
  expect(ways.length).toBeGreaterThan(1);
  for (const way of ways) {
    const editor = createEditor(made);
    editor.run(changeWay, { connection: id, way: way.id });
    const after = editor.getState().design;
    const used = way.steps.map(({ connection }) => connection);
    // A Task follows from the definition of its machine.
    const drawn = Object.values(after.connections).map(({ kind }) => kind);
    expect(
      drawn.filter((kind) => !used.includes(kind)),
      way.id,
    ).toEqual([]);
    expect(problemsOf(resolveSystem(after)).filter(isError), way.id).toEqual([]);
    editor.undo();
    expect(editor.getState().design).toEqual(made);
  }
});

test('what is no way between them changes nothing', () => {
  const made = design('rest-api A -> dynamodb-table T');
  const [id = ''] = Object.keys(made.connections);
  const editor = createEditor(made);
  editor.run(changeWay, { connection: id, way: 'direct:rule' });
  editor.run(changeWay, { connection: 'gone', way: 'direct:api-integration' });
  expect(editor.getState().design).toBe(made);
});
