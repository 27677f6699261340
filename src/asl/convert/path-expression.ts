import { notExact } from './refusal.js';

/** What `$` stands for where a path is read. */
export interface Roots {
  /** An expression: `$states.input`, `$states.result`. */
  readonly data: string;
}

/**
 * The JSONata expression that gives the one value that a JSONPath names. A value that is missing fails in both: JSONPath
 * finds no such path, and an expression without a result is an error.
 */
export function pathExpression(path: string, { data }: Roots): string {
  if (path.includes('${')) return notExact('substitution-inside', { path });
  const start = /^\$(?:\$|[\p{ID_Start}_][\p{ID_Continue}]*)?/u.exec(path)?.[0];
  if (start === undefined) return notExact('path-several', { path });
  const root = start === '$' ? data : start === '$$' ? '$states.context' : start;
  let written = root;
  let at = start.length;
  while (at < path.length) {
    const step =
      /\.([^.[\]()\s'",*:?@$&|<>=!~^%+\-/{}\\`;#]+)|\[\s*'([^'\\`]*)'\s*\]|\[\s*"([^"\\`]*)"\s*\]|\[\s*(-?\d+)\s*\]|\.([^.[\]()\s'",*:?@\\`]+)/y;
    step.lastIndex = at;
    const match = step.exec(path);
    if (match === null) return notExact('path-several', { path });
    const [whole, plain, single, double, index, other] = match;
    written =
      index === undefined
        ? `${written}.${keyExpression(plain ?? single ?? double ?? other ?? '')}`
        : `${written}[${index}]`;
    at += whole.length;
  }
  return written;
}

/** A name that JSONata reads as itself; every other stands in backticks. */
const keyExpression = (key: string): string =>
  /^[A-Za-z_]\w*$/.test(key) && !['and', 'or', 'in', 'true', 'false', 'null', 'function'].includes(key)
    ? key
    : `\`${key}\``;

/** Text as JSONata writes it. */
export const textExpression = (text: string): string => JSON.stringify(text);

/** Fails where there is no value, as a path does, in places where JSONata would go on without one. */
export const demanded = (expression: string, path: string): string =>
  isAlways(expression)
    ? expression
    : `($exists(${expression}) ? ${expression} : $error(${textExpression(`No value at ${path}`)}))`;

/** Whether the expression always has a value. */
const isAlways = (expression: string): boolean => /^\$states\.(?:input|result|errorOutput|context)$/.test(expression);
