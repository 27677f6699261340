import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDefinition } from '../asl/definition.js';
import '../catalog/further.js';
import { connections, serviceOf, services } from '../catalog/index.js';
import { entries, type Design } from '../model/design.js';
import { addNode, removeNodes } from '../model/graph.js';
import { parseDesign } from '../model/parse.js';
import { serialiseDesign } from '../model/serialise.js';
import { nodeFields } from '../system/node-fields.js';
import { resolveSystem } from '../system/resolve.js';
import { waysToConnect } from '../system/ways.js';
import { scaled } from '../../test/helpers/scale.js';
import { anyDesign, anyLabel, danglingIn } from './commands.fixture.js';
import * as commands from './commands/index.js';
import { copySelection } from './copy.js';
import type { Editor } from './define.js';
import { createEditor } from './editor.js';
import { findInDesign } from './find.js';

/** What a step of a random session decides by: numbers to choose with, and a text. */
interface Dice {
  readonly seeds: readonly number[];
  readonly text: string;
}
type Step = (editor: Editor, dice: Dice) => void;

/** Ids that are there, and now and then one that is not. */
function chosen(record: Readonly<Record<string, unknown>>, seed = 0): string {
  const ids = [...Object.keys(record), 'constructor'];
  return ids[seed % ids.length] ?? '';
}
const some = (record: Readonly<Record<string, unknown>>, seed: number): string[] =>
  Object.keys(record).filter((_id, index) => (seed >> (index % 8)) % 2 === 1);

const coordinate = (seed = 0): number => (seed % 4000) - 2000;
const point = (x = 0, y = 0) => ({ x: coordinate(x), y: coordinate(y) });
const box = (x = 0, y = 0, width = 0, height = 0) => ({ ...point(x, y), width: width % 900, height: height % 900 });
const serviceAt = (seed = 0): string => services[seed % services.length]?.type ?? '';
const gesture = (seed = 0): { readonly gesture?: string } => (seed % 2 === 0 ? { gesture: 'drag' } : {});
const designOf = (editor: Editor): Design => editor.getState().design;

const noArguments = new Map(commands.paletteCommands.map((command) => [command.id, command]));

