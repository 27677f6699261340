import type { Json } from '../model/design.js';
import type { Shape } from './known-events.js';
import { orKey } from './pattern.js';

/** Keys of every event: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html */
export const envelopeKeys = [
  'source',
  'detail-type',
  'detail',
  'account',
  'region',
  'resources',
  'time',
  'id',
  'version',
] as const;

/** An event with everything that EventBridge adds, so that patterns find what they look for. */
export function sampleEvent(source: string, detailType: string, detail: Json): Readonly<Record<string, Json>> {
  return {
    version: '0',
    id: '11111111-2222-3333-4444-555555555555',
    'detail-type': detailType,
    source,
    account: '123456789012',
    time: '2026-01-01T00:00:00Z',
    region: 'us-east-1',
    resources: [],
    detail,
  };
}

/** A value of a type: the name of the field as text, so that one sees what is what. */
export function sampleOf(shape: Shape, name = 'value'): Json {
  if (Array.isArray(shape)) return [sampleOf((shape as readonly [Shape])[0], name)];
  if (typeof shape === 'object')
    return Object.fromEntries(Object.entries(shape).map(([key, inner]) => [key, sampleOf(inner, key)]));
  switch (shape) {
    case 's':
      return name;
    case 'n':
      return 1;
    case 'b':
      return true;
    default:
      return {};
  }
}

const maxDepth = 20;

/**
 * A detail for a pattern of one's own events: its fields with the first value that it names. What has no single value
 * (a range, a suffix) gets one that is close by.
 */
export function sampleForPattern(pattern: unknown, depth = 0): Json {
  if (typeof pattern !== 'object' || pattern === null || Array.isArray(pattern) || depth > maxDepth) return {};
  return Object.fromEntries(
    Object.entries(pattern as Readonly<Record<string, unknown>>)
      .filter(([key, value]) => key !== orKey && !isAbsence(value))
      .map(([key, value]) => [key, Array.isArray(value) ? firstOf(value) : sampleForPattern(value, depth + 1)]),
  );
}

const isAbsence = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 1 && JSON.stringify(value[0]) === '{"exists":false}';

function firstOf([first]: readonly unknown[]): Json {
  if (typeof first === 'string' || typeof first === 'number' || typeof first === 'boolean') return first;
  if (typeof first !== 'object' || first === null) return null;
  const [entry] = Object.entries(first) as [string, unknown][];
  if (entry === undefined) return null;
  const [operator, operand] = entry;
  if (operator === 'numeric' && Array.isArray(operand)) return numberWithin(operand);
  if (operator === 'cidr' && typeof operand === 'string') return operand.replace(/\/.*$/, '');
  if (operator === 'wildcard' && typeof operand === 'string') return operand.replaceAll('*', 'x');
  return typeof operand === 'string' && operator !== 'anything-but' ? operand : 'value';
}

function numberWithin(terms: readonly unknown[]): number {
  const [operator, value, , upper] = terms;
  if (typeof value !== 'number') return 0;
  if (typeof upper === 'number') return (value + upper) / 2;
  return operator === '>' ? value + 1 : operator === '<' ? value - 1 : value;
}
