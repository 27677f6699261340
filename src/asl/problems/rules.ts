import { defineProblems, error, warning } from './define.js';

/** Choice rules, retriers and catchers. */
export const ruleProblems = defineProblems({
  'choices-missing': error(
    ['A Choice state needs rules in Choices.', 'Choice ステートには Choices のルールが必要です。'],
    ['Add a rule.', 'ルールを追加してください。'],
  ),
  'condition-missing': error(
    ['A rule needs a Condition.', 'ルールには Condition が必要です。'],
    ['Add a Condition in {% %}.', '{% %} で囲んだ Condition を追加してください。'],
  ),
  'condition-no-expression': error(
    [
      'Condition must be an expression in {% %}, or true or false.',
      'Condition には {% %} で囲んだ式、true、false のいずれかを指定してください。',
    ],
    ['Put the condition in {% %}.', '条件を {% %} で囲んでください。'],
  ),
  'rule-one-operator': error(
    [
      'A rule has exactly one comparison, And, Or or Not.',
      'ルールには、比較演算子、And、Or、Not のいずれか 1 つを指定してください。',
    ],
    ['Join several comparisons by And or Or.', '複数の比較は And または Or でまとめてください。'],
  ),
  'variable-missing': error(
    ['{operator} needs a Variable.', '{operator} には Variable が必要です。'],
    ['Add the path of what is compared.', '比較する値のパスを追加してください。'],
  ),
  'operand-type': error(
    ['{operator} compares with a {type}.', '{operator} には {type} 型の値を指定してください。'],
    [
      'Write a value of this type, or choose another operator.',
      'この型の値を記述するか、別の演算子を選択してください。',
    ],
  ),
  'error-equals': error(
    ['An entry of {field} needs error names in ErrorEquals.', '{field} の項目には、ErrorEquals のエラー名が必要です。'],
    ['List the names of the errors as texts.', 'エラー名を文字列のリストで指定してください。'],
  ),
  'states-all-alone': error(
    ['States.ALL stands alone in ErrorEquals.', 'States.ALL は、ErrorEquals に単独で指定してください。'],
    ['Remove the other names.', '他のエラー名を削除してください。'],
  ),
  'states-all-last': error(
    ['States.ALL must be in the last entry of {field}.', 'States.ALL は、{field} の最後の項目に指定してください。'],
    ['Move the entry to the end.', '項目を最後に移動してください。'],
  ),
  'error-name-reserved': warning(
    [
      'Step Functions knows no error "{error}". Names with "States." are its own.',
      'Step Functions に「{error}」というエラーはありません。「States.」で始まる名前は予約されています。',
    ],
    ['Correct the name.', '名前を修正してください。'],
  ),
  'error-never-raised': warning(
    ['This state cannot raise "{error}".', 'このステートで「{error}」は発生しません。'],
    ['Remove the name, or correct it.', '名前を削除するか、修正してください。'],
  ),
  'error-not-retried': warning(
    ['"{error}" cannot be retried.', '「{error}」は再試行できません。'],
    ['Handle it elsewhere, or remove it here.', '別の方法で処理するか、ここから削除してください。'],
  ),
  'error-taken-before': warning(
    [
      'An entry before this one takes "{error}" already.',
      '「{error}」は、前の項目で処理されるため、ここには到達しません。',
    ],
    ['Remove the name, or move the entry up.', '名前を削除するか、項目を前に移動してください。'],
  ),
  'delay-too-short': warning(
    [
      'MaxDelaySeconds is not longer than IntervalSeconds, so that the wait never grows.',
      'MaxDelaySeconds が IntervalSeconds 以下のため、待機時間が長くなりません。',
    ],
    ['Write a longer MaxDelaySeconds.', 'MaxDelaySeconds に大きい値を指定してください。'],
  ),
});
