import { lookup } from '../model/design.js';
import { sameInEveryLanguage, type Facts, type Localized } from '../model/localized.js';
import type { Path, Range } from './document.js';
import type { AslProblemCode } from './problems.js';

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

const yamlErrors: Readonly<Record<string, Localized>> = {
  BAD_ALIAS: { en: 'this alias refers to nothing', ja: 'エイリアスの参照先がありません。' },
  BAD_DQ_ESCAPE: { en: 'this escape sequence is not valid', ja: 'エスケープシーケンスが無効です。' },
  BAD_INDENT: { en: 'the indentation does not fit', ja: 'インデントが正しくありません。' },
  BLOCK_AS_IMPLICIT_KEY: {
    en: 'a colon too many, or a key without its own line',
    ja: '余分な「:」があるか、キーが改行されていません。',
  },
  BLOCK_IN_FLOW: {
    en: 'lines with indentation cannot stand inside brackets',
    ja: '括弧の中では、インデントによる記述を使用できません。',
  },
  MISSING_CHAR: {
    en: 'a character is missing here, such as a quote, a comma or a bracket',
    ja: 'ここには引用符、「,」、括弧などの文字が必要です。',
  },
  MULTILINE_IMPLICIT_KEY: {
    en: 'a key must stand on one line, with a colon',
    ja: 'キーは 1 行に記述し、「:」を付ける必要があります。',
  },
  MULTIPLE_DOCS: { en: 'the text holds more than one document', ja: 'テキストに複数のドキュメントが含まれています。' },
  TAB_AS_INDENT: { en: 'tabs cannot be used as indentation', ja: 'インデントにタブは使用できません。' },
  UNEXPECTED_TOKEN: { en: 'this is not expected here', ja: 'ここには記述できない内容です。' },
};

/** The words for an error of the YAML parser; its own where there are none here. */
export const yamlErrorText = (code: string, message: string): Localized =>
  lookup(yamlErrors, code) ?? sameInEveryLanguage(message);
