import { isPlain } from '../../model/equal.js';

/** Values of a template as people read them: `${Orders.Arn}/index/*` in place of Fn::Join and Fn::GetAtt. */

/** Deeper than any template: what is deeper was made to hurt. */
const deepest = 60;

/** A value as text: what refers to something by `${Name}`, everything else as JSON. */
export function readable(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value;
  if (value === undefined) return '';
  return reference(value, depth) ?? JSON.stringify(simplified(value, depth));
}

/** The text of an intrinsic function that gives a text; undefined: it is none. */
function reference(value: unknown, depth: number): string | undefined {
  if (!isPlain(value) || depth > deepest) return undefined;
  const keys = Object.keys(value);
  const [name = ''] = keys;
  if (keys.length !== 1) return undefined;
  const given = value[name];
  switch (name) {
    case 'Ref':
      return typeof given === 'string' ? `\${${given}}` : undefined;
    case 'Fn::GetAtt':
      if (typeof given === 'string') return `\${${given}}`;
      return Array.isArray(given) ? `\${${given.map((part) => readable(part, depth + 1)).join('.')}}` : undefined;
    case 'Fn::Sub':
      if (typeof given === 'string') return given;
      return Array.isArray(given) && typeof given[0] === 'string' ? given[0] : undefined;
    case 'Fn::Join': {
      if (!Array.isArray(given)) return undefined;
      const [separator, parts] = given as readonly unknown[];
      if (typeof separator !== 'string' || !Array.isArray(parts)) return undefined;
      return parts.map((part) => readable(part, depth + 1)).join(separator);
    }
    case 'Fn::ImportValue':
      return `\${${readable(given, depth + 1)}}`;
    default:
      return undefined;
  }
}

function simplified(value: unknown, depth: number): unknown {
  if (depth > deepest) return '…';
  if (Array.isArray(value)) return value.map((item) => simplified(item, depth + 1));
  if (!isPlain(value)) return value;
  return (
    reference(value, depth) ??
    Object.fromEntries(Object.entries(value).map(([key, item]) => [key, simplified(item, depth + 1)]))
  );
}

/** Whether two values read the same; of what refers to something only the text counts. */
export const readsSame = (a: unknown, b: unknown): boolean => readable(a) === readable(b);

export interface LeafChange {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Where two values differ, as deep as they are of one form. */
export function leafChanges(before: unknown, after: unknown, path: string, depth = 0): readonly LeafChange[] {
  if (readsSame(before, after)) return [];
  const whole: readonly LeafChange[] = [{ path, before, after }];
  if (depth > 12 || reference(before, depth) !== undefined || reference(after, depth) !== undefined) return whole;
  if (Array.isArray(before) && Array.isArray(after)) {
    if (before.length !== after.length) return whole;
    return before.flatMap((item, index) => leafChanges(item, after[index], `${path}[${String(index)}]`, depth + 1));
  }
  if (!isPlain(before) || !isPlain(after)) return whole;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    leafChanges(own(before, key), own(after, key), path === '' ? key : `${path}.${key}`, depth + 1),
  );
}

const own = (value: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(value, key) ? value[key] : undefined;
