import { describe, expect, test } from 'vitest';
import { problemsIn } from '../../../test/helpers/asl-problems.js';

const arn = 'arn:aws:states:::sqs:sendMessage';
const jsonata = { QueryLanguage: 'JSONata' };

describe('data', () => {
  const paths = (definition: object): string[] =>
    problemsIn(JSON.stringify(definition))
      .filter(({ code }) => code === 'path-unset')
      .map(
        ({ facts: { path: missing }, path }) => `${typeof missing === 'string' ? missing : ''} at ${path.join('/')}`,
      );
  const whole = (States: object, more: object = {}) => ({ ...more, StartAt: 'A', States });

  test('that no state before gives is told', () => {
    const made = { Type: 'Pass', Parameters: { id: 1, 'who.$': '$.name', list: [{ x: 1 }] }, Next: 'B' };
    const b = {
      Type: 'Pass',
      Parameters: { 'a.$': '$.id', 'b.$': '$.nothing', 'c.$': '$.who.first', 'd.$': '$.list[0].x' },
      End: true,
    };
    expect(paths(whole({ A: made, B: b }))).toEqual(['$.nothing at States/B/Parameters/b.$']);
    expect(paths(whole({ A: { Type: 'Pass', Next: 'B' }, B: b }))).toEqual([]);
  });

  test('is followed through ResultPath, OutputPath, ways that meet, and Catch', () => {
    const task = {
      Type: 'Task',
      Resource: arn,
      ResultPath: '$.sent',
      Next: 'C',
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.fault', Next: 'D' }],
    };
    const c = { Type: 'Pass', Parameters: { 'a.$': '$.sent.id', 'b.$': '$.id', 'c.$': '$.fault.Error' }, End: true };
    const d = { Type: 'Pass', Parameters: { 'a.$': '$.fault.Cause', 'b.$': '$.fault.Code' }, End: true };
    expect(paths(whole({ A: { Type: 'Pass', Result: { id: 1 }, Next: 'B' }, B: task, C: c, D: d }))).toEqual([
      '$.fault.Error at States/C/Parameters/c.$',
      '$.fault.Code at States/D/Parameters/b.$',
    ]);
  });

  test('may be missing where a rule asks for it', () => {
    const rules = [
      {
        And: [
          { Variable: '$.b', IsPresent: true },
          { Variable: '$.b', NumericEquals: 1 },
        ],
        Next: 'C',
      },
    ];
    const states = {
      A: { Type: 'Pass', Result: { a: 1 }, Next: 'B' },
      B: { Type: 'Choice', Choices: rules, Default: 'C' },
      C: { Type: 'Succeed' },
    };
    expect(paths(whole(states))).toEqual([]);
    const sure = [{ Variable: '$.b', NumericEquals: 1, Next: 'C' }];
    expect(paths(whole({ ...states, B: { Type: 'Choice', Choices: sure, Default: 'C' } }))).toEqual([
      '$.b at States/B/Choices/0/Variable',
    ]);
  });

  test('of JSONata states too', () => {
    const output = {
      a: '{% $states.input.id %}',
      b: '{% $states.input.none %}',
      c: '{% $exists($states.input.none) %}',
    };
    const states = {
      A: { Type: 'Pass', Output: { id: '{% 1 %}' }, Next: 'B' },
      B: { Type: 'Pass', Output: output, End: true },
    };
    expect(paths(whole(states, jsonata))).toEqual(['$states.input.none at States/B/Output/b']);
  });
});
