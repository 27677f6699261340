import { fieldsOf, type KnownEvents, type Shape } from '../../events/known-events.js';
import { operators } from '../../events/matcher.js';
import type { OwnEvents } from '../../events/own-events.js';
import { envelopeKeys } from '../../events/sample-event.js';
import type { Localized } from '../../model/localized.js';
import { jsonCursor } from './json-cursor.js';

/** Something that can be written at a place of a pattern. */
export interface PatternOption {
  readonly label: string;
  /** What is written for it. */
  readonly text: string;
  readonly detail: Localized;
  readonly kind: 'key' | 'value' | 'operator';
  /** Larger comes first. */
  readonly boost: number;
}

export interface PatternOptions {
  readonly from: number;
  readonly options: readonly PatternOption[];
}

/** The events that completion knows. */
export interface EventNames {
  readonly known: KnownEvents;
  readonly own: OwnEvents;
}

/** What fits at a place: keys of the envelope and of the detail, sources, detail types of the source, operators. */
export function patternOptions(text: string, offset: number, names: EventNames): PatternOptions {
  const cursor = jsonCursor(text, offset);
  const { path, key, expects, from } = cursor;
  const known = shapesFor(text, names.known);
  if (expects === 'key') {
    const inMatcher = cursor.lists > 0 || isInList(text, from);
    if (inMatcher) return { from, options: operatorOptions(false) };
    const fields = path.length === 0 ? undefined : path[0] === 'detail' ? fieldsAt(known, path.slice(1)) : {};
    return { from, options: fields === undefined ? envelopeOptions : fieldOptions(fields) };
  }
  if (cursor.lists === 0 || key === undefined) return { from, options: [] };
  const values = path.length > 0 ? [] : valueOptions(text, key, names);
  return { from, options: [...values, ...(cursor.isQuoted ? [] : operatorOptions(true))] };
}

/** Whether the object that a key stands in is an item of a list: then it is an operator. */
function isInList(text: string, from: number): boolean {
  const before = text.slice(0, from).trimEnd();
  return before.endsWith('{') && /[[,]\s*\{$/.test(before) && jsonCursor(text, before.length - 1).lists > 0;
}

const words = {
  envelope: { en: 'of every event', ja: 'すべてのイベント' },
  or: { en: 'one of several patterns', ja: 'いずれかのパターン' },
  own: { en: 'in this design', ja: 'この設計' },
  aws: { en: 'AWS service', ja: 'AWS のサービス' },
  text: { en: 'text', ja: '文字列' },
  number: { en: 'number', ja: '数値' },
  boolean: { en: 'true or false', ja: 'true または false' },
  object: { en: 'object', ja: 'オブジェクト' },
  any: { en: 'any value', ja: '任意の値' },
} as const satisfies Record<string, Localized>;

const envelopeOptions: readonly PatternOption[] = [
  ...envelopeKeys.map((key, at): PatternOption => ({
    label: key,
    text: key === 'detail' ? '"detail": {}' : `"${key}": []`,
    detail: words.envelope,
    kind: 'key',
    boost: -at,
  })),
  { label: '$or', text: '"$or": [{}, {}]', detail: words.or, kind: 'key', boost: -50 },
];

const typeWords = (shape: Shape): Localized =>
  shape === 's'
    ? words.text
    : shape === 'n'
      ? words.number
      : shape === 'b'
        ? words.boolean
        : Object.keys(fieldsOf(shape)).length > 0
          ? words.object
          : words.any;

const fieldOptions = (fields: Readonly<Record<string, Shape>>): readonly PatternOption[] =>
  Object.entries(fields).map(([label, shape]) => ({
    label,
    text: `${JSON.stringify(label)}: ${Object.keys(fieldsOf(shape)).length > 0 ? '{}' : '[]'}`,
    detail: typeWords(shape),
    kind: 'key',
    boost: 0,
  }));

const operatorOptions = (isWhole: boolean): readonly PatternOption[] =>
  Object.entries(operators).map(([name, { label, sample }], at) => ({
    label: name,
    text: isWhole ? `{"${name}": ${sample}}` : `"${name}": ${sample}`,
    detail: label,
    kind: 'operator',
    boost: -20 - at,
  }));

/** The names that the text gives to a key at its top, as far as it can be read. */
function namesIn(text: string, key: 'source' | 'detail-type'): readonly string[] {
  const [, list = ''] = new RegExp(`"${key}"\\s*:\\s*\\[([^\\]]{0,2000})`).exec(text) ?? [];
  return [...list.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, name = '']) => name);
}

function valueOptions(text: string, key: string, { known, own }: EventNames): readonly PatternOption[] {
  const option = (label: string, detail: Localized, boost: number): PatternOption => ({
    label,
    text: JSON.stringify(label),
    detail,
    kind: 'value',
    boost,
  });
  if (key === 'source')
    return [
      ...[...own.keys()].map((source) => option(source, words.own, 20)),
      ...[...known.keys()].map((source) => option(source, words.aws, 0)),
    ];
  if (key !== 'detail-type') return [];
  const sources = namesIn(text, 'source');
  const fits = (source: string): boolean => sources.length === 0 || sources.includes(source);
  return [
    ...[...own]
      .filter(([source]) => fits(source))
      .flatMap(([, types]) => [...types].map((type) => option(type, words.own, 20))),
    ...(sources.length === 0
      ? []
      : [...known]
          .filter(([source]) => fits(source))
          .flatMap(([, types]) => [...types.keys()].map((type) => option(type, words.aws, 0)))),
  ];
}

/** The details of the events that the text names; those of the whole source where it names no type. */
function shapesFor(text: string, known: KnownEvents): readonly Shape[] {
  const types = namesIn(text, 'detail-type');
  return namesIn(text, 'source').flatMap((source) =>
    [...(known.get(source) ?? [])]
      .filter(([type]) => types.length === 0 || types.includes(type))
      .map(([, shape]) => shape),
  );
}

function fieldsAt(shapes: readonly Shape[], path: readonly string[]): Readonly<Record<string, Shape>> {
  const found = shapes.map((shape) =>
    path.reduce<Shape | undefined>(
      (at, key) => (at !== undefined && Object.hasOwn(fieldsOf(at), key) ? fieldsOf(at)[key] : undefined),
      shape,
    ),
  );
  return Object.fromEntries(found.flatMap((shape) => (shape === undefined ? [] : Object.entries(fieldsOf(shape)))));
}
