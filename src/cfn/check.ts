import type { Json } from '../model/design.js';
import { unreachable } from '../model/invariant.js';
import type { Facts, Localized } from '../model/localized.js';
import { misspelt } from './names.js';
import type { Properties, PropertyType, ResourceType } from './resource-type.js';

/** What is wrong with a property, without saying whose it is. */
export interface PropertyProblem {
  /** Keys and indexes from the properties down. */
  readonly path: readonly (string | number)[];
  /** `doubtful`: AWS may know what the list of types does not know yet. */
  readonly certainty: 'wrong' | 'doubtful';
  readonly words: Localized;
  readonly facts: Facts;
}

const most = 40;
const deepest = 60;

const words = {
  missing: { en: 'is required', ja: '必須です。' },
  readOnly: {
    en: 'is an attribute that AWS sets; it cannot be given',
    ja: 'AWS が設定する属性のため、指定できません。',
  },
  unknown: { en: 'is not a property of {owner}', ja: '{owner} にこのプロパティはありません。' },
  misspelt: {
    en: 'is not a property of {owner}; {nearest} is',
    ja: '{owner} にこのプロパティはありません。{nearest} はあります。',
  },
  type: { en: 'must be {expected}', ja: '指定できる型: {expected}。' },
  allowed: { en: 'has to be one of {allowed}', ja: '次のいずれかを指定してください: {allowed}' },
} as const satisfies Record<string, Localized>;

const typeWords = {
  string: { en: 'a text', ja: '文字列' },
  number: { en: 'a number', ja: '数値' },
  integer: { en: 'a whole number', ja: '整数' },
  boolean: { en: 'true or false', ja: 'true または false' },
  json: { en: 'JSON', ja: 'JSON' },
  list: { en: 'a list', ja: 'リスト' },
  map: { en: 'a map', ja: 'マップ' },
  structure: { en: 'a map', ja: 'マップ' },
  union: { en: 'another value', ja: '別の値' },
} as const satisfies Record<PropertyType['kind'], Localized>;

type JsonMap = Readonly<Record<string, Json>>;

export const isMap = (value: Json | undefined): value is JsonMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `{ "Ref": … }`, `{ "Fn::GetAtt": … }`: CloudFormation puts the value in its place at deployment. */
export function isIntrinsic(value: Json | undefined): boolean {
  if (!isMap(value)) return false;
  const [key, second] = Object.keys(value);
  return second === undefined && key !== undefined && (key === 'Ref' || key === 'Condition' || key.startsWith('Fn::'));
}

/** Whether a text is filled in at deployment, so that nothing can be said of it here. */
const isDynamic = (text: string): boolean => text.includes('{{resolve:') || text.includes('${');

/** What is wrong with the properties of a resource, in their order; the first forty. */
export function checkProperties(type: ResourceType, properties: JsonMap): readonly PropertyProblem[] {
  const found: PropertyProblem[] = [];
  checkMap(type.properties, properties, { path: [], owner: type.type, found, resource: type });
  return found;
}

/** What is wrong with one value of a type by itself, not with what is inside of it. */
export function checkValue(type: PropertyType, value: Json): Omit<PropertyProblem, 'path'> | undefined {
  if (isIntrinsic(value)) return undefined;
  if (!hasKind(type, value))
    return { certainty: 'wrong', words: words.type, facts: { expected: typeWords[type.kind] } };
  const allowed = 'allowed' in type ? type.allowed : undefined;
  const text = typeof value === 'object' ? '' : String(value);
  if (allowed === undefined || isDynamic(text) || allowed.includes(text)) return undefined;
  const shown = allowed.length > 12 ? [...allowed.slice(0, 12), '…'] : allowed;
  return { certainty: 'doubtful', words: words.allowed, facts: { allowed: shown.join(', ') } };
}

/** CloudFormation takes numbers and truth values for texts, and texts of them for themselves. */
export function hasKind(type: PropertyType, value: Json): boolean {
  switch (type.kind) {
    case 'json':
      return true;
    case 'string':
      return ['string', 'number', 'boolean'].includes(typeof value);
    case 'number':
    case 'integer':
      return isNumber(value, type.kind === 'integer') || (typeof value === 'string' && isDynamic(value));
    case 'boolean':
      return typeof value === 'boolean' || (typeof value === 'string' && /^(?:true|false)$/i.test(value));
    case 'list':
      return Array.isArray(value);
    case 'map':
    case 'structure':
      return isMap(value);
    case 'union':
      return type.types.some((one) => isIntrinsic(value) || hasKind(one, value));
    default:
      return unreachable(type);
  }
}

function isNumber(value: Json, isWhole: boolean): boolean {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && (isWhole ? Number.isInteger(number) : Number.isFinite(number));
}

interface Place {
  readonly path: readonly (string | number)[];
  /** What the properties belong to, as the words name it. */
  readonly owner: string;
  readonly found: PropertyProblem[];
  /** At the top only. */
  readonly resource?: ResourceType;
}

function checkMap(properties: Properties, given: JsonMap, { path, owner, found, resource }: Place): void {
  const say = (name: string, problem: Omit<PropertyProblem, 'path'>): void => {
    if (found.length < most) found.push({ ...problem, path: [...path, name] });
  };
  for (const { name, required } of properties.values())
    if (required && !Object.hasOwn(given, name)) say(name, { certainty: 'wrong', words: words.missing, facts: {} });
  for (const [name, value] of Object.entries(given)) {
    if (found.length >= most) return;
    const property = properties.get(name);
    if (property !== undefined) checkAt(property.type, value, { path: [...path, name], owner, found });
    else if (resource?.attributes.has(name) === true)
      say(name, { certainty: 'wrong', words: words.readOnly, facts: {} });
    else if (resource?.isOpen !== true && !name.startsWith('Fn::')) say(name, unknownProperty(name, owner, properties));
  }
}

function unknownProperty(name: string, owner: string, properties: Properties): Omit<PropertyProblem, 'path'> {
  const near = misspelt(name, [...properties.keys()]);
  return near === undefined
    ? { certainty: 'doubtful', words: words.unknown, facts: { owner } }
    : { certainty: 'wrong', words: words.misspelt, facts: { owner, nearest: near } };
}

function checkAt(type: PropertyType, value: Json, place: Place): void {
  const { path, found } = place;
  if (found.length >= most || path.length > deepest || isIntrinsic(value)) return;
  const problem = checkValue(type, value);
  if (problem !== undefined) {
    found.push({ ...problem, path });
    return;
  }
  if (type.kind === 'union') {
    // Of several structures nobody can say here which one is meant.
    const [fitting, second] = type.types.filter((one) => hasKind(one, value));
    if (fitting !== undefined && second === undefined) checkAt(fitting, value, place);
    return;
  }
  if (type.kind === 'list' && Array.isArray(value)) {
    for (const [index, item] of (value as readonly Json[]).entries())
      checkAt(type.element, item, { ...place, path: [...path, index] });
    return;
  }
  if (!isMap(value)) return;
  if (type.kind === 'structure') checkMap(type.properties, value, { path, owner: type.name, found });
  if (type.kind === 'map')
    for (const [key, item] of Object.entries(value)) checkAt(type.element, item, { ...place, path: [...path, key] });
}

/** `Listeners[0].Port`. */
export const pathText = (path: readonly (string | number)[]): string =>
  path
    .map((part, index) => (typeof part === 'number' ? `[${String(part)}]` : index === 0 ? part : `.${part}`))
    .join('');
