import type { Facts, Localized } from '../../model/localized.js';
import { readPath, type JsonPath } from './json-path.js';

/**
 * The intrinsic functions with the least and the most arguments:
 * https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html
 */
export const intrinsicFunctions: Readonly<Record<string, readonly [least: number, most: number]>> = {
  Format: [1, Infinity],
  StringToJson: [1, 1],
  JsonToString: [1, 1],
  Array: [0, Infinity],
  ArrayPartition: [2, 2],
  ArrayContains: [2, 2],
  ArrayRange: [3, 3],
  ArrayGetItem: [2, 2],
  ArrayLength: [1, 1],
  ArrayUnique: [1, 1],
  Base64Encode: [1, 1],
  Base64Decode: [1, 1],
  Hash: [2, 2],
  JsonMerge: [3, 3],
  MathRandom: [2, 3],
  MathAdd: [2, 2],
  StringSplit: [2, 2],
  UUID: [0, 0],
};

/** How deep calls may nest: same page. */
const maxNesting = 10;
const maxLength = 10_000;

export type Argument =
  | { readonly kind: 'call'; readonly call: IntrinsicCall }
  | { readonly kind: 'path'; readonly path: JsonPath }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number' | 'boolean' | 'null' };

export interface IntrinsicCall {
  readonly name: string;
  readonly arguments: readonly Argument[];
}

export interface IntrinsicFault {
  readonly at: number;
  readonly detail: Localized;
  readonly facts: Facts;
}

const faults = {
  name: { en: 'there is no function States.{name}', ja: '関数 States.{name} はありません。' },
  open: { en: 'an opening bracket is expected here', ja: 'ここには開き括弧が必要です。' },
  comma: { en: 'a comma or the closing bracket is expected here', ja: 'ここには「,」または閉じ括弧が必要です。' },
  argument: {
    en: 'an argument is a text in single quotes, a number, a path or another function',
    ja: '引数には、単一引用符で囲んだ文字列、数値、パス、別の関数のいずれかを指定してください。',
  },
  quote: { en: 'a text is not closed with a single quote', ja: '文字列が単一引用符で閉じられていません。' },
  escape: {
    en: "a backslash can stand only before ' \\ { and }",
    ja: "バックスラッシュは ' \\ { } の前でのみ使用できます。",
  },
  count: {
    en: 'arguments of States.{name}: {least} to {most}, not {count}',
    ja: 'States.{name} の引数は {least}～{most} 個ですが、{count} 個指定されています。',
  },
  exact: {
    en: 'arguments of States.{name}: {least}, not {count}',
    ja: 'States.{name} の引数は {least} 個ですが、{count} 個指定されています。',
  },
  atLeast: {
    en: 'arguments of States.{name}: {least} or more',
    ja: 'States.{name} には少なくとも {least} 個の引数が必要です。',
  },
  nesting: { en: 'functions nest at most {limit} deep', ja: '関数のネストは {limit} 階層までです。' },
  rest: { en: 'nothing may follow the closing bracket', ja: '閉じ括弧の後には何も記述できません。' },
  long: { en: 'it is too long', ja: '長すぎます。' },
} as const satisfies Record<string, Localized>;

class Stop extends Error {
  constructor(readonly fault: IntrinsicFault) {
    super('no intrinsic function');
  }
}

export const isIntrinsic = (text: string): boolean => text.startsWith('States.');

/** Reads a call such as `States.Format('Order {}', $.id)`. Never throws. */
export function readIntrinsic(text: string): ReadIntrinsic {
  const found = known.get(text);
  if (found !== undefined) return found;
  const read = readAfresh(text);
  if (known.size >= maxKnown) known.clear();
  known.set(text, read);
  return read;
}

export type ReadIntrinsic = { readonly call: IntrinsicCall } | { readonly fault: IntrinsicFault };

/** A definition is validated at each keystroke; what did not change is not read again. */
const maxKnown = 2_000;
const known = new Map<string, ReadIntrinsic>();

function readAfresh(text: string): ReadIntrinsic {
  try {
    return { call: new Reader(text).whole() };
  } catch (error) {
    if (error instanceof Stop) return { fault: error.fault };
    throw error;
  }
}

/** Every path in a call, those of calls inside it too. */
export function* pathsInCall(call: IntrinsicCall): Generator<JsonPath> {
  for (const argument of call.arguments) {
    if (argument.kind === 'path') yield argument.path;
    if (argument.kind === 'call') yield* pathsInCall(argument.call);
  }
}

