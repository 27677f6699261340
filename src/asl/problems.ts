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
  syntax: error('Syntax error: {detail}', '構文エラー: {detail}'),
  'key-not-text': error('A key must be a text.', 'キーには文字列を指定してください。'),
  'duplicate-key': error('The key "{key}" appears twice.', 'キー「{key}」が重複しています。'),
  'not-an-object': error(
    'A definition is an object with StartAt and States.',
    '定義には、StartAt と States を持つオブジェクトを記述してください。',
  ),
  'states-missing': error('There are no states.', 'ステートがありません。'),
  'start-missing': error('StartAt is missing.', 'StartAt がありません。'),
  'target-missing': error('There is no state "{state}" at this level.', 'この階層にステート「{state}」がありません。'),
  'object-expected': error('"{field}" must hold objects.', '「{field}」にはオブジェクトを指定してください。'),
  'list-expected': error('"{field}" must be a list.', '「{field}」にはリストを指定してください。'),
  'text-expected': error('"{field}" must be a text.', '「{field}」には文字列を指定してください。'),
  'boolean-expected': error(
    '"{field}" must be true or false.',
    '「{field}」には true または false を指定してください。',
  ),
  'name-twice': error(
    'The name "{state}" is used by two states. Names must be unique in the whole definition.',
    '名前「{state}」が複数のステートで使われています。名前は定義全体で一意にしてください。',
  ),
  'name-too-long': error(
    'The name of a state has 1 to {limit} characters.',
    'ステートの名前は 1～{limit} 文字で指定してください。',
  ),
  'type-unknown': error('Type must be one of {values}.', 'Type には次のいずれかを指定してください: {values}。'),
  'value-unknown': error(
    '"{field}" must be one of {values}.',
    '「{field}」には次のいずれかを指定してください: {values}。',
  ),
  'field-unknown': warning('{what} has no field "{field}".', '{what} に「{field}」フィールドはありません。'),
  'field-of-other-type': error(
    '{what} states have no field "{field}".',
    '{what} ステートでは「{field}」フィールドを使用できません。',
  ),
  'field-of-jsonata': error(
    '"{field}" needs the query language JSONata.',
    '「{field}」を使用するには、クエリ言語を JSONata にしてください。',
  ),
  'field-of-jsonpath': error(
    '"{field}" needs the query language JSONPath.',
    '「{field}」を使用するには、クエリ言語を JSONPath にしてください。',
  ),
  'language-not-jsonpath': error(
    'In a JSONata definition no state can use JSONPath.',
    '定義全体のクエリ言語が JSONata の場合、ステートで JSONPath は使用できません。',
  ),
  'next-or-end': error(
    'Next or End is missing: nothing says what follows.',
    'Next または End がありません。次のステートを指定するか、終了してください。',
  ),
  'next-and-end': error('Only one of Next and End is possible.', 'Next と End は同時に指定できません。'),
  'next-missing': error('An entry of {what} has no Next.', '{what} の項目に Next がありません。'),
  'next-inside-rule': error('Only the outermost rule has a Next.', 'Next を指定できるのは、最も外側のルールだけです。'),
  unreachable: error('The state "{state}" is never reached.', 'ステート「{state}」には到達できません。'),
  'no-terminal': warning(
    'No state ends the workflow: End, Succeed or Fail.',
    'ワークフローを終了するステート (End、Succeed、Fail) がありません。',
  ),
  'number-too-small': error('"{field}" must be {min} or more.', '「{field}」には {min} 以上の値を指定してください。'),
  'number-out-of-range': error(
    '"{field}" must be between {min} and {max}.',
    '「{field}」には {min}～{max} の値を指定してください。',
  ),
  'fields-exclude': error(
    'Only one of {first} and {second} is possible.',
    '{first} と {second} は同時に指定できません。',
  ),
  'resource-missing': error(
    'Resource is missing: nothing says what the Task calls.',
    'Resource がありません。Task の呼び出し先を指定してください。',
  ),
  'resource-no-arn': error('Resource must be an ARN.', 'Resource には ARN を指定してください。'),
  'integration-unknown': warning(
    '{resource} is not among the optimized integrations known here.',
    '{resource} は、認識できる最適化統合ではありません。',
  ),
  'pattern-not-offered': error(
    '{resource} does not offer this integration pattern.',
    '{resource} では、この統合パターンを使用できません。',
  ),
  'mapping-missing': warning(
    'What this state sends is not written yet. It fails on purpose until it is.',
    'このステートが送信する内容がまだ定義されていません。定義するまで、意図的に失敗します。',
  ),
  'heartbeat-too-long': error(
    'HeartbeatSeconds must be smaller than TimeoutSeconds.',
    'HeartbeatSeconds には TimeoutSeconds より小さい値を指定してください。',
  ),
  'credentials-role': error('Credentials needs a RoleArn.', 'Credentials には RoleArn が必要です。'),
  'sdk-no-sync': error('AWS SDK integrations cannot run a job (.sync).', 'AWS SDK 統合では .sync を使用できません。'),
  'express-no-sync': error(
    '.sync is available in Standard workflows only.',
    '.sync は Standard ワークフローでのみ使用できます。',
  ),
  'express-no-token': error(
    '.waitForTaskToken is available in Standard workflows only.',
    '.waitForTaskToken は Standard ワークフローでのみ使用できます。',
  ),
  'express-no-activity': error(
    'Activities are available in Standard workflows only.',
    'アクティビティは Standard ワークフローでのみ使用できます。',
  ),
  'express-no-distributed': error(
    'The distributed mode of Map is available in Standard workflows only.',
    'Map の分散モードは Standard ワークフローでのみ使用できます。',
  ),
  'token-not-sent': warning(
    'The task token is not passed on, so that nobody can answer.',
    'タスクトークンが渡されていないため、コールバックを受け取れません。',
  ),
  'wait-one-of': error(
    'A Wait state has exactly one of Seconds, Timestamp, SecondsPath and TimestampPath.',
    'Wait ステートには、Seconds、Timestamp、SecondsPath、TimestampPath のいずれか 1 つを指定してください。',
  ),
  'timestamp-invalid': error(
    'Timestamp must look like 2026-01-31T09:00:00Z.',
    'Timestamp は 2026-01-31T09:00:00Z の形式で指定してください。',
  ),
  'branches-missing': error('A Parallel state needs Branches.', 'Parallel ステートには Branches が必要です。'),
  'processor-missing': error('A Map state needs an ItemProcessor.', 'Map ステートには ItemProcessor が必要です。'),
  'execution-type-missing': error(
    'The distributed mode of Map needs an ExecutionType.',
    'Map の分散モードには ExecutionType が必要です。',
  ),
  'field-of-distributed': warning(
    '"{field}" has an effect in the distributed mode of Map only.',
    '「{field}」は、Map の分散モードでのみ有効です。',
  ),
  'label-invalid': error(
    'Label has 40 characters at most, without spaces, wildcards, brackets and special characters.',
    'Label は 40 文字以内で指定してください。空白、ワイルドカード、括弧、特殊文字は使用できません。',
  ),
  'choices-missing': error(
    'A Choice state needs rules in Choices.',
    'Choice ステートには Choices のルールが必要です。',
  ),
  'condition-missing': error('A rule needs a Condition.', 'ルールには Condition が必要です。'),
  'condition-no-expression': error(
    'Condition must be an expression in {% %}, or true or false.',
    'Condition には {% %} で囲んだ式、true、false のいずれかを指定してください。',
  ),
  'rule-one-operator': error(
    'A rule has exactly one comparison, And, Or or Not.',
    'ルールには、比較演算子、And、Or、Not のいずれか 1 つを指定してください。',
  ),
  'variable-missing': error('{operator} needs a Variable.', '{operator} には Variable が必要です。'),
  'operand-type': error('{operator} compares with a {type}.', '{operator} には {type} 型の値を指定してください。'),
  'error-equals': error(
    'An entry of {field} needs error names in ErrorEquals.',
    '{field} の項目には、ErrorEquals のエラー名が必要です。',
  ),
  'states-all-alone': error(
    'States.ALL stands alone in ErrorEquals.',
    'States.ALL は、ErrorEquals に単独で指定してください。',
  ),
  'states-all-last': error(
    'States.ALL must be in the last entry of {field}.',
    'States.ALL は、{field} の最後の項目に指定してください。',
  ),
  'jsonata-syntax': error('The JSONata expression is not valid: {detail}', 'JSONata 式が無効です: {detail}'),
  'jsonata-open': error('An expression must end with %}.', '式の終わりに %} が必要です。'),
  'path-invalid': error(
    '"{field}" needs a path that begins with $, or an intrinsic function.',
    '「{field}」には、$ で始まるパスまたは組み込み関数を指定してください。',
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
