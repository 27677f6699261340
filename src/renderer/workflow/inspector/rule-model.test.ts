import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scaled } from '../../../../test/helpers/scale.js';
import { isObject, type JsonObject } from '../../../asl/definition.js';
import { valueAt } from '../../../asl/json-value.js';
import { comparisonOperators } from '../../../asl/validate/choice.js';
import { validateDefinition } from '../../../asl/validate.js';
import { changed, stateOf, treeWith } from './form.fixture.js';
import type { Changes } from './form-context.js';
import {
  addPart,
  affirm,
  changeOperator,
  joinWith,
  negate,
  operators,
  readRule,
  removePart,
  switchJoin,
  takesPath,
} from './rule-model.js';

test('every comparison of the states language is offered', () => {
  const offered = operators.flatMap((operator) => (takesPath(operator) ? [operator, `${operator}Path`] : [operator]));
  expect([...offered].sort()).toEqual([...comparisonOperators].sort());
});

const at = ['Choices', '0'];
const ruleOf = (tree: ReturnType<typeof treeWith>, path = at): JsonObject => {
  const rule = valueAt(stateOf(tree).fields, path);
  return isObject(rule) ? rule : {};
};
const choice = (rule: JsonObject) =>
  treeWith({ Type: 'Choice', Choices: [{ ...rule, Next: 'T', Comment: 'why' }], Default: 'T' }, 'JSONPath');

describe('a rule is changed', () => {
  test('by another comparison, and a value of the right kind stays', () => {
    let tree = choice({ Variable: '$.a', NumericEquals: 5 });
    tree = changed(tree, changeOperator(ruleOf(tree), at, 'NumericLessThan'));
    expect(ruleOf(tree)).toEqual({ Variable: '$.a', NumericLessThan: 5, Next: 'T', Comment: 'why' });
    tree = changed(tree, changeOperator(ruleOf(tree), at, 'IsPresent'));
    expect(ruleOf(tree)).toMatchObject({ Variable: '$.a', IsPresent: true });
    expect(ruleOf(tree)).not.toHaveProperty('NumericLessThan');
  });

  test('a value from a path stays one', () => {
    const tree = choice({ Variable: '$.a', StringEqualsPath: '$.b' });
    expect(ruleOf(changed(tree, changeOperator(ruleOf(tree), at, 'NumericEquals')))).toMatchObject({
      NumericEqualsPath: '$.b',
    });
  });

  test('by Not and back, by And and back', () => {
    const tree = choice({ Variable: '$.a', IsNull: true });
    const negated = changed(tree, negate(ruleOf(tree), at));
    expect(ruleOf(negated)).toEqual({ Not: { Variable: '$.a', IsNull: true }, Next: 'T', Comment: 'why' });
    expect(ruleOf(changed(negated, affirm(ruleOf(negated), at)))).toEqual(ruleOf(tree));
    const joined = changed(tree, joinWith(ruleOf(tree), at, 'And'));
    expect(readRule(ruleOf(joined))).toEqual({ kind: 'join', join: 'And', count: 2 });
    expect(ruleOf(changed(joined, removePart(ruleOf(joined), at, 1)))).toEqual(ruleOf(tree));
  });
});

/** Every part of a rule that is one itself, with the ways to change it. */
function ways(rule: JsonObject, path: readonly string[]): readonly Changes[] {
  const node = readRule(rule);
  if (node.kind === 'not') {
    const inside = rule['Not'];
    return [affirm(rule, path), ...(isObject(inside) ? ways(inside, [...path, 'Not']) : [])];
  }
  const combined = [joinWith(rule, path, 'And'), joinWith(rule, path, 'Or'), negate(rule, path)];
  if (node.kind === 'join') {
    const parts = rule[node.join] as readonly JsonObject[];
    return [
      ...combined,
      switchJoin(rule, path, node.join === 'And' ? 'Or' : 'And'),
      addPart(path, node.join, node.count),
      ...parts.map((_, index) => removePart(rule, path, index)),
      ...parts.flatMap((part, index) => ways(part, [...path, node.join, String(index)])),
    ];
  }
  return [...combined, ...operators.map((operator) => changeOperator(rule, path, operator))];
}

test('no change leaves a rule that the service would refuse', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 8 }), (seeds) => {
      let tree = choice({ Variable: '$.a', IsPresent: true });
      for (const seed of seeds) {
        const all = ways(ruleOf(tree), at);
        tree = changed(tree, all[seed % all.length] ?? []);
        expect(validateDefinition(tree).map(({ code }) => code)).toEqual([]);
        expect(ruleOf(tree)).toMatchObject({ Next: 'T', Comment: 'why' });
      }
    }),
    { numRuns: scaled(60) },
  );
});