/** How each command is run with arguments. Those of the palette run without any. */
const withArguments: Readonly<Record<string, Step>> = {
  addNode: (editor, { seeds: [a, b, c], text }) => {
    const context = Object.keys(designOf(editor).contexts)[0];
    const placement = (c ?? 0) % 2 === 0 ? { at: point(a, b) } : { beside: chosen(designOf(editor).nodes, b) };
    editor.run(commands.addNode, {
      service: serviceAt(a),
      placement,
      language: 'ja',
      ...((b ?? 0) % 2 === 0 ? { label: text } : {}),
      ...(context !== undefined && (c ?? 0) % 3 === 0 ? { context: context as never } : {}),
    });
  },
  addReferencedNode: (editor, { seeds: [a, b = 0, c = 0] }) => {
    const nodes = entries(designOf(editor).nodes).filter(([, { service }]) => nodeFields.ofService(service).length > 0);
    const [node, { service } = { service: '' }] = nodes[(a ?? 0) % Math.max(nodes.length, 1)] ?? ['constructor'];
    const names = nodeFields.ofService(service);
    const name = names[b % Math.max(names.length, 1)] ?? 'none';
    const field = Object.entries(serviceOf(service)?.fields ?? {}).find(([one]) => one === name)?.[1];
    const target = field?.kind === 'node' && c % 4 > 0 ? (field.services[0] ?? '') : serviceAt(c);
    editor.run(commands.addReferencedNode, { node, field: name, service: target, language: 'en' });
  },
  addNote: (editor, { seeds: [a, b], text }) =>
    editor.run(commands.addNote, {
      text,
      context: chosen(designOf(editor).contexts, b),
      ...((a ?? 0) % 2 === 0 ? { at: point(a, b) } : {}),
    }),
  align: (editor, { seeds: [a = 0] }) =>
    editor.run(commands.align, { edge: (['left', 'centre', 'bottom'] as const)[a % 3] ?? 'top' }),
  distribute: (editor, { seeds: [a = 0] }) =>
    editor.run(commands.distribute, { axis: a % 2 === 0 ? 'horizontal' : 'vertical' }),
  applyFinding: (editor, { text }) => {
    const { design } = addNode(designOf(editor), {
      service: 'lambda-function',
      label: text,
      origin: 'created',
      props: {},
    });
    editor.run(commands.applyFinding, { after: design, title: { en: 'Finding', ja: '提案' } });
  },
  applyFix: (editor, { seeds: [a] }) => {
    const gone = new Set([chosen(designOf(editor).nodes, a)]);
    const apply = (design: Design): Design => removeNodes(design, gone, nodeFields);
    editor.run(commands.applyFix, { fix: { label: { en: 'Fix', ja: '修正' }, apply } });
  },
  autoLayout: (editor, { seeds: [a, b] }) =>
    editor.run(commands.autoLayout, {
      nodes: Object.fromEntries(
        [...Object.keys(designOf(editor).nodes), 'gone'].map((id, row) => [id, point(a, row * 99)]),
      ),
      contexts: { [chosen(designOf(editor).contexts, a)]: box(a, b, 300, 200) },
    }),
  connect: (editor, { seeds: [a, b] }) =>
    editor.run(commands.connect, { from: chosen(designOf(editor).nodes, a), to: chosen(designOf(editor).nodes, b) }),
  changeWay: (editor, { seeds: [a, b = 0] }) => {
    const connection = chosen(designOf(editor).connections, a);
    const drawn = entries(designOf(editor).connections).find(([id]) => id === connection)?.[1];
    if (drawn === undefined) return;
    const { ways } = waysToConnect(resolveSystem(designOf(editor)), drawn.from, drawn.to);
    editor.run(commands.changeWay, { connection, way: ways[b % Math.max(ways.length, 1)]?.id ?? 'none' });
  },
  cut: (editor) => editor.run(commands.cut),
  dismissFinding: (editor, { text }) =>
    editor.run(commands.dismissFinding, { rule: 'rule', fingerprint: 'print', reason: text }),
  restoreFinding: (editor) => editor.run(commands.restoreFinding, { rule: 'rule', fingerprint: 'print' }),
  duplicate: (editor, { seeds: [a, b] }) => editor.run(commands.duplicate, { by: point(a, b) }),
  moveIntoContext: (editor, { seeds: [a = 0, b, c] }) =>
    editor.run(commands.moveIntoContext, {
      context: chosen(designOf(editor).contexts, b),
      nodes: some(designOf(editor).nodes, a),
      notes: some(designOf(editor).notes, a),
      positions: { [chosen(designOf(editor).nodes, c)]: point(a, b) },
    }),
  moveOutOfContext: (editor, { seeds: [a = 0, b] }) =>
    editor.run(commands.moveOutOfContext, {
      nodes: some(designOf(editor).nodes, a),
      notes: some(designOf(editor).notes, a),
      notePositions: { [chosen(designOf(editor).notes, b)]: point(a, b) },
    }),
  moveNodes: (editor, { seeds: [a = 0, b, c] }) =>
    editor.run(commands.moveNodes, {
      nodes: Object.fromEntries(some(designOf(editor).nodes, a).map((id) => [id, point(b, c)])),
      notes: { [chosen(designOf(editor).notes, b)]: point(a, c) },
      contexts: { [chosen(designOf(editor).contexts, c)]: point(a, b) },
      ...gesture(c),
    }),
  nudge: (editor, { seeds: [a = 0, b = 0] }) => editor.run(commands.nudge, { dx: (a % 9) * 4, dy: (b % 9) * -4 }),
  paste: (editor, { seeds: [a, b, c = 0], text }) => {
    const copied =
      c % 3 === 0 ? text : c % 3 === 1 ? serialiseDesign(designOf(editor)) : copySelection(editor.getState());
    if (Object.keys(designOf(editor).nodes).length > 60) return;
    editor.run(commands.paste, { text: copied, ...((a ?? 0) % 2 === 0 ? { at: point(a, b) } : {}) });
  },
  reconnect: (editor, { seeds: [a, b, c = 0] }) =>
    editor.run(commands.reconnect, {
      connection: chosen(designOf(editor).connections, a),
      node: chosen(designOf(editor).nodes, b),
      end: c % 2 === 0 ? 'from' : 'to',
    }),
  renameNode: (editor, { seeds: [a, b = 0], text }) =>
    editor.run(commands.renameNode, { node: chosen(designOf(editor).nodes, a), label: text, final: b % 3 > 0 }),
  replace: (editor, { seeds: [a = 0], text }) => {
    const matches = findInDesign(designOf(editor), a % 2 === 0 ? 'Orders' : text.slice(0, 3)).slice(0, 50);
    editor.run(commands.replace, { matches, replacement: text });
  },
  replaceService: (editor, { seeds: [a, b] }) =>
    editor.run(commands.replaceService, { node: chosen(designOf(editor).nodes, a), service: serviceAt(b) }),
  resize: (editor, { seeds: [a, b, c, d] }) =>
    editor.run(commands.resize, {
      nodes: { [chosen(designOf(editor).nodes, a)]: { x: coordinate(b), width: (c ?? 0) % 900 } },
      notes: { [chosen(designOf(editor).notes, b)]: box(a, b, c, d) },
      contexts: { [chosen(designOf(editor).contexts, c)]: box(b, c, d, a) },
      ...gesture(d),
    }),
  setBends: (editor, { seeds: [a, b, c = 0] }) => {
    const known = Object.fromEntries(resolveSystem(designOf(editor)).connections);
    const bends = Array.from({ length: c % 4 }, (_, index) => point(a, (b ?? 0) + index));
    editor.run(commands.setBends, { connection: chosen(known, a), bends, ...gesture(b) });
  },
  setCollapsed: (editor, { seeds: [a = 0, b = 0] }) =>
    editor.run(commands.setCollapsed, {
      contexts: some(designOf(editor).contexts, a),
      nodes: some(designOf(editor).nodes, b),
      collapsed: a % 2 === 0,
    }),
  setConnectionProps: (editor, { seeds: [a], text }) =>
    editor.run(commands.setConnectionProps, {
      connection: chosen(designOf(editor).connections, a),
      props: { description: text === '' ? undefined : text },
    }),
  setContext: (editor, { seeds: [a, b = 0], text }) =>
    editor.run(commands.setContext, {
      context: chosen(designOf(editor).contexts, a),
      changes: b % 2 === 0 ? { label: text, hue: (b % 12) - 2 } : { team: text, comment: undefined },
    }),
  setDefinition: (editor, { seeds: [a], text }) =>
    editor.run(commands.setDefinition, { node: chosen(designOf(editor).nodes, a), text }),
  setNode: (editor, { seeds: [a, b = 0], text }) =>
    editor.run(commands.setNode, {
      node: chosen(designOf(editor).nodes, a),
      changes: b % 2 === 0 ? { comment: text } : { origin: 'existing', existing: { by: 'name', value: text } },
    }),
  setNodeProps: (editor, { seeds: [a], text }) =>
    editor.run(commands.setNodeProps, {
      node: chosen(designOf(editor).nodes, a),
      props: { memory: 256, toString: text },
    }),
  setNote: (editor, { seeds: [a], text }) =>
    editor.run(commands.setNote, { note: chosen(designOf(editor).notes, a), text }),
  setPropsOfNodes: (editor, { seeds: [a = 0], text }) =>
    editor.run(commands.setPropsOfNodes, { nodes: some(designOf(editor).nodes, a), props: { description: text } }),
  setPropsOfConnections: (editor, { seeds: [a = 0], text }) =>
    editor.run(commands.setPropsOfConnections, {
      connections: some(designOf(editor).connections, a),
      props: { description: text },
    }),
  setSample: (editor, { seeds: [a], text }) => {
    const node = Object.keys(designOf(editor).nodes)[(a ?? 0) % 8];
    editor.run(commands.setSample, { label: text, event: { source: text }, ...(node === undefined ? {} : { node }) });
  },
  setWorkflowSample: (editor, { seeds: [a, b = 0], text }) =>
    editor.run(commands.setWorkflowSample, {
      node: chosen(designOf(editor).nodes, a),
      state: `/States/${text}`,
      sample: b % 3 === 0 ? undefined : { input: text },
    }),
  drawTaskTarget: (editor, { seeds: [a, b = 0], text }) =>
    editor.run(commands.drawTaskTarget, {
      machine: chosen(designOf(editor).nodes, a),
      service: serviceAt(b),
      attribute: 'arn',
      language: 'en',
      textFor: (node) =>
        b % 4 === 0
          ? undefined
          : {
              text: JSON.stringify({ StartAt: text, States: { [text]: { Type: 'Pass', Comment: node } } }),
              substitution: 'Drawn',
            },
    }),
  placeStates: (editor, { seeds: [a, b, c], text }) =>
    editor.run(commands.placeStates, {
      node: chosen(designOf(editor).nodes, a),
      states: { [`/States/${text}`]: point(b, c) },
    }),
  layOutStates: (editor, { seeds: [a] }) =>
    editor.run(commands.layOutStates, { node: chosen(designOf(editor).nodes, a) }),
  extractMachine: (editor, { seeds: [a], text }) => {
    const node = chosen(designOf(editor).nodes, a);
    const definition = Object.entries(designOf(editor).nodes).find(([id]) => id === node)?.[1].definition;
    const names = Object.keys(
      (definition && parseDefinition(definition.text, definition.format).tree?.fields['States']) ?? {},
    );
    const states = [['States', names[0] ?? text]];
    editor.run(commands.extractMachine, { node, states, language: 'ja' });
  },
  deleteSample: (editor, { seeds: [a] }) =>
    editor.run(commands.deleteSample, { id: chosen(designOf(editor).samples, a) }),
  setSettings: (editor, { text }) =>
    editor.run(commands.setSettings, { name: text, region: text === '' ? undefined : text }),
};

