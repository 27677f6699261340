import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { definitionsOfEachKind, type SampleDefinition } from '../../../test/helpers/definitions.js';
import { drawEdit, isResult } from '../../../test/helpers/random-definition-edits.js';
import { scaled } from '../../../test/helpers/scale.js';
import { equalJson } from '../json-value.js';
import { machinesIn, parseDefinition, stateAt, walkStates, type DefinitionTree } from '../definition.js';
import type { Format } from '../document.js';
import { validateDefinition } from '../validate.js';
import { definitionEdits, type DefinitionEditName } from './index.js';

const names = Object.keys(definitionEdits) as readonly DefinitionEditName[];
/** Longer texts say no more, and take longer: YAML by ten times. */
const maxLength: Readonly<Record<Format, number>> = { json: 8_000, yaml: 4_000 };
const isFit = ({ text, format, tree }: SampleDefinition): boolean =>
  text.length < maxLength[format] && tree.states.size > 1;
const definitions = definitionsOfEachKind(isFit);

const treeOf = (text: string, format: Format): DefinitionTree => {
  const { tree, problems } = parseDefinition(text, format);
  if (tree === undefined) throw new Error(JSON.stringify(problems));
  return tree;
};

const countsOf = (tree: DefinitionTree): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { code } of validateDefinition(tree)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
};

/** A splice from one text to the next, and the way back. */
function change(before: string, after: string) {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - start;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { start, end: after.length - tail, was: before.slice(start, before.length - tail) };
}

/** Without its indentation, which a new place may change. */
const spelling = ({ document }: DefinitionTree, range: { start: number; end: number }): string =>
  document.text
    .slice(range.start, range.end)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .join('\n')
    .trimEnd();

/** States that mean the same are written the same, wherever they are now. */
function expectSpellingsKept(before: DefinitionTree, after: DefinitionTree, of: string): void {
  const now = new Map([...walkStates(after)].map((state) => [state.name, state]));
  for (const state of walkStates(before)) {
    const kept = now.get(state.name);
    if (kept === undefined || machinesIn(state).length > 0 || !equalJson(kept.fields, state.fields)) continue;
    expect(spelling(after, kept.range), of).toBe(spelling(before, state.range));
  }
}

const step = fc.record({ command: fc.constantFrom(...names), seed: fc.nat() });
/** Commands that make a definition larger are left out where it is large already. */
const growing: readonly DefinitionEditName[] = [
  'insertState',
  'pasteStates',
  'duplicateStates',
  'inlineDefinition',
  'addBranch',
  'addItem',
  'wrapInMap',
  'wrapInParallel',
];
const commands = Math.min(200, Math.round(scaled(30)));

describe('random sequences of all edits', () => {
  const drawn = new Map<string, number>();
  test.each(definitions.map((definition) => [definition.name, definition] as const))('%s', (_, { text, format }) => {
    fc.assert(
      fc.property(fc.array(step, { minLength: commands, maxLength: commands }), (steps) => {
        let tree = treeOf(text, format);
        let counts = countsOf(tree);
        const undo: ReturnType<typeof change>[] = [];
        for (const { command, seed } of steps) {
          if (tree.document.text.length > maxLength[format] && growing.includes(command)) continue;
          const edit = drawEdit(tree, command, seed);
          if (edit === undefined || !isResult(edit.outcome)) continue;
          drawn.set(command, (drawn.get(command) ?? 0) + 1);
          const { text: changed, select } = edit.outcome;
          const next = treeOf(changed, format);
          const of = `${command} ${String(seed)} of\n${tree.document.text}\n\nto\n${changed}`;
          expectSpellingsKept(tree, next, of);
          for (const path of select) expect(stateAt(next, path), `${of}\n${path.join('/')}`).toBeDefined();
          const after = countsOf(next);
          const { announces } = definitionEdits[command];
          for (const [code, count] of after) {
            const isCopy = edit.brings !== undefined && (counts.get(code) ?? 0) > 0;
            if (count > (counts.get(code) ?? 0) && announces !== 'any' && !isCopy)
              expect(announces, `${code} by ${of}`).toContain(code);
          }
          undo.push(change(tree.document.text, changed));
          tree = next;
          counts = after;
        }
        const back = undo.reduceRight(
          (now, { start, end, was }) => now.slice(0, start) + was + now.slice(end),
          tree.document.text,
        );
        expect(back).toBe(text);
      }),
      { numRuns: Math.max(1, Math.round(scaled(2.5))) },
    );
  });

  test('draw every command', () => {
    // What few random sequences happen to leave out has to come in one of further ones.
    const canBeDrawn = (name: DefinitionEditName): boolean =>
      Array.from({ length: 400 }, (_, seed) => seed).some((seed) => {
        const { text, format } = definitions[seed % definitions.length] as SampleDefinition;
        let tree = treeOf(text, format);
        for (let index = 0; index < 12; index++) {
          const edit = drawEdit(tree, name, seed + index);
          if (edit !== undefined && isResult(edit.outcome)) return true;
          const other = drawEdit(tree, names[(seed * 7 + index * 5) % names.length] ?? name, seed + index);
          if (other !== undefined && isResult(other.outcome)) tree = treeOf(other.outcome.text, format);
        }
        return false;
      });
    expect(names.filter((name) => !drawn.has(name) && !canBeDrawn(name))).toEqual([]);
  });
});
