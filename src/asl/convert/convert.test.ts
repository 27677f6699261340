import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lookup, type Json } from '../../model/design.js';
import {
  asText,
  isObject,
  parseDefinition,
  walkStates,
  type DefinitionTree,
  type JsonObject,
  type State,
} from '../definition.js';
import { equalJson } from '../json-value.js';
import { evaluateTemplate, type Sample } from '../jsonata/evaluate.js';
import { validateDefinition } from '../validate.js';
import { aslSeverityOf } from '../problems.js';
import { publishedDefinitions } from '../../../test/helpers/definitions.js';
import { convertDefinitionToJsonata, convertStatesToJsonata } from './convert-to-jsonata.js';
import { conversionProblemTexts } from './refusal.js';

const treeOf = (definition: unknown): DefinitionTree => {
  const { tree, problems } = parseDefinition(JSON.stringify(definition, null, 2), 'json');
  if (tree === undefined) throw new Error(JSON.stringify(problems));
  return tree;
};

const convertState = (state: JsonObject): JsonObject | string => {
  const converted = convertDefinitionToJsonata(
    treeOf({ StartAt: 'A', States: { A: state, Done: { Type: 'Succeed' } } }),
  );
  if ('refusals' in converted) return converted.refusals.map(({ code }) => code).join();
  return treeOf(JSON.parse(converted.text)).states.get('A')?.fields ?? {};
};

