import { isObject, machineAt, stateAt, type DefinitionTree, type State } from '../../../asl/definition.js';
import { fieldsOf, isStateType, languageOfField } from '../../../asl/fields.js';
import { builtInFunctions } from '../../../asl/jsonata/references.js';
import { intrinsicFunctions } from '../../../asl/paths/intrinsics.js';
import { taskOf } from '../../../asl/tasks.js';
import { reservedErrors } from '../../../asl/validate/error-names.js';
import { lookup } from '../../../model/design.js';
import type { Localized } from '../../../model/localized.js';
import type { SdkCatalog } from '../../../sdk/catalog.js';
import { findAction } from '../../../sdk/lookup.js';
import { optimizedErrors } from '../../../sdk/optimized/errors.js';
import { findOptimized } from '../../../sdk/optimized/offer.js';
import { searchActions } from '../../../sdk/search.js';
import { optimizedServices } from '../../../sdk/optimized/index.js';
import { variablesOf } from '../palette/variables.js';
import { fieldValues, fieldWords, machineFields, objectFields, valueStart } from './field-words.js';
import type { TextPlace } from './text-place.js';

export type AslOptionKind =
  'field' | 'value' | 'state' | 'variable' | 'function' | 'error' | 'resource' | 'substitution';

/** Something that can be written at a place of a definition. */
export interface AslOption {
  readonly label: string;
  readonly kind: AslOptionKind;
  readonly detail?: Localized | undefined;
  /** Of a field: how its value begins, as JSON. */
  readonly value?: string;
  /** Of a `${Name}` that the definition does not have yet: what it shall stand for. */
  readonly stands?: { readonly node: string; readonly attribute: string };
}

export interface AslOptions {
  /** Where what is replaced begins. */
  readonly from: number;
  readonly options: readonly AslOption[];
  /** They were chosen by what is typed: more letters mean another choice. */
  readonly isSearch: boolean;
}

/** What completion knows. */
export interface AslContext {
  /** Of the last text that could be read. */
  readonly tree: DefinitionTree;
  /** The innermost state at the place, of that text. */
  readonly state: State | undefined;
  readonly catalog: SdkCatalog | undefined;
  readonly substitutions: readonly AslOption[];
}

const none = (from: number): AslOptions => ({ from, options: [], isSearch: false });
const plain = (from: number, options: readonly AslOption[]): AslOptions => ({ from, options, isSearch: false });

/** What fits at a place of a text. `written`: what stands between the beginning of the word and the place. */
export function aslOptions(place: TextPlace, written: string, context: AslContext): AslOptions {
  if (place.expects === 'key') return plain(place.from, keyOptions(place, context));
  const inText = insideText(place, written, context);
  if (inText !== undefined) return inText;
  const { key = '' } = place;
  if (['Next', 'Default', 'StartAt'].includes(key)) return plain(place.from, stateOptions(key, context));
  if (key === 'Resource') return resourceOptions(place, written, context);
  if (key === 'ErrorEquals')
    return plain(
      place.from,
      errorNames(context).map((label): AslOption => ({ label, kind: 'error' })),
    );
  const values = lookup(fieldValues, key);
  const isField = place.path.length === 0 || isStateOrObject(place.path);
  return values === undefined || !isField
    ? none(place.from)
    : plain(
        place.from,
        values.map((label): AslOption => ({ label, kind: 'value' })),
      );
}

const isStateOrObject = (path: readonly string[]): boolean =>
  path.at(-2) === 'States' || Object.hasOwn(objectFields, path.at(-1) ?? '');

function keyOptions({ path }: TextPlace, { state, catalog }: AslContext): readonly AslOption[] {
  const parent = path.at(-1);
  const option = (label: string, detail = fieldWords(label)): AslOption => ({
    label,
    kind: 'field',
    detail,
    value: valueStart(label),
  });
  if (parent === undefined) return machineFields.map((name) => option(name));
  if (path.at(-2) === 'States')
    return stateFields(state?.name === parent ? state : undefined).map((name) => option(name));
  if ((parent === 'Arguments' || parent === 'Parameters') && path.at(-3) === 'States' && state !== undefined)
    return parameterNames(state, catalog).map(({ name, isRequired }) => ({
      label: name,
      kind: 'field',
      value: '""',
      ...(isRequired ? { detail: requiredWords } : {}),
    }));
  return (lookup(objectFields, parent) ?? [])
    .filter((name) => state === undefined || fitsLanguage(name, state.queryLanguage))
    .map((name) => option(name));
}

