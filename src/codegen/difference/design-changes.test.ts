import { expect, test } from 'vitest';
import { emptyDesign, nodeId, type Design, type DesignNode } from '../../model/design.js';
import { designDifference } from './design-changes.js';
import { reportMarkdown, reportOf, reportText } from './report.js';
import { ownersIn } from './resource-names.js';

const queue = (label: string, more: Partial<DesignNode> = {}): DesignNode => ({
  service: 'sqs-queue',
  label,
  origin: 'created',
  props: {},
  ...more,
});
const design = (nodes: Readonly<Record<string, DesignNode>>, layout: Partial<Design['layout']> = {}): Design => {
  const empty = emptyDesign('Orders');
  return { ...empty, nodes, layout: { ...empty.layout, ...layout } };
};

test('where things stand, and that an export fixed their ids, says nothing about the design', () => {
  const before = design({ orders: queue('Orders') }, { nodes: { [nodeId('orders')]: { x: 0, y: 0 } } });
  const after = design(
    { orders: queue('Orders', { idFixed: true }) },
    { nodes: { [nodeId('orders')]: { x: 9, y: 0 } } },
  );
  expect(designDifference(before, after)).toMatchObject({ changes: [] });
  const moved = design({ orders: queue('Orders') }, { nodes: { [nodeId('orders')]: { x: 9, y: 0 } } });
  expect(designDifference(before, moved)).toMatchObject({ changes: [], moved: 1 });
});

test('labels cannot become Markdown, HTML, mentions or a fence of their own', () => {
  const hostile = '**x** <img src=x onerror=y> [a](b) @all `c` ```';
  const before = design({ orders: queue('Orders') });
  const after = design({ orders: queue(hostile) });
  const difference = { beforeName: 'a', afterName: hostile, design: designDifference(before, after) };
  for (const language of ['en', 'ja'] as const) {
    const text = reportMarkdown(reportOf(difference, language), language);
    const outsideOfCode = text.replace(/ {2}(`{3,})diff\n[\s\S]*?\n {2}\1\n/g, '');
    expect(outsideOfCode).not.toContain('```');
    expect(outsideOfCode.replace(/<\/?(details|summary)>/g, '')).not.toMatch(/(?<!\\)[<>@[]/);
    expect(reportText(reportOf(difference, language), language)).toContain(hostile);
  }
});

test('a long report is cut, and says so', () => {
  const many = Object.fromEntries(
    Array.from({ length: 400 }, (_, n) => [`q${String(n)}`, queue(`Queue ${String(n)}`)]),
  );
  const difference = { beforeName: 'a', afterName: 'b', design: designDifference(design({}), design(many)) };
  const text = reportMarkdown(reportOf(difference, 'en'), 'en');
  expect(text).toContain('and 250 more');
  // What a comment on a pull request may have.
  expect(text.length).toBeLessThan(65_536);
});

test('a resource belongs to the node with the longest name that its own begins with', () => {
  const ownerOf = ownersIn([design({ orders: queue('Orders'), 'orders-archive': queue('Archive') })]);
  expect(ownerOf('Orders23F59B6D')?.id).toBe('orders');
  expect(ownerOf('OrdersPolicy23F59B6D')?.id).toBe('orders');
  expect(ownerOf('OrdersArchive23F59B6D')?.id).toBe('orders-archive');
  expect(ownerOf('Ordersarchive23F59B6D')).toBeUndefined();
  for (const odd of ['', '__proto__', 'constructor', '23F59B6D']) expect(ownerOf(odd)).toBeUndefined();
});
