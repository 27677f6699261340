import type { Json } from '../../model/design.js';
import { isMap } from '../../model/json.js';
import { defineServiceProperties, type JsonMap, type ServiceProperties } from './define.js';

/** One field and the place of the property that it stands for. */
export interface Mapping {
  readonly field: string;
  /** Keys below the properties: `['VersioningConfiguration', 'Status']`. */
  readonly path: readonly string[];
  /** The field's value of a literal property; undefined: the field cannot say it. Without it both are the same. */
  readonly from?: (value: Json) => Json | undefined;
  /** The property of a field's value, given what it was; undefined: no property. */
  readonly to?: (value: Json, before: Json | undefined) => Json | undefined;
  /** What AWS does where the property is not there, as the field's value. */
  readonly absent?: Json;
}

const isLiteral = (value: Json): boolean => {
  if (Array.isArray(value)) return (value as readonly Json[]).every(isLiteral);
  if (!isMap(value)) return value !== null;
  const keys = Object.keys(value);
  const [key] = keys;
  if (keys.length === 1 && key !== undefined && (key === 'Ref' || key.startsWith('Fn::'))) return false;
  return Object.values(value).every(isLiteral);
};

const at = (properties: JsonMap, path: readonly string[]): Json | undefined =>
  path.reduce<Json | undefined>(
    (value, key) => (isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    properties,
  );

/** Properties with one of them changed; what is empty without it goes with it. */
function withProperty(properties: JsonMap, [key, ...rest]: readonly string[], value: Json | undefined): JsonMap {
  if (key === undefined) return properties;
  const there = Object.hasOwn(properties, key) ? properties[key] : undefined;
  const inner =
    rest.length === 0
      ? value
      : there === undefined || isMap(there)
        ? withProperty(there ?? {}, rest, value)
        : value === undefined
          ? there
          : withProperty({}, rest, value);
  const isGone = inner === undefined || (rest.length > 0 && isMap(inner) && Object.keys(inner).length === 0);
  const entries = Object.entries(properties);
  if (isGone) return Object.fromEntries(entries.filter(([name]) => name !== key));
  return there === undefined
    ? Object.fromEntries([...entries, [key, inner]])
    : Object.fromEntries(entries.map(([name, item]) => [name, name === key ? inner : item]));
}

/** The fields that mappings find in properties. */
function decodeMapped(mappings: readonly Mapping[], properties: JsonMap, evaluate: (value: Json) => Json): JsonMap {
  const fields = new Map<string, Json>();
  for (const { field, path, from, absent } of mappings) {
    const given = at(properties, path);
    const value = given === undefined ? undefined : evaluate(given);
    const found =
      value === undefined ? absent : !isLiteral(value) ? undefined : from === undefined ? value : from(value);
    if (found !== undefined && !fields.has(field)) fields.set(field, found);
  }
  return Object.fromEntries(fields);
}

/** Properties with the changed fields written into them. */
function encodeMapped(
  mappings: readonly Mapping[],
  properties: JsonMap,
  changed: Readonly<Record<string, Json | undefined>>,
): JsonMap {
  let result = properties;
  const done = new Set<string>();
  for (const { field, path, to } of mappings) {
    if (!Object.hasOwn(changed, field) || done.has(field)) continue;
    done.add(field);
    const value = changed[field];
    result = withProperty(
      result,
      path,
      value === undefined ? undefined : to === undefined ? value : to(value, at(properties, path)),
    );
  }
  return result;
}

/** The properties of a service from the mappings of each of its types. */
export const mapped = (service: string, types: Readonly<Record<string, readonly Mapping[]>>): ServiceProperties =>
  defineServiceProperties({
    service,
    cfnTypes: Object.keys(types),
    decode: (type, properties, evaluate) =>
      decodeMapped(Object.hasOwn(types, type) ? (types[type] ?? []) : [], properties, evaluate),
    encode: (type, properties, changed) =>
      encodeMapped(Object.hasOwn(types, type) ? (types[type] ?? []) : [], properties, changed),
  });

/** Values that one side calls otherwise: `{ ENABLED: true }` by property, and back. */
export function named(names: Readonly<Record<string, Json>>): Pick<Mapping, 'from' | 'to'> {
  const back = new Map(Object.entries(names).map(([property, field]) => [JSON.stringify(field), property]));
  return {
    from: (value) => (typeof value === 'string' && Object.hasOwn(names, value) ? names[value] : undefined),
    to: (value) => back.get(JSON.stringify(value)),
  };
}

/** CloudFormation takes numbers and truth values as texts too. */
export const number: Pick<Mapping, 'from'> = {
  from: (value) => {
    const found = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
  },
};

export const truth: Pick<Mapping, 'from'> = {
  from: (value) => {
    const text = typeof value === 'string' ? value.toLowerCase() : value;
    return text === true || text === 'true' ? true : text === false || text === 'false' ? false : undefined;
  },
};

export const text: Pick<Mapping, 'from'> = {
  from: (value) => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined),
};
