import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaled } from '../../../test/helpers/scale.js';
import { formatDefinition } from './format.js';

const formatted = (text: string, format: 'json' | 'yaml'): string => {
  const found = formatDefinition(text, format);
  return 'text' in found ? found.text : `refused: ${found.problems.map(({ code }) => code).join(' ')}`;
};

test('JSON keeps numbers, texts and the order of keys as they are written', () => {
  expect(formatted('{"b":1.0,"a":[1e3,-0,12345678901234567890],\n"c":{},"d":[ ],"e":"\\u00e9 {,}"}', 'json')).toBe(
    '{\n  "b": 1.0,\n  "a": [\n    1e3,\n    -0,\n    12345678901234567890\n  ],\n  "c": {},\n  "d": [],\n  "e": "\\u00e9 {,}"\n}\n',
  );
  expect(formatted('{"a":${Count},"b":"${Name}"}', 'json')).toBe('{\n  "a": ${Count},\n  "b": "${Name}"\n}\n');
  expect(formatted('{"a":1}\r\n', 'json')).toBe('{\r\n  "a": 1\r\n}\r\n');
});

test('YAML keeps comments, numbers and the order of keys', () => {
  const text =
    '# top\nb:   1.0 # one\na:\n    - 012\n    - 1e3\n\n# between\nc: {x: 12345678901234567890}\nd: |\n  line # no comment\n';
  expect(formatted(text, 'yaml')).toBe(
    '# top\nb: 1.0 # one\na:\n  - 012\n  - 1e3\n\n# between\nc: { x: 12345678901234567890 }\nd: |\n  line # no comment\n',
  );
});

test('broken texts are refused', () => {
  expect(formatted('{"a": ', 'json')).toBe('refused: syntax');
  expect(formatted('a: [1', 'yaml')).toMatch(/^refused: syntax/);
});

test('a formatted text has the same values and is formatted already', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 1, 4, '\t'), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const once = formatted(text, 'json');
      expect(JSON.parse(once)).toEqual(JSON.parse(text));
      expect(formatted(once, 'json')).toBe(once);
      const yaml = formatted(text, 'yaml');
      expect(formatted(yaml, 'yaml')).toBe(yaml);
    }),
    { numRuns: scaled(200) },
  );
});
