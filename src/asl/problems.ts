import { lookup } from '../model/design.js';
import { sameInEveryLanguage, type Facts, type Localized } from '../model/localized.js';
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

const yamlErrors: Readonly<Record<string, Localized>> = {
  BAD_ALIAS: { en: 'this alias refers to nothing', ja: 'エイリアスの参照先がありません' },
  BAD_DQ_ESCAPE: { en: 'this escape sequence is not valid', ja: 'エスケープシーケンスが無効です' },
  BAD_INDENT: { en: 'the indentation does not fit', ja: 'インデントが正しくありません' },
  BLOCK_AS_IMPLICIT_KEY: {
    en: 'a colon too many, or a key without its own line',
    ja: '余分な「:」があるか、キーが改行されていません',
  },
  BLOCK_IN_FLOW: {
    en: 'lines with indentation cannot stand inside brackets',
    ja: '括弧の中では、インデントによる記述を使用できません',
  },
  MISSING_CHAR: {
    en: 'a character is missing here, such as a quote, a comma or a bracket',
    ja: 'ここには引用符、「,」、括弧などの文字が必要です',
  },
  MULTILINE_IMPLICIT_KEY: {
    en: 'a key must stand on one line, with a colon',
    ja: 'キーは 1 行に記述し、「:」を付ける必要があります',
  },
  MULTIPLE_DOCS: { en: 'the text holds more than one document', ja: 'テキストに複数のドキュメントが含まれています' },
  TAB_AS_INDENT: { en: 'tabs cannot be used as indentation', ja: 'インデントにタブは使用できません' },
  UNEXPECTED_TOKEN: { en: 'this is not expected here', ja: 'ここには記述できない内容です' },
};

/** The words for an error of the YAML parser; its own where there are none here. */
export const yamlErrorText = (code: string, message: string): Localized =>
  lookup(yamlErrors, code) ?? sameInEveryLanguage(message);
