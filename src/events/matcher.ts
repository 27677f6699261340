import type { Facts, Localized } from '../model/localized.js';
import { parseCidr, type Network } from './cidr.js';
import { isScalar, type Scalar } from './json.js';
import { wildcardError } from './wildcard.js';

/** Tests of a text. */
export type TextTest = 'prefix' | 'suffix' | 'equals-ignore-case' | 'wildcard';
export type NumericOperator = '=' | '<' | '<=' | '>' | '>=';

export interface Bound {
  readonly operator: NumericOperator;
  readonly value: number;
}

/** One thing that a field may be. */
export type Matcher =
  | { readonly kind: 'exact'; readonly value: Scalar }
  | { readonly kind: 'text'; readonly test: TextTest; readonly text: string; readonly ignoreCase: boolean }
  | { readonly kind: 'numeric'; readonly bounds: readonly Bound[] }
  | { readonly kind: 'cidr'; readonly text: string; readonly network: Network }
  | { readonly kind: 'exists'; readonly exists: boolean }
  | { readonly kind: 'anything-but'; readonly values: readonly (string | number)[] }
  | { readonly kind: 'anything-but-text'; readonly test: TextTest; readonly texts: readonly string[] };

/** Every operator with what it is for and what to write first: completion and help. */
export const operators = {
  prefix: { label: { en: 'begins with', ja: '前方一致' }, sample: '""' },
  suffix: { label: { en: 'ends with', ja: '後方一致' }, sample: '""' },
  'anything-but': { label: { en: 'anything but', ja: '以外' }, sample: '[""]' },
  'equals-ignore-case': { label: { en: 'equals, case ignored', ja: '大文字と小文字を区別しない一致' }, sample: '""' },
  wildcard: { label: { en: 'with * for any characters', ja: '* を任意の文字とする一致' }, sample: '"*"' },
  numeric: { label: { en: 'range of numbers', ja: '数値の範囲' }, sample: '[">=", 0]' },
  exists: { label: { en: 'present or absent', ja: 'フィールドの有無' }, sample: 'true' },
  cidr: { label: { en: 'IP address range', ja: 'IP アドレスの範囲' }, sample: '"10.0.0.0/24"' },
} as const satisfies Record<string, { readonly label: Localized; readonly sample: string }>;

type Operator = keyof typeof operators;
const isOperator = (name: string): name is Operator => Object.hasOwn(operators, name);

interface Failure {
  readonly path: readonly string[];
  readonly words: Localized;
  readonly facts: Facts;
}
type Read = { readonly matcher: Matcher } | Failure;

const failure = (words: Localized, path: readonly string[] = [], facts: Facts = {}): Failure => ({
  words,
  path,
  facts,
});

/** Reads an item of the list of a field. */
export function parseMatcher(item: unknown): Read {
  if (isScalar(item)) return { matcher: { kind: 'exact', value: item } };
  if (typeof item !== 'object' || Array.isArray(item)) return failure(texts.listInList);
  const [entry, second] = Object.entries(item);
  if (entry === undefined) return failure(texts.emptyMatcher);
  const [name, operand] = entry as [string, unknown];
  if (!isOperator(name)) return failure(texts.unknown, [name], { name, known: Object.keys(operators).join(', ') });
  if (second !== undefined) return failure(texts.oneOperator, [second[0]]);
  return readers[name](operand);
}

const readers: Readonly<Record<Operator, (operand: unknown) => Read>> = {
  prefix: (operand) => affix('prefix', operand),
  suffix: (operand) => affix('suffix', operand),
  'equals-ignore-case': (operand) =>
    typeof operand === 'string'
      ? textMatcher('equals-ignore-case', operand)
      : failure(texts.wantsText, ['equals-ignore-case'], { name: 'equals-ignore-case' }),
  wildcard: (operand) => {
    if (typeof operand !== 'string') return failure(texts.wantsText, ['wildcard'], { name: 'wildcard' });
    const wrong = wildcardError(operand);
    return wrong === undefined ? textMatcher('wildcard', operand) : failure(wrong, ['wildcard']);
  },
  'anything-but': (operand) => anythingBut(operand),
  numeric: (operand) => numeric(operand),
  exists: (operand) =>
    typeof operand === 'boolean' ? { matcher: { kind: 'exists', exists: operand } } : failure(texts.exists, ['exists']),
  cidr: (operand) => {
    const network = typeof operand === 'string' ? parseCidr(operand) : undefined;
    return network === undefined || typeof operand !== 'string'
      ? failure(texts.cidr, ['cidr'])
      : { matcher: { kind: 'cidr', text: operand, network } };
  },
};

const textMatcher = (test: TextTest, text: string, ignoreCase = test === 'equals-ignore-case'): Read => ({
  matcher: { kind: 'text', test, text, ignoreCase },
});

const onlyEntry = (value: unknown): readonly [string, unknown] | undefined => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const [entry, second] = Object.entries(value) as [string, unknown][];
  return second === undefined ? entry : undefined;
};

function affix(test: 'prefix' | 'suffix', operand: unknown): Read {
  if (typeof operand === 'string') return textMatcher(test, operand);
  const inner = onlyEntry(operand);
  return inner?.[0] === 'equals-ignore-case' && typeof inner[1] === 'string'
    ? textMatcher(test, inner[1], true)
    : failure(texts.affix, [test], { name: test });
}

