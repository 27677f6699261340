import { lookup } from '../model/design.js';
import { isObject, type JsonObject, type State } from './definition.js';
import type { Path } from './document.js';
import { checkKeys, isLater, isList, isText, type Report } from './report.js';

const orders = ['Equals', 'LessThan', 'GreaterThan', 'LessThanEquals', 'GreaterThanEquals'];
const comparisons = new Map<string, 'string' | 'number' | 'boolean' | 'path'>([
  ...orders.map((order) => [`String${order}`, 'string'] as const),
  ...orders.map((order) => [`Numeric${order}`, 'number'] as const),
  ...orders.map((order) => [`Timestamp${order}`, 'string'] as const),
  ['BooleanEquals', 'boolean'],
  ['StringMatches', 'string'],
  ...['String', 'Numeric', 'Timestamp'].flatMap((type) =>
    orders.map((order) => [`${type}${order}Path`, 'path'] as const),
  ),
  ['BooleanEqualsPath', 'path'],
  ...['Null', 'Present', 'Numeric', 'String', 'Boolean', 'Timestamp'].map((type) => [`Is${type}`, 'boolean'] as const),
]);

const ruleKeys = ['Next', 'Comment', 'Assign'];

/** The rules of a Choice: https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html */
export function validateChoice(report: Report, state: State): void {
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
    if (state.queryLanguage === 'JSONata') validateCondition(report, rule, at);
    else validateRule(report, rule, at, true);
  }
}

function validateCondition(report: Report, rule: JsonObject, path: Path): void {
  const condition = lookup(rule, 'Condition');
  const at = [...path, 'Condition'];
  if (condition === undefined) report.add('condition-missing', {}, path);
  else if (typeof condition !== 'boolean' && !isLater(condition)) report.add('condition-no-expression', {}, at);
  const known = [...ruleKeys, 'Condition', 'Output'];
  for (const key of Object.keys(rule).filter((name) => !known.includes(name)))
    report.add(
      comparisons.has(key) || ['Variable', 'And', 'Or', 'Not'].includes(key) ? 'field-of-jsonpath' : 'field-unknown',
      { field: key, what: 'Choices' },
      [...path, key],
    );
}

function validateRule(report: Report, rule: JsonObject, path: Path, top: boolean): void {
  if (Object.hasOwn(rule, 'Condition')) {
    report.add('field-of-jsonata', { field: 'Condition', what: 'Choices' }, [...path, 'Condition']);
    return;
  }
  if (!top && Object.hasOwn(rule, 'Next')) report.add('next-inside-rule', {}, [...path, 'Next']);
  const operators = Object.keys(rule).filter((key) => comparisons.has(key) || ['And', 'Or', 'Not'].includes(key));
  const [operator] = operators;
  if (operator === undefined || operators.length > 1) return report.add('rule-one-operator', {}, path);
  const value = lookup(rule, operator);
  const at = [...path, operator];
  const known = [...ruleKeys, 'Variable', operator];
  checkKeys(report, rule, path, known, 'Choices');
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
  if (!isText(lookup(rule, 'Variable'))) report.add('variable-missing', { operator }, path);
  const type = comparisons.get(operator);
  const fits = isLater(value) || (type === 'path' ? isText(value) && value.startsWith('$') : typeof value === type);
  if (!fits) report.add('operand-type', { operator, type: type ?? '' }, at);
}