const names = Object.keys(commands).filter((name) => name !== 'paletteCommands');

/** A command by its name in the index: with its arguments, or, in the palette, without any. */
function performerOf(name: string): Step | undefined {
  const own = withArguments[name];
  if (own !== undefined) return own;
  const id = Object.entries(commands).find(([one]) => one === name)?.[1];
  const command = id !== undefined && 'id' in id ? noArguments.get(id.id) : undefined;
  return command === undefined ? undefined : (editor) => editor.run(command, { language: 'ja' });
}

const select: Step = (editor, { seeds: [a = 0, b = 0, c = 0] }) => {
  const design = designOf(editor);
  if (a % 5 === 0) {
    editor.select({ connections: new Set([chosen(design.connections, b)]) });
    return;
  }
  editor.select({
    nodes: new Set(some(design.nodes, a)),
    contexts: new Set(c % 2 === 0 ? some(design.contexts, b) : []),
    connections: new Set(some(Object.fromEntries(resolveSystem(design).connections), c)),
    notes: new Set(some(design.notes, b)),
  });
};

const dice = fc.record({ seeds: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), text: anyLabel });
const step = fc.tuple(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...names) },
    { weight: 2, arbitrary: fc.constant('select') },
    { weight: 1, arbitrary: fc.constant('endGesture') },
  ),
  dice,
);

