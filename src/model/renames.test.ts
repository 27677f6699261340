import { expect, test } from 'vitest';
import { emptyDesign, nodeId, type Design } from './design.js';
import { addNode } from './graph.js';
import { renamesBetween } from './renames.js';

const queues = (labels: readonly string[], x: number): Design =>
  labels.reduce<Design>(
    (design, label, index) =>
      addNode(design, { service: 'sqs-queue', label, origin: 'created', props: {} }, { at: { x, y: index * 80 } })
        .design,
    emptyDesign('Orders'),
  );

test('a node that stands where one stood is that one, renamed', () => {
  const renames = renamesBetween(queues(['Orders', 'Returns'], 0), queues(['Orders', 'Refunds'], 0));
  expect([...renames]).toEqual([[nodeId('returns'), nodeId('refunds')]]);
});

test('what could be several is none of them, in however large designs', () => {
  const labels = (word: string): string[] => Array.from({ length: 300 }, (_, index) => `${word} ${String(index)}`);
  expect(renamesBetween(queues(labels('Orders'), 0), queues(labels('Returns'), 400)).size).toBe(0);
});
