import { Fault } from './errors.js';

/**
 * A regular expression that cannot hang: the one of the engine backtracks without an end on `(a+)+$`, and nothing can
 * stop it. This one counts its steps. It reads what the engine has read before, so that the grammar is known to hold;
 * look-behind is left out.
 */
type Node =
  | { readonly kind: 'one'; readonly test: (character: string) => boolean }
  | { readonly kind: 'at'; readonly test: (text: string, at: number) => boolean }
  | { readonly kind: 'sequence'; readonly parts: readonly Node[] }
  | { readonly kind: 'choice'; readonly parts: readonly Node[] }
  | { readonly kind: 'group'; readonly part: Node; readonly index: number }
  | { readonly kind: 'look'; readonly part: Node; readonly negative: boolean }
  | { readonly kind: 'back'; readonly index: number }
  | {
      readonly kind: 'repeat';
      readonly part: Node;
      readonly min: number;
      readonly max: number;
      readonly lazy: boolean;
    };

const maxSteps = 200_000;
/** Each group that repeats goes deeper; the engine's own stack is the limit behind this one. */
const maxDepth = 3_000;

interface Parsed {
  readonly node: Node;
  readonly groups: number;
}

/** What JSONata asks of a regular expression. */
export class SteppedRegExp {
  lastIndex = 0;
  readonly #parsed: Parsed;
  readonly #ignoreCase: boolean;
  #steps = 0;

  constructor(source: RegExp) {
    this.#ignoreCase = source.ignoreCase;
    this.#parsed = new Parser(source).parse();
  }

  /** The next match from lastIndex on, as RegExp.exec gives it with the flag g. */
  exec(text: string): (readonly (string | undefined)[] & { readonly index: number }) | null {
    this.#steps = 0;
    for (let start = this.lastIndex; start <= text.length; start++) {
      const groups: (readonly [number, number] | undefined)[] = [];
      let end = -1;
      const found = this.#match(this.#parsed.node, text, start, groups, 0, (at) => {
        end = at;
        return true;
      });
      if (!found) continue;
      this.lastIndex = end;
      const parts = Array.from({ length: this.#parsed.groups }, (_, index) => {
        const range = groups[index + 1];
        return range === undefined ? undefined : text.slice(...range);
      });
      return Object.assign([text.slice(start, end), ...parts], { index: start });
    }
    this.lastIndex = 0;
    return null;
  }

  #match(
    node: Node,
    text: string,
    at: number,
    groups: (readonly [number, number] | undefined)[],
    depth: number,
    next: (at: number) => boolean,
  ): boolean {
    if (++this.#steps > maxSteps || depth > maxDepth) throw new Fault('regex-steps');
    switch (node.kind) {
      case 'one': {
        const character = text[at];
        return character !== undefined && node.test(character) && next(at + 1);
      }
      case 'at':
        return node.test(text, at) && next(at);
      case 'sequence': {
        const run = (index: number, from: number): boolean => {
          const part = node.parts[index];
          return part === undefined
            ? next(from)
            : this.#match(part, text, from, groups, depth + 1, (to) => run(index + 1, to));
        };
        return run(0, at);
      }
      case 'choice':
        return node.parts.some((part) => this.#match(part, text, at, groups, depth + 1, next));
      case 'group': {
        const before = groups[node.index];
        const found = this.#match(node.part, text, at, groups, depth + 1, (to) => {
          const inner = groups[node.index];
          groups[node.index] = [at, to];
          if (next(to)) return true;
          groups[node.index] = inner;
          return false;
        });
        if (!found) groups[node.index] = before;
        return found;
      }
      case 'look':
        return this.#match(node.part, text, at, groups, depth + 1, () => true) !== node.negative && next(at);
      case 'back': {
        const range = groups[node.index];
        const part = range === undefined ? '' : text.slice(...range);
        const here = text.slice(at, at + part.length);
        const same = this.#ignoreCase ? here.toLowerCase() === part.toLowerCase() : here === part;
        return same && next(at + part.length);
      }
      case 'repeat':
        return node.part.kind === 'one'
          ? this.#repeatOne(node.part, node, text, at, next)
          : this.#repeat(node, text, at, groups, depth, 0, next);
    }
  }

  /** A repeated character needs no recursion, which long texts would not bear. */
  #repeatOne(
    { test }: Extract<Node, { kind: 'one' }>,
    { min, max, lazy }: Extract<Node, { kind: 'repeat' }>,
    text: string,
    at: number,
    next: (at: number) => boolean,
  ): boolean {
    const more = (count: number): boolean => {
      if (++this.#steps > maxSteps) throw new Fault('regex-steps');
      const character = text[at + count];
      return count < max && character !== undefined && test(character);
    };
    let count = 0;
    while (count < min) {
      if (!more(count)) return false;
      count++;
    }
    if (lazy) {
      for (; !next(at + count); count++) if (!more(count)) return false;
      return true;
    }
    while (more(count)) count++;
    for (; count >= min; count--) {
      if (++this.#steps > maxSteps) throw new Fault('regex-steps');
      if (next(at + count)) return true;
    }
    return false;
  }

  #repeat(
    node: Extract<Node, { kind: 'repeat' }>,
    text: string,
    at: number,
    groups: (readonly [number, number] | undefined)[],
    depth: number,
    count: number,
    next: (at: number) => boolean,
  ): boolean {
    const again = (): boolean =>
      count < node.max &&
      this.#match(node.part, text, at, groups, depth + 1, (to) =>
        // What matches nothing would repeat for ever.
        to === at && count >= node.min ? false : this.#repeat(node, text, to, groups, depth + 1, count + 1, next),
      );
    if (count < node.min) return again();
    return node.lazy ? next(at) || again() : again() || next(at);
  }
}

