import { expect, test } from 'vitest';
import { parseDesign } from '../../model/parse.js';
import { removeConnections } from '../../model/graph.js';
import { stillHolds } from './problems.js';

test('what was wrong with a file is told until it is mended', () => {
  const { design, problems } = parseDesign(`format: servicefull-design
version: 1
settings: { name: Test, owner: me }
nodes: { orders: { service: sqs-queue, label: Orders, context: gone } }
connections: { one: { kind: rule, from: orders, to: nowhere } }
`);
  if (design === undefined) throw new Error('no design');
  const left = (now: typeof design) => problems.filter((one) => stillHolds(one, now)).map(({ code }) => code);
  expect(left(design).sort()).toEqual(['dangling-context', 'dangling-node', 'unknown-key']);
  expect(left(removeConnections(design, new Set(['one']))).sort()).toEqual(['dangling-context', 'unknown-key']);
  expect(left({ ...design, settings: { ...design.settings }, connections: {}, nodes: {} })).toEqual(['unknown-key']);
});
