import type { Facts, Localized } from '../model/localized.js';
import { isInNetwork } from './cidr.js';
import { isScalar, type Scalar } from './json.js';
import type { Bound, Matcher, TextTest } from './matcher.js';
import { isMatchers, isObject, orKey, type Pattern } from './pattern.js';
import { actualWords, expectationOf, texts } from './words.js';
import { matchesWildcard } from './wildcard.js';

/** Why an event does not match: the first field that does not. */
export interface Mismatch {
  readonly path: readonly string[];
  readonly expected: Localized;
  readonly actual: Localized;
  /** The whole sentence. */
  readonly words: Localized;
  readonly facts: Facts;
}

export type MatchResult = { readonly matches: true } | { readonly matches: false; readonly reason: Mismatch };

const matched: MatchResult = { matches: true };

/**
 * Whether an event matches a pattern, as EventBridge decides it: every field of the pattern is in the event with one of
 * its values; where the event has a list, one element has to match, the same one for all fields below it.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns-arrays.html
 */
export function matchEvent(pattern: Pattern, event: unknown): MatchResult {
  return matchObject(pattern, event, []);
}

function matchObject(pattern: Pattern, value: unknown, path: readonly string[]): MatchResult {
  if (Array.isArray(value)) return matchElements(pattern, value, path);
  for (const [key, inner] of pattern.fields) {
    const at = [...path, key];
    const field = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    const result = isMatchers(inner) ? matchField(inner, field, at) : matchObject(inner, field, at);
    if (!result.matches) return result;
  }
  const [first, ...rest] = pattern.alternatives;
  if (first === undefined || [first, ...rest].some((one) => matchObject(one, value, path).matches)) return matched;
  return mismatch([...path, orKey], texts.oneOf, texts.noneOf, texts.alternatives);
}

/** A list holds the field as often as it has elements: one of them has to match in whole. */
function matchElements(pattern: Pattern, elements: readonly unknown[], path: readonly string[]): MatchResult {
  if (elements.length === 0) return matchObject(pattern, undefined, path);
  let reason: MatchResult | undefined;
  for (const element of elements) {
    const result = matchObject(pattern, element, path);
    if (result.matches) return matched;
    reason ??= result;
  }
  return elements.length === 1 && reason !== undefined
    ? reason
    : mismatch(path, texts.oneElement, texts.noElement, texts.elements);
}

function matchField(matchers: readonly Matcher[], value: unknown, path: readonly string[]): MatchResult {
  const values = scalarsOf(value);
  const isMatching =
    values.length === 0
      ? matchers.some((matcher) => matcher.kind === 'exists' && !matcher.exists)
      : matchers.some((matcher) => values.some((one) => matches(matcher, one)));
  return isMatching ? matched : mismatch(path, expectationOf(matchers), actualWords(value, values), texts.field);
}

/** What a field holds: the values of a list at any depth; nothing where it is absent, an object or an empty list. */
function scalarsOf(value: unknown): readonly Scalar[] {
  if (isScalar(value)) return [value];
  return Array.isArray(value) ? value.flatMap(scalarsOf) : [];
}

function matches(matcher: Matcher, value: Scalar): boolean {
  switch (matcher.kind) {
    case 'exact':
      return matcher.value === value;
    case 'text':
      return typeof value === 'string' && isText(matcher.test, matcher.text, value, matcher.ignoreCase);
    case 'numeric':
      return typeof value === 'number' && matcher.bounds.every((bound) => isWithin(bound, value));
    case 'cidr':
      return typeof value === 'string' && isInNetwork(matcher.network, value);
    case 'exists':
      return matcher.exists;
    case 'anything-but':
      return !matcher.values.some((one) => one === value);
    case 'anything-but-text':
      return !(typeof value === 'string' && matcher.texts.some((text) => isText(matcher.test, text, value)));
  }
}

function isText(test: TextTest, wanted: string, value: string, ignoreCase = test === 'equals-ignore-case'): boolean {
  const [text, given] = ignoreCase ? [wanted.toLowerCase(), value.toLowerCase()] : [wanted, value];
  switch (test) {
    case 'prefix':
      return given.startsWith(text);
    case 'suffix':
      return given.endsWith(text);
    case 'equals-ignore-case':
      return given === text;
    case 'wildcard':
      return matchesWildcard(text, given);
  }
}

function isWithin({ operator, value: bound }: Bound, value: number): boolean {
  switch (operator) {
    case '=':
      return value === bound;
    case '<':
      return value < bound;
    case '<=':
      return value <= bound;
    case '>':
      return value > bound;
    case '>=':
      return value >= bound;
  }
}

function mismatch(path: readonly string[], expected: Localized, actual: Localized, words: Localized): MatchResult {
  return {
    matches: false,
    reason: { path, expected, actual, words, facts: { path: path.join('.'), expected, actual } },
  };
}