const textTests: readonly string[] = ['prefix', 'suffix', 'equals-ignore-case', 'wildcard'];
const isTextTest = (name: string): name is TextTest => textTests.includes(name);

function anythingBut(operand: unknown): Read {
  const path = ['anything-but'];
  const inner = onlyEntry(operand);
  if (inner !== undefined) {
    const [test, value] = inner;
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    const given = list.filter((item) => typeof item === 'string');
    if (!isTextTest(test)) return failure(texts.anythingBut, [...path, test]);
    if (given.length === 0 || given.length < list.length)
      return failure(texts.wantsTexts, [...path, test], { name: test });
    if (test !== 'equals-ignore-case' && given.includes(''))
      return failure(texts.emptyText, [...path, test], { name: test });
    const wrong = test === 'wildcard' ? given.map(wildcardError).find((error) => error !== undefined) : undefined;
    if (wrong !== undefined) return failure(wrong, [...path, test]);
    return { matcher: { kind: 'anything-but-text', test, texts: given } };
  }
  const values: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  const strings = values.filter((value) => typeof value === 'string');
  const numbers = values.filter((value) => typeof value === 'number');
  if (values.length === 0 || (strings.length < values.length && numbers.length < values.length))
    return failure(texts.anythingBut, path);
  return { matcher: { kind: 'anything-but', values: [...strings, ...numbers] } };
}

/** EventBridge compares numbers within these: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html */
const largest = 5_000_000_000;

function numeric(operand: unknown): Read {
  const path = ['numeric'];
  if (!Array.isArray(operand)) return failure(texts.numeric, path);
  const terms: readonly unknown[] = operand;
  const [first, low, second, high, ...more] = terms;
  const isNumber = (value: unknown): value is number => typeof value === 'number';
  if (typeof first !== 'string' || !isNumber(low) || more.length > 0) return failure(texts.numeric, path);
  if (!isNumericOperator(first)) return failure(texts.numericOperator, [...path, '0'], { name: first });
  if ([low, high].some((value) => isNumber(value) && Math.abs(value) > largest))
    return failure(texts.numericSize, path);
  if (terms.length === 2) return { matcher: { kind: 'numeric', bounds: [{ operator: first, value: low }] } };
  if (!first.startsWith('>') || (second !== '<' && second !== '<=') || !isNumber(high))
    return failure(texts.numericRange, path);
  if (low >= high) return failure(texts.numericOrder, path);
  return {
    matcher: {
      kind: 'numeric',
      bounds: [
        { operator: first, value: low },
        { operator: second, value: high },
      ],
    },
  };
}

const numericOperators: readonly string[] = ['=', '<', '<=', '>', '>='];
const isNumericOperator = (text: string): text is NumericOperator => numericOperators.includes(text);

const texts = {
  listInList: {
    en: 'a value to match is a text, a number, true, false, null or an operator',
    ja: '一致させる値には、文字列、数値、true、false、null、演算子のいずれかを指定してください。',
  },
  emptyMatcher: { en: 'an operator is expected here', ja: 'ここには演算子が必要です。' },
  unknown: {
    en: '"{name}" is no operator; known: {known}',
    ja: '「{name}」は演算子ではありません。使用できる演算子: {known}',
  },
  oneOperator: {
    en: 'one operator only: put the others into the list as well',
    ja: '1 つのオブジェクトに指定できる演算子は 1 つです。ほかの演算子はリストに追加してください。',
  },
  wantsText: { en: '"{name}" takes a text', ja: '「{name}」には文字列を指定してください。' },
  wantsTexts: {
    en: '"{name}" takes a text or a list of texts',
    ja: '「{name}」には文字列またはそのリストを指定してください。',
  },
  emptyText: { en: '"{name}" takes no empty text here', ja: 'ここでは「{name}」に空の文字列を指定できません。' },
  affix: {
    en: '"{name}" takes a text or equals-ignore-case with a text',
    ja: '「{name}」には文字列、または文字列を指定した equals-ignore-case を指定してください。',
  },
  anythingBut: {
    en: 'anything-but takes texts, or numbers, or one of prefix, suffix, equals-ignore-case, wildcard',
    ja: 'anything-but には、文字列、数値、または prefix、suffix、equals-ignore-case、wildcard のいずれかを指定してください。',
  },
  exists: { en: 'exists takes true or false', ja: 'exists には true または false を指定してください。' },
  cidr: {
    en: 'cidr takes a range of IP addresses such as "10.0.0.0/24"',
    ja: 'cidr には "10.0.0.0/24" のような IP アドレスの範囲を指定してください。',
  },
  numeric: {
    en: 'numeric takes a list such as [">=", 0, "<", 10]',
    ja: 'numeric には [">=", 0, "<", 10] のようなリストを指定してください。',
  },
  numericOperator: {
    en: '"{name}" compares no numbers; known: = < <= > >=',
    ja: '「{name}」では数値を比較できません。使用できる演算子: = < <= > >=',
  },
  numericRange: {
    en: 'a range is written with > or >= first, then < or <=',
    ja: '範囲は > または >= の後に < または <= を指定してください。',
  },
  numericOrder: {
    en: 'the lower end of the range must be smaller than the upper',
    ja: '範囲の下限には、上限より小さい値を指定してください。',
  },
  numericSize: {
    en: 'numbers are compared from -5,000,000,000 to 5,000,000,000',
    ja: '比較できる数値は -5,000,000,000～5,000,000,000 です。',
  },
} as const satisfies Record<string, Localized>;