describe('a state written in JSONata', () => {
  test.each<[string, JsonObject, JsonObject]>([
    [
      'a Task with everything',
      {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        InputPath: '$.order',
        Parameters: { FunctionName: 'f', 'Payload.$': '$', 'Id.$': "$.items[0]['the id']", 'Run.$': '$$.Execution.Id' },
        ResultSelector: { 'Total.$': '$.Payload.total' },
        TimeoutSecondsPath: '$.seconds',
        Next: 'Done',
      },
      {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Arguments: {
          FunctionName: 'f',
          Payload: '{% $states.input.order %}',
          Id: '{% $states.input.order.items[0].`the id` %}',
          Run: '{% $states.context.Execution.Id %}',
        },
        Output: { Total: '{% $states.result.Payload.total %}' },
        TimeoutSeconds: '{% $states.input.order.seconds %}',
        Next: 'Done',
      },
    ],
    [
      'a result into the input',
      { Type: 'Task', Resource: 'r', Parameters: {}, ResultPath: '$.a.b', OutputPath: '$.a', End: true },
      {
        Type: 'Task',
        Resource: 'r',
        Arguments: {},
        Output:
          '{% ($merge([$states.input, {"a": $merge([($exists($states.input.a) ? $states.input.a : {}), {"b": $states.result}])}])).a %}',
        End: true,
      },
    ],
    [
      'a discarded result and caught errors',
      {
        Type: 'Task',
        Resource: 'r',
        Parameters: { a: 1.5 },
        ResultPath: null,
        Catch: [
          { ErrorEquals: ['A'], ResultPath: '$.error', Next: 'Done' },
          { ErrorEquals: ['States.ALL'], Next: 'Done' },
        ],
        End: true,
      },
      {
        Type: 'Task',
        Resource: 'r',
        Arguments: { a: 1.5 },
        Output: '{% $states.input %}',
        Catch: [
          { ErrorEquals: ['A'], Next: 'Done', Output: '{% $merge([$states.input, {"error": $states.errorOutput}]) %}' },
          { ErrorEquals: ['States.ALL'], Next: 'Done' },
        ],
        End: true,
      },
    ],
    [
      'a Pass with a result',
      { Type: 'Pass', Result: { a: [1, null] }, End: true },
      { Type: 'Pass', Output: { a: [1, null] }, End: true },
    ],
    [
      'a Map over a part of the input',
      {
        Type: 'Map',
        ItemsPath: '$.orders',
        MaxConcurrencyPath: '$.most',
        ItemSelector: { 'order.$': '$$.Map.Item.Value', 'list.$': 'States.Array($.a, 1)' },
        ItemProcessor: { StartAt: 'B', States: { B: { Type: 'Pass', OutputPath: '$.order', End: true } } },
        End: true,
      },
      {
        Type: 'Map',
        Items: '{% $states.input.orders %}',
        MaxConcurrency: '{% $states.input.most %}',
        ItemSelector: { order: '{% $states.context.Map.Item.Value %}', list: ['{% $states.input.a %}', '{% 1 %}'] },
        ItemProcessor: {
          StartAt: 'B',
          States: { B: { Type: 'Pass', Output: '{% $states.input.order %}', End: true } },
        },
        End: true,
      },
    ],
    [
      'a Choice',
      {
        Type: 'Choice',
        Choices: [
          {
            And: [
              { Variable: '$.a', IsPresent: true },
              { Variable: '$.a', NumericGreaterThan: 1 },
            ],
            Next: 'Done',
          },
          { Variable: '$.b', StringMatches: 'x*', Next: 'Done', Comment: 'c' },
        ],
        Default: 'Done',
      },
      {
        Type: 'Choice',
        Choices: [
          {
            Condition:
              '{% ($exists($states.input.a)) and ($type($states.input.a) = "number" and $states.input.a > 1) %}',
            Next: 'Done',
          },
          {
            Condition:
              '{% $type(($exists($states.input.b) ? $states.input.b : $error("No value at $.b"))) = "string" and $substring($states.input.b, 0, 1) = "x" %}',
            Next: 'Done',
            Comment: 'c',
          },
        ],
        Default: 'Done',
      },
    ],
  ])('%s', (_, from, to) => {
    const converted = convertState(from);
    expect(converted).toEqual(to);
    expect(Object.keys(converted)).toEqual(Object.keys(to));
  });

  test.each<[string, JsonObject]>([
    ['path-several', { Type: 'Pass', OutputPath: '$.a[*].b', End: true }],
    ['path-several', { Type: 'Pass', Parameters: { 'a.$': '$..b' }, End: true }],
    ['substitution-inside', { Type: 'Pass', OutputPath: '$.${Key}', End: true }],
    ['function-differs', { Type: 'Pass', Parameters: { 'a.$': "States.StringSplit($.a, ',')" }, End: true }],
    ['function-unreadable', { Type: 'Pass', Parameters: { 'a.$': 'States.Format(' }, End: true }],
    [
      'operator-differs',
      { Type: 'Choice', Choices: [{ Variable: '$.a', IsTimestamp: true, Next: 'Done' }], Default: 'Done' },
    ],
    ['text-like-expression', { Type: 'Pass', Result: '{% $x %}', End: true }],
    ['result-into-part', { Type: 'Pass', InputPath: '$.a', ResultPath: '$.b', End: true }],
    ['result-place', { Type: 'Task', Resource: 'r', Parameters: {}, ResultPath: '$.a[0]', End: true }],
    [
      'error-of-jsonpath',
      { Type: 'Task', Resource: 'r', Retry: [{ ErrorEquals: ['States.ParameterPathFailure'] }], End: true },
    ],
    ['list-flattened', { Type: 'Pass', Parameters: { 'a.$': 'States.Array($.b)' }, ResultPath: '$.c', End: true }],
    ['assign-after-change', { Type: 'Pass', Result: 1, Assign: { 'a.$': '$.b' }, End: true }],
  ])('is refused: %s', (code, state) => {
    expect(convertState(state)).toBe(code);
    expect(Object.keys(conversionProblemTexts)).toContain(code);
  });
});

test('states alone say their language, and the rest of the text stays as it is', () => {
  const text = `{
  "StartAt": "A",
  "States": {
    "A": { "Type": "Pass", "InputPath": "$.x", "Next": "B" },
    "B": { "Type":  "Succeed", "OutputPath": "$.y" }
  }
}`;
  const { tree } = parseDefinition(text, 'json');
  const converted = tree && convertStatesToJsonata(tree, [['States', 'A']]);
  expect(converted).toEqual({
    text: text.replace(
      '"Type": "Pass", "InputPath": "$.x", "Next"',
      '"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.x %}", "Next"',
    ),
  });
});

