import type { Facts, Localized } from '../model/localized.js';
import type { Severity } from '../model/problems.js';
import type { Path, Range } from './document.js';

interface AslProblemText {
  readonly severity: Severity;
  readonly message: Localized;
}

const define = <const T extends Record<string, AslProblemText>>(texts: T): T => texts;
const error = (en: string, ja: string) => ({ severity: 'error', message: { en, ja } }) as const;
const warning = (en: string, ja: string) => ({ severity: 'warning', message: { en, ja } }) as const;

/** Everything that can be wrong with a definition, with its words. A code is written once, as a key here. */
export const aslProblemTexts = define({
  'text-too-long': error(
    'The definition is longer than 1 MB, the quota of Step Functions.',
    '定義のサイズが Step Functions の上限である 1 MB を超えています。',
  ),
  'too-deep': error(
    'The definition is nested more than {limit} levels deep.',
    '定義のネストが {limit} 階層を超えています。',
  ),
  'too-many-values': error(
    'With its aliases expanded the definition has more than {limit} values.',
    'エイリアスを展開すると、定義の値が {limit} 個を超えます。',
  ),
  syntax: error('The text cannot be read: {detail}', 'テキストを読み込めません: {detail}'),
  'key-not-text': error('A key must be a text.', 'キーには文字列を指定してください。'),
  'duplicate-key': error('The key "{key}" appears twice.', 'キー「{key}」が重複しています。'),
  'not-an-object': error(
    'A definition is an object with StartAt and States.',
    '定義には、StartAt と States を持つオブジェクトを記述してください。',
  ),
});

export type AslProblemCode = keyof typeof aslProblemTexts;

/** Something wrong with a definition, with the value that it is about. */
export interface AslProblem {
  readonly code: AslProblemCode;
  readonly facts: Facts;
  readonly path: Path;
  readonly range: Range;
}

export const aslProblem = (code: AslProblemCode, facts: Facts, path: Path, range: Range): AslProblem => ({
  code,
  facts,
  path,
  range,
});

export const aslSeverityOf = (problem: AslProblem): Severity => aslProblemTexts[problem.code].severity;
export const isAslError = (problem: AslProblem): boolean => aslSeverityOf(problem) === 'error';
