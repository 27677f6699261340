import type { Json } from '../../model/design.js';
import { isObject, type State } from '../definition.js';
import type { Path } from '../document.js';
import { innerText, isExpression } from '../jsonata/parse.js';
import { referencesIn } from '../jsonata/references.js';
import type { JsonPath } from '../paths/json-path.js';
import { isList, isText } from '../report.js';
import { pathsIn } from './paths.js';

/** A place of a state that reads data. */
export interface Use {
  /** The field of the state that it stands in: `Parameters`, `Choices`. */
  readonly field: string;
  readonly path: Path;
  /** The whole text there. */
  readonly text: string;
  /** `input` is `$` of JSONPath, or `$states.input` of JSONata. */
  readonly from: 'input' | 'variable' | 'other';
  /** Of the variable. */
  readonly name: string;
  /** The keys that follow, up to the first that is not a plain one. */
  readonly keys: readonly string[];
}

/** Fields that hold machines, whose states read for themselves, and what is never read as data. */
const skipped = new Set([
  'Branches',
  'ItemProcessor',
  'Iterator',
  'Result',
  'ResultPath',
  'Comment',
  'Next',
  'Default',
]);
/** Payload templates: only keys with `.$` are read. */
const templates = new Set(['Parameters', 'ResultSelector', 'ItemSelector', 'Assign', 'Credentials', 'BatchInput']);

/** Every place of a state that reads data, without the states inside it. */
export function* usesOf(state: State): Generator<Use> {
  for (const [field, value] of Object.entries(state.fields)) {
    if (skipped.has(field)) continue;
    const at = [...state.path, field];
    if (state.queryLanguage === 'JSONata') yield* inExpressions(field, value, at);
    else yield* inPaths(field, field, value, at, templates.has(field));
  }
}

function* inExpressions(field: string, value: Json, path: Path): Generator<Use> {
  if (isText(value)) {
    if (!isExpression(value) || value.includes('${')) return;
    for (const { name, keys } of referencesIn(innerText(value))?.variables ?? []) {
      const [part, ...rest] = keys;
      const isStates = name === 'states';
      const from = !isStates ? 'variable' : part === 'input' ? 'input' : 'other';
      yield { field, path, text: value, from, name, keys: isStates ? rest : keys };
    }
    return;
  }
  if (isList(value))
    for (const [index, item] of value.entries()) yield* inExpressions(field, item, [...path, String(index)]);
  else if (isObject(value))
    for (const [key, item] of Object.entries(value))
      if (key !== 'Next' && key !== 'Comment') yield* inExpressions(field, item, [...path, key]);
}

function* inPaths(field: string, key: string, value: Json, path: Path, template: boolean): Generator<Use> {
  if (isText(value)) {
    const isRead = key.endsWith('.$') || (!template && (key.endsWith('Path') || key === 'Variable'));
    if (!isRead || key === 'ResultPath' || value.includes('${')) return;
    for (const found of pathsIn(value)) yield useOf(field, path, value, found);
    return;
  }
  if (isList(value))
    for (const [index, item] of value.entries()) yield* inPaths(field, '', item, [...path, String(index)], template);
  else if (isObject(value))
    for (const [name, item] of Object.entries(value))
      yield* inPaths(field, name, item, [...path, name], template || templates.has(name));
}

function useOf(field: string, path: Path, text: string, { root, steps }: JsonPath): Use {
  const keys: string[] = [];
  for (const step of steps) {
    if (step.kind !== 'key') break;
    keys.push(step.key);
  }
  const from = root.kind === 'context' ? 'other' : root.kind;
  return { field, path, text, from, name: root.kind === 'variable' ? root.name : '', keys };
}
