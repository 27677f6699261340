import type { Properties, Property, PropertyType, ResourceType } from './resource-type.js';

/** Reads what `scripts/build-cfn-schema.mjs` writes: allowed values, structures and types, each a section of lines. */

const split = (text: string | undefined, separator: string): readonly string[] =>
  text === undefined || text === '' ? [] : text.split(separator);

const letters: Readonly<Record<string, 'string' | 'number' | 'integer' | 'boolean' | 'json'>> = {
  s: 'string',
  n: 'number',
  i: 'integer',
  b: 'boolean',
  j: 'json',
};

const text: PropertyType = { kind: 'string' };
const tagProperties: Properties = new Map(
  ['Key', 'Value'].map((name) => [name, { name, type: text, required: true, replaces: false }] as const),
);
const tag: PropertyType = { kind: 'structure', name: 'Tag', properties: tagProperties };

/** The types of one namespace by their full name, from its text. */
export function unpackTypes(namespace: string, packed: string): ReadonlyMap<string, ResourceType> {
  const [enums, structures, resources] = packed.split('\n\n').map((section) => split(section, '\n'));
  const shared = new Shared(enums ?? [], structures ?? []);
  const types = (resources ?? []).map((line) => resourceOf(namespace, line, shared));
  return new Map(types.map((one) => [one.type, one] as const));
}

/** The type names of each namespace: `AWS::SNS` with `Subscription`, `Topic`. */
export const unpackNames = (packed: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    packed.split('\n').map((line) => {
      const [namespace = '', ...names] = line.split(' ');
      return [namespace, names] as const;
    }),
  );

function resourceOf(namespace: string, line: string, shared: Shared): ResourceType {
  const [name = '', flags, attributes, properties] = line.split('\t');
  const marks = new Map(split(flags, ' ').map((flag) => [flag.split('=', 1)[0] ?? '', flag.split('=')[1] ?? '']));
  const [arn, transform] = [marks.get('arn'), marks.get('transform')];
  return {
    type: `${namespace}::${name}`,
    properties: shared.propertiesOf(properties),
    attributes: new Map(split(attributes, ' ').map(attributeOf)),
    isOpen: marks.has('open'),
    ...(arn === undefined ? {} : { arn }),
    ...(transform === undefined ? {} : { transform }),
  };
}

function attributeOf(code: string): readonly [string, 'text' | 'list' | 'other'] {
  const [name = '', letter = 's'] = code.split(':');
  return [name, letter === '[' ? 'list' : /[snib]/.test(letter) ? 'text' : 'other'];
}

/** What the types of a namespace share. */
class Shared {
  private readonly structures = new Map<number, PropertyType>();

  constructor(
    private readonly enums: readonly string[],
    private readonly lines: readonly string[],
  ) {}

  /** A map that is filled when it is first looked into. */
  propertiesOf(packed: string | undefined): Properties {
    let known: Properties | undefined;
    const read = (): Properties => {
      known ??= new Map(
        split(packed, ' ')
          .map((one) => this.propertyOf(one))
          .map((one) => [one.name, one] as const),
      );
      return known;
    };
    return lazyMap(read);
  }

  private propertyOf(code: string): Property {
    const colon = code.indexOf(':');
    const head = colon < 0 ? code : code.slice(0, colon);
    const type = colon < 0 ? text : this.typeOf(new Cursor(code, colon + 1));
    return { name: head.replace(/[!~]+$/, ''), type, required: head.includes('!'), replaces: head.includes('~') };
  }

  private typeOf(cursor: Cursor): PropertyType {
    const letter = cursor.take();
    if (letter === '[') return { kind: 'list', element: this.typeOf(cursor) };
    if (letter === '{') return { kind: 'map', element: this.typeOf(cursor) };
    if (letter === '#') return this.structureAt(cursor.number());
    if (letter === 't') return tag;
    if (letter === '(') {
      const types: PropertyType[] = [];
      do types.push(this.typeOf(cursor));
      while (cursor.take() === '|');
      return { kind: 'union', types };
    }
    const kind = letters[letter] ?? 'json';
    if (kind === 'boolean' || kind === 'json') return { kind };
    if (!cursor.skip('=')) return { kind };
    const allowed = split(this.enums[cursor.number()], '\t');
    cursor.skip(';');
    return { kind, allowed };
  }

  private structureAt(index: number): PropertyType {
    const known = this.structures.get(index);
    if (known !== undefined) return known;
    const [name = '', properties] = (this.lines[index] ?? '').split('\t');
    const made: PropertyType = { kind: 'structure', name, properties: this.propertiesOf(properties) };
    this.structures.set(index, made);
    return made;
  }
}

class Cursor {
  constructor(
    private readonly code: string,
    private at: number,
  ) {}

  take(): string {
    return this.code.charAt(this.at++);
  }

  skip(sign: string): boolean {
    const isThere = this.code.charAt(this.at) === sign;
    if (isThere) this.at++;
    return isThere;
  }

  number(): number {
    const digits = /^\d*/.exec(this.code.slice(this.at))?.[0] ?? '';
    this.at += digits.length;
    return Number(digits);
  }
}

function lazyMap<Key, Value>(read: () => ReadonlyMap<Key, Value>): ReadonlyMap<Key, Value> {
  return {
    get size() {
      return read().size;
    },
    get: (key) => read().get(key),
    has: (key) => read().has(key),
    entries: () => read().entries(),
    keys: () => read().keys(),
    values: () => read().values(),
    forEach: (use) => {
      read().forEach(use);
    },
    [Symbol.iterator]: () => read()[Symbol.iterator](),
  };
}
