import { expect, test } from 'vitest';
import { publishedDefinitions, ownSamples, type SampleDefinition } from '../../../test/helpers/definitions.js';
import { parseDefinition, substitutionsIn, walkStates } from '../definition.js';
import { walkWorkflow, workflowGraph } from '../flow.js';
import { DefinitionDraft } from './draft.js';
import { definitionEdits } from './index.js';

const definitions = [...ownSamples(), ...publishedDefinitions()];

/** Counts the states of a definition by its plain value, without any of our readers of machines. */
function countStates(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + countStates(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, item]: [string, unknown]) => {
    const inside = ['States', 'Branches', 'ItemProcessor', 'Iterator'].includes(key);
    if (key === 'States' && typeof item === 'object' && item !== null)
      return sum + Object.values(item).reduce<number>((all, state) => all + 1 + countStates(state), 0);
    return inside ? sum + countStates(item) : sum;
  }, 0);
}

/** A cosmetic edit, and the one that takes it back. */
function thereAndBack({ text, format, tree }: SampleDefinition): { readonly there: string; readonly back: string } {
  const path = [...walkStates(tree)].at(-1)?.path ?? [];
  const had = new DefinitionDraft(tree).valueAt([...path, 'Comment']);
  const there = definitionEdits.setComment.run(tree, { owner: path, comment: 'a "cosmetic" edit' });
  if ('problem' in there) throw new Error(there.problem.code);
  const changed = parseDefinition(there.text, format).tree;
  if (changed === undefined) throw new Error(text);
  const back = definitionEdits.setComment.run(changed, { owner: path, comment: typeof had === 'string' ? had : '' });
  if ('problem' in back) throw new Error(back.problem.code);
  return { there: there.text, back: back.text };
}

test('reading and writing changes no byte, and every state is projected once', () => {
  const counts = { definitions: 0, yaml: 0, substitutions: 0, states: 0 };
  for (const definition of definitions) {
    const { name, format, text, tree } = definition;
    expect(new DefinitionDraft(tree).text, name).toBe(text);
    const keys = [...walkWorkflow(workflowGraph(tree))].map(({ key }) => key);
    expect(new Set(keys).size, name).toBe(keys.length);
    expect(keys.length, name).toBe(countStates(tree.document.value));
    counts.definitions++;
    counts.yaml += format === 'yaml' ? 1 : 0;
    counts.substitutions += substitutionsIn(text).length > 0 ? 1 : 0;
    counts.states += keys.length;
  }
  process.stdout.write(`round trip: ${JSON.stringify(counts)}\n`);
});

test('after a cosmetic edit and its opposite no byte is different', () => {
  const plain: string[] = [];
  for (const definition of definitions) {
    const { there, back } = thereAndBack(definition);
    expect(there, definition.name).not.toBe(definition.text);
    if (back !== definition.text) plain.push(definition.name);
  }
  // A Comment that was spelled in an unusual way comes back in the usual one; undo itself restores the text.
  expect(plain).toEqual([]);
});
