import { expect, test } from 'vitest';
import type { Expr } from '../../ts-ast/ast.js';
import { plainInput } from './plain-input.js';

/** An expression of literals and objects as the value that it is. */
function valueOf(expr: Expr): unknown {
  if (expr.type === 'literal') return expr.value;
  if (expr.type === 'object') return Object.fromEntries(expr.entries.map(([key, value]) => [key, valueOf(value)]));
  throw new Error(`no value: ${expr.type}`);
}
const read = (text: string): unknown =>
  Object.fromEntries(Object.entries(plainInput(text)).map(([key, value]) => [key, valueOf(value)]));

test('a text without placeholders is the constant input', () => {
  expect(read('{"commands": ["ls"]}')).toEqual({ input: '{"commands": ["ls"]}' });
  expect(read('i-0123')).toEqual({ input: '"i-0123"' });
});

test('each path is named once, inside of texts and bare', () => {
  expect(read('{"id": <$.detail.id>, "line": "<$.detail.id> in <$.region>"}')).toEqual({
    inputTransformer: {
      inputPathsMap: { value0: '$.detail.id', value1: '$.region' },
      inputTemplate: '{"id": <value0>, "line": "<value0> in <value1>"}',
    },
  });
});

test('a text with values is put in quotes, as the template wants it', () => {
  expect(read('Finding <$.detail.id>')).toEqual({
    inputTransformer: { inputPathsMap: { value0: '$.detail.id' }, inputTemplate: '"Finding <value0>"' },
  });
});

test('a text that only looks like a placeholder takes no time and stays', () => {
  const hostile = '<'.repeat(20_000);
  expect(read(hostile)).toEqual({ input: JSON.stringify(hostile) });
});
