import { describe, expect, test } from 'vitest';
import '../../src/catalog/further.js';
import { nodeId, type Design } from '../../src/model/design.js';
import { removeNodes, updateNode } from '../../src/model/graph.js';
import { importSystem } from '../../src/importers/import-system.js';
import { openedFiles } from '../../src/importers/opened-files.js';
import { reimport } from '../../src/importers/re-import.js';
import { readSystem } from '../../src/importers/read-system.js';
import { nodeFields } from '../../src/system/node-fields.js';

const read = (resources: Readonly<Record<string, object>>): Design => {
  const text = JSON.stringify({ AWSTemplateFormatVersion: '2010-09-09', Resources: resources });
  return importSystem(readSystem(openedFiles([{ path: 'template.json', text }]), ['template.json'])).design;
};

const queue = (timeout: number): object => ({ Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: timeout } });
const first = { Orders: queue(60), Old: queue(60) };
const orders = nodeId('Orders');

describe('importing a template again', () => {
  test('one that did not change changes nothing', () => {
    const { design, changes } = reimport(read(first), read(first), nodeFields);
    expect(changes).toEqual([]);
    expect(design).toEqual(read(first));
  });

  test('new, changed and removed resources are told', () => {
    const { design, changes } = reimport(read(first), read({ Orders: queue(90), New: queue(60) }), nodeFields);
    expect(changes.map(({ what, id }) => `${what} ${id}`).sort()).toEqual(['changed Orders', 'new New', 'removed Old']);
    expect(Object.keys(design.nodes).sort()).toEqual(['New', 'Orders']);
    expect(design.nodes[orders]?.props['visibilityTimeout']).toBe(90);
  });

  test('what a person changed stays: labels, fields, places, what they deleted', () => {
    const mine: Design = updateNode(read({ Orders: queue(60) }), orders, (node) => ({
      ...node,
      label: 'Incoming orders',
      props: { ...node.props, visibilityTimeout: 120 },
    }));
    const placed = { ...mine, layout: { ...mine.layout, nodes: { Orders: { x: 8, y: 16 } } } };
    const { design } = reimport(placed, read({ Orders: queue(90) }), nodeFields);
    expect(design.nodes[orders]).toMatchObject({ label: 'Incoming orders', props: { visibilityTimeout: 120 } });
    expect(design.layout.nodes).toEqual({ Orders: { x: 8, y: 16 } });
    const deleted = removeNodes(read(first), new Set(['Old']), nodeFields);
    const without = reimport(deleted, read(first), nodeFields);
    expect(Object.keys(without.design.nodes)).toEqual(['Orders']);
  });
});
