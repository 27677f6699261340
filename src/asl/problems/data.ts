import { defineProblems, error, warning } from './define.js';

/** Paths, expressions, variables, and what flows through them. */
export const dataProblems = defineProblems({
  'path-invalid': error(
    ['"{field}" holds no valid path: {detail}', '「{field}」のパスが無効です: {detail}'],
    ['Write a path that begins with $, such as $.order.id.', '$.order.id のように、$ で始まるパスを記述してください。'],
  ),
  'path-no-reference': error(
    [
      '"{field}" must name a single place: no filters, wildcards, lists or slices.',
      '「{field}」は 1 つの場所を指す必要があります。フィルター、ワイルドカード、リスト、範囲は使用できません。',
    ],
    ['Write the names of the keys only.', 'キーの名前だけを記述してください。'],
  ),
  'path-outside-input': error(
    [
      '"{field}" must begin with $: results cannot go into variables or the context.',
      '「{field}」は $ で始まる必要があります。変数やコンテキストオブジェクトに結果を格納することはできません。',
    ],
    [
      'Write a path such as $.result; variables belong into Assign.',
      '$.result のようなパスを記述してください。変数は Assign で設定します。',
    ],
  ),
  'function-invalid': error(
    ['The intrinsic function is not valid: {detail}', '組み込み関数が無効です: {detail}'],
    [
      "Correct the call, such as States.Format('Order {}', $.id).",
      "States.Format('Order {}', $.id) のように呼び出しを修正してください。",
    ],
  ),
  'function-arguments': warning(
    [
      '{name} gets {count} values for {places} places in its text.',
      '{name} のテキストには {places} 個のプレースホルダーがありますが、値は {count} 個です。',
    ],
    ['Write one {} for each value.', '値ごとに {} を 1 つ記述してください。'],
  ),
  'context-unknown': warning(
    ['The context has no "{path}".', 'コンテキストオブジェクトに「{path}」はありません。'],
    ['Correct the name.', '名前を修正してください。'],
  ),
  'looks-like-path': warning(
    [
      '"{field}" is sent as plain text, though it looks like a path.',
      '「{field}」の値はパスのようですが、そのままの文字列として送信されます。',
    ],
    ['End the key with .$ when a path is meant.', 'パスの場合は、キーの末尾に .$ を付けてください。'],
  ),
  'result-static': warning(
    [
      'Result is sent as it is: the path in it is not read.',
      'Result はそのまま出力されます。その中のパスは評価されません。',
    ],
    ['Use Parameters when a path is meant.', 'パスの場合は Parameters を使用してください。'],
  ),
  'looks-like-expression': warning(
    [
      'The {% %} is sent as plain text, since the state uses JSONPath.',
      'ステートのクエリ言語が JSONPath のため、{% %} はそのままの文字列として扱われます。',
    ],
    ['Set QueryLanguage to JSONata, or use a path.', 'QueryLanguage を JSONata に設定するか、パスを使用してください。'],
  ),
  'key-of-jsonpath': warning(
    [
      'In JSONata the key "{key}" is sent with its .$, and its value is not read as a path.',
      'JSONata では、キー「{key}」の .$ はそのまま送信され、値はパスとして評価されません。',
    ],
    ['Drop the .$ and write the value in {% %}.', '.$ を外し、値を {% %} で囲んでください。'],
  ),
  'jsonata-syntax': error(
    ['The JSONata expression is not valid: {detail}', 'JSONata 式が無効です: {detail}'],
    ['Correct the expression.', '式を修正してください。'],
  ),
  'jsonata-open': error(
    [
      'An expression begins with {% and ends with %}, without spaces around them.',
      '式は {% で始まり %} で終わる必要があります。前後に空白は使用できません。',
    ],
    ['Write {% before and %} after the whole text.', 'テキスト全体を {% と %} で囲んでください。'],
  ),
  'jsonata-place': error(
    ['"{field}" takes no expression.', '「{field}」では式を使用できません。'],
    ['Write the value itself.', '値を直接記述してください。'],
  ),
  'jsonata-forbidden': error(
    ['Step Functions does not offer ${name}.', 'Step Functions では ${name} を使用できません。'],
    ['Use $parse for text that holds JSON.', 'JSON を含む文字列には $parse を使用してください。'],
  ),
  'jsonata-function-unknown': warning(
    ['There is no function ${name}.', '関数 ${name} はありません。'],
    ['Correct the name.', '名前を修正してください。'],
  ),
  'jsonata-no-document': warning(
    [
      '"{name}" refers to a document that Step Functions does not provide.',
      '「{name}」が参照するドキュメントは、Step Functions では提供されません。',
    ],
    ['Begin with $states.input, or with a variable.', '$states.input または変数から記述してください。'],
  ),
  'states-field-unknown': warning(
    [
      '$states has no "{field}"; it has input, result, errorOutput and context.',
      '$states に「{field}」はありません。input、result、errorOutput、context を使用できます。',
    ],
    ['Correct the name.', '名前を修正してください。'],
  ),
  'states-field-here': error(
    ['$states.{field} cannot be used here.', 'ここでは $states.{field} を使用できません。'],
    [
      'Use result in Output and Assign of Task, Parallel and Map; errorOutput in those of Catch.',
      'result は Task、Parallel、Map の Output と Assign で、errorOutput は Catch の Output と Assign で使用してください。',
    ],
  ),
  'states-bound': error(
    ['$states cannot be assigned.', '$states に値を代入することはできません。'],
    ['Choose another name.', '別の名前を指定してください。'],
  ),
  'variable-name': error(
    ['The variable name "{name}" is not valid.', '変数名「{name}」が無効です。'],
    [
      'Use letters, digits and underscores, a letter first, 80 characters at most.',
      '文字、数字、アンダースコアを使用し、先頭は文字にしてください。長さは 80 文字以内です。',
    ],
  ),
  'variable-shadows': warning(
    [
      'The variable "{name}" is assigned in an outer scope already.',
      '変数「{name}」は、外側のスコープですでに設定されています。',
    ],
    ['Choose another name in here.', 'この中では別の名前を指定してください。'],
  ),
  'variable-unset': warning(
    ['Nothing sets the variable "{name}" before this state.', 'このステートより前に、変数「{name}」は設定されません。'],
    ['Set it in the Assign of a state before.', '前のステートの Assign で設定してください。'],
  ),
  'variable-outer-distributed': warning(
    [
      'A distributed Map cannot read the variable "{name}" of the workflow around it.',
      'Map の分散モードでは、外側のワークフローの変数「{name}」を参照できません。',
    ],
    ['Pass it in ItemSelector or BatchInput.', 'ItemSelector または BatchInput で渡してください。'],
  ),
  'path-unset': warning(
    ['Nothing sets "{path}" before this place.', 'これより前に「{path}」は設定されません。'],
    ['Correct the path, or set the value in a state before.', 'パスを修正するか、前のステートで値を設定してください。'],
  ),
});
