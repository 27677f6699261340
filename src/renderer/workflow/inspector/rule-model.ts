import { lookup, type Json } from '../../../model/design.js';
import { asText, isObject, type JsonObject } from '../../../asl/definition.js';
import type { Path } from '../../../asl/document.js';
import type { Changes } from './form-context.js';

/** What the value of a comparison is. */
export type OperandKind = 'string' | 'number' | 'boolean' | 'timestamp';

/** A part of a rule in JSONPath. */
export type RuleNode =
  | { readonly kind: 'join'; readonly join: 'And' | 'Or'; readonly count: number }
  | { readonly kind: 'not' }
  | { readonly kind: 'compare'; readonly operator: string; readonly isPath: boolean }
  /** None of these: written as code. */
  | { readonly kind: 'other' };

const relations = ['Equals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'] as const;
const tests = ['IsPresent', 'IsNull', 'IsString', 'IsNumeric', 'IsBoolean', 'IsTimestamp'] as const;

/** The comparisons, without those that read their value from a path: that is a way to give the value. */
export const operators: readonly string[] = [
  ...relations.map((relation) => `String${relation}`),
  'StringMatches',
  ...relations.map((relation) => `Numeric${relation}`),
  'BooleanEquals',
  ...relations.map((relation) => `Timestamp${relation}`),
  ...tests,
];

export function operandKind(operator: string): OperandKind {
  if (operator.startsWith('Numeric')) return 'number';
  if (operator.startsWith('Timestamp')) return 'timestamp';
  return operator.startsWith('Boolean') || operator.startsWith('Is') ? 'boolean' : 'string';
}

/** Whether the value can be read from a path. */
export const takesPath = (operator: string): boolean => !operator.startsWith('Is') && operator !== 'StringMatches';

const base = (key: string): string => key.replace(/Path$/, '');
const isOperator = (key: string): boolean =>
  operators.includes(key) || (key.endsWith('Path') && operators.includes(base(key)) && takesPath(base(key)));

export function readRule(rule: Json | undefined): RuleNode {
  if (!isObject(rule)) return { kind: 'other' };
  const keys = Object.keys(rule).filter((key) => ['And', 'Or', 'Not'].includes(key) || isOperator(key));
  const [key] = keys;
  if (key === undefined) return { kind: 'compare', operator: '', isPath: false };
  if (keys.length > 1) return { kind: 'other' };
  const value = lookup(rule, key);
  if (key === 'And' || key === 'Or')
    return Array.isArray(value) ? { kind: 'join', join: key, count: value.length } : { kind: 'other' };
  if (key === 'Not') return isObject(value) ? { kind: 'not' } : { kind: 'other' };
  return { kind: 'compare', operator: base(key), isPath: base(key) !== key };
}

/** What belongs to the rule as a whole rather than to its condition. */
const outer = ['Next', 'Comment', 'Assign'];

/** The condition of a rule alone. */
export const conditionOf = (rule: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(rule).filter(([key]) => !outer.includes(key)));

const firstValue: Readonly<Record<OperandKind, Json>> = {
  string: '',
  number: 0,
  boolean: true,
  timestamp: '2030-01-01T00:00:00Z',
};

/** Compares in another way; a value of the right kind stays. */
export function changeOperator(rule: JsonObject, path: Path, to: string): Changes {
  const node = readRule(rule);
  if (node.kind !== 'compare') return [];
  const kind = operandKind(to);
  const written = node.isPath ? `${node.operator}Path` : node.operator;
  const value = lookup(rule, written);
  if (node.isPath && takesPath(to))
    return [
      [[...path, written], undefined],
      [[...path, `${to}Path`], value ?? '$'],
    ];
  const isKept = !node.isPath && node.operator !== '' && operandKind(node.operator) === kind;
  const next = isKept ? (value ?? firstValue[kind]) : firstValue[kind];
  return [...(written === '' ? [] : [[[...path, written], undefined] as const]), [[...path, to], next]];
}

/** Sets the condition at a path to another one, while Next, Comment and Assign of a rule stay. */
function replaceCondition(rule: JsonObject, path: Path, condition: JsonObject): Changes {
  return [
    ...Object.keys(conditionOf(rule))
      .filter((key) => !Object.hasOwn(condition, key))
      .map((key) => [[...path, key], undefined] as const),
    ...Object.entries(condition).map(([key, value]) => [[...path, key], value] as const),
  ];
}

export const newComparison: JsonObject = { Variable: '$', IsPresent: true };

/** Puts a condition beside another one that is still to be written. */
export const joinWith = (rule: JsonObject, path: Path, join: 'And' | 'Or'): Changes =>
  replaceCondition(rule, path, { [join]: [conditionOf(rule), newComparison] });

export const negate = (rule: JsonObject, path: Path): Changes =>
  replaceCondition(rule, path, { Not: conditionOf(rule) });

/** `And` instead of `Or`, and the other way round. */
export function switchJoin(rule: JsonObject, path: Path, to: 'And' | 'Or'): Changes {
  const from = to === 'And' ? 'Or' : 'And';
  const parts = lookup(rule, from);
  return parts === undefined ? [] : replaceCondition(rule, path, { [to]: parts });
}

/** Takes Not away again. */
export function affirm(rule: JsonObject, path: Path): Changes {
  const inside = lookup(rule, 'Not');
  return isObject(inside) ? replaceCondition(rule, path, inside) : [];
}

/** Removes a part of a join; a join of one becomes that one. */
export function removePart(rule: JsonObject, path: Path, index: number): Changes {
  const node = readRule(rule);
  if (node.kind !== 'join') return [];
  const parts = (lookup(rule, node.join) ?? []) as readonly Json[];
  const rest = parts.filter((_, at) => at !== index);
  const [only] = rest;
  if (rest.length === 1 && isObject(only)) return replaceCondition(rule, path, only);
  return [[[...path, node.join, String(index)], undefined]];
}

export const addPart = (path: Path, join: 'And' | 'Or', count: number): Changes => [
  [[...path, join, String(count)], newComparison],
];

export const variableOf = (rule: JsonObject): string => asText(lookup(rule, 'Variable')) ?? '';
