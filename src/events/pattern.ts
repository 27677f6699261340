import type { Facts, Localized } from '../model/localized.js';
import { isScalar, type Scalar } from './json.js';
import { parseMatcher, type Matcher } from './matcher.js';

/**
 * An event pattern, read. Fields are joined by "and", the matchers of a field by "or"; `alternatives` are those of
 * `$or`, one of which has to match as well.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export interface Pattern {
  readonly fields: ReadonlyMap<string, Pattern | readonly Matcher[]>;
  readonly alternatives: readonly Pattern[];
}

/** What is wrong in a pattern, and where: keys from its root, positions in a list as digits. */
export interface PatternProblem {
  readonly path: readonly string[];
  readonly words: Localized;
  readonly facts: Facts;
}

export type ParsedPattern =
  { readonly pattern: Pattern } | { readonly problems: readonly [PatternProblem, ...PatternProblem[]] };

/**
 * Characters of a pattern without its white space, as long as no higher quota was asked for:
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
 */
export const maxPatternLength = 2048;
const maxDepth = 100;

/** The operator that joins whole patterns. */
export const orKey = '$or';
/** Names that cannot be fields inside of `$or`, since they are operators. */
const reserved: readonly string[] = [
  'anything-but',
  'cidr',
  'equals-ignore-case',
  'exists',
  'numeric',
  'prefix',
  'suffix',
  'wildcard',
];

export const isMatchers = (value: Pattern | readonly Matcher[]): value is readonly Matcher[] => Array.isArray(value);

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a pattern from a JSON value. Never throws: what is wrong comes back with its path, everything at once. */
export function parsePattern(value: unknown): ParsedPattern {
  const problems: PatternProblem[] = [];
  const pattern = readObject(value, [], problems);
  if (problems.length === 0 && JSON.stringify(value).length > maxPatternLength)
    problems.push({ path: [], words: texts.tooLong, facts: { limit: maxPatternLength } });
  const [first, ...rest] = problems;
  return first === undefined ? { pattern } : { problems: [first, ...rest] };
}

const nothing: Pattern = { fields: new Map(), alternatives: [] };

function readObject(value: unknown, path: readonly string[], problems: PatternProblem[], inOr = false): Pattern {
  const report = (words: Localized, at: readonly string[], facts: Facts = {}): void => {
    problems.push({ path: at, words, facts });
  };
  if (!isObject(value)) {
    report(path.length === 0 ? texts.noPattern : texts.noAlternative, path);
    return nothing;
  }
  if (path.length > maxDepth) {
    report(texts.tooDeep, path, { limit: maxDepth });
    return nothing;
  }
  const fields = new Map<string, Pattern | readonly Matcher[]>();
  let alternatives: readonly Pattern[] = [];
  const entries = Object.entries(value);
  if (entries.length === 0) report(texts.emptyObject, path);
  for (const [key, inner] of entries) {
    const at = [...path, key];
    if (isOr(key, inner))
      alternatives = inner.map((one, index) => readObject(one, [...at, String(index)], problems, true));
    else if (inOr && reserved.includes(key)) report(texts.reserved, at, { name: key });
    else if (Array.isArray(inner)) fields.set(key, readMatchers(key, inner, at, problems));
    else if (isObject(inner)) fields.set(key, readObject(inner, at, problems, inOr));
    else if (isScalar(inner)) report(texts.noList, at, { name: key, value: shown(inner) });
  }
  return { fields, alternatives };
}

/** Two objects or more; anything else under this name is a field that happens to be called so. */
const isOr = (key: string, value: unknown): value is readonly unknown[] =>
  key === orKey && Array.isArray(value) && value.length > 1 && value.every((item) => isObject(item));

function readMatchers(
  key: string,
  list: readonly unknown[],
  path: readonly string[],
  problems: PatternProblem[],
): readonly Matcher[] {
  if (list.length === 0) problems.push({ path, words: texts.emptyList, facts: { name: key } });
  if (key === orKey && list.length > 0 && list.every((item) => isObject(item) && !isOperator(item)))
    problems.push({ path, words: texts.oneAlternative, facts: {} });
  else
    return list.flatMap((item, index) => {
      const read = parseMatcher(item);
      if ('matcher' in read) return [read.matcher];
      problems.push({ path: [...path, String(index), ...read.path], words: read.words, facts: read.facts });
      return [];
    });
  return [];
}

const isOperator = (value: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(value).some((key) => reserved.includes(key));

const longest = 40;
/** A value as JSON, cut where it is long. */
export function shown(value: Scalar): string {
  const text = JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

const texts = {
  noPattern: {
    en: 'a pattern is an object with at least one field',
    ja: 'パターンには 1 つ以上のフィールドが必要です。',
  },
  noAlternative: { en: 'each alternative of $or is an object', ja: '$or の選択肢はオブジェクトで指定してください。' },
  oneAlternative: { en: '$or needs two alternatives or more', ja: '$or には 2 つ以上の選択肢が必要です。' },
  emptyObject: {
    en: 'an object in a pattern has at least one field',
    ja: 'パターンのオブジェクトには 1 つ以上のフィールドが必要です。',
  },
  emptyList: { en: '"{name}" has no value to match', ja: '「{name}」に一致させる値がありません。' },
  noList: {
    en: 'the value of "{name}" must be a list: [{value}]',
    ja: '「{name}」の値はリストで指定してください: [{value}]',
  },
  reserved: {
    en: '"{name}" is an operator and cannot be a field inside of $or',
    ja: '「{name}」は演算子のため、$or の中でフィールドとして使用できません。',
  },
  tooDeep: { en: 'nested more than {limit} levels deep', ja: 'ネストが {limit} 階層を超えています。' },
  tooLong: {
    en: 'longer than {limit} characters, the quota of an event pattern',
    ja: 'イベントパターンの上限 ({limit} 文字) を超えています。',
  },
} as const satisfies Record<string, Localized>;
