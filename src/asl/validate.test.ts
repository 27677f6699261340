import { describe, expect, test } from 'vitest';
import { problemsIn } from '../../test/helpers/asl-problems.js';
import { aslProblemTexts } from './problems.js';

const arn = 'arn:aws:states:::sqs:sendMessage';
const end = { Done: { Type: 'Succeed' } };
const machine = (first: object, others: object = end, top: object = {}) => ({
  ...top,
  StartAt: 'First',
  States: { First: first, ...others },
});
const retry = (...Retry: object[]) => machine({ Type: 'Task', Resource: arn, Next: 'Done', Retry });
const choice = (rule: object, top: object = {}) =>
  machine({ Type: 'Choice', Choices: [{ Next: 'Done', ...rule }], Default: 'Done' }, end, top);
const map = (processor: object, others: object = {}) =>
  machine({
    Type: 'Map',
    Next: 'Done',
    ...others,
    ItemProcessor: { ...processor, StartAt: 'In', States: { In: { Type: 'Pass', End: true } } },
  });
const jsonata = { QueryLanguage: 'JSONata' };
const pass = (fields: object) => machine({ Type: 'Pass', Next: 'Done', ...fields });
const expression = (fields: object) => machine({ Type: 'Pass', Next: 'Done', ...fields }, end, jsonata);
const distributed = (fields: object) =>
  map({ ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' } }, fields);
const reader = { Resource: 'arn:aws:states:::s3:getObject' };
const branch = (name: string) => ({
  StartAt: name,
  States: {
    [name]: {
      Type: 'Map',
      End: true,
      Label: 'Same',
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: `${name}In`,
        States: { [`${name}In`]: { Type: 'Pass', End: true } },
      },
    },
  },
});

test.each<[string, object, string[]]>([
  ['a sound machine', machine({ Type: 'Pass', Next: 'Done' }), []],
  ['no StartAt', { States: end }, ['start-missing']],
  ['StartAt that names nothing', { StartAt: 'Nowhere', States: end }, ['target-missing']],
  ['Next that names nothing', machine({ Type: 'Pass', Next: 'Nowhere' }, {}), ['no-terminal', 'target-missing']],
  ['a state that nothing leads to', machine({ Type: 'Succeed' }), ['unreachable']],
  ['neither Next nor End', machine({ Type: 'Pass' }, {}), ['next-or-end', 'no-terminal']],
  ['both Next and End', machine({ Type: 'Pass', Next: 'Done', End: true }), ['next-and-end']],
  ['an unknown type', machine({ Type: 'Taks', End: true }, {}), ['type-unknown']],
  ['an unknown field', machine({ Type: 'Pass', Next: 'Done', Inputpath: '$' }), ['field-unknown']],
  ['a field of another type', machine({ Type: 'Pass', Next: 'Done', Resource: arn }), ['field-of-other-type']],
  [
    'Arguments under JSONPath',
    machine({ Type: 'Task', Resource: arn, Next: 'Done', Arguments: {} }),
    ['field-of-jsonata'],
  ],
  [
    'Parameters under JSONata',
    machine({ Type: 'Task', Resource: arn, Next: 'Done', Parameters: {} }, end, jsonata),
    ['field-of-jsonpath'],
  ],
  [
    'one JSONata state in a JSONPath machine',
    machine({ Type: 'Pass', Next: 'Done', QueryLanguage: 'JSONata', Output: '{% 1 %}' }),
    [],
  ],
  [
    'one JSONPath state in a JSONata machine',
    machine({ Type: 'Pass', Next: 'Done', QueryLanguage: 'JSONPath' }, end, jsonata),
    ['language-not-jsonpath'],
  ],
  [
    'a broken expression',
    machine({ Type: 'Pass', Next: 'Done', Output: { a: '{% $merge([1, %}' } }, end, jsonata),
    ['jsonata-syntax'],
  ],
  [
    'an expression with names put in',
    machine({ Type: 'Pass', Next: 'Done', Output: '{% "${Name}" & ${Count} & $states.input.${Key} %}' }, end, jsonata),
    [],
  ],
  [
    'an expression without its end',
    machine({ Type: 'Pass', Next: 'Done', Output: '{% 1 }' }, end, jsonata),
    ['jsonata-open'],
  ],
  ['a path that is none', machine({ Type: 'Pass', Next: 'Done', Parameters: { 'a.$': 'b' } }), ['path-invalid']],
  ['States.ALL among others', retry({ ErrorEquals: ['States.ALL', 'X'] }), ['states-all-alone']],
  ['States.ALL before others', retry({ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['X'] }), ['states-all-last']],
  ['a retrier without errors', retry({ IntervalSeconds: 0 }), ['error-equals', 'number-out-of-range']],
  ['two operators in a rule', choice({ Variable: '$.a', IsNull: true, IsPresent: true }), ['rule-one-operator']],
  ['an operand of the wrong type', choice({ Variable: '$.a', StringEquals: 1 }), ['operand-type']],
  ['Next inside And', choice({ And: [{ Variable: '$.a', IsNull: true, Next: 'Done' }] }), ['next-inside-rule']],
  [
    'a rule of JSONPath under JSONata',
    choice({ Variable: '$.a', IsNull: true }, jsonata),
    ['condition-missing', 'field-of-jsonpath', 'field-of-jsonpath'],
  ],
  ['a condition', choice({ Condition: '{% $states.input.a > 1 %}' }, jsonata), []],
  ['two times to wait', machine({ Type: 'Wait', Next: 'Done', Seconds: 1, SecondsPath: '$.a' }), ['wait-one-of']],
  [
    'a heartbeat longer than the timeout',
    machine({ Type: 'Task', Resource: arn, Next: 'Done', TimeoutSeconds: 5, HeartbeatSeconds: 9 }),
    ['heartbeat-too-long'],
  ],
  [
    '.sync of an AWS SDK integration',
    machine({ Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:s3:getObject.sync', Next: 'Done' }),
    ['sdk-no-sync'],
  ],
  [
    '.sync where there is none',
    machine({ Type: 'Task', Resource: `${arn}.sync`, Next: 'Done' }),
    ['pattern-not-offered'],
  ],
  [
    'a token that is not sent',
    machine({ Type: 'Task', Resource: `${arn}.waitForTaskToken`, Next: 'Done' }),
    ['token-not-sent'],
  ],
  ['no branches', machine({ Type: 'Parallel', Next: 'Done', Branches: [] }), ['branches-missing']],
  [
    'a distributed map without execution type',
    map({ ProcessorConfig: { Mode: 'DISTRIBUTED' } }),
    ['execution-type-missing'],
  ],
  ['a batcher in an inline map', map({}, { ItemBatcher: { MaxItemsPerBatch: 2 } }), ['field-of-distributed']],
  ['a batcher without limits', distributed({ ItemBatcher: {} }), ['batch-limit-missing']],
  ['a batcher with a limit', distributed({ ItemBatcher: { MaxItemsPerBatchPath: '$.n' } }), []],
  [
    'a reader of headers that are not given',
    distributed({ ItemReader: { ...reader, ReaderConfig: { InputType: 'CSV', CSVHeaderLocation: 'GIVEN' } } }),
    ['csv-headers-missing'],
  ],
  ['a reader of something else', distributed({ ItemReader: { Resource: arn } }), ['reader-resource']],
  [
    'a reader with settings that are none',
    distributed({ ItemReader: { ...reader, ReaderConfig: { Kind: 'CSV' } } }),
    ['option-unknown'],
  ],
  [
    'a writer',
    distributed({ ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: { 'Bucket.$': '$.b' } } }),
    [],
  ],
  [
    'a writer of JSONata',
    distributed({ ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Arguments: {} } }),
    ['field-of-jsonata'],
  ],
  ['a label with a space', distributed({ Label: 'a b' }), ['label-invalid']],
  ['a label of 41 characters', distributed({ Label: 'a'.repeat(41) }), ['label-invalid']],
  ['an inline map with very many at once', map({}, { MaxConcurrency: 100 }), ['concurrency-too-high']],
  ['an item processor and an iterator', map({}, { Iterator: {} }), ['fields-exclude']],
  ['a mode that is none', map({ ProcessorConfig: { Mode: 'FAST' } }), ['value-unknown']],
  ['a path with a fault', pass({ InputPath: '$.a b' }), ['path-invalid']],
  ['a result put into a variable', pass({ ResultPath: '$a' }), ['path-outside-input']],
  ['a result put into several places', pass({ ResultPath: '$.a[*]' }), ['path-no-reference']],
  ['a function that is none', pass({ Parameters: { 'a.$': 'States.Nothing()' } }), ['function-invalid']],
  ['a function where only a path can be', pass({ InputPath: 'States.Array()' }), ['path-invalid']],
  [
    'a format with too few values',
    pass({ Parameters: { 'a.$': "States.Format('{} {}', $.a)" } }),
    ['function-arguments'],
  ],
  ['a context that is none', pass({ Parameters: { 'a.$': '$$.Execution.Title' } }), ['context-unknown']],
  [
    'a path without its .$',
    pass({ Parameters: { a: '$.a', b: '$5 off', c: ['States.UUID()'] } }),
    ['looks-like-path', 'looks-like-path'],
  ],
  ['an expression under JSONPath', pass({ Parameters: { a: '{% 1 %}' } }), ['looks-like-expression']],
  ['a path in a result', pass({ Result: { 'a.$': '$.a' } }), ['result-static']],
  ['parameters that are a path', pass({ Parameters: '$.a' }), ['template-expected']],
  ['a comment that is no text', pass({ Comment: 1 }), ['text-expected']],
  ['a variable with a dot', pass({ Assign: { 'a.b': 1 } }), ['variable-name']],
  ['a variable of 81 characters', pass({ Assign: { ['a'.repeat(81)]: 1 } }), ['variable-name']],
  ['variables', pass({ Assign: { 'über.$': '$.a', x_1: 2, 名前: 3 } }), []],
  ['the reserved variable', pass({ Assign: { states: 1 } }), ['states-bound']],
  ['a .$ under JSONata', expression({ Output: { 'a.$': '$.a' } }), ['key-of-jsonpath']],
  ['an expression with spaces before it', expression({ Output: ' {% 1 %}' }), ['jsonata-open']],
  ['$eval', expression({ Output: '{% $eval("1") %}' }), ['jsonata-forbidden']],
  ['a function of JSONata that is none', expression({ Output: '{% $summ([1]) %}' }), ['jsonata-function-unknown']],
  ['a function of its own', expression({ Output: '{% ($f := function($n) { $n }; $f(1)) %}' }), []],
  ['a document that is not there', expression({ Output: '{% order.id %}' }), ['jsonata-no-document']],
  ['a result in a Pass state', expression({ Output: '{% $states.result %}' }), ['states-field-here']],
  ['an error outside of Catch', expression({ Output: '{% $states.errorOutput %}' }), ['states-field-here']],
  ['a part of $states that is none', expression({ Output: '{% $states.output %}' }), ['states-field-unknown']],
  ['$states assigned', expression({ Output: '{% ($states := 1; 2) %}' }), ['states-bound']],
  [
    'the result where there is one, the error where it is caught',
    machine(
      {
        Type: 'Task',
        Resource: arn,
        Output: '{% $states.result %}',
        Next: 'Done',
        Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $states.errorOutput.Cause %}', Next: 'Done' }],
      },
      end,
      jsonata,
    ),
    [],
  ],
  [
    'the result in the arguments',
    machine({ Type: 'Task', Resource: arn, Arguments: '{% $states.result %}', Next: 'Done' }, end, jsonata),
    ['states-field-here'],
  ],
  [
    'an expression as a resource',
    machine({ Type: 'Task', Resource: '{% $a %}', Next: 'Done' }, end, jsonata),
    ['jsonata-place'],
  ],
  [
    'an expression in a retrier',
    machine(
      { Type: 'Task', Resource: arn, Next: 'Done', Retry: [{ ErrorEquals: ['A'], MaxAttempts: '{% 1 %}' }] },
      end,
      jsonata,
    ),
    ['number-out-of-range'],
  ],
  [
    'a comparison of times',
    choice({ Variable: '$.a', TimestampEquals: '2026-02-30T00:00:00Z' }),
    ['timestamp-invalid'],
  ],
  ['a comparison with a path that is none', choice({ Variable: '$.a', StringEqualsPath: 'b' }), ['path-invalid']],
  [
    'a time without its zone',
    machine({ Type: 'Wait', Next: 'Done', Timestamp: '2026-01-31T09:00:00' }),
    ['timestamp-invalid'],
  ],
  ['a time with an offset', machine({ Type: 'Wait', Next: 'Done', Timestamp: '2026-01-31T09:00:00.5+09:00' }), []],
  ['an error that Step Functions does not know', retry({ ErrorEquals: ['States.Nothing'] }), ['error-name-reserved']],
  ['an error that the state cannot raise', retry({ ErrorEquals: ['States.NoChoiceMatched'] }), ['error-never-raised']],
  ['an error that is not retried', retry({ ErrorEquals: ['States.Runtime'] }), ['error-not-retried']],
  [
    'an error that was taken before',
    retry({ ErrorEquals: ['A'] }, { ErrorEquals: ['B', 'A'] }),
    ['error-taken-before'],
  ],
  [
    'a delay that never grows',
    retry({ ErrorEquals: ['A'], IntervalSeconds: 5, MaxDelaySeconds: 5 }),
    ['delay-too-short'],
  ],
  [
    'a loop without a way out',
    machine(
      { Type: 'Choice', Choices: [{ Variable: '$.a', IsNull: true, Next: 'A' }], Default: 'Done' },
      { ...end, A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'A' } },
    ),
    ['never-ends'],
  ],
  [
    'two maps with one label',
    machine({ Type: 'Parallel', Next: 'Done', Branches: [branch('M1'), branch('M2')] }),
    ['label-twice'],
  ],
  ['a payload larger than 256 KiB', pass({ Result: { a: 'x'.repeat(262_144) } }), ['payload-too-large']],
  ['a wait of two years', machine({ Type: 'Wait', Seconds: 63_072_000, Next: 'Done' }), ['standard-too-long']],
  [
    'a resource that is put in later',
    machine({ Type: 'Task', Resource: 'FUNCTION_ARN', Next: 'Done' }),
    ['resource-placeholder'],
  ],
  [
    'a resource that is no ARN',
    machine({ Type: 'Task', Resource: 'lambda:invoke', Next: 'Done' }),
    ['resource-no-arn'],
  ],
  [
    'an action that is not optimized',
    machine({ Type: 'Task', Resource: 'arn:aws:states:::dynamodb:query', Next: 'Done' }),
    ['integration-unknown'],
  ],
  [
    'credentials without a role',
    machine({ Type: 'Task', Resource: arn, Credentials: {}, Next: 'Done' }),
    ['credentials-role'],
  ],
  ['a name used inside and outside', map({}, {}), []],
])('%s: %j', (_, definition, codes) => {
  const found = problemsIn(JSON.stringify(definition, null, 2));
  expect(found.map(({ code }) => code).sort()).toEqual(codes);
});

