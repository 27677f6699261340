import { describe, expect, test } from 'vitest';
import { parseDefinition } from './definition.js';
import type { Format } from './document.js';
import { aslProblemTexts, type AslProblem } from './problems.js';
import { validateDefinition, type ValidateOptions } from './validate.js';

function problemsIn(text: string, format: Format = 'json', options: ValidateOptions = {}): readonly AslProblem[] {
  const { tree, problems } = parseDefinition(text, format);
  return tree === undefined ? problems : [...problems, ...validateDefinition(tree, options)];
}

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
        Parameters: { 'MessageBody.$': '$$.Task.Token' },
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
