import { hasKind, isIntrinsic, isMap } from '../../../cfn/check.js';
import type { Properties, Property, PropertyType } from '../../../cfn/resource-type.js';
import type { Json } from '../../../model/design.js';
import { field as fieldOf, type Field } from '../../../model/fields.js';
import { sameInEveryLanguage } from '../../../model/localized.js';

export type JsonMap = Readonly<Record<string, Json>>;

/** A row of the form: a property of the schema, or one that is only written. */
export interface PropertyRow {
  readonly name: string;
  readonly property: Property | undefined;
}

export interface PropertyRows {
  readonly rows: readonly PropertyRow[];
  /** What can be added, in order. */
  readonly others: readonly string[];
}

/** Required ones first, then what is written or was added; the rest can be added. */
export function propertyRows(properties: Properties, given: JsonMap, added: ReadonlySet<string>): PropertyRows {
  const all = [...properties.values()];
  const isShown = ({ name, required }: Property): boolean => required || Object.hasOwn(given, name) || added.has(name);
  const shown = [...all.filter(({ required }) => required), ...all.filter((one) => !one.required && isShown(one))];
  const unknown = Object.keys(given).filter((name) => !properties.has(name));
  return {
    rows: [
      ...shown.map((property) => ({ name: property.name, property })),
      ...unknown.map((name) => ({ name, property: undefined })),
    ],
    others: all.filter((one) => !isShown(one)).map(({ name }) => name),
  };
}

/** A map with one entry set, or taken away; the order of the others stays. */
export function withEntry(map: JsonMap, name: string, value: Json | undefined): JsonMap {
  const kept = Object.entries(map).filter(([key]) => key !== name || value !== undefined);
  const changed = kept.map(([key, old]) => [key, key === name && value !== undefined ? value : old] as const);
  const isNew = value !== undefined && !Object.hasOwn(map, name);
  // Made from entries, so that `__proto__` is a key like any other.
  return Object.fromEntries(isNew ? [...changed, [name, value] as const] : changed);
}

/** How a value is edited. `json`: as text, since no control fits what is written. */
export type Editing =
  | { readonly as: 'field'; readonly field: Field }
  | { readonly as: 'choice'; readonly options: readonly string[] }
  | { readonly as: 'switch' }
  | { readonly as: 'structure'; readonly properties: Properties }
  | { readonly as: 'items'; readonly element: PropertyType }
  | { readonly as: 'entries'; readonly element: PropertyType }
  | { readonly as: 'json' };

const json: Editing = { as: 'json' };
const isText = (value: Json): boolean => typeof value === 'string';

/** The control for a value of a type. What is written decides where it is of another type, or filled in at deployment. */
export function editingOf(name: string, type: PropertyType, value: Json | undefined): Editing {
  if (value !== undefined && (isIntrinsic(value) || !hasKind(type, value))) return json;
  const label = sameInEveryLanguage(name);
  switch (type.kind) {
    case 'string':
      if (type.allowed !== undefined) return { as: 'choice', options: type.allowed };
      return value === undefined || typeof value === 'string'
        ? { as: 'field', field: fieldOf.text({ label, code: true }) }
        : json;
    case 'number':
    case 'integer':
      return {
        as: 'field',
        field: fieldOf.number({ label, min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
      };
    case 'boolean':
      return { as: 'switch' };
    case 'structure':
      return { as: 'structure', properties: type.properties };
    case 'list':
      return editingOfList(label, type.element, Array.isArray(value) ? (value as readonly Json[]) : []);
    case 'map':
      return type.element.kind === 'string' && (!isMap(value) || Object.values(value).every(isText))
        ? { as: 'field', field: fieldOf.map({ label, keyLabel: keyLabels.key, valueLabel: keyLabels.value }) }
        : { as: 'entries', element: type.element };
    case 'union': {
      const fitting = value === undefined ? type.types[0] : type.types.find((one) => hasKind(one, value));
      return fitting === undefined ? json : editingOf(name, fitting, value);
    }
    case 'json':
      return json;
  }
}

const keyLabels = {
  key: { en: 'Key', ja: 'キー' },
  value: { en: 'Value', ja: '値' },
} as const;

function editingOfList(label: ReturnType<typeof sameInEveryLanguage>, element: PropertyType, items: readonly Json[]) {
  if (element.kind !== 'string' || !items.every(isText)) return { as: 'items', element } as const;
  const suggestions = element.allowed === undefined ? {} : { suggestions: element.allowed };
  return { as: 'field', field: fieldOf.list({ label, ...suggestions }) } as const;
}

/** What a new item of a list begins as. */
export function emptyValue(type: PropertyType): Json {
  switch (type.kind) {
    case 'structure':
    case 'map':
    case 'json':
      return {};
    case 'list':
      return [];
    case 'number':
    case 'integer':
      return 0;
    case 'boolean':
      return false;
    case 'string':
      return type.allowed?.[0] ?? '';
    case 'union':
      return type.types[0] === undefined ? {} : emptyValue(type.types[0]);
  }
}

/** The words of an item that tell it from the others: its first text, else how much is in it. */
export function itemWords(value: Json): string {
  if (!isMap(value)) return typeof value === 'object' ? JSON.stringify(value).slice(0, 60) : String(value);
  const [first] = Object.values(value).filter((one) => typeof one === 'string' && one !== '');
  return typeof first === 'string' ? first.slice(0, 60) : '';
}
