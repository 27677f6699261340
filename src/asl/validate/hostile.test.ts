import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaled } from '../../../test/helpers/scale.js';
import { parseDefinition } from '../definition.js';
import { validateDefinition } from '../validate.js';

test('whatever stands in a definition, validation does not throw', () => {
  const names = [
    'Type',
    'Next',
    'End',
    'Choices',
    'Catch',
    'Retry',
    'Branches',
    'ItemProcessor',
    'States',
    'StartAt',
    'Assign',
    'Output',
    'Parameters',
    'ResultPath',
    'InputPath',
    'QueryLanguage',
    'ErrorEquals',
    'Variable',
    'And',
    'Not',
    'ItemReader',
    'ReaderConfig',
    'ItemBatcher',
    'Credentials',
    'Resource',
    'Label',
    '__proto__',
    'a.$',
  ];
  const texts = [
    'Task',
    'Pass',
    'Choice',
    'Map',
    'Parallel',
    'Wait',
    'A',
    '$',
    '$.a',
    '{% $a %}',
    'States.Array()',
    'JSONata',
    'States.ALL',
    '${X}',
    '',
  ];
  const leaf = fc.oneof(fc.constantFrom(...texts), fc.integer({ min: -1, max: 3 }), fc.boolean(), fc.constant(null));
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'medium' },
      leaf,
      fc.array(tie('value'), { maxLength: 3 }),
      fc
        .array(fc.tuple(fc.constantFrom(...names, 'A', 'B'), tie('value')), { maxLength: 6 })
        .map((entries) => Object.fromEntries(entries) as unknown),
    ),
  }));
  fc.assert(
    fc.property(value, value, (first, second) => {
      const text = JSON.stringify({ StartAt: 'A', States: { A: first, B: second } });
      const { tree } = parseDefinition(text, 'json');
      for (const problem of tree === undefined ? [] : validateDefinition(tree))
        expect(problem.range.end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: scaled(500) },
  );
});
