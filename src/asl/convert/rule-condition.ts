import { lookup, type Json } from '../../model/design.js';
import { asText, isObject, type JsonObject } from '../definition.js';
import { demanded, pathExpression, textExpression, type Roots } from './path-expression.js';
import { notExact } from './refusal.js';

const maxDepth = 20;

/** The condition that holds exactly where a Choice rule of JSONPath does. */
export function ruleCondition(rule: JsonObject, roots: Roots): string {
  return condition(rule, roots, new Set(), 0);
}

/** `known`: variables that were found present before, on the left of an And. */
function condition(rule: JsonObject, roots: Roots, known: ReadonlySet<string>, depth: number): string {
  if (depth > maxDepth) return notExact('rule-unreadable');
  const and = lookup(rule, 'And');
  if (Array.isArray(and)) return everyPart(and as readonly Json[], roots, known, depth);
  const or = lookup(rule, 'Or');
  if (Array.isArray(or))
    return partsOf(or as readonly Json[])
      .map((part) => `(${condition(part, roots, known, depth + 1)})`)
      .join(' or ');
  const not = lookup(rule, 'Not');
  if (isObject(not)) return `$not(${condition(not, roots, known, depth + 1)})`;
  return comparison(rule, roots, known);
}

const partsOf = (parts: readonly Json[]): readonly JsonObject[] =>
  parts.map((part) => (isObject(part) ? part : notExact('rule-unreadable')));

function everyPart(parts: readonly Json[], roots: Roots, known: ReadonlySet<string>, depth: number): string {
  const present = new Set(known);
  return partsOf(parts)
    .map((part) => {
      const written = condition(part, roots, new Set(present), depth + 1);
      const variable = asText(lookup(part, 'Variable'));
      if (variable !== undefined && lookup(part, 'IsPresent') === true) present.add(variable);
      return `(${written})`;
    })
    .join(' and ');
}

const ordered: Readonly<Record<string, string>> = {
  Equals: '=',
  LessThan: '<',
  GreaterThan: '>',
  LessThanEquals: '<=',
  GreaterThanEquals: '>=',
};
const types: Readonly<Record<string, string>> = { String: 'string', Numeric: 'number', Boolean: 'boolean' };
const tests: Readonly<Record<string, string>> = {
  IsString: 'string',
  IsNumeric: 'number',
  IsBoolean: 'boolean',
  IsNull: 'null',
};

function comparison(rule: JsonObject, roots: Roots, known: ReadonlySet<string>): string {
  const path = asText(lookup(rule, 'Variable'));
  const operator = Object.keys(rule).find((key) => !['Variable', 'Next', 'Comment', 'Assign'].includes(key));
  if (path === undefined || operator === undefined) return notExact('rule-unreadable');
  const value = lookup(rule, operator);
  const variable = pathExpression(path, roots);
  if (operator === 'IsPresent') return value === false ? `$not($exists(${variable}))` : `$exists(${variable})`;
  // A comparison of nothing fails there and is false here.
  const read = known.has(path) ? variable : demanded(variable, path);
  const test = lookup(tests, operator);
  if (test !== undefined) return `$type(${read}) ${value === false ? '!=' : '='} ${textExpression(test)}`;
  if (operator === 'StringMatches') return matches(read, variable, value);
  const [, kind = '', sign = '', isPath] = /^(String|Numeric|Boolean)([A-Za-z]+?)(Path)?$/.exec(operator) ?? [];
  const written = lookup(ordered, sign);
  const type = lookup(types, kind);
  if (written === undefined || type === undefined || (type === 'boolean' && written !== '='))
    return notExact('operator-differs', { operator });
  if (isPath !== undefined) {
    const otherPath = asText(value) ?? notExact('rule-unreadable');
    const other = pathExpression(otherPath, roots);
    const otherRead = known.has(otherPath) ? other : demanded(other, otherPath);
    return `$type(${read}) = "${type}" and $type(${otherRead}) = "${type}" and ${variable} ${written} ${other}`;
  }
  if (typeof value !== type) return notExact('rule-unreadable');
  const operand = JSON.stringify(value);
  if (written === '=') return `${read} = ${operand}`;
  return `$type(${read}) = "${type}" and ${variable} ${written} ${operand}`;
}

/** `*` stands for any characters; `\*` for itself. Patterns with stars at their ends need no regular expression. */
function matches(read: string, variable: string, value: Json | undefined): string {
  if (typeof value !== 'string') return notExact('rule-unreadable');
  const parts = value.split(/(?<=(?:^|[^\\])(?:\\\\)*)\*/).map((part) => part.replace(/\\([*\\])/g, '$1'));
  const [first = '', last = '', third = ''] = parts;
  const isText = `$type(${read}) = "string"`;
  if (parts.length === 1) return `${read} = ${textExpression(first)}`;
  if (parts.length === 2 && first === '' && last === '') return isText;
  if (parts.length === 2 && last === '')
    return `${isText} and $substring(${variable}, 0, ${lengthOf(first)}) = ${textExpression(first)}`;
  if (parts.length === 2 && first === '')
    return `${isText} and $length(${variable}) >= ${lengthOf(last)} and $substring(${variable}, -${lengthOf(last)}) = ${textExpression(last)}`;
  if (parts.length === 3 && first === '' && third === '')
    return `${isText} and $contains(${variable}, ${textExpression(last)})`;
  return notExact('operator-differs', { operator: `StringMatches ${value}` });
}

/** As JSONata counts: code points. */
const lengthOf = (text: string): string => String(Array.from(text).length);
