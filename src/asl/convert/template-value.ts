import type { Json } from '../../model/design.js';
import { isObject } from '../definition.js';
import { arrayItems, intrinsicExpression } from './intrinsic-expression.js';
import { demanded, pathExpression, textExpression, type Roots } from './path-expression.js';
import { notExact } from './refusal.js';

const embed = (expression: string): string => `{% ${expression} %}`;
export const embedded = embed;

/** The expression of a path or an intrinsic function. */
export const referenceExpression = (text: string, roots: Roots): string =>
  text.trim().startsWith('States.') ? intrinsicExpression(text.trim(), roots) : pathExpression(text.trim(), roots);

/** A payload template as a JSONata value: `"a.$": "$.b"` becomes `"a": "{% $states.input.b %}"`. */
export function templateValue(template: Json, roots: Roots): Json {
  if (typeof template === 'string') return fixedText(template);
  if (Array.isArray(template)) return (template as readonly Json[]).map((item) => templateValue(item, roots));
  if (!isObject(template)) return template;
  return Object.fromEntries(
    Object.entries(template).map(([key, value]) => {
      if (!key.endsWith('.$')) return [key, templateValue(value, roots)];
      if (typeof value !== 'string') return notExact('field-differs', { field: key });
      const items = arrayItems(value.trim(), roots);
      return [key.slice(0, -2), items?.map(embed) ?? embed(referenceExpression(value, roots))];
    }),
  );
}

/** A value that is sent as it is. */
export function fixedValue(value: Json): Json {
  if (typeof value === 'string') return fixedText(value);
  if (Array.isArray(value)) return (value as readonly Json[]).map(fixedValue);
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fixedValue(item)]))
    : value;
}

const fixedText = (text: string): string => (text.startsWith('{%') ? notExact('text-like-expression') : text);

/** A template as one expression, for where its value becomes a part of another. */
export function templateExpression(template: Json, roots: Roots): string {
  if (typeof template === 'string') return textExpression(fixedText(template));
  if (Array.isArray(template)) return listExpression(template as readonly Json[], roots);
  if (!isObject(template)) return JSON.stringify(template);
  const entries = Object.entries(template).map(([key, value]) => {
    if (!key.endsWith('.$')) return `${textExpression(key)}: ${templateExpression(value, roots)}`;
    if (typeof value !== 'string') return notExact('field-differs', { field: key });
    if (arrayItems(value.trim(), roots) !== undefined) return notExact('list-flattened');
    return `${textExpression(key.slice(0, -2))}: ${demanded(referenceExpression(value, roots), value)}`;
  });
  return `{${entries.join(', ')}}`;
}

/** Lists in lists stay lists only where they are written out. */
const listExpression = (list: readonly Json[], roots: Roots): string =>
  `[${list.map((item) => templateExpression(item, roots)).join(', ')}]`;
