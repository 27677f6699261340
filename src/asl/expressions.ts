import jsonata from 'jsonata';
import type { Json } from '../model/design.js';
import type { Path } from './document.js';

/** JSONata stands in strings as `{% ... %}`. */
export const isExpression = (text: string): boolean => text.startsWith('{%') && text.endsWith('%}') && text.length >= 4;

const inner = (text: string): string => text.slice(2, -2);

/** `${Name}` is put in before the service reads the text; outside of quotes it can stand for any of these. */
const standIns = ['x', '0', '"x"'];

/** What is wrong with a JSONata expression, in the parser's words and with its offset; undefined: nothing. */
export function expressionError(
  text: string,
): { readonly detail: string; readonly at: number | undefined } | undefined {
  const tries = text.includes('${') ? standIns.map((name) => text.replace(/\$\{[^}]*\}/g, name)) : [text];
  let first: { readonly detail: string; readonly at: number | undefined } | undefined;
  for (const source of tries) {
    try {
      jsonata(inner(source));
      return undefined;
    } catch (error) {
      // A border: the parser throws plain objects for what a person can cause.
      first ??= { detail: messageOf(error), at: positionOf(error) };
    }
  }
  return first;
}

const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
const positionOf = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'position' in error && typeof error.position === 'number'
    ? error.position
    : undefined;

/** Every string in a value, with its path. */
export function* stringsIn(
  value: Json | undefined,
  path: Path,
): Generator<{ readonly text: string; readonly path: Path }> {
  if (typeof value === 'string') yield { text: value, path };
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* stringsIn(item, [...path, key]);
}
