import { lookup, type Json } from '../../../model/design.js';
import type { JsonObject, QueryLanguage } from '../../../asl/definition.js';
import type { Path } from '../../../asl/document.js';
import { isExpression } from '../../../asl/expressions.js';
import type { Changes } from './form-context.js';

/** A value that is written down, or one that an expression gives when the state runs. */
export type Dynamic =
  | { readonly mode: 'literal'; readonly value: Json | undefined }
  | { readonly mode: 'expression'; readonly text: string };

/** JSONPath has a field of its own for the path of a value: `TimeoutSecondsPath` beside `TimeoutSeconds`. */
export const pathFieldOf = (key: string): string => `${key}Path`;

/** In a template the key of the value itself says that it is a path: `TableName.$`. */
export const templateKeyOf = (key: string): string => `${key}.$`;

/** Reads a field of an object that can be dynamic. `hasNoText`: a text is none of its values, so it stands for one. */
export function readDynamic(
  fields: JsonObject,
  key: string,
  language: QueryLanguage,
  hasNoText: boolean,
  pathKey: (key: string) => string = pathFieldOf,
): Dynamic {
  const value = lookup(fields, key);
  if (language === 'JSONPath') {
    const path = lookup(fields, pathKey(key));
    if (path !== undefined) return { mode: 'expression', text: typeof path === 'string' ? path : JSON.stringify(path) };
  }
  if (typeof value === 'string' && (hasNoText || (language === 'JSONata' && isExpression(value))))
    return { mode: 'expression', text: value };
  return { mode: 'literal', value };
}

/** What makes a field hold a value: the one of the two fields is set, and the other removed. */
export function changesFor(
  path: Path,
  language: QueryLanguage,
  next: Dynamic,
  pathKey: (key: string) => string = pathFieldOf,
): Changes {
  const key = path.at(-1) ?? '';
  const byPath = [...path.slice(0, -1), pathKey(key)];
  if (next.mode === 'literal')
    return language === 'JSONPath'
      ? [
          [byPath, undefined],
          [path, next.value],
        ]
      : [[path, next.value]];
  const text = next.text.trim();
  if (text === '')
    return language === 'JSONPath'
      ? [
          [path, undefined],
          [byPath, undefined],
        ]
      : [[path, undefined]];
  // `${Name}` stands for the value itself, in either language.
  if (language === 'JSONata' || text.startsWith('${')) return [[path, asExpression(text)]];
  return [
    [path, undefined],
    [byPath, text],
  ];
}

/** An expression with its `{% %}`, which people may leave out. */
export const asExpression = (text: string): string =>
  isExpression(text) || text.startsWith('{%') || text.startsWith('${') ? text : `{% ${text} %}`;
