import type { Facts, Localized } from '../../model/localized.js';

const define = <const T extends Record<string, Localized>>(texts: T): T => texts;

/** Why something written in JSONPath has no exact counterpart in JSONata. A code is written once, as a key here. */
export const conversionProblemTexts = define({
  'path-several': {
    en: 'The path "{path}" can find several values, or uses a filter or a function. Write it in JSONata by hand.',
    ja: 'パス「{path}」は複数の値を返すか、フィルターまたは関数を使用しています。JSONata で記述し直してください。',
  },
  'substitution-inside': {
    en: '"{path}" holds a substitution, so that it is not known what it names. Write it in JSONata by hand.',
    ja: '「{path}」には置換変数が含まれるため、参照先が決まりません。JSONata で記述し直してください。',
  },
  'function-differs': {
    en: 'States.{name} has no JSONata function that gives the same for every value. Write it in JSONata by hand.',
    ja: 'States.{name} と常に同じ結果になる JSONata 関数はありません。JSONata で記述し直してください。',
  },
  'function-unreadable': {
    en: 'The function "{text}" cannot be read. Correct it first.',
    ja: '関数「{text}」を読み取れません。先に修正してください。',
  },
  'operator-differs': {
    en: 'The comparison {operator} has no exact counterpart in JSONata. Write the condition by hand.',
    ja: '比較演算子 {operator} に完全に対応する JSONata 式はありません。条件を記述し直してください。',
  },
  'rule-unreadable': {
    en: 'A rule is not complete. Correct it first.',
    ja: 'ルールに不足があります。先に修正してください。',
  },
  'text-like-expression': {
    en: 'A fixed text begins with {% and would be evaluated. Change the text first.',
    ja: '固定の文字列が {% で始まるため、式として評価されます。先に文字列を変更してください。',
  },
  'result-into-part': {
    en: '{field} together with InputPath cannot be said in one expression. Remove InputPath first.',
    ja: '{field} と InputPath の組み合わせは 1 つの式で表現できません。先に InputPath を削除してください。',
  },
  'result-place': {
    en: 'The result goes to "{path}", which is no plain key. Write Output by hand.',
    ja: '結果の格納先「{path}」は単純なキーではありません。Output を記述し直してください。',
  },
  'assign-after-change': {
    en: 'Assign reads paths of a value that the state changes before. Write it in JSONata by hand.',
    ja: 'Assign のパスは、ステートが変更した後の値を参照します。JSONata で記述し直してください。',
  },
  'error-of-jsonpath': {
    en: '{error} is raised by JSONPath states only. Change the error name first.',
    ja: '{error} は JSONPath のステートでのみ発生します。先にエラー名を変更してください。',
  },
  'field-differs': {
    en: 'The field {field} has no exact counterpart. Change it first.',
    ja: 'フィールド {field} に完全に対応するものはありません。先に変更してください。',
  },
  'list-flattened': {
    en: 'A list of values that are known only later would be flattened here. Write it in JSONata by hand.',
    ja: '実行時に決まる値のリストは、ここでは平坦化されます。JSONata で記述し直してください。',
  },
  'text-unreadable': {
    en: 'The definition cannot be read. Correct it first.',
    ja: '定義を読み取れません。先に修正してください。',
  },
});

export type ConversionProblemCode = keyof typeof conversionProblemTexts;

export interface ConversionProblem {
  readonly code: ConversionProblemCode;
  readonly facts: Facts;
}

/** Thrown where no exact counterpart exists; caught where a state is converted. */
export class NotExact extends Error {
  constructor(readonly problem: ConversionProblem) {
    super(problem.code);
  }
}

export const notExact = (code: ConversionProblemCode, facts: Facts = {}): never => {
  throw new NotExact({ code, facts });
};