const errorsOf = (tree: DefinitionTree) =>
  validateDefinition(tree)
    .filter((problem) => aslSeverityOf(problem) === 'error')
    .map(({ code, path }) => `${code} ${path.join('/')}`);

test('published definitions that are converted stay valid', () => {
  let converted = 0;
  const reasons = new Map<string, number>();
  const all = publishedDefinitions().filter(({ tree }) =>
    [...walkStates(tree)].some((state) => state.queryLanguage === 'JSONPath'),
  );
  for (const { tree, name, format } of all) {
    const conversion = convertDefinitionToJsonata(tree);
    if ('refusals' in conversion) {
      for (const { code } of conversion.refusals) reasons.set(code, (reasons.get(code) ?? 0) + 1);
      continue;
    }
    converted++;
    const after = parseDefinition(conversion.text, format).tree;
    if (after === undefined) throw new Error(name);
    if (errorsOf(tree).length === 0) expect(errorsOf(after), name).toEqual([]);
  }
  if (all.length > 0)
    process.stdout.write(
      `converted ${String(converted)} of ${String(all.length)} published definitions; refused: ${JSON.stringify(Object.fromEntries(reasons))}\n`,
    );
});

interface Case {
  readonly name: string;
  readonly kind: string;
  readonly definition: JsonObject;
  readonly input?: Json;
  readonly expected?: { readonly status?: string; readonly output?: Json; readonly trace?: readonly TraceEntry[] };
}
interface TraceEntry {
  readonly entered?: string;
  readonly exited?: string;
  readonly input?: Json;
  readonly output?: Json;
  readonly assigned?: Readonly<Record<string, Json>>;
}

const cases = [process.env['SERVICEFULL_SHARED'], join(process.cwd(), '..', 'shared')]
  .map((path) => path && join(path, 'corpus', 'sfn-cases'))
  .find((path) => path !== undefined && existsSync(path));

/** What a state gives for an input, by its JSONata; undefined where that takes more than its input and variables. */
async function outputOf({ type, fields }: State, sample: Sample): Promise<Json | undefined> {
  const output = lookup(fields, 'Output');
  if (!['Pass', 'Wait', 'Succeed'].includes(type) || JSON.stringify(fields).includes('$states.context'))
    return undefined;
  if (output === undefined) return sample.input;
  const value = await evaluateTemplate(output, sample);
  return 'value' in value ? value.value : { faults: JSON.stringify(value) };
}

async function nextOf({ fields }: State, sample: Sample): Promise<string | undefined> {
  if (JSON.stringify(fields).includes('$states.context')) return undefined;
  const rules = lookup(fields, 'Choices');
  for (const rule of Array.isArray(rules) ? (rules as readonly Json[]) : []) {
    if (!isObject(rule)) continue;
    const value = await evaluateTemplate(lookup(rule, 'Condition') ?? false, sample);
    if (!('value' in value)) return 'fault';
    if (value.value === true) return asText(lookup(rule, 'Next'));
  }
  return asText(lookup(fields, 'Default'));
}

const local = ['Pass', 'Choice', 'Succeed', 'Fail'];

/** Runs a JSONata definition of states that call nothing; undefined where it takes more than its input and variables. */
async function run(
  tree: DefinitionTree,
  input: Json,
): Promise<{ readonly status: string; readonly output?: Json } | undefined> {
  if ([...walkStates(tree)].some(({ type }) => !local.includes(type)) || tree.document.text.includes('$states.context'))
    return undefined;
  let variables: Record<string, Json> = {};
  let data = input;
  let name = tree.startAt;
  for (let count = 0; count < 50 && name !== undefined; count++) {
    const state = tree.states.get(name);
    if (state === undefined || state.type === 'Fail') return { status: 'FAILED' };
    const sample = { input: data, variables };
    const assign = await evaluateTemplate(lookup(state.fields, 'Assign') ?? {}, sample);
    if (!('value' in assign)) return { status: 'FAILED' };
    const next = state.type === 'Choice' ? await nextOf(state, sample) : state.next;
    const output = await evaluateTemplate(lookup(state.fields, 'Output') ?? data, sample);
    if (!('value' in output) || next === 'fault') return { status: 'FAILED' };
    data = output.value;
    variables = { ...variables, ...(isObject(assign.value) ? assign.value : {}) };
    name = next;
  }
  return { status: 'SUCCEEDED', output: data };
}

