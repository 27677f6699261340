import { beforeAll, describe, expect, test } from 'vitest';
import { parseDefinition, stateAt } from '../../../asl/definition.js';
import { invariant } from '../../../model/invariant.js';
import { loadSdkCatalog, type SdkCatalog } from '../../../sdk/catalog.js';
import { aslOptions, type AslContext } from './asl-options.js';
import { hoverWords, wordAt } from './asl-hover.js';
import { textPlace } from './text-place.js';

const definition = (state: string): string => `{
  "QueryLanguage": "JSONata",
  "StartAt": "Save",
  "States": {
    "Save": { "Type": "Task", ${state} "Assign": { "saved": "{% $states.result.Id %}" }, "Next": "Done" },
    "Done": { "Type": "Succeed", "Output": "{% $saved %}" }
  }
}`;

let catalog: SdkCatalog | undefined;
beforeAll(async () => {
  catalog = await loadSdkCatalog();
});

function contextOf(text: string): AslContext {
  const { tree } = parseDefinition(text, 'json');
  invariant(tree, 'the text can be read');
  return {
    tree,
    state: stateAt(tree, ['States', 'Save']),
    catalog,
    substitutions: [{ label: '${TableName}', kind: 'substitution' }],
  };
}

/** The labels of what fits where the | stands; the rest of the text is what was read last. */
function labels(state: string, read = ''): readonly string[] {
  const marked = definition(state);
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const place = textPlace(text, offset, 'json');
  return aslOptions(place, text.slice(place.from, offset), contextOf(definition(read))).options.map(
    ({ label }) => label,
  );
}

describe('what fits while one types a definition', () => {
  test('the fields of the state type that are not there yet, of its query language', () => {
    const fields = labels('"|');
    expect(fields).toContain('Resource');
    expect(fields).toContain('Arguments');
    expect(fields).not.toContain('Parameters');
    expect(fields).not.toContain('Next');
  });

  test('the other states of the machine', () => {
    expect(labels('"Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "|" }],')).toEqual(['Done']);
  });

  test('errors of the integration before those of Step Functions', () => {
    const errors = labels(
      '"Retry": [{ "ErrorEquals": ["|"] }],',
      '"Resource": "arn:aws:states:::aws-sdk:dynamodb:putItem",',
    );
    expect(errors[0]).toMatch(/^DynamoDb\./);
    expect(errors).toContain('States.Timeout');
  });

  test('ARNs by what they do, optimized integrations first', () => {
    expect(labels('"Resource": "putItem|",').slice(0, 2)).toEqual([
      'arn:aws:states:::dynamodb:putItem',
      'arn:aws:states:::aws-sdk:dynamodb:putItem',
    ]);
  });

  test('parameters of the action, what it needs first', () => {
    const parameters = labels('"Arguments": { "|" },', '"Resource": "arn:aws:states:::aws-sdk:dynamodb:query",');
    expect(parameters[0]).toBe('TableName');
    expect(parameters).toContain('KeyConditionExpression');
  });

  test('variables and functions inside an expression, parts of $states, substitutions', () => {
    const inside = labels('"Output": "{% $|",');
    expect(inside).toEqual(expect.arrayContaining(['$saved', '$states', '$count', '$uuid']));
    expect(labels('"Output": "{% $states.|",')).toContain('input');
    expect(labels('"Output": "{% $states.context.Execution.|",')).toContain('Name');
    expect(labels('"Output": "${|",')).toEqual(['${TableName}']);
  });
});

describe('what is told about a word', () => {
  const told = (word: string, key?: string) => hoverWords(word, key, contextOf(definition('')));

  test('a field, a resource with its pattern, and where a variable comes from', () => {
    expect(told('Next')?.lines).toHaveLength(1);
    expect(told('arn:aws:states:::ecs:runTask.sync', 'Resource')).toMatchObject({ title: 'RunTask' });
    expect(told('$saved')?.lines.map(({ en }) => en)).toEqual(['Set by: Save', 'Read by: Done']);
    expect(told('constructor')).toBeUndefined();
  });

  test('the word under the pointer', () => {
    expect(wordAt('"Resource": "arn:aws:states:::sns:publish"', 20)?.text).toBe('arn:aws:states:::sns:publish');
    expect(wordAt('{% $saved & 1 %}', 5)?.text).toBe('$saved');
    expect(wordAt('  ', 1)).toBeUndefined();
  });
});