test('a problem points at the value that it is about, in YAML too', () => {
  const text = 'StartAt: A\nStates:\n  A:\n    Type: Pass\n    Next: Nowhere # typo\n  B: { Type: Succeed }\n';
  const [first] = problemsIn(text, 'yaml').filter(({ code }) => code === 'target-missing');
  expect(text.slice(first?.range.start, first?.range.end)).toBe('Nowhere');
  expect(first?.path).toEqual(['States', 'A', 'Next']);
});

describe('in an Express workflow', () => {
  test.each([
    [
      '.sync',
      machine({ Type: 'Task', Resource: 'arn:aws:states:::ecs:runTask.sync', Next: 'Done' }),
      'express-no-sync',
    ],
    [
      '.waitForTaskToken',
      machine({
        Type: 'Task',
        Resource: `${arn}.waitForTaskToken`,
        Parameters: { 'QueueUrl.$': '$.queue', 'MessageBody.$': '$$.Task.Token' },
        Next: 'Done',
      }),
      'express-no-token',
    ],
    [
      'a distributed map',
      map({ ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' } }),
      'express-no-distributed',
    ],
  ])('%s is refused, in a Standard one it is not', (_, definition, code) => {
    const text = JSON.stringify(definition);
    expect(problemsIn(text, 'json', { workflow: 'express' }).map((problem) => problem.code)).toEqual([code]);
    expect(problemsIn(text, 'json', { workflow: 'standard' })).toEqual([]);
  });
});

test('every text has the same placeholders in both languages', () => {
  const placeholders = (text: string): string[] => [...new Set(text.match(/\{[a-z]+\}/g))].sort();
  for (const [code, { message }] of Object.entries(aslProblemTexts)) {
    const en = typeof message.en === 'string' ? message.en : '';
    expect([code, placeholders(message.ja)]).toEqual([code, placeholders(en)]);
  }
});
