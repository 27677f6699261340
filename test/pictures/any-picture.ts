import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import '../../src/catalog/further.js';
import { connections, services } from '../../src/catalog/index.js';
import {
  connectionId,
  contextId,
  emptyDesign,
  nodeId,
  type Connection,
  type Context,
  type Design,
  type DesignNode,
  type Note,
} from '../../src/model/design.js';
import type { PictureIcons } from '../../src/pictures/index.js';

/** Designs of every sort for pictures: hostile words, any place, any connection. */

export const icons: PictureIcons = Object.fromEntries(
  services.map(({ icon }) => [icon, readFileSync(`node_modules/aws-icons/icons/${icon}.svg`, 'utf8')]),
);

export const hostile = [
  '</text><script>alert(1)</script>',
  ']]></metadata>&amp;&lt;',
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  '</pre><!-- --><script>',
  '%%{init: {"theme":"dark"}}%% style a:b #c;',
  'end',
  '"]; click a "javascript:x"',
  '`**bold**`',
  'a\nb\u2028c\td',
  '\u0000\u0007\ufffe\ud800',
  '\u202eright to left',
  '注文 API を処理する関数のとても長い名前',
  '👩‍👩‍👧‍👦 家族 👍🏽',
  '',
] as const;

const words = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);
const number = fc.integer({ min: -2000, max: 4000 });

const node = fc.record({
  service: fc.nat(services.length),
  label: words,
  context: fc.nat(3),
  at: fc.option(fc.record({ x: number, y: number }), { freq: 8 }),
  width: fc.nat(3000),
  comment: words,
});
const line = fc.record({ from: fc.nat(8), to: fc.nat(8), kind: fc.nat(connections.length), bends: fc.boolean() });
const note = fc.record({ text: words, x: number, y: number, width: fc.nat(400), height: fc.nat(300) });
const context = fc.record({ label: words, team: words, hue: fc.integer({ min: -2, max: 9 }), collapsed: fc.boolean() });

export const anyDesign: fc.Arbitrary<Design> = fc
  .record({
    name: words,
    nodes: fc.array(node, { maxLength: 8 }),
    lines: fc.array(line, { maxLength: 10 }),
    notes: fc.array(note, { maxLength: 3 }),
    contexts: fc.array(context, { maxLength: 3 }),
  })
  .map(({ name, nodes, lines, notes, contexts }) => {
    const id = (index: number): string => `n-${String(index)}`;
    return {
      ...emptyDesign(name),
      contexts: Object.fromEntries(
        contexts.map(({ label, team, hue }, index): [string, Context] => [`c-${String(index)}`, { label, team, hue }]),
      ),
      nodes: Object.fromEntries(
        nodes.map((one, index): [string, DesignNode] => [
          id(index),
          {
            service: services[one.service]?.type ?? 'unknown "service"',
            label: one.label,
            origin: 'created',
            props: {},
            comment: one.comment,
            context: contextId(`c-${String(one.context)}`),
          },
        ]),
      ),
      connections: Object.fromEntries(
        lines.map((one, index): [string, Connection] => [
          connectionId(`l-${String(index)}`),
          {
            kind: connections[one.kind]?.kind ?? 'unknown <kind>',
            from: nodeId(id(one.from)),
            to: nodeId(id(one.to)),
            props: {},
          },
        ]),
      ),
      notes: Object.fromEntries(notes.map(({ text }, index): [string, Note] => [`t-${String(index)}`, { text }])),
      layout: {
        nodes: Object.fromEntries(
          nodes.flatMap(({ at, width }, index) => (at === null ? [] : [[id(index), { ...at, width }]])),
        ),
        contexts: Object.fromEntries(
          contexts.map(({ collapsed }, index) => [
            `c-${String(index)}`,
            { x: 0, y: 0, width: 0, height: 0, collapsed },
          ]),
        ),
        notes: Object.fromEntries(
          notes.map(({ x, y, width, height }, index) => [`t-${String(index)}`, { x, y, width, height }]),
        ),
        states: {},
        bends: Object.fromEntries(
          lines.flatMap((one, index) => (one.bends ? [[`l-${String(index)}`, [{ x: 10, y: 20 }]]] : [])),
        ),
      },
    };
  });