/** Reads the source of a RegExp; what stands for one character is left to the engine, a character at a time. */
class Parser {
  #at = 0;
  #groups = 0;
  readonly #names = new Map<string, number>();
  readonly #source: string;

  constructor(private readonly expression: RegExp) {
    this.#source = expression.source;
    // Named groups can be referred to before they stand.
    let index = 0;
    for (const [match, name] of this.#source.matchAll(/\\.|\[(?:[^\]\\]|\\.)*\]|\((?!\?)|\(\?<([^=!>][^>]*)>/g)) {
      if (!match.startsWith('(')) continue;
      index++;
      if (name !== undefined) this.#names.set(name, index);
    }
  }

  parse(): Parsed {
    const node = this.#choice();
    if (this.#at < this.#source.length) throw new Fault('regex-feature');
    return { node, groups: this.#groups };
  }

  #choice(): Node {
    const parts = [this.#sequence()];
    while (this.#take('|')) parts.push(this.#sequence());
    const [first] = parts;
    return parts.length === 1 && first !== undefined ? first : { kind: 'choice', parts };
  }

  #sequence(): Node {
    const parts: Node[] = [];
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at] ?? ''))
      parts.push(this.#repeated(this.#atom()));
    const [first] = parts;
    return parts.length === 1 && first !== undefined ? first : { kind: 'sequence', parts };
  }

  #repeated(part: Node): Node {
    const match = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})/.exec(this.#source.slice(this.#at, this.#at + 30));
    if (match === null) return part;
    this.#at += match[0].length;
    const lazy = this.#take('?');
    const [sign, least, comma, most] = match;
    if (sign === '*') return { kind: 'repeat', part, min: 0, max: Infinity, lazy };
    if (sign === '+') return { kind: 'repeat', part, min: 1, max: Infinity, lazy };
    if (sign === '?') return { kind: 'repeat', part, min: 0, max: 1, lazy };
    const min = Number(least);
    return { kind: 'repeat', part, min, max: comma === '' ? min : most === '' ? Infinity : Number(most), lazy };
  }

  #atom(): Node {
    const character = this.#source[this.#at] ?? '';
    if (character === '(') return this.#group();
    if (character === '^' || character === '$') {
      this.#at++;
      return { kind: 'at', test: character === '^' ? this.#isStart : this.#isEnd };
    }
    if (character === '\\') return this.#escape();
    if (character === '[') return this.#one(/\[(?:[^\]\\]|\\.)*\]/y);
    return this.#one(/[^]/y);
  }

  #group(): Node {
    this.#at++;
    const negative = this.#source.startsWith('?!', this.#at);
    if (negative || this.#source.startsWith('?=', this.#at)) {
      this.#at += 2;
      return { kind: 'look', part: this.#closed(), negative };
    }
    if (this.#source.startsWith('?:', this.#at)) {
      this.#at += 2;
      return this.#closed();
    }
    if (this.#source.startsWith('?', this.#at)) {
      const name = /\?<[^=!>][^>]*>/y;
      name.lastIndex = this.#at;
      const match = name.exec(this.#source);
      if (match === null) throw new Fault('regex-feature');
      this.#at += match[0].length;
    }
    const index = ++this.#groups;
    return { kind: 'group', part: this.#closed(), index };
  }

  #closed(): Node {
    const part = this.#choice();
    if (!this.#take(')')) throw new Fault('regex-feature');
    return part;
  }

  #escape(): Node {
    const rest = this.#source.slice(this.#at, this.#at + 200);
    if (/^\\[bB]/.test(rest)) {
      this.#at += 2;
      const wanted = rest[1] === 'b';
      return { kind: 'at', test: (text, at) => (isWord(text[at - 1]) !== isWord(text[at])) === wanted };
    }
    const back = /^\\(?:([1-9]\d*)|k<([^>]+)>)/.exec(rest);
    if (back !== null) {
      this.#at += back[0].length;
      return { kind: 'back', index: back[1] === undefined ? (this.#names.get(back[2] ?? '') ?? 0) : Number(back[1]) };
    }
    return this.#one(/\\(?:u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z]|[pP]\{[^}]*\}|[^])/y);
  }

  #one(pattern: RegExp): Node {
    pattern.lastIndex = this.#at;
    const atom = pattern.exec(this.#source)?.[0];
    if (atom === undefined) throw new Fault('regex-feature');
    this.#at += atom.length;
    const flags = this.expression.flags.replace(/[gy]/g, '');
    if (/^[A-Za-z0-9_ ]$/.test(atom) && !this.expression.ignoreCase)
      return { kind: 'one', test: (character) => character === atom };
    const whole = new RegExp(`^(?:${atom})$`, flags.replace('m', ''));
    return { kind: 'one', test: (character) => whole.test(character) };
  }

  readonly #isStart = (text: string, at: number): boolean =>
    at === 0 || (this.expression.multiline && /[\n\r\u2028\u2029]/.test(text[at - 1] ?? ''));
  readonly #isEnd = (text: string, at: number): boolean =>
    at === text.length || (this.expression.multiline && /[\n\r\u2028\u2029]/.test(text[at] ?? ''));

  #take(character: string): boolean {
    if (this.#source[this.#at] !== character) return false;
    this.#at++;
    return true;
  }
}

const isWord = (character: string | undefined): boolean => character !== undefined && /\w/.test(character);
