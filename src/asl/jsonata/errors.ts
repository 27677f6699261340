import { sameInEveryLanguage, type Facts, type Localized } from '../../model/localized.js';

/** What is wrong with an expression, or went wrong in it. */
export interface ExpressionFault {
  /** The code of JSONata, or our own. */
  readonly code: string;
  readonly detail: Localized;
  readonly facts: Facts;
  /** Offset in the expression, where one is known. */
  readonly at: number | undefined;
}

/** The words of JSONata for its codes exist in English only. */
const texts = {
  S0101: { en: 'a text is not closed with a quote', ja: '文字列が引用符で閉じられていません。' },
  S0102: { en: 'the number {token} is out of range', ja: '数値 {token} が範囲外です。' },
  S0103: { en: 'the escape sequence \\{token} is not valid', ja: 'エスケープシーケンス \\{token} が無効です。' },
  S0104: { en: '\\u needs four hexadecimal digits', ja: '\\u の後には 4 桁の 16 進数が必要です。' },
  S0105: { en: 'a name is not closed with a backquote', ja: '名前がバッククォートで閉じられていません。' },
  S0106: { en: 'a comment is not closed', ja: 'コメントが閉じられていません。' },
  S0201: { en: '"{token}" is not expected here', ja: 'ここには「{token}」を記述できません。' },
  S0202: { en: '"{value}" is expected here, not "{token}"', ja: 'ここには「{token}」ではなく「{value}」が必要です。' },
  S0203: { en: '"{value}" is missing at the end', ja: '末尾に「{value}」がありません。' },
  S0204: { en: '"{token}" is no operator', ja: '「{token}」という演算子はありません。' },
  S0205: { en: '"{token}" is not expected here', ja: 'ここには「{token}」を記述できません。' },
  S0207: { en: 'the expression ends too early', ja: '式が途中で終わっています。' },
  S0208: {
    en: 'the parameter "{value}" of a function must begin with $',
    ja: '関数のパラメータ「{value}」は $ で始まる必要があります。',
  },
  S0209: { en: 'no filter can follow a grouping', ja: 'グループ化の後にフィルターは使用できません。' },
  S0210: { en: 'a step has one grouping only', ja: 'グループ化は 1 つのステップにつき 1 つだけです。' },
  S0211: { en: '"{token}" needs a value before it', ja: '「{token}」の前に値が必要です。' },
  S0212: { en: 'a name with $ must stand before :=', ja: ':= の前には $ で始まる名前が必要です。' },
  S0213: { en: 'the value {value} is no step of a path', ja: '値 {value} はパスのステップとして使用できません。' },
  S0214: { en: 'a name with $ must follow "{token}"', ja: '「{token}」の後には $ で始まる名前が必要です。' },
  S0215: { en: 'a binding must stand before the filters', ja: '束縛はフィルターの前に記述してください。' },
  S0216: { en: 'a binding must stand before the sorting', ja: '束縛は並べ替えの前に記述してください。' },
  S0217: { en: '% has nothing to refer to here', ja: 'ここでは % の参照先がありません。' },
  S0301: { en: 'a regular expression is empty', ja: '正規表現が空です。' },
  S0302: { en: 'a regular expression is not closed with /', ja: '正規表現が / で閉じられていません。' },
  T0410: {
    en: 'argument {index} does not fit the function {token}',
    ja: '関数 {token} の {index} 番目の引数が正しくありません。',
  },
  T0411: {
    en: 'the context does not fit the function {token}',
    ja: '関数 {token} にコンテキストの値を使用できません。',
  },
  T0412: {
    en: 'argument {index} of the function {token} must be a list of {type}',
    ja: '関数 {token} の {index} 番目の引数には {type} のリストが必要です。',
  },
  T1003: { en: 'a key must be a text, not {value}', ja: 'キーには文字列が必要ですが、{value} が指定されています。' },
  T1005: { en: 'this is no function; ${token} is', ja: '関数ではありません。${token} は関数です。' },
  T1006: { en: 'there is no such function', ja: 'この関数はありません。' },
  T1007: { en: 'this is no function; ${token} is', ja: '関数ではありません。${token} は関数です。' },
  T1008: { en: 'there is no such function', ja: 'この関数はありません。' },
  D1001: { en: 'the number {value} is out of range', ja: '数値 {value} が範囲外です。' },
  D1002: { en: '{value} is no number to negate', ja: '{value} は数値ではないため、符号を反転できません。' },
  D1004: { en: 'the regular expression matches nothing at all', ja: '正規表現が空の文字列に一致しています。' },
  D1009: { en: 'the key {value} is made twice', ja: 'キー {value} が重複しています。' },
  D1011: { en: 'functions call one another too deeply', ja: '関数の呼び出しが深すぎます。' },
  D1012: { en: 'it takes too long', ja: '評価に時間がかかりすぎています。' },
  T2001: { en: 'a number must stand left of {token}', ja: '{token} の左辺には数値が必要です。' },
  T2002: { en: 'a number must stand right of {token}', ja: '{token} の右辺には数値が必要です。' },
  T2003: { en: 'a whole number must stand left of ..', ja: '.. の左辺には整数が必要です。' },
  T2004: { en: 'a whole number must stand right of ..', ja: '.. の右辺には整数が必要です。' },
  T2006: { en: 'a function must stand right of ~>', ja: '関数適用演算子の右辺には関数が必要です。' },
  T2007: { en: '{value} and {value2} cannot be sorted', ja: '{value} と {value2} は並べ替えできません。' },
  T2008: { en: 'only numbers and texts can be sorted', ja: '並べ替えできるのは数値と文字列だけです。' },
  T2009: {
    en: '{value} and {value2} at {token} are of different types',
    ja: '{token} の両辺 ({value} と {value2}) の型が異なります。',
  },
  T2010: { en: 'numbers or texts must stand at {token}', ja: '{token} の両辺には数値または文字列が必要です。' },
  T2011: { en: 'the change must be an object, not {value}', ja: '変更内容はオブジェクトで指定してください: {value}' },
  T2012: { en: 'what is deleted must be named by texts', ja: '削除対象は文字列で指定してください。' },
  D2014: { en: 'the range has too many values: {value}', ja: '範囲の値が多すぎます: {value}' },
  D2015: { en: 'a list grows longer than {value}', ja: 'リストの要素が {value} 個を超えています。' },
  D3010: { en: 'the text to replace is empty', ja: '置換対象の文字列が空です。' },
  D3030: { en: '{value} is no number', ja: '{value} は数値に変換できません。' },
  D3050: { en: 'the function of $reduce needs two parameters', ja: '$reduce の関数には 2 つのパラメータが必要です。' },
  D3060: { en: 'there is no square root of {value}', ja: '{value} の平方根は計算できません。' },
  D3061: { en: 'the power is out of range', ja: '累乗の結果が範囲外です。' },
  D3070: {
    en: '$sort needs a function for anything but numbers or texts',
    ja: '数値または文字列以外を $sort で並べ替えるには、関数が必要です。',
  },
  D3100: { en: 'the radix must be between 2 and 36', ja: '基数は 2～36 で指定してください。' },
  D3110: { en: '{value} is no timestamp', ja: '{value} はタイムスタンプとして無効です。' },
  D3137: { en: 'the expression raises an error: {message}', ja: '式がエラーを発生させました: {message}' },
  D3138: { en: '$single finds more than one', ja: '$single の結果が複数あります。' },
  D3139: { en: '$single finds nothing', ja: '$single の結果がありません。' },
  D3140: { en: '{value} is no valid address', ja: '{value} は URL として無効です。' },
  D3141: { en: 'the assertion fails: {message}', ja: 'アサーションに失敗しました: {message}' },
} as const satisfies Record<string, Localized>;

