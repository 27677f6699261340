import { tokenPath, type Language } from './arguments.js';
import type { OptimizedAction } from './define.js';

/** JSON as it stands in a definition. */
export type Value = string | number | boolean | null | readonly Value[] | Structure;
export interface Structure {
  readonly [name: string]: Value;
}

const isStructure = (value: Value | undefined): value is Structure =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

const tokens = ['$states.context.Task.Token', '$$.Task.Token'];
const holdsToken = (value: Value): boolean => typeof value === 'string' && tokens.some((one) => value.includes(one));

/** Whether the task token stands anywhere in the arguments. */
export function carriesToken(value: Value): boolean {
  if (isList(value)) return value.some(carriesToken);
  return isStructure(value) ? Object.values(value).some(carriesToken) : holdsToken(value);
}

/**
 * Puts the task token to where the action takes it, beside what is there. What is not a structure where one is needed
 * becomes its `input`. Unchanged: the token is there, or the action takes none.
 */
export function withToken(args: Structure, action: OptimizedAction, language: Language): Structure {
  const path = tokenPath(action);
  if (path === undefined || carriesToken(args)) return args;
  const put = putAt(args, path, language);
  return isStructure(put) ? put : args;
}

const environment = (name: string | number): name is 'Value' | 'value' => name === 'Value' || name === 'value';

function putAt(value: Value | undefined, path: readonly (string | number)[], language: Language): Value {
  const [first = '', ...rest] = path;
  if (typeof first === 'number') {
    const list = isList(value) ? value : [];
    // Variables of an environment stand side by side; a header holds the token alone.
    if (rest.length === 0) return [expression(language)];
    if (rest.length === 1 && environment(rest[0] ?? '')) return [...list, putAt(undefined, rest, language)];
    return [putAt(list[0], rest, language), ...list.slice(1)];
  }
  const [name, inside] = structureFor(value, first);
  if (rest.length === 0) {
    if (environment(name)) return { ...inside, ...variable(name, language) };
    return { ...inside, ...dynamic(name, language) };
  }
  if (rest.length === 1 && typeof rest[0] === 'number' && language === 'JSONPath')
    return { ...inside, [`${name}.$`]: 'States.Array($$.Task.Token)' };
  const dynamicName = `${name}.$`;
  if (Object.hasOwn(inside, dynamicName) && !Object.hasOwn(inside, name)) {
    const { [dynamicName]: moved, ...others } = inside;
    return { ...others, [name]: putAt({ 'input.$': moved ?? '$' }, rest, language) };
  }
  return { ...inside, [name]: putAt(own(inside, name), rest, language) };
}

const own = (structure: Structure, name: string): Value | undefined =>
  Object.hasOwn(structure, name) ? structure[name] : undefined;

function structureFor(value: Value | undefined, name: string): [string, Structure] {
  if (isStructure(value)) return [name, value];
  return [name, value === undefined || value === '' || value === null ? {} : { input: value }];
}

const expression = (language: Language): string =>
  language === 'JSONata' ? '{% $states.context.Task.Token %}' : '$$.Task.Token';

const dynamic = (name: string, language: Language): Structure =>
  language === 'JSONata' ? { [name]: expression(language) } : { [`${name}.$`]: expression(language) };

const variable = (name: 'Value' | 'value', language: Language): Structure => ({
  [name === 'Value' ? 'Name' : 'name']: 'TASK_TOKEN',
  ...dynamic(name, language),
});

/** Takes the task token out again; a structure that then holds `input` alone becomes that input. */
export function withoutToken(args: Structure): Structure {
  const cleaned = clean(args);
  return isStructure(cleaned) ? cleaned : {};
}

/** Undefined: nothing is left. */
function clean(value: Value): Value | undefined {
  if (!carriesToken(value)) return value;
  if (isList(value)) {
    const kept = value.flatMap((one) => clean(one) ?? []);
    return kept.length === 0 ? undefined : kept;
  }
  if (!isStructure(value)) return undefined;
  const isVariable = ['Value', 'value', 'Value.$', 'value.$'].some((name) => holdsToken(own(value, name) ?? ''));
  if (isVariable) return undefined;
  const kept: [string, Value][] = [];
  for (const [name, one] of Object.entries(value)) {
    const left = clean(one);
    if (left === undefined) continue;
    // What was wrapped to make room for the token is unwrapped.
    if (isStructure(left) && isStructure(one) && Object.keys(left).length === 1 && carriesToken(one)) {
      const [only = '', inner = ''] = Object.entries(left)[0] ?? [];
      if (only === 'input') kept.push([name, inner]);
      else if (only === 'input.$') kept.push([`${name}.$`, inner]);
      else kept.push([name, left]);
    } else kept.push([name, left]);
  }
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
