import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDefinition, stateAt, type DefinitionTree } from '../../../asl/definition.js';
import { isAslError } from '../../../asl/problems.js';
import { validateDefinition } from '../../../asl/validate.js';
import { emptyDefinition } from '../../../catalog/services/state-machine.js';
import { emptyDesign, nodeId, type Design } from '../../../model/design.js';
import { invariant } from '../../../model/invariant.js';
import { loadSdkCatalog } from '../../../sdk/catalog.js';
import { scaled } from '../../../../test/helpers/scale.js';
import { flowTypes } from './flow-states.js';
import { placeBehind } from './insert.js';
import { optimizedEntries } from './entries.js';
import { itemData, readItem } from './item.js';
import { put } from './put.js';
import { stateOf } from './task-state.js';

const catalog = await loadSdkCatalog();
const queue = { service: 'sqs-queue', label: 'Work', origin: 'created', props: {} } as const;
const design: Design = { ...emptyDesign(''), nodes: { [nodeId('work')]: queue } };

const definitionIn = (language: 'JSONata' | 'JSONPath'): string =>
  language === 'JSONata' ? emptyDefinition.text : emptyDefinition.text.replace('"QueryLanguage": "JSONata",', '');

function read(text: string): DefinitionTree {
  const { tree } = parseDefinition(text, 'json');
  invariant(tree, 'the text can be read');
  return tree;
}

async function added(
  item: Parameters<typeof stateOf>[0],
  queryLanguage: 'JSONata' | 'JSONPath',
): Promise<DefinitionTree> {
  const context = {
    design,
    machine: nodeId('flow'),
    definition: emptyDefinition,
    queryLanguage,
    language: 'en',
  } as const;
  const one = await stateOf(item, context);
  invariant(one, 'there is such an item');
  const outcome = put.run(read(definitionIn(queryLanguage)), { at: { kind: 'end', machine: [] }, one });
  invariant('text' in outcome, 'it can be put in');
  return read(outcome.text);
}

describe.each(['JSONata', 'JSONPath'] as const)('what the palette adds to an empty %s machine', (language) => {
  test.each(flowTypes)('a %s state is valid, and alone but for what it needs', async (type) => {
    const tree = await added({ kind: 'flow', type }, language);
    expect(validateDefinition(tree).filter(isAslError)).toEqual([]);
    expect([...tree.states.values()].map((state) => state.type)).toContain(type);
    expect([...tree.states.keys()]).not.toContain('Start');
  });

  test('every optimized integration becomes a Task without errors', async () => {
    for (const { item } of optimizedEntries('STANDARD')) {
      invariant(item.kind === 'optimized', 'an optimized integration');
      const tree = await added(item, language);
      expect([
        item.service,
        item.action,
        ...validateDefinition(tree)
          .filter(isAslError)
          .map(({ code }) => code),
      ]).toEqual([item.service, item.action]);
    }
  });

  test('any action of the SDK becomes a Task with its required parameters', async () => {
    const services = [...catalog.services.values()].filter(({ isOffered, actions }) => isOffered && actions.length > 0);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...services), fc.nat(), async ({ id, actions }, at) => {
        const action = actions[at % actions.length] ?? '';
        const tree = await added({ kind: 'sdk', service: id, action }, language);
        expect(validateDefinition(tree).filter(isAslError)).toEqual([]);
      }),
      { numRuns: scaled(40) },
    );
  });

  test('a drawn resource becomes a Task that names it by a substitution', async () => {
    const context = {
      design,
      machine: nodeId('flow'),
      definition: emptyDefinition,
      queryLanguage: language,
      language: 'ja',
    } as const;
    const made = await stateOf({ kind: 'resource', node: 'work' }, context);
    expect(made?.substitutions).toEqual({ WorkUrl: { node: 'work', attribute: 'url' } });
    expect(JSON.stringify(made?.state)).toContain('${WorkUrl}');
    expect(await stateOf({ kind: 'resource', node: 'gone' }, context)).toBeUndefined();
  });
});

test('a callback carries the task token and does not wait for ever', async () => {
  const tree = await added(
    { kind: 'optimized', service: 'sqs', action: 'sendMessage', pattern: 'WAIT_FOR_TASK_TOKEN' },
    'JSONata',
  );
  const [state] = [...tree.states.values()];
  expect(JSON.stringify(state?.fields)).toContain('$states.context.Task.Token');
  expect(state?.fields['TimeoutSeconds']).toBe(86_400);
});

test('behind a state: on its Next, on the Default of a Choice, before one that ends the workflow', () => {
  const tree = read(`{ "StartAt": "A", "States": {
    "A": { "Type": "Pass", "Next": "B" },
    "B": { "Type": "Choice", "Choices": [{ "Variable": "$", "IsPresent": true, "Next": "C" }], "Default": "C" },
    "C": { "Type": "Succeed" } } }`);
  expect(placeBehind(tree, ['States', 'A'])).toEqual({ kind: 'next', state: ['States', 'A'] });
  expect(placeBehind(tree, ['States', 'B'])).toEqual({ kind: 'default', state: ['States', 'B'] });
  expect(placeBehind(tree, ['States', 'C'])).toMatchObject({ state: ['States', 'B'] });
  expect(placeBehind(tree, ['States', 'gone'])).toEqual({ kind: 'end', machine: [] });
  expect(stateAt(tree, ['States', 'C'])?.type).toBe('Succeed');
});

test('drag data of any kind comes back or is no item', () => {
  const item = { kind: 'optimized', service: 'ecs', action: 'runTask', pattern: 'RUN_JOB' } as const;
  expect(readItem(itemData(item))).toEqual(item);
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (data) => {
      expect(['object', 'undefined']).toContain(typeof readItem(data));
    }),
    { numRuns: scaled(200) },
  );
  expect(readItem('{"kind":"flow","type":"constructor"}')).toBeUndefined();
  expect(readItem('null')).toBeUndefined();
});