/** Words for codes that differ in nothing a person can use. */
const groups: readonly (readonly [RegExp, Localized])[] = [
  [/^D30(?:8|9)\d$/, { en: 'the number format is not valid', ja: '数値の書式が無効です。' }],
  [/^D313\d$/, { en: 'the date format is not valid', ja: '日時の書式が無効です。' }],
  [/^D30[1-4]\d$/, { en: 'an argument must be a positive number', ja: '引数には正の数値が必要です。' }],
  [/^D3001$/, { en: 'the number is not finite', ja: '数値が有限ではありません。' }],
  [/^S04/, { en: 'the signature of the function is not valid', ja: '関数のシグネチャが無効です。' }],
  [/^S/, { en: 'the expression is not valid', ja: '式が無効です。' }],
];

/** Faults that are not JSONata's own. */
export const ownFaults = {
  regex: { en: 'the regular expression is not valid', ja: '正規表現が無効です。' },
  'regex-steps': { en: 'a regular expression takes too long', ja: '正規表現の評価に時間がかかりすぎています。' },
  'regex-feature': {
    en: 'the regular expression has parts that are not evaluated here',
    ja: '正規表現に、ここでは評価できない構文が含まれています。',
  },
  steps: { en: 'it takes too many steps', ja: '評価のステップ数が多すぎます。' },
  size: { en: 'a value grows too large', ja: '値が大きくなりすぎています。' },
  stopped: { en: 'it was stopped', ja: '評価が中止されました。' },
  undefined: { en: 'it has no result (undefined)', ja: '結果がありません (undefined)。' },
  function: { en: 'the result is a function, which is no JSON', ja: '結果が関数のため、JSON として出力できません。' },
  'too-large': { en: 'the result is larger than 256 KiB', ja: '結果のサイズが 256 KiB を超えています。' },
  eval: { en: 'Step Functions does not offer $eval', ja: 'Step Functions では $eval を使用できません。' },
  long: { en: 'the expression is too long', ja: '式が長すぎます。' },
  other: { en: 'it cannot be evaluated', ja: '評価できません。' },
  'argument-number': {
    en: 'argument {index} of ${name} must be a number',
    ja: '${name} の {index} 番目の引数には数値が必要です。',
  },
  'argument-positive': {
    en: 'argument {index} of ${name} must be a whole number above 0',
    ja: '${name} の {index} 番目の引数には 1 以上の整数が必要です。',
  },
  'argument-step': { en: 'the step of $range must not be 0', ja: '$range のステップに 0 は指定できません。' },
  'argument-list': {
    en: 'argument {index} of ${name} must be a list',
    ja: '${name} の {index} 番目の引数にはリストが必要です。',
  },
  'argument-text': {
    en: 'argument {index} of ${name} must be a text',
    ja: '${name} の {index} 番目の引数には文字列が必要です。',
  },
  'range-size': { en: '$range makes 1,000 values at most', ja: '$range で生成できる値は 1,000 個までです。' },
  'hash-algorithm': { en: '$hash knows {values}', ja: '$hash で使用できるアルゴリズム: {values}' },
  'hash-size': { en: '$hash takes 10,000 characters at most', ja: '$hash に指定できるのは 10,000 文字までです。' },
  'no-json': { en: 'the text of $parse is no JSON', ja: '$parse の文字列が JSON として無効です。' },
} as const satisfies Record<string, Localized>;

