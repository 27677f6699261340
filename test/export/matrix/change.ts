import type { Json } from '../../../src/model/design.js';

export type Templates = Readonly<Record<string, unknown>>;

/** What one design's templates have beyond another's: place -> value, with texts and numbers alone. */
export interface Change {
  readonly added: ReadonlyMap<string, string>;
  /** Types of the resources in which something was added, changed or left out. */
  readonly types: ReadonlySet<string>;
  readonly isEmpty: boolean;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function* leavesOf(value: unknown, path: string): Generator<readonly [string, string]> {
  if (!isRecord(value)) {
    yield [path, String(value)];
    return;
  }
  const inner = Object.entries(value);
  if (inner.length === 0) yield [path, Array.isArray(value) ? '[]' : '{}'];
  for (const [key, one] of inner) yield* leavesOf(one, `${path}/${key}`);
}

const leavesOfAll = (templates: Templates): ReadonlyMap<string, string> => new Map(leavesOf(templates, ''));

function typesAt(places: Iterable<string>, ...sides: readonly Templates[]): ReadonlySet<string> {
  const types = new Set<string>();
  for (const place of places) {
    const [, stack = '', section, id = ''] = place.split('/');
    for (const templates of sides) {
      const template = templates[stack];
      const resources = isRecord(template) && section === 'Resources' ? template['Resources'] : undefined;
      const resource = isRecord(resources) ? resources[id] : undefined;
      if (isRecord(resource) && typeof resource['Type'] === 'string') types.add(resource['Type']);
    }
  }
  return types;
}

/** What `after` says and `before` does not. */
export function changeBetween(before: Templates, after: Templates): Change {
  const [old, made] = [leavesOfAll(before), leavesOfAll(after)];
  const added = new Map([...made].filter(([place, value]) => old.get(place) !== value));
  const left = [...old.keys()].filter((place) => !made.has(place));
  return {
    added,
    types: typesAt([...added.keys(), ...left], before, after),
    isEmpty: added.size === 0 && left.length === 0,
  };
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** Whether a change says a value, as it is or in the other spelling that CloudFormation has for it. */
export function says(change: Change, value: Json, spellings: Readonly<Record<string, string>>): boolean {
  if (change.isEmpty) return false;
  // Whatever a switch turns on or off has a name of its own.
  if (typeof value === 'boolean') return true;
  if (Array.isArray(value)) return value.every((item: Json) => says(change, item, spellings));
  if (typeof value === 'object' && value !== null)
    return Object.values(value).every((item) => says(change, item, spellings));
  const has = (wanted: string): boolean =>
    [...change.added].some(([place, text]) => plain(text).includes(wanted) || plain(place).includes(wanted));
  // Some durations are minutes there.
  if (typeof value === 'number') return has(plain(String(value))) || (value % 60 === 0 && has(String(value / 60)));
  const words = typeof value === 'string' && Object.hasOwn(spellings, value) ? (spellings[value] ?? '') : String(value);
  // What is said by leaving something out has no place of its own.
  if (words === '') return true;
  // Of a sample text the word in it; of a size both of its numbers.
  return /Shop/.test(words)
    ? has('shop')
    : has(plain(words)) || words.split(/[^A-Za-z0-9]/).every((part) => has(plain(part)));
}

export interface ChangedResource {
  readonly stack: string;
  readonly id: string;
  readonly type: string;
  readonly how: 'added' | 'changed' | 'removed';
}

/** Resources, parameters and all else that two designs' templates have by the same name, compared one by one. */
export function changedResources(before: Templates, after: Templates): readonly ChangedResource[] {
  const [old, made] = [entriesOf(before), entriesOf(after)];
  return [...new Set([...old.keys(), ...made.keys()])].flatMap((place): readonly ChangedResource[] => {
    const [was, is] = [old.get(place), made.get(place)];
    if (inOrder(was) === inOrder(is)) return [];
    const [stack = '', section = '', id = ''] = place.split('/');
    const one = is ?? was;
    const type = isRecord(one) && typeof one['Type'] === 'string' ? one['Type'] : section;
    return [{ stack, id, type, how: was === undefined ? 'added' : is === undefined ? 'removed' : 'changed' }];
  });
}

/** A value as text; the names in an object mean the same in any order. */
const inOrder = (value: unknown): string | undefined =>
  JSON.stringify(value, (_key, one: unknown) =>
    isRecord(one) && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );

const entriesOf = (templates: Templates): ReadonlyMap<string, unknown> =>
  new Map(
    Object.entries(templates).flatMap(([stack, template]) =>
      Object.entries(isRecord(template) ? template : {}).flatMap(([section, content]): [string, unknown][] =>
        isRecord(content)
          ? Object.entries(content).map(([id, one]) => [`${stack}/${section}/${id}`, one])
          : [[`${stack}/${section}/`, content]],
      ),
    ),
  );