export function* callsIn(call: IntrinsicCall): Generator<IntrinsicCall> {
  yield call;
  for (const argument of call.arguments) if (argument.kind === 'call') yield* callsIn(argument.call);
}

/** How many `{}` a text of States.Format has. */
export const placesIn = (text: string): number => text.replace(/\\./gs, '').split('{}').length - 1;

class Reader {
  #at = 0;

  constructor(private readonly text: string) {}

  whole(): IntrinsicCall {
    if (this.text.length > maxLength) this.#stop('long');
    const call = this.#call(1);
    this.#space();
    if (this.#at < this.text.length) this.#stop('rest');
    return call;
  }

  #call(depth: number): IntrinsicCall {
    if (depth > maxNesting) this.#stop('nesting', { limit: maxNesting });
    const start = this.#at;
    const name = this.#take(/States\.([A-Za-z0-9]*)/y)?.slice('States.'.length) ?? '';
    const counts = Object.hasOwn(intrinsicFunctions, name) ? intrinsicFunctions[name] : undefined;
    if (counts === undefined) {
      this.#at = start;
      return this.#stop('name', { name });
    }
    this.#space();
    if (this.#take(/\(/y) === undefined) this.#stop('open');
    const found = this.#arguments(depth);
    const [least, most] = counts;
    if (found.length >= least && found.length <= most) return { name, arguments: found };
    this.#at = start;
    const facts = { name, least, count: found.length };
    if (most === Infinity) return this.#stop('atLeast', facts);
    return least === most ? this.#stop('exact', facts) : this.#stop('count', { ...facts, most });
  }

  #arguments(depth: number): readonly Argument[] {
    const found: Argument[] = [];
    this.#space();
    if (this.#take(/\)/y) !== undefined) return found;
    for (;;) {
      this.#space();
      found.push(this.#argument(depth));
      this.#space();
      if (this.#take(/\)/y) !== undefined) return found;
      if (this.#take(/,/y) === undefined) this.#stop('comma');
    }
  }

  #argument(depth: number): Argument {
    const character = this.text[this.#at];
    if (character === "'") return { kind: 'text', text: this.#quoted() };
    if (character === '$' && this.text[this.#at + 1] === '{') {
      // `${Name}` stands for whatever is put in before the service reads the text.
      this.#take(/\$\{[^}]*\}/y);
      return { kind: 'null' };
    }
    if (character === '$') return { kind: 'path', path: this.#path() };
    if (this.text.startsWith('States.', this.#at)) return { kind: 'call', call: this.#call(depth + 1) };
    if (this.#take(/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y) !== undefined) return { kind: 'number' };
    const word = this.#take(/true|false|null/y);
    if (word === undefined) return this.#stop('argument');
    return { kind: word === 'null' ? 'null' : 'boolean' };
  }

  /** Up to the comma or bracket that ends the argument, outside of quotes and brackets. */
  #path(): JsonPath {
    const start = this.#at;
    let depth = 0;
    let quote: string | undefined;
    for (; this.#at < this.text.length; this.#at++) {
      const character = this.text[this.#at] ?? '';
      if (quote !== undefined) {
        if (character === '\\') this.#at++;
        else if (character === quote) quote = undefined;
      } else if (depth > 0 && (character === "'" || character === '"')) quote = character;
      else if (character === '[' || character === '(') depth++;
      else if (depth > 0 && (character === ']' || character === ')')) depth--;
      else if (depth === 0 && (character === ',' || character === ')')) break;
    }
    const read = readPath(this.text.slice(start, this.#at).trimEnd());
    if ('path' in read) return read.path;
    throw new Stop({ at: start + read.fault.at, detail: read.fault.detail, facts: {} });
  }

  #quoted(): string {
    const start = this.#at;
    for (this.#at++; this.#at < this.text.length; this.#at++) {
      const character = this.text[this.#at];
      if (character === "'") {
        this.#at++;
        return this.text.slice(start + 1, this.#at - 1);
      }
      if (character !== '\\') continue;
      if (!/['\\{}]/.test(this.text[this.#at + 1] ?? '')) this.#stop('escape');
      this.#at++;
    }
    this.#at = start;
    return this.#stop('quote');
  }

  #space(): void {
    this.#take(/\s*/y);
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.text);
    if (match === null) return undefined;
    this.#at += match[0].length;
    return match[0];
  }

  #stop(fault: keyof typeof faults, facts: Facts = {}): never {
    throw new Stop({ at: this.#at, detail: faults[fault], facts });
  }
}