/** Thrown inside an evaluation for what is not JSONata's own. */
export class Fault extends Error {
  constructor(
    readonly code: keyof typeof ownFaults,
    readonly facts: Facts = {},
  ) {
    super(code);
  }
}

export const ownFault = (code: keyof typeof ownFaults, facts: Facts = {}, at?: number): ExpressionFault => ({
  code,
  detail: ownFaults[code],
  facts,
  at,
});

/** What JSONata, or a function of ours, threw. */
export function faultOf(thrown: unknown): ExpressionFault {
  const fields: Readonly<Record<string, unknown>> =
    typeof thrown === 'object' && thrown !== null ? Object.fromEntries(Object.entries(thrown)) : {};
  const at = typeof fields['position'] === 'number' ? fields['position'] : undefined;
  if (thrown instanceof Fault) return ownFault(thrown.code, thrown.facts, at);
  const code = typeof fields['code'] === 'string' ? fields['code'] : '';
  const facts = Object.fromEntries(
    ['token', 'value', 'value2', 'index', 'type', 'message'].flatMap((name) => {
      const fact = fields[name];
      return fact === undefined ? [] : [[name, short(fact)]];
    }),
  );
  const known = Object.hasOwn(texts, code) ? texts[code as keyof typeof texts] : undefined;
  const detail = known ?? groups.find(([pattern]) => pattern.test(code))?.[1];
  if (detail !== undefined) return { code, detail, facts, at };
  if (code !== '' && typeof fields['message'] === 'string')
    return { code, detail: sameInEveryLanguage(short(fields['message'])), facts, at };
  if (thrown instanceof SyntaxError) return ownFault('regex');
  // A RangeError is the engine's own word for too deep or too large.
  return thrown instanceof RangeError ? ownFault('size') : ownFault('other');
}

/** Values of a person can be of any size; a message shows their beginning. */
function short(value: unknown): string {
  const text = typeof value === 'string' ? value : typeof value === 'function' ? 'function' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
