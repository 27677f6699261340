import { expect, test } from 'vitest';
import { createEditor } from '../../editor/editor.js';
import { addNode } from '../../editor/commands/add-node.js';
import { renameNode } from '../../editor/commands/rename-node.js';
import { emptyDesign } from '../../model/design.js';
import { fixIds } from './fix-ids.js';

test('an id follows the label before the export and stays after it', () => {
  const editor = createEditor(emptyDesign('Orders'));
  editor.run(addNode, { service: 'sqs-queue', placement: { at: { x: 0, y: 0 } }, language: 'en', label: 'Orders' });
  editor.run(renameNode, { node: 'orders', label: 'Parcels' });
  expect(Object.keys(editor.getState().design.nodes)).toEqual(['parcels']);
  editor.run(fixIds);
  editor.run(renameNode, { node: 'parcels', label: 'Letters' });
  expect(Object.keys(editor.getState().design.nodes)).toEqual(['parcels']);
});