function perform(editor: Editor, name: string, thrown: Dice): void {
  if (name === 'select') select(editor, thrown);
  else if (name === 'endGesture') editor.endGesture();
  else performerOf(name)?.(editor, thrown);
}

test('every command of the editor takes part', () => {
  expect(names.filter((name) => performerOf(name) === undefined)).toEqual([]);
  expect(names.length).toBeGreaterThan(50);
});

test('the designs to begin with refer to nothing that is missing, and are files without problems', () => {
  fc.assert(
    fc.property(anyDesign, (design) => {
      expect(danglingIn(design)).toEqual([]);
      expect(parseDesign(serialiseDesign(design)).problems).toEqual([]);
    }),
    { numRuns: scaled(50) },
  );
});

test('whatever is done can be undone byte for byte and done again, leaves nothing dangling, and is a valid file', () => {
  fc.assert(
    fc.property(anyDesign, fc.array(step, { maxLength: 40, size: 'max' }), (design, steps) => {
      const editor = createEditor(design);
      const before = serialiseDesign(design);
      for (const [name, thrown] of steps) {
        perform(editor, name, thrown);
        expect(danglingIn(designOf(editor)), name).toEqual([]);
      }
      const after = serialiseDesign(designOf(editor));
      const order = JSON.stringify(designOf(editor));
      const read = parseDesign(after);
      expect(read.problems).toEqual([]);
      expect(read.design && serialiseDesign(read.design)).toBe(after);
      expect(() => resolveSystem(designOf(editor))).not.toThrow();
      while (editor.history.undo !== undefined) editor.undo();
      expect(serialiseDesign(designOf(editor))).toBe(before);
      expect(JSON.stringify(designOf(editor))).toBe(JSON.stringify(design));
      while (editor.history.redo !== undefined) editor.redo();
      expect(serialiseDesign(designOf(editor))).toBe(after);
      expect(JSON.stringify(designOf(editor))).toBe(order);
    }),
    { numRuns: scaled(150) },
  );
});

