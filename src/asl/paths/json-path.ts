import type { Localized } from '../../model/localized.js';

/** What a path starts from: the data, the context object, or a variable. */
export type PathRoot = { readonly kind: 'input' | 'context' } | { readonly kind: 'variable'; readonly name: string };

/** A key, or anything that can stand for several places (wildcard, slice, filter, list, descent). */
export type PathStep = { readonly kind: 'key'; readonly key: string } | { readonly kind: 'index' | 'several' };

export interface JsonPath {
  readonly root: PathRoot;
  readonly steps: readonly PathStep[];
  /** Paths inside filters, such as `$.limit` in `$.items[?(@.price < $.limit)]`. */
  readonly inside: readonly JsonPath[];
}

export interface PathFault {
  /** Offset in the text. */
  readonly at: number;
  readonly detail: Localized;
}

export type ReadPath = { readonly path: JsonPath } | { readonly fault: PathFault };

const faults = {
  start: { en: 'it must begin with $', ja: '先頭に $ が必要です。' },
  key: { en: 'a key is missing after the dot', ja: '「.」の後にキーがありません。' },
  space: {
    en: "a key with spaces or special characters is written ['like this']",
    ja: "空白や特殊文字を含むキーは ['キー'] の形式で記述してください。",
  },
  bracket: { en: 'a bracket is not closed', ja: '括弧が閉じられていません。' },
  quote: { en: 'a quote is not closed', ja: '引用符が閉じられていません。' },
  content: {
    en: 'brackets hold an index, a key in quotes, a slice, * or a filter',
    ja: '[ ] には、番号、引用符で囲んだキー、範囲、*、フィルターのいずれかを記述してください。',
  },
  rest: { en: 'a dot or a bracket is expected here', ja: 'ここには「.」または [ が必要です。' },
  long: { en: 'it is too long', ja: '長すぎます。' },
} as const satisfies Record<string, Localized>;

/** Longer than any path that a person writes; what is longer is no path. */
const maxLength = 10_000;

class Stop extends Error {
  constructor(readonly fault: PathFault) {
    super('no path');
  }
}

/**
 * Reads a JSONPath as Step Functions takes it: the dialect of Jayway with `$$` for the context and `$name` for variables.
 * `${Name}` of CloudFormation may stand in it. Never throws.
 */
export function readPath(text: string): ReadPath {
  const found = known.get(text);
  if (found !== undefined) return found;
  const read = readAfresh(text);
  if (known.size >= maxKnown) known.clear();
  known.set(text, read);
  return read;
}

/** A definition is validated at each keystroke; what did not change is not read again. */
const maxKnown = 5_000;
const known = new Map<string, ReadPath>();

function readAfresh(text: string): ReadPath {
  try {
    return { path: new Reader(text).whole() };
  } catch (error) {
    if (error instanceof Stop) return { fault: error.fault };
    throw error;
  }
}

/** Whether a path names one place: no wildcard, slice, filter, list or descent. */
export const isReference = ({ steps }: JsonPath): boolean => steps.every(({ kind }) => kind !== 'several');

/** Longest run of identifiers and `${Name}`; jayway takes any character but these. */
const name = /(?:\$\{[^}]*\}|[^.[\]()\s'",])+/y;
const variable = /[\p{ID_Start}_][\p{ID_Continue}]*/uy;

class Reader {
  #at = 0;
  readonly #inside: JsonPath[] = [];

  constructor(private readonly text: string) {}

  whole(): JsonPath {
    if (this.text.length > maxLength) this.#stop('long');
    if (this.text[0] !== '$') this.#stop('start');
    this.#at = 1;
    const root = this.#root();
    const steps: PathStep[] = [];
    while (this.#at < this.text.length) steps.push(...this.#step());
    return { root, steps, inside: this.#inside };
  }

  #root(): PathRoot {
    if (this.text[this.#at] === '$') {
      this.#at++;
      return { kind: 'context' };
    }
    const found = this.#take(variable);
    return found === undefined ? { kind: 'input' } : { kind: 'variable', name: found };
  }

  #step(): readonly PathStep[] {
    const character = this.text[this.#at];
    if (character === '[') return [this.#bracket()];
    if (character !== '.') return this.#stop(character === ' ' ? 'space' : 'rest');
    const descends = this.text[this.#at + 1] === '.';
    this.#at += descends ? 2 : 1;
    const several: readonly PathStep[] = descends ? [{ kind: 'several' }] : [];
    // `$.[0]` is `$[0]`.
    if (this.text[this.#at] === '[') return [...several, this.#bracket()];
    if (this.text[this.#at] === '*') {
      this.#at++;
      return [{ kind: 'several' }];
    }
    const key = this.#take(name);
    if (key === undefined) return this.#stop('key');
    // A function at the end: `$.items.length()`.
    if (this.text[this.#at] === '(') {
      this.#balanced('(', ')');
      return [{ kind: 'several' }];
    }
    return [...several, { kind: 'key', key }];
  }

  #bracket(): PathStep {
    const start = this.#at;
    const content = this.#balanced('[', ']').trim();
    const quoted = /^(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")$/s.exec(content);
    if (quoted !== null) return { kind: 'key', key: (quoted[1] ?? quoted[2] ?? '').replace(/\\(.)/gs, '$1') };
    if (/^-?\d+$/.test(content)) return { kind: Number(content) < 0 ? 'several' : 'index' };
    if (/^\?\s*\(/.test(content) || content.startsWith('?')) {
      for (const match of content.matchAll(/(?<![\w$'"])\$\.[\w.-]+/g)) {
        const read = readPath(match[0]);
        if ('path' in read) this.#inside.push(read.path);
      }
      return { kind: 'several' };
    }
    const isKnown =
      content === '*' ||
      /^-?\d*\s*:\s*-?\d*(?:\s*:\s*-?\d*)?$/.test(content) ||
      /^-?\d+(?:\s*,\s*-?\d+)+$/.test(content) ||
      /^(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")(?:\s*,\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"))+$/s.test(content) ||
      content.startsWith('(') ||
      content.includes('${');
    if (!isKnown) {
      this.#at = start;
      this.#stop('content');
    }
    return { kind: 'several' };
  }

  /** Up to the closing bracket, quotes and brackets inside skipped; the content. */
  #balanced(open: string, close: string): string {
    const start = this.#at;
    let depth = 0;
    for (; this.#at < this.text.length; this.#at++) {
      const character = this.text[this.#at] ?? '';
      if (character === "'" || character === '"') this.#quoted(character);
      else if (character === open) depth++;
      else if (character === close && --depth === 0) {
        this.#at++;
        return this.text.slice(start + 1, this.#at - 1);
      }
    }
    this.#at = start;
    return this.#stop('bracket');
  }

  /** Moves onto the closing quote. */
  #quoted(quote: string): void {
    const start = this.#at;
    for (this.#at++; this.#at < this.text.length; this.#at++) {
      if (this.text[this.#at] === '\\') this.#at++;
      else if (this.text[this.#at] === quote) return;
    }
    this.#at = start;
    this.#stop('quote');
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.text);
    if (match === null) return undefined;
    this.#at += match[0].length;
    return match[0];
  }

  #stop(fault: keyof typeof faults): never {
    throw new Stop({ at: this.#at, detail: faults[fault] });
  }
}