const requiredWords: Localized = { en: 'required', ja: '必須' };
const ofJsonPath = new Set(['Variable', 'ResultPath', 'Parameters', 'MaxItemsPath']);
const ofJsonata = new Set(['Condition', 'Output', 'Arguments']);
const fitsLanguage = (name: string, language: State['queryLanguage']): boolean =>
  !(language === 'JSONata' ? ofJsonPath : ofJsonata).has(name);

function stateFields(state: State | undefined): readonly string[] {
  if (state === undefined || !isStateType(state.type))
    return ['Type', ...fieldsOf('Task').filter((name) => name !== 'Type')];
  const { type, queryLanguage, fields } = state;
  return fieldsOf(type).filter((name) => {
    const language = languageOfField(type, name);
    return (language === 'both' || language === queryLanguage) && !Object.hasOwn(fields, name) && name !== 'Iterator';
  });
}

/** What the call of a Task takes, what it has to give first. */
export function parameterNames(
  state: State,
  catalog: SdkCatalog | undefined,
): readonly { readonly name: string; readonly isRequired: boolean }[] {
  const { kind, service = '', action = '' } = taskOf(state);
  const optimized = kind === 'optimized' || kind === 'http' ? findOptimized(service, action) : undefined;
  const api = kind === 'sdk' ? service : optimizedServices.get(service)?.api;
  const known = catalog === undefined || api === undefined ? undefined : findAction(catalog, api, action).action;
  const required = optimized?.required ?? known?.required.map(({ name }) => name) ?? [];
  const given = lookup(state.fields, state.queryLanguage === 'JSONata' ? 'Arguments' : 'Parameters');
  const written = isObject(given) ? Object.keys(given) : [];
  const all = [
    ...required,
    ...Object.keys(optimized?.sample ?? {}),
    ...[...(known?.required ?? []), ...(known?.optional ?? [])].map(({ name }) => name),
  ];
  return [...new Set(all)]
    .filter((name) => !written.includes(name) && !written.includes(`${name}.$`))
    .map((name) => ({ name, isRequired: required.includes(name) }));
}

function stateOptions(key: string, { tree, state }: AslContext): readonly AslOption[] {
  const machine =
    state === undefined
      ? tree
      : key === 'StartAt'
        ? (state.itemProcessor ?? state.branches[0] ?? tree)
        : machineAt(tree, state.path.slice(0, -2));
  const inBranches =
    key === 'StartAt' && state !== undefined ? state.branches.flatMap(({ states }) => [...states.keys()]) : [];
  const names = inBranches.length > 0 ? inBranches : [...(machine?.states.keys() ?? [])];
  return names
    .filter((name) => key === 'StartAt' || name !== state?.name || names.length === 1)
    .map((label): AslOption => {
      const type = stateAt(tree, [...(machine?.path ?? []), 'States', label])?.type;
      return { label, kind: 'state', ...(type === undefined ? {} : { detail: { en: type, ja: type } }) };
    });
}

const arn = 'arn:aws:states:::';
const mostResources = 40;