test.skipIf(cases === undefined)('recorded executions give the same, step by step', async () => {
  const counts = { executions: 0, runs: 0, refused: 0, outputs: 0, choices: 0, loud: 0 };
  const differences: string[] = [];
  const compare = (found: unknown, recorded: unknown, where: string): void => {
    // Lists and objects in a text of States.Format fail instead of being written as Java writes them.
    if (JSON.stringify(found).includes('No text or number at')) counts.loud++;
    else if (!equalJson(found as Json, recorded as Json))
      differences.push(`${where}: ${JSON.stringify(found)} instead of ${JSON.stringify(recorded)}`);
  };
  for (const file of readdirSync(cases ?? '').filter((name) => /^sfn-.*\.json$/.test(name))) {
    const {
      name,
      kind,
      definition,
      input = {},
      expected,
    } = JSON.parse(readFileSync(join(cases ?? '', file), 'utf8')) as Case;
    const trace = expected?.trace ?? [];
    if (kind !== 'execution') continue;
    const tree = treeOf(definition);
    if (![...walkStates(tree)].some(({ queryLanguage }) => queryLanguage === 'JSONPath')) continue;
    counts.executions++;
    const conversion = convertDefinitionToJsonata(tree);
    if ('refusals' in conversion) {
      counts.refused++;
      continue;
    }
    const after = parseDefinition(conversion.text, 'json').tree;
    const ran = after && !/\$(?:uuid|random)/.test(conversion.text) ? await run(after, input) : undefined;
    if (ran !== undefined && expected?.status !== undefined) {
      counts.runs++;
      if (ran.status !== 'FAILED' || !conversion.text.includes('No text or number at'))
        compare(ran.status, expected.status, `${name} status`);
      if (ran.status === 'SUCCEEDED' && expected.output !== undefined)
        compare(ran.output, expected.output, `${name} output`);
    }
    const states = new Map([...walkStates(after ?? tree)].map((state) => [state.name, state]));
    // In parallel ways the variables of one are not those of the other.
    if ([...states.values()].some(({ type }) => type === 'Parallel' || type === 'Map')) continue;
    let variables: Record<string, Json> = {};
    for (const [index, entry] of trace.entries()) {
      const state = entry.entered === undefined ? undefined : states.get(entry.entered);
      const exit = trace[index + 1];
      if (state === undefined || entry.input === undefined || exit?.exited !== state.name) continue;
      const sample = { input: entry.input, variables };
      if (state.type === 'Choice') {
        const next = await nextOf(state, sample);
        const entered = trace[index + 2]?.entered;
        if (next === undefined || entered === undefined) continue;
        compare(next, entered, `${name} ${state.name}`);
        counts.choices++;
      } else {
        const output = await outputOf(state, sample);
        if (output !== undefined && exit.output !== undefined && !conversion.text.includes('$uuid')) {
          compare(output, exit.output, `${name} ${state.name} Output`);
          counts.outputs++;
        }
        const assign = lookup(state.fields, 'Assign');
        if (
          assign !== undefined &&
          !JSON.stringify(assign).includes('$states.context') &&
          exit.assigned !== undefined &&
          state.type === 'Pass'
        ) {
          const value = await evaluateTemplate(assign, sample);
          compare(value, { value: exit.assigned }, `${name} ${state.name} Assign`);
        }
      }
      variables = { ...variables, ...exit.assigned };
    }
  }
  process.stdout.write(`conversion of recorded executions: ${JSON.stringify(counts)}\n`);
  expect(differences).toEqual([]);
  expect(counts.outputs).toBeGreaterThan(0);
});
