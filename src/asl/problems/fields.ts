import { defineProblems, error, warning } from './define.js';

const removeIt = ['Remove it, or correct its name.', '削除するか、名前を修正してください。'] as const;

/** Fields: which there are, and what values they take. */
export const fieldProblems = defineProblems({
  'object-expected': error(
    ['"{field}" must hold objects.', '「{field}」にはオブジェクトを指定してください。'],
    ['Write an object in { }.', '{ } で囲んだオブジェクトを記述してください。'],
  ),
  'list-expected': error(
    ['"{field}" must be a list.', '「{field}」にはリストを指定してください。'],
    ['Write a list in [ ].', '[ ] で囲んだリストを記述してください。'],
  ),
  'text-expected': error(
    ['"{field}" must be a text.', '「{field}」には文字列を指定してください。'],
    ['Write a text in quotes.', '引用符で囲んだ文字列を記述してください。'],
  ),
  'boolean-expected': error(
    ['"{field}" must be true or false.', '「{field}」には true または false を指定してください。'],
    ['Write true or false, without quotes.', '引用符を付けずに true または false を記述してください。'],
  ),
  'value-unknown': error(
    ['"{field}" must be one of {values}.', '「{field}」には次のいずれかを指定してください: {values}。'],
    ['Write one of these values.', '上記のいずれかの値を記述してください。'],
  ),
  'field-missing': error(
    ['{what} needs the field "{field}".', '{what} には「{field}」フィールドが必要です。'],
    ['Add the field.', 'フィールドを追加してください。'],
  ),
  'option-unknown': warning(
    ['{what} has no setting "{field}" known here.', '{what} に「{field}」という設定は見つかりません。'],
    removeIt,
  ),
  'field-unknown': error(['{what} has no field "{field}".', '{what} に「{field}」フィールドはありません。'], removeIt),
  'field-of-other-type': error(
    ['{what} states have no field "{field}".', '{what} ステートでは「{field}」フィールドを使用できません。'],
    ['Remove it, or change the type of the state.', '削除するか、ステートのタイプを変更してください。'],
  ),
  'field-of-jsonata': error(
    ['"{field}" needs the query language JSONata.', '「{field}」を使用するには、クエリ言語を JSONata にしてください。'],
    [
      'Set QueryLanguage to JSONata, or use the field of JSONPath.',
      'QueryLanguage を JSONata に設定するか、JSONPath のフィールドを使用してください。',
    ],
  ),
  'field-of-jsonpath': error(
    [
      '"{field}" needs the query language JSONPath.',
      '「{field}」を使用するには、クエリ言語を JSONPath にしてください。',
    ],
    [
      'Set QueryLanguage to JSONPath, or use the field of JSONata.',
      'QueryLanguage を JSONPath に設定するか、JSONata のフィールドを使用してください。',
    ],
  ),
  'language-not-jsonpath': error(
    [
      'In a JSONata definition no state can use JSONPath.',
      '定義全体のクエリ言語が JSONata の場合、ステートで JSONPath は使用できません。',
    ],
    [
      'Remove QueryLanguage here, or at the top of the definition.',
      'ここまたは定義の最上位の QueryLanguage を削除してください。',
    ],
  ),
  'fields-exclude': error(
    ['Only one of {first} and {second} is possible.', '{first} と {second} は同時に指定できません。'],
    ['Remove one of the two.', 'どちらか一方を削除してください。'],
  ),
  'number-too-small': error(
    ['"{field}" must be {min} or more.', '「{field}」には {min} 以上の値を指定してください。'],
    ['Write such a number, without quotes.', '引用符を付けずに、この範囲の数値を記述してください。'],
  ),
  'number-out-of-range': error(
    ['"{field}" must be between {min} and {max}.', '「{field}」には {min}～{max} の値を指定してください。'],
    ['Write such a number, without quotes.', '引用符を付けずに、この範囲の数値を記述してください。'],
  ),
  'template-expected': error(
    ['"{field}" must be an object or a list.', '「{field}」にはオブジェクトまたはリストを指定してください。'],
    [
      'Write the values as an object; a single path belongs into InputPath.',
      '値をオブジェクトとして記述してください。単一のパスは InputPath に指定します。',
    ],
  ),
});
