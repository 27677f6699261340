import type { Localized } from '../model/localized.js';

/** Where a text stops being JSON, and what could have stood there. */
export interface JsonSyntaxError {
  readonly at: number;
  readonly expected: Localized;
}

const expectations = {
  value: { en: 'a value is expected here', ja: 'ここには値が必要です。' },
  key: { en: 'a key in double quotes is expected here', ja: 'ここには二重引用符で囲んだキーが必要です。' },
  colon: { en: 'a colon is expected here', ja: 'ここには「:」が必要です。' },
  comma: { en: 'a comma or the closing bracket is expected here', ja: 'ここには「,」または閉じ括弧が必要です。' },
  string: {
    en: 'this string is not closed or has an invalid character',
    ja: '文字列が閉じられていないか、無効な文字が含まれています。',
  },
  end: { en: 'nothing may follow the end of the definition', ja: '定義の終わりの後には何も記述できません。' },
} as const satisfies Record<string, Localized>;

class Stop extends Error {
  constructor(readonly error: JsonSyntaxError) {
    super('not JSON');
  }
}

/**
 * Checks the JSON grammar of RFC 8259. JSON.parse would do, but its words and offsets differ between engines and exist
 * in English only. Recurses once a level: for texts whose depth was checked before.
 */
export function jsonSyntaxError(text: string): JsonSyntaxError | undefined {
  let at = 0;
  const stop = (expectation: keyof typeof expectations): never => {
    throw new Stop({ at, expected: expectations[expectation] });
  };
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return false;
    at += match[0].length;
    return true;
  };
  const space = (): boolean => take(/[ \t\r\n]*/y);
  const string = (): void => {
    if (!take(/"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y)) stop('string');
  };
  const list = (close: RegExp, item: () => void): void => {
    space();
    if (take(close)) return;
    for (;;) {
      item();
      space();
      if (take(close)) return;
      if (!take(/,/y)) stop('comma');
      space();
    }
  };
  const value = (): void => {
    space();
    const character = text[at];
    if (character === '"') string();
    else if (take(/\{/y))
      list(/\}/y, () => {
        if (text[at] !== '"') stop('key');
        string();
        space();
        if (!take(/:/y)) stop('colon');
        value();
      });
    else if (take(/\[/y)) list(/\]/y, value);
    else if (!take(/true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y)) stop('value');
  };
  try {
    value();
    space();
    if (at < text.length) stop('end');
    return undefined;
  } catch (error) {
    if (error instanceof Stop) return error.error;
    throw error;
  }
}
