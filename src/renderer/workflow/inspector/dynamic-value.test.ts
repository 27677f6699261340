import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaled } from '../../../../test/helpers/scale.js';
import { changesFor, pathFieldOf, readDynamic, templateKeyOf, type Dynamic } from './dynamic-value.js';
import { changed, stateOf, treeWith } from './form.fixture.js';

const literal = fc.oneof(fc.constant(undefined), fc.integer({ min: 1, max: 99 }));
const next: fc.Arbitrary<Dynamic> = fc.oneof(
  literal.map((value) => ({ mode: 'literal' as const, value })),
  fc.constantFrom('$.seconds', '$.a.b').map((text) => ({ mode: 'expression' as const, text })),
);

test('whatever a field held before, it holds what is chosen, in the one field that the language has for it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('JSONata' as const, 'JSONPath' as const),
      fc.constantFrom(pathFieldOf, templateKeyOf),
      fc.array(next, { minLength: 1, maxLength: 5 }),
      (language, pathKey, choices) => {
        let tree = treeWith({ Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage' }, language);
        for (const choice of choices) {
          tree = changed(tree, changesFor(['TimeoutSeconds'], language, choice, pathKey));
          const { fields } = stateOf(tree);
          const found = readDynamic(fields, 'TimeoutSeconds', language, true, pathKey);
          const wanted =
            choice.mode === 'expression' && language === 'JSONata'
              ? { mode: 'expression', text: `{% ${choice.text} %}` }
              : choice;
          expect(found).toEqual(wanted);
          const both = ['TimeoutSeconds', pathKey('TimeoutSeconds')].filter((key) => Object.hasOwn(fields, key));
          expect(both.length).toBeLessThanOrEqual(1);
        }
      },
    ),
    { numRuns: scaled(100) },
  );
});

test('a text stands for a number that is known later', () => {
  expect(readDynamic({ N: '${Limit}' }, 'N', 'JSONPath', true)).toEqual({ mode: 'expression', text: '${Limit}' });
  expect(readDynamic({ N: 'a' }, 'N', 'JSONata', false)).toEqual({ mode: 'literal', value: 'a' });
  expect(readDynamic({ N: '{% $a %}' }, 'N', 'JSONata', false)).toEqual({ mode: 'expression', text: '{% $a %}' });
});
