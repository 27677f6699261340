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
  'Type',
  'Resource',
  'Label',
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

const known = new WeakMap<State, readonly Use[]>();

/** Every place of a state that reads data, without the states inside it. */
export function usesOf(state: State): readonly Use[] {
  const found = known.get(state) ?? collect(state);
  known.set(state, found);
  return found;
}

function collect(state: State): readonly Use[] {
  const uses: Use[] = [];
  for (const [field, value] of Object.entries(state.fields)) {
    if (skipped.has(field)) continue;
    const at = [...state.path, field];
    if (state.queryLanguage === 'JSONata') inExpressions(uses, field, value, at);
    else inPaths(uses, field, field, value, at, templates.has(field));
  }
  return uses;
}

function inExpressions(uses: Use[], field: string, value: Json, path: Path): void {
  if (isText(value)) {
    if (!isExpression(value) || value.includes('${')) return;
    for (const { name, keys } of referencesIn(innerText(value))?.variables ?? []) {
      const [part, ...rest] = keys;
      const isStates = name === 'states';
      const from = !isStates ? 'variable' : part === 'input' ? 'input' : 'other';
      uses.push({ field, path, text: value, from, name, keys: isStates ? rest : keys });
    }
    return;
  }
  if (isList(value))
    for (const [index, item] of value.entries()) inExpressions(uses, field, item, [...path, String(index)]);
  else if (isObject(value))
    for (const [key, item] of Object.entries(value))
      if (key !== 'Next' && key !== 'Comment') inExpressions(uses, field, item, [...path, key]);
}

function inPaths(uses: Use[], field: string, key: string, value: Json, path: Path, template: boolean): void {
  if (isText(value)) {
    const isRead = key.endsWith('.$') || (!template && (key.endsWith('Path') || key === 'Variable'));
    if (!isRead || key === 'ResultPath' || value.includes('${')) return;
    for (const found of pathsIn(value)) uses.push(useOf(field, path, value, found));
    return;
  }
  if (isList(value))
    for (const [index, item] of value.entries()) inPaths(uses, field, '', item, [...path, String(index)], template);
  else if (isObject(value))
    for (const [name, item] of Object.entries(value))
      inPaths(uses, field, name, item, [...path, name], template || templates.has(name));
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
