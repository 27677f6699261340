import { describe, expect, test } from 'vitest';
import { parseDefinition, walkStates, type DefinitionTree } from '../../../../asl/definition.js';
import { definitionEdits } from '../../../../asl/edit/index.js';
import { isAslError } from '../../../../asl/problems.js';
import { validateDefinition } from '../../../../asl/validate.js';
import { emptyDefinition } from '../../../../catalog/services/state-machine.js';
import { emptyDesign, nodeId, type Definition, type Design } from '../../../../model/design.js';
import { invariant } from '../../../../model/invariant.js';
import { languages } from '../../../../model/localized.js';
import { loadSdkCatalog } from '../../../../sdk/catalog.js';
import { actionLookup } from '../../../../system/action-lookup.js';
import { serviceOf } from '../../../../catalog/index.js';
import { put } from '../put.js';
import { patternStates } from './define.js';
import { statePatterns } from './index.js';

const actions = actionLookup(await loadSdkCatalog());
const faultsOf = (tree: DefinitionTree): readonly string[] =>
  validateDefinition(tree, { workflow: 'standard', actions }).map(({ code, path }) => `${code} ${path.join('/')}`);

function read(text: string): DefinitionTree {
  const { tree } = parseDefinition(text, 'json');
  invariant(tree, 'the text can be read');
  return tree;
}

const bare = emptyDesign('');
const textOf = (id: string, design: Design = bare, language: (typeof languages)[number] = 'en'): string => {
  const pattern = statePatterns.find((one) => one.id === id);
  invariant(pattern, 'there is such a pattern');
  return JSON.stringify(patternStates(pattern, design, emptyDefinition, language).definition);
};

const filled = `{
  "QueryLanguage": "JSONata",
  "StartAt": "First",
  "States": {
    "First": { "Type": "Pass", "Next": "Last" },
    "Last": { "Type": "Pass", "Output": { "done": true }, "End": true }
  }
}`;

describe.each(statePatterns.map(({ id }) => id))('the pattern %s', (id) => {
  test.each(languages)(
    'in an empty machine has nothing wrong in it, and nothing else in the machine (%s)',
    (language) => {
      const outcome = put.run(read(emptyDefinition.text), {
        at: { kind: 'end', machine: [] },
        copied: textOf(id, bare, language),
      });
      invariant('text' in outcome, 'the pattern can be put in');
      const tree = read(outcome.text);
      expect(faultsOf(tree)).toEqual([]);
      expect([...tree.states.keys()]).not.toContain('Start');
    },
  );

  test('between two states leads on to the second, and brings no problem', () => {
    const outcome = put.run(read(filled), { at: { kind: 'next', state: ['States', 'First'] }, copied: textOf(id) });
    invariant('text' in outcome, 'the pattern can be put in');
    const tree = read(outcome.text);
    expect(faultsOf(tree)).toEqual([]);
    expect([...tree.states.values()].filter(({ fields }) => JSON.stringify(fields).includes('"Last"')).length).toBe(1);
  });

  test('twice in one machine has names of its own', () => {
    const once = put.run(read(filled), { at: { kind: 'end', machine: [] }, copied: textOf(id) });
    invariant('text' in once, 'the pattern can be put in');
    const twice = put.run(read(once.text), { at: { kind: 'end', machine: [] }, copied: textOf(id) });
    invariant('text' in twice, 'the pattern can be put in again');
    // What the second finds in its input is the matter of what comes before.
    expect(faultsOf(read(twice.text)).filter((fault) => !fault.startsWith('path-unset '))).toEqual([]);
  });

  test('in a JSONPath machine keeps its meaning, or is refused with the reason', () => {
    const jsonPath = filled
      .replace('"QueryLanguage": "JSONata",', '')
      .replace('"Output": { "done": true }', '"Result": {}');
    const outcome = put.run(read(jsonPath), { at: { kind: 'next', state: ['States', 'First'] }, copied: textOf(id) });
    if ('problem' in outcome) return;
    expect(validateDefinition(read(outcome.text), { actions }).filter(isAslError)).toEqual([]);
  });
});

test('the only drawn resource of a service stands for what a pattern calls', () => {
  const node = { service: 'sqs-queue', label: 'Work', origin: 'created', props: {} } as const;
  const design: Design = { ...bare, nodes: { [nodeId('work')]: node } };
  const pattern = statePatterns.find(({ id }) => id === 'callback');
  invariant(pattern, 'there is such a pattern');
  const definition: Definition = { ...emptyDefinition, substitutions: { WorkUrl: { literal: 'x' } } };
  const { substitutions, definition: made } = patternStates(pattern, design, definition, 'en');
  expect(substitutions).toEqual({ WorkUrl2: { node: 'work', attribute: 'url' } });
  expect(JSON.stringify(made)).toContain('${WorkUrl2}');
});

test('needs of patterns are services of the catalog with that attribute, or services still to come', () => {
  for (const { needs } of statePatterns)
    for (const { service } of Object.values(needs))
      expect(serviceOf(service) !== undefined || service === 'sns-topic').toBe(true);
});

test('every pattern is in the palette once, and the states of one have different names', () => {
  expect(new Set(statePatterns.map(({ id }) => id)).size).toBe(statePatterns.length);
  for (const { id } of statePatterns)
    for (const language of languages) {
      const names = [...walkStates(read(textOf(id, bare, language)))].map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
});

test('what a pattern puts in can be pasted as any fragment', () => {
  for (const { id } of statePatterns)
    expect(
      definitionEdits.pasteStates.run(read(filled), { copied: textOf(id), at: { kind: 'end', machine: [] } }),
    ).toHaveProperty('text');
});
