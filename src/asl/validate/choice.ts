import { lookup } from '../../model/design.js';
import { isObject, type JsonObject, type State } from '../definition.js';
import type { Path } from '../document.js';
import { checkKeys, checkText, isLater, isList, isSubstituted, isText, type Report } from '../report.js';
import { checkAssign } from './assign.js';
import { checkPath } from './paths.js';
import type { Scope } from './scope.js';
import { checkTemplate } from './templates.js';
import { isTimestamp } from './timestamps.js';

type Operand = 'string' | 'number' | 'boolean' | 'timestamp' | 'path';

const orders = ['Equals', 'LessThan', 'GreaterThan', 'LessThanEquals', 'GreaterThanEquals'];
const comparisons = new Map<string, Operand>([
  ...orders.map((order) => [`String${order}`, 'string'] as const),
  ...orders.map((order) => [`Numeric${order}`, 'number'] as const),
  ...orders.map((order) => [`Timestamp${order}`, 'timestamp'] as const),
  ['BooleanEquals', 'boolean'],
  ['StringMatches', 'string'],
  ...['String', 'Numeric', 'Timestamp'].flatMap((type) =>
    orders.map((order) => [`${type}${order}Path`, 'path'] as const),
  ),
  ['BooleanEqualsPath', 'path'],
  ...['Null', 'Present', 'Numeric', 'String', 'Boolean', 'Timestamp'].map((type) => [`Is${type}`, 'boolean'] as const),
]);

/** The comparison operators of JSONPath rules. */
export const comparisonOperators: readonly string[] = [...comparisons.keys()];
const joins = ['And', 'Or', 'Not'];

/** The rules of a Choice: https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html */
export function validateChoice({ report }: Scope, state: State): void {
  const rules = lookup(state.fields, 'Choices');
  const path = [...state.path, 'Choices'];
  if (!isList(rules) || rules.length === 0)
    return report.add('choices-missing', {}, rules === undefined ? state.path : path);
  for (const [index, rule] of rules.entries()) {
    const at = [...path, String(index)];
    if (!isObject(rule)) {
      report.add('object-expected', { field: 'Choices' }, at);
      continue;
    }
    if (!isText(lookup(rule, 'Next'))) report.add('next-missing', { what: 'Choices' }, at);
    const assign = lookup(rule, 'Assign');
    if (assign !== undefined) checkAssign(report, assign, [...at, 'Assign'], state.queryLanguage);
    if (state.queryLanguage === 'JSONata') validateCondition(report, rule, at);
    else {
      if (assign !== undefined) checkTemplate(report, assign, [...at, 'Assign']);
      validateRule(report, rule, at, true);
    }
  }
}

function validateCondition(report: Report, rule: JsonObject, path: Path): void {
  const condition = lookup(rule, 'Condition');
  const at = [...path, 'Condition'];
  if (condition === undefined) report.add('condition-missing', {}, path);
  else if (typeof condition !== 'boolean' && !isLater(condition)) report.add('condition-no-expression', {}, at);
  checkText(report, rule, path, 'Comment');
  const known = ['Next', 'Comment', 'Assign', 'Condition', 'Output'];
  for (const key of Object.keys(rule).filter((name) => !known.includes(name)))
    report.add(
      comparisons.has(key) || key === 'Variable' || joins.includes(key) ? 'field-of-jsonpath' : 'field-unknown',
      { field: key, what: 'Choices' },
      [...path, key],
    );
}

function validateRule(report: Report, rule: JsonObject, path: Path, top: boolean): void {
  for (const field of ['Condition', 'Output'])
    if (Object.hasOwn(rule, field)) return report.add('field-of-jsonata', { field, what: 'Choices' }, [...path, field]);
  if (!top && Object.hasOwn(rule, 'Next')) report.add('next-inside-rule', {}, [...path, 'Next']);
  checkText(report, rule, path, 'Comment');
  const operators = Object.keys(rule).filter((key) => comparisons.has(key) || joins.includes(key));
  const [operator] = operators;
  if (operator === undefined || operators.length > 1) return report.add('rule-one-operator', {}, path);
  const value = lookup(rule, operator);
  const at = [...path, operator];
  checkKeys(report, rule, path, ['Next', 'Comment', 'Assign', 'Variable', operator], 'Choices');
  if (operator === 'And' || operator === 'Or') {
    if (!isList(value) || value.length === 0) return report.add('list-expected', { field: operator }, at);
    for (const [index, item] of value.entries()) {
      const inside = [...at, String(index)];
      if (isObject(item)) validateRule(report, item, inside, false);
      else report.add('object-expected', { field: operator }, inside);
    }
    return;
  }
  if (operator === 'Not') {
    if (isObject(value)) validateRule(report, value, at, false);
    else report.add('object-expected', { field: operator }, at);
    return;
  }
  const variable = lookup(rule, 'Variable');
  if (!isText(variable)) report.add('variable-missing', { operator }, path);
  else checkPath(report, variable, 'Variable', [...path, 'Variable'], {});
  validateOperand(report, operator, value, at);
}

function validateOperand(report: Report, operator: string, value: JsonObject[string] | undefined, path: Path): void {
  const type = comparisons.get(operator);
  if (value === undefined || isSubstituted(value)) return;
  if (type === 'path') return checkPath(report, value, operator, path, {});
  if (type === 'timestamp') {
    if (!isText(value) || !isTimestamp(value)) report.add('timestamp-invalid', { field: operator }, path);
    return;
  }
  if (typeof value !== type) report.add('operand-type', { operator, type: type ?? '' }, path);
}