test('what is locked stays where it is, whatever moves', () => {
  const moving = [
    ...[
      'moveNodes',
      'nudge',
      'align',
      'alignLeft',
      'alignMiddle',
      'distribute',
      'tidySelection',
      'autoLayout',
      'resize',
    ],
    ...['moveIntoContext', 'moveOutOfContext', 'select'],
  ];
  const locked = (design: Design): string =>
    JSON.stringify(entries(design.layout.nodes).filter(([, { pinned }]) => pinned === true));
  fc.assert(
    fc.property(anyDesign, fc.array(fc.tuple(fc.constantFrom(...moving), dice), { maxLength: 12 }), (design, steps) => {
      const editor = createEditor(design);
      for (const [name, thrown] of steps) perform(editor, name, thrown);
      expect(locked(designOf(editor))).toBe(locked(design));
    }),
    { numRuns: scaled(60) },
  );
});

test('a copy pasted into another design is there as it was, under ids of its own', () => {
  fc.assert(
    fc.property(anyDesign, anyDesign, (from, into) => {
      const source = createEditor(from);
      source.run(commands.selectAll);
      const target = createEditor(into);
      target.run(commands.paste, { text: copySelection(source.getState()) });
      const after = designOf(target);
      const kinds = (design: Design): string[] => Object.values(design.nodes).map(({ service }) => service);
      expect(kinds(after).sort()).toEqual([...kinds(into), ...kinds(from)].sort());
      expect(after.nodes).toMatchObject(into.nodes);
      expect(Object.keys(after.connections)).toHaveLength(
        Object.keys(into.connections).length + Object.keys(from.connections).length,
      );
      expect(danglingIn(after)).toEqual([]);
    }),
    { numRuns: scaled(60) },
  );
});

test('the kinds of the catalog all occur', () => {
  const kinds = new Set(
    fc.sample(anyDesign, 200).flatMap(({ connections: drawn }) => Object.values(drawn).map(({ kind }) => kind)),
  );
  expect(connections.map(({ kind }) => kind).filter((kind) => !kinds.has(kind))).toEqual([]);
});