function resourceOptions(place: TextPlace, written: string, { catalog }: AslContext): AslOptions {
  const query = written.replace(/^["']/, '').replace(arn, '');
  const optimized = [...optimizedServices.values()].flatMap(({ id, actions, label }) =>
    Object.entries(actions).flatMap(([name, action]) =>
      Object.values(action.patterns).map(({ suffixes }): AslOption => ({
        label: `${arn}${id}:${name}${suffixes[0] ?? ''}`,
        kind: 'resource',
        detail: label,
      })),
    ),
  );
  const folded = query.toLowerCase();
  const fitting = optimized.filter(({ label }) => label.toLowerCase().includes(folded));
  const hits = catalog === undefined || query === '' ? [] : searchActions(catalog, query, mostResources);
  return {
    from: place.from,
    isSearch: true,
    options: [
      ...fitting.slice(0, mostResources),
      ...hits
        .filter(({ refusal }) => refusal === undefined)
        .map(({ service, action }): AslOption => ({
          label: `${arn}aws-sdk:${service.id}:${action}`,
          kind: 'resource',
          detail: { en: service.label, ja: service.label },
        })),
    ],
  };
}

/** The errors that a state can raise: those of its integration first. */
export function errorNames({ state, catalog }: Pick<AslContext, 'state' | 'catalog'>): readonly string[] {
  if (state?.type !== 'Task' || catalog === undefined) return reservedErrors;
  const { kind, service = '', action = '' } = taskOf(state);
  const own =
    kind === 'sdk'
      ? (findAction(catalog, service, action).action?.errors ?? [])
      : optimizedErrors(catalog, service, action);
  return [...new Set([...own, ...reservedErrors])];
}

/** Inside of a text: variables and functions of an expression, `${Name}`. */
function insideText(
  place: TextPlace,
  written: string,
  { tree, state, substitutions }: AslContext,
): AslOptions | undefined {
  const end = place.from + written.length;
  const substitution = /\$\{\w*$/.exec(written);
  if (substitution !== null) return plain(end - substitution[0].length, substitutions);
  const isJsonata = written.lastIndexOf('{%') > written.lastIndexOf('%}');
  if (isJsonata) {
    const states = /\$states(?:\.\w*)*$/.exec(written);
    if (states !== null && states[0] !== '$states') return statesOptions(states[0], end, state);
    const name = /\$\w*$/.exec(written);
    return name === null ? none(end) : plain(end - name[0].length, [...variables(tree), ...jsonataFunctions]);
  }
  const usesPaths =
    place.key?.endsWith('.$') === true || place.key?.endsWith('Path') === true || place.key === 'Variable';
  if (!usesPaths) return undefined;
  const intrinsic = /States\.\w*$/.exec(written);
  if (intrinsic !== null) return plain(end - intrinsic[0].length, intrinsics);
  const path = /\$\w*$/.exec(written);
  return path === null ? undefined : plain(end - path[0].length, variables(tree));
}

const variables = (tree: DefinitionTree): readonly AslOption[] => [
  ...variablesOf(tree).map(({ name }): AslOption => ({ label: `$${name}`, kind: 'variable' })),
  ...(tree.queryLanguage === 'JSONata' ? [{ label: '$states', kind: 'variable' as const }] : []),
];

const jsonataFunctions: readonly AslOption[] = builtInFunctions.map((name) => ({
  label: `$${name}`,
  kind: 'function',
}));
const intrinsics: readonly AslOption[] = Object.keys(intrinsicFunctions).map((name) => ({
  label: `States.${name}`,
  kind: 'function',
}));

/** What `$states` holds: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html */
const contextParts: Readonly<Record<string, readonly string[]>> = {
  '$states.context': ['Execution', 'State', 'StateMachine', 'Task', 'Map'],
  '$states.context.Execution': ['Id', 'Input', 'Name', 'RoleArn', 'StartTime', 'RedriveCount', 'RedriveTime'],
  '$states.context.State': ['EnteredTime', 'Name', 'RetryCount'],
  '$states.context.StateMachine': ['Id', 'Name'],
  '$states.context.Task': ['Token'],
  '$states.context.Map': ['Item'],
  '$states.context.Map.Item': ['Index', 'Value', 'Key', 'Source'],
};

function statesOptions(written: string, end: number, state: State | undefined): AslOptions {
  const parent = written.slice(0, written.lastIndexOf('.'));
  const hasResult = state === undefined || ['Task', 'Parallel', 'Map'].includes(state.type);
  const parts =
    parent === '$states'
      ? ['input', 'context', ...(hasResult ? ['result', 'errorOutput'] : [])]
      : (lookup(contextParts, parent) ?? []);
  const from = end - (written.length - parent.length - 1);
  return plain(
    from,
    parts.map((label): AslOption => ({ label, kind: 'variable' })),
  );
}
