import { expect, test } from 'vitest';
import { referencesIn } from './references.js';

const variables = (text: string): string[] =>
  (referencesIn(text)?.variables ?? []).map(({ name, keys }) => [name, ...keys].join('.')).sort();
const calls = (text: string): string[] => (referencesIn(text)?.calls ?? []).map(({ name }) => name).sort();

test.each<[string, string[]]>([
  ['$states.input.order.items[price > $limit].name', ['limit', 'states.input.order.items']],
  ['$states.input.`a b`', ['states.input.a b']],
  ['{"a": $x, "b": [$y, -$z]}', ['x', 'y', 'z']],
  ['$map($items, function($v, $i) { $v.price * $rate + $i })', ['items', 'rate']],
  ['($sum := 0; $sum + $more)', ['more']],
  ['$a ? $b : $c', ['a', 'b', 'c']],
  ['$order ~> |items|{"x": $new}|', ['new', 'order']],
  ['$list@$one.($one.id & $other)', ['list', 'other']],
  ['$list#$position[$position < $most]', ['list', 'most']],
  ['$sort($list, function($l, $r) { $l.n > $r.n })', ['list']],
  ['$map($list, $string)', ['list']],
  ['$states', ['states']],
  ['1 + 2', []],
])('%s reads %j', (text, names) => {
  expect(variables(text)).toEqual(names);
});

test('functions are told by their names, apart from those of the expression itself', () => {
  expect(calls('$sum($map($x, function($v) { $uppercase($v) }))')).toEqual(['map', 'sum', 'uppercase']);
  expect(calls('($double := function($n) { $n * 2 }; $double(2))')).toEqual([]);
  expect(calls('$x ~> $trim ~> $replace("a", "b")')).toEqual(['replace', 'trim']);
});

test.each<[string, string | undefined]>([
  ['name', 'name'],
  ['$', '$'],
  ['$.total', '$'],
  ['{"a": total}', 'total'],
  ['$$.total', '$$'],
  ['$order[$.total > 10]', undefined],
  ['$order[total > 10].id', undefined],
  ['$order.(total & id)', undefined],
  ['$map($order, function($o) { $o.total })', undefined],
  ['$states.input{name: $sum(price)}', undefined],
  ['$order^(price).id', undefined],
])('%s reads the document by %s', (text, name) => {
  expect(referencesIn(text)?.document?.name).toBe(name);
});

test('what cannot be parsed, or nests without an end, refers to nothing', () => {
  expect(referencesIn('1 +')).toBeUndefined();
  expect(() => referencesIn(`${'('.repeat(20_000)}1${')'.repeat(20_000)}`)).not.toThrow();
  expect(() => referencesIn(Array.from({ length: 20_000 }, () => '$a').join('+'))).not.toThrow();
});
