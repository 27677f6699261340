import { describe, expect, test } from 'vitest';
import { problemsIn } from '../../../test/helpers/asl-problems.js';

const arn = 'arn:aws:states:::sqs:sendMessage';

describe('variables', () => {
  const codes = (definition: object): string[] =>
    problemsIn(JSON.stringify(definition)).map(({ code, path }) => `${code} ${path.join('/')}`);
  const set = (Assign: object, Next: string) => ({ Type: 'Pass', Assign, Next });
  const read = (text: string, more: object = { End: true }) => ({ Type: 'Pass', Output: `{% ${text} %}`, ...more });
  const whole = (States: object) => ({ QueryLanguage: 'JSONata', StartAt: 'A', States });

  test('that nothing sets before are told, those that one way sets are not', () => {
    expect(codes(whole({ A: set({ x: 1 }, 'B'), B: read('$x') }))).toEqual([]);
    expect(codes(whole({ A: read('$x', { Next: 'B' }), B: { ...set({ x: 1 }, 'C') }, C: read('$x') }))).toEqual([
      'variable-unset States/A/Output',
    ]);
    const rules = [{ Condition: '{% true %}', Assign: { x: 1 }, Next: 'B' }];
    expect(codes(whole({ A: { Type: 'Choice', Choices: rules, Default: 'B' }, B: read('$x') }))).toEqual([]);
  });

  test('in a loop count from the second round on', () => {
    const rules = [{ Condition: '{% $n > 3 %}', Next: 'C' }];
    expect(
      codes(
        whole({
          A: set({ n: 1 }, 'B'),
          B: { Type: 'Choice', Choices: rules, Default: 'D' },
          C: read('$n'),
          D: set({ n: '{% $n + 1 %}' }, 'B'),
        }),
      ),
    ).toEqual([]);
  });

  test('are carried by Catch only where it sets them', () => {
    const task = (Catch: object) => ({
      Type: 'Task',
      Resource: arn,
      Assign: { done: 1 },
      Next: 'B',
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'C', ...Catch }],
    });
    expect(codes(whole({ A: task({}), B: read('$done'), C: read('$done') }))).toEqual([
      'variable-unset States/C/Output',
    ]);
    expect(codes(whole({ A: task({ Assign: { done: 0 } }), B: read('$done'), C: read('$done') }))).toEqual([]);
  });

  test('are read from outside, not set twice, and not read in a distributed Map', () => {
    const inner = (state: object, config: object = {}) => ({
      Type: 'Map',
      End: true,
      ItemProcessor: { ...config, StartAt: 'I', States: { I: state } },
    });
    expect(codes(whole({ A: set({ x: 1 }, 'B'), B: inner(read('$x')) }))).toEqual([]);
    expect(codes(whole({ A: set({ x: 1 }, 'B'), B: inner({ Type: 'Pass', Assign: { x: 2 }, End: true }) }))).toEqual([
      'variable-shadows States/B/ItemProcessor/States/I/Assign/x',
    ]);
    const apart = { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } };
    expect(codes(whole({ A: set({ x: 1 }, 'B'), B: inner(read('$x'), apart) }))).toEqual([
      'variable-outer-distributed States/B/ItemProcessor/States/I/Output',
    ]);
  });
});
