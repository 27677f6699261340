import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaled } from '../../../../test/helpers/scale.js';
import { formattedValue, parseValue, textOfValue } from './value-text.js';

test('a value is read from its own text again, and that text needs no formatting', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.constantFrom('{% $states.input %}', '${Name}', '{% a', '')), (value) => {
      // What JSON has no sign for is not written: -0.
      const plain = JSON.parse(JSON.stringify(value)) as never;
      const text = textOfValue(plain);
      expect(parseValue(text)).toEqual({ value: plain });
      expect(formattedValue(text)).toBeUndefined();
    }),
    { numRuns: scaled(200) },
  );
});

test('an empty text is no value, and what cannot be read says where', () => {
  expect(parseValue('  ')).toEqual({ value: undefined });
  expect(parseValue('{% $a ')).toMatchObject({ problem: { start: 0 } });
  expect(parseValue('{ "a": }')).toMatchObject({ problem: { start: 7 } });
  expect(formattedValue('{"a":1}')).toBe('{\n  "a": 1\n}');
});
