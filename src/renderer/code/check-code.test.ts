import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scaled } from '../../../test/helpers/scale.js';
import type { CodeLanguage } from '../../model/fields.js';
import { translate } from '../../model/localized.js';
import { checkCode, placeInText } from './check-code.js';

const said = (language: CodeLanguage, text: string): string[] =>
  checkCode(language, text).map(({ start, words, facts }) => {
    const { line, column } = placeInText(text, start);
    return `${String(line)}:${String(column)} ${translate(words, 'en', facts)}`;
  });

describe('what is wrong, and where', () => {
  test.each<[CodeLanguage, string, RegExp]>([
    ['json', '{\n  "a": 1,\n}', /^3:1 a key/],
    ['json', '{"a" 1}', /^1:6 a colon/],
    ['event-pattern', '{\n  "source": "a"\n}', /^2:3 the value of "source" must be a list/],
    ['event-pattern', '{"source": [{"contains": "a"}]}', /^1:14 "contains" is no operator/],
    ['event-pattern', '{"source": ["a"', /^1:16 a comma/],
    ['jsonata', '$sum(', /^1:\d+ not a JSONata expression/],
    ['jsonata', '{% 1 + %}', /^1:\d+ not a JSONata expression/],
    ['asl-value', '{"a": ["{% 1 + %}"]}', /^1:8 not a JSONata expression/],
    ['asl-value', '{% 1 + ', /^1:1 the expression is not closed/],
    ['asl-value', 'hello', /^1:1 /],
    ['vtl', '#if($a)\nx', /^1:1 #if is not closed/],
    ['vtl', 'x\n#end', /^2:1 this #end closes nothing/],
    ['vtl', '#foreach($a in $b) #if($a) #end', /^1:1 #foreach is not closed/],
    ['vtl', '#set($x = (1)', /^1:1 #set needs round brackets/],
    ['vtl', '#else', /outside of #if/],
    ['vtl', '"${input', /^1:2 \$\{ is not closed/],
    ['input-template', '{"a": <$.detail.a}', /^1:7 this placeholder/],
    ['input-template', '{"a": <$.detail.a> "b"}', /^1:20 a comma/],
    ['yaml', 'a: [1', /^\d/],
  ])('%s: %j', (language, text, words) => {
    const [first] = said(language, text);
    expect(first).toMatch(words);
  });
});

describe('what is right', () => {
  test.each<[CodeLanguage, string]>([
    ['json', '[1, {"a": null}]'],
    ['event-pattern', '{"source": [{"prefix": "aws."}]}'],
    ['jsonata', '{% $states.input.a %}'],
    ['jsonata', '$sum(a.b)'],
    ['asl-value', ' {% $states.input.a %}'],
    ['asl-value', '{"a": "{% $b %}", "c.$": "$.c"}'],
    [
      'vtl',
      '#set($x = "a)b")\n#foreach($i in $x)#if($i == 1)${i}#{else}no#end#end ## #if\n#* #if *# #[[ #if ]]# \\#if',
    ],
    ['vtl', '{"id": "$input.path(\'$.id\')", "colour": "#fff"}'],
    ['input-template', '{"a": <$.detail.a>, "b": "x <$.detail.b> y"}'],
    ['input-template', 'Order <$.detail.id> is ready, 1 < 2'],
    ['yaml', 'a:\n  - 1'],
    ['event-pattern', '  '],
  ])('%s: %j', (language, text) => {
    expect(said(language, text)).toEqual([]);
  });
});

test('any text is checked without an exception, and every place lies in it', () => {
  const language = fc.constantFrom<CodeLanguage>(
    'json',
    'event-pattern',
    'jsonata',
    'asl-value',
    'vtl',
    'input-template',
    'yaml',
  );
  const piece = fc.constantFrom(
    '#if',
    '#end',
    '(',
    ')',
    '"',
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '<$.',
    '>',
    '${',
    '\\',
    '\n',
    'a',
    ' ',
    '{%',
    '%}',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(language, text, (one, written) => {
      for (const { start, end } of checkCode(one, written)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(written.length);
      }
    }),
    { numRuns: scaled(500) },
  );
});
