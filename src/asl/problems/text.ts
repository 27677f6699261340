import { defineProblems, error } from './define.js';

/** What makes a text no definition at all. */
export const textProblems = defineProblems({
  'text-too-long': error(
    [
      'The definition is longer than 1 MB, the quota of Step Functions.',
      '定義のサイズが Step Functions の上限である 1 MB を超えています。',
    ],
    ['Move a part of it into a nested state machine.', '一部をネストされたステートマシンに移動してください。'],
  ),
  'too-deep': error(
    ['The definition is nested more than {limit} levels deep.', '定義のネストが {limit} 階層を超えています。'],
    ['Reduce the nesting.', 'ネストを浅くしてください。'],
  ),
  'too-many-values': error(
    [
      'With its aliases expanded the definition has more than {limit} values.',
      'エイリアスを展開すると、定義の値が {limit} 個を超えます。',
    ],
    ['Write the values out, or remove aliases.', 'エイリアスを減らすか、値を直接記述してください。'],
  ),
  syntax: error(
    ['Syntax error: {detail}', '構文エラー: {detail}'],
    ['Correct the text at this place.', 'この場所の構文を修正してください。'],
  ),
  'key-not-text': error(
    ['A key must be a text.', 'キーには文字列を指定してください。'],
    ['Put the key in quotes.', 'キーを引用符で囲んでください。'],
  ),
  'duplicate-key': error(
    ['The key "{key}" appears twice.', 'キー「{key}」が重複しています。'],
    ['Keep one of the two.', 'どちらか一方を残してください。'],
  ),
  'not-an-object': error(
    [
      'A definition is an object with StartAt and States.',
      '定義には、StartAt と States を持つオブジェクトを記述してください。',
    ],
    ['Begin with StartAt and States.', 'StartAt と States から記述してください。'],
  ),
});
