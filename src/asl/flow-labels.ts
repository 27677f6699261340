import { lookup, type Json } from '../model/design.js';
import { asText, isObject, type JsonObject } from './definition.js';

/** As much of a condition as fits beside a line. */
const maxLabel = 80;

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  // Half a character at the cut would be drawn as a box.
  return line.length <= maxLabel ? line : `${line.slice(0, maxLabel - 1).replace(/[\ud800-\udbff]$/, '')}…`;
};

/** The condition of a rule in short, in the signs that both query languages share: no words to translate. */
export function ruleLabel(rule: JsonObject): string {
  const condition = lookup(rule, 'Condition');
  if (typeof condition === 'string') return short(condition.replace(/^\{%([\s\S]*)%\}$/, '$1'));
  if (condition !== undefined) return short(JSON.stringify(condition));
  return short(comparison(rule, 0));
}

/** The errors that a catcher takes. */
export function catcherLabel(catcher: JsonObject): string {
  const errors = lookup(catcher, 'ErrorEquals');
  return short((Array.isArray(errors) ? (errors as readonly Json[]) : []).map(plain).join(', '));
}

const plain = (value: Json | undefined): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null));

const signs = [
  ['GreaterThanEquals', '>='],
  ['LessThanEquals', '<='],
  ['GreaterThan', '>'],
  ['LessThan', '<'],
  ['Equals', '=='],
  ['Matches', '~'],
] as const;

function comparison(rule: JsonObject, depth: number): string {
  if (depth > 8) return '…';
  for (const [key, sign] of [
    ['And', ' && '],
    ['Or', ' || '],
  ] as const) {
    const parts = lookup(rule, key);
    if (!Array.isArray(parts)) continue;
    const text = (parts as readonly Json[])
      .slice(0, 20)
      .map((part) => (isObject(part) ? comparison(part, depth + 1) : plain(part)))
      .join(sign);
    return depth === 0 ? text : `(${text})`;
  }
  const not = lookup(rule, 'Not');
  if (isObject(not)) return `!(${comparison(not, depth + 1)})`;
  const variable = asText(lookup(rule, 'Variable')) ?? '';
  const operator = Object.keys(rule).find((key) => !['Variable', 'Next', 'Comment', 'Assign', 'Output'].includes(key));
  if (operator === undefined) return variable;
  const value = lookup(rule, operator);
  if (operator.startsWith('Is')) return `${value === false ? '!' : ''}${operator}(${variable})`;
  const name = operator.replace(/Path$/, '');
  const sign = signs.find(([suffix]) => name.endsWith(suffix))?.[1] ?? operator;
  return `${variable} ${sign} ${operator.endsWith('Path') ? plain(value) : JSON.stringify(value ?? null)}`;
}
