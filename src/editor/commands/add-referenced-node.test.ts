import { expect, test } from 'vitest';
import { design, idOf } from '../../../test/helpers/design-text.js';
import { createEditor } from '../editor.js';
import { addReferencedNode } from './add-referenced-node.js';

test('a queue for a field of a function: beside it, referred to, one step', () => {
  const made = design('lambda-function F');
  const editor = createEditor(made);
  editor.run(addReferencedNode, {
    node: idOf(made, 'F'),
    field: 'deadLetterQueue',
    service: 'sqs-queue',
    language: 'en',
  });
  const after = editor.getState().design;
  const [queue = ''] = Object.keys(after.nodes).filter((id) => !Object.hasOwn(made.nodes, id));
  expect(after.nodes[idOf(made, 'F')]?.props).toEqual({ deadLetterQueue: queue });
  expect(after.nodes).toHaveProperty([queue, 'service'], 'sqs-queue');
  expect(Object.hasOwn(after.layout.nodes, queue)).toBe(true);
  editor.undo();
  expect(editor.getState().design).toEqual(made);
});

test('a field of a connection', () => {
  const made = design('event-bus B -> lambda-function F');
  const [id = ''] = Object.keys(made.connections);
  const editor = createEditor(made);
  editor.run(addReferencedNode, { connection: id, field: 'deadLetterQueue', service: 'sqs-queue', language: 'ja' });
  expect(Object.keys(editor.getState().design.nodes)).toHaveLength(3);
  expect(Object.values(editor.getState().design.connections)[0]?.props).toHaveProperty('deadLetterQueue');
});

test('a service that the field does not take, and names that nothing has, change nothing', () => {
  const made = design('lambda-function F');
  const editor = createEditor(made);
  for (const [field, service] of [
    ['deadLetterQueue', 's3-bucket'],
    ['constructor', 'sqs-queue'],
    ['memory', 'sqs-queue'],
  ] as const)
    editor.run(addReferencedNode, { node: idOf(made, 'F'), field, service, language: 'en' });
  expect(editor.getState().design).toBe(made);
});
