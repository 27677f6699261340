import type { Json } from '../model/design.js';
import type { Localized } from '../model/localized.js';
import type { Path, Range } from './document.js';

/** Where a text stops being JSON, and what could have stood there. */
export interface JsonSyntaxError {
  readonly at: number;
  readonly expected: Localized;
}

/** A value's place in the text, with those of what is inside it. */
export interface JsonNode extends Range {
  /** Of an object: each key with its own place; a key that appears twice has that of its last value. */
  readonly entries?: ReadonlyMap<string, JsonEntry>;
  /** Of a list. */
  readonly items?: readonly JsonNode[];
}

export interface JsonEntry {
  readonly key: Range;
  readonly node: JsonNode;
}

export interface JsonRead {
  readonly value: Json;
  readonly node: JsonNode;
  /** Keys that were there before, in the order of the text. */
  readonly duplicates: readonly { readonly path: Path; readonly key: string; readonly range: Range }[];
  /** The first value beyond the limit. */
  readonly beyond: { readonly path: Path; readonly range: Range } | undefined;
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
 * Reads JSON (RFC 8259) with the place of every value. JSON.parse knows no places, and its errors have words and offsets
 * that differ between engines; a YAML parser takes ten times as long. Recurses once a level: for texts whose depth was
 * checked before.
 */
export function readJson(text: string, maxValues: number): JsonRead | JsonSyntaxError {
  try {
    return new JsonReader(text, maxValues).read();
  } catch (error) {
    if (error instanceof Stop) return error.error;
    throw error;
  }
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

class JsonReader {
  #at = 0;
  #count = 0;
  /** The keys that lead to where the reader is. */
  readonly #path: string[] = [];
  readonly #duplicates: { path: Path; key: string; range: Range }[] = [];
  #beyond: { path: Path; range: Range } | undefined;
  /** Of the value that was read last. */
  #node: JsonNode = { start: 0, end: 0 };

  constructor(
    private readonly text: string,
    private readonly maxValues: number,
  ) {}

  read(): JsonRead {
    const value = this.#value();
    const node = this.#node;
    this.#space();
    if (this.#at < this.text.length) this.#stop('end');
    return { value, node, duplicates: this.#duplicates, beyond: this.#beyond };
  }

  #stop(expectation: keyof typeof expectations): never {
    throw new Stop({ at: this.#at, expected: expectations[expectation] });
  }

  #space(): void {
    const { text } = this;
    for (;;) {
      const code = text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.#at++;
    }
  }

  #take(code: number): boolean {
    if (this.text.charCodeAt(this.#at) !== code) return false;
    this.#at++;
    return true;
  }

  #value(): Json {
    this.#space();
    const start = this.#at;
    const isBeyond = ++this.#count === this.maxValues + 1;
    const path = isBeyond ? [...this.#path] : undefined;
    const value = this.#valueOf(this.text.charCodeAt(start), start);
    if (path !== undefined) this.#beyond = { path, range: { start, end: this.#at } };
    return value;
  }

  #valueOf(code: number, start: number): Json {
    if (code === openBrace) return this.#object(start);
    if (code === openBracket) return this.#list(start);
    const value = code === quote ? this.#string() : this.#literal(start);
    this.#node = { start, end: this.#at };
    return value;
  }

  #object(start: number): Json {
    const entries = new Map<string, JsonEntry>();
    const pairs: [string, Json][] = [];
    this.#at++;
    this.#space();
    if (!this.#take(closeBrace))
      for (;;) {
        if (this.text.charCodeAt(this.#at) !== quote) this.#stop('key');
        const keyStart = this.#at;
        const name = this.#string();
        const key: Range = { start: keyStart, end: this.#at };
        this.#space();
        if (!this.#take(colon)) this.#stop('colon');
        this.#path.push(name);
        if (entries.has(name)) this.#duplicates.push({ path: [...this.#path], key: name, range: key });
        pairs.push([name, this.#value()]);
        entries.set(name, { key, node: this.#node });
        this.#path.pop();
        this.#space();
        if (this.#take(closeBrace)) break;
        if (!this.#take(comma)) this.#stop('comma');
        this.#space();
      }
    this.#node = { start, end: this.#at, entries };
    // fromEntries defines own properties, so that `__proto__` is a key like any other.
    return Object.fromEntries(pairs);
  }

  #list(start: number): Json {
    const items: JsonNode[] = [];
    const values: Json[] = [];
    this.#at++;
    this.#space();
    if (!this.#take(closeBracket))
      for (;;) {
        this.#path.push(String(items.length));
        values.push(this.#value());
        items.push(this.#node);
        this.#path.pop();
        this.#space();
        if (this.#take(closeBracket)) break;
        if (!this.#take(comma)) this.#stop('comma');
      }
    this.#node = { start, end: this.#at, items };
    return values;
  }

  #string(): string {
    const { text } = this;
    const start = this.#at;
    let at = start + 1;
    let escaped = false;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === quote) break;
      // Beyond the end the code is NaN.
      if (!(code >= 0x20)) this.#stop('string');
      if (code === backslash) {
        escaped = true;
        at++;
      }
      at++;
    }
    const value = escaped ? unescaped(text.slice(start, at + 1)) : text.slice(start + 1, at);
    if (value === undefined) this.#stop('string');
    this.#at = at + 1;
    return value;
  }

  #literal(start: number): Json {
    const source = literalAt(this.text, start);
    if (source === undefined) this.#stop('value');
    this.#at = start + source.length;
    if (source === 'true') return true;
    if (source === 'false') return false;
    if (source === 'null') return null;
    const number = Number(source);
    // What no number can hold keeps its spelling.
    return Number.isFinite(number) ? number : source;
  }
}

function literalAt(text: string, at: number): string | undefined {
  const pattern = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function unescaped(source: string): string | undefined {
  try {
    return String(JSON.parse(source));
  } catch {
    return undefined;
  }
}
