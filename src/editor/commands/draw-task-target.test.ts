import { expect, test } from 'vitest';
import { emptyDesign, nodeId } from '../../model/design.js';
import { addNode } from '../../model/graph.js';
import { createEditor } from '../editor.js';
import { drawTaskTarget } from './draw-task-target.js';

const text = (name: string): string =>
  JSON.stringify({ StartAt: 'S', States: { S: { Type: 'Task', Resource: 'r', Arguments: name, End: true } } });

const flow = () =>
  addNode(emptyDesign('Any'), {
    service: 'state-machine',
    label: 'Flow',
    origin: 'created',
    props: {},
    definition: { format: 'json', text: text(''), substitutions: { Old: { literal: 'x' } } },
  });

test('the resource is drawn, and the Task names it, in one step', () => {
  const { design, id } = flow();
  const editor = createEditor(design);
  editor.run(drawTaskTarget, {
    machine: id,
    service: 'dynamodb-table',
    attribute: 'name',
    language: 'en',
    textFor: (node) => ({ text: text(node), substitution: 'TableName' }),
  });
  const { nodes } = editor.getState().design;
  const [table] = Object.entries(nodes).flatMap(([key, { service }]) => (service === 'dynamodb-table' ? [key] : []));
  expect(nodes[id]?.definition).toEqual({
    format: 'json',
    text: text(table ?? ''),
    substitutions: { Old: { literal: 'x' }, TableName: { node: table, attribute: 'name' } },
  });
  editor.undo();
  expect(editor.getState().design).toEqual(design);
});

test('nothing is drawn where the Task cannot name it', () => {
  const { design, id } = flow();
  const editor = createEditor(design);
  const args = { service: 'dynamodb-table', attribute: 'name', language: 'en' } as const;
  editor.run(drawTaskTarget, { ...args, machine: id, textFor: () => undefined });
  editor.run(drawTaskTarget, { ...args, machine: nodeId('none'), textFor: () => undefined });
  expect(editor.getState().design).toBe(design);
});
