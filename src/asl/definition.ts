import { lookup, type Json } from '../model/design.js';
import { readText, type Format, type Path, type Range, type TextDocument } from './document.js';
import { aslProblem, type AslProblem } from './problem.js';

export type QueryLanguage = 'JSONPath' | 'JSONata';
export type JsonObject = Readonly<Record<string, Json>>;

export interface State {
  readonly name: string;
  /** From the root of the text: `['States', 'All', 'Branches', '0', 'States', 'Save']`. */
  readonly path: Path;
  /** As written; '' where it is missing. */
  readonly type: string;
  /** Its own, or that of the machine around it. */
  readonly queryLanguage: QueryLanguage;
  readonly next: string | undefined;
  readonly end: boolean;
  readonly fields: JsonObject;
  /** Of the state's object. */
  readonly range: Range;
  /** Machines inside: of a Parallel state. */
  readonly branches: readonly StateMachine[];
  /** The machine inside a Map state, also where it is written as `Iterator`. */
  readonly itemProcessor: StateMachine | undefined;
}

/** States with a start: the whole definition, a branch of a Parallel state, or the item processor of a Map state. */
export interface StateMachine {
  readonly path: Path;
  readonly startAt: string | undefined;
  readonly queryLanguage: QueryLanguage;
  readonly fields: JsonObject;
  readonly states: ReadonlyMap<string, State>;
  readonly range: Range;
}

/** The tree of a whole definition, with the places of everything in its text. */
export interface DefinitionTree extends StateMachine {
  readonly document: TextDocument;
}

export interface ParsedDefinition {
  /** Absent when the text cannot be read at all. */
  readonly tree?: DefinitionTree;
  readonly problems: readonly AslProblem[];
}

/**
 * Reads a definition. Never throws. With a tree the text is an object whose states can be drawn; what is wrong inside
 * is the matter of validateDefinition.
 */
export function parseDefinition(text: string, format: Format): ParsedDefinition {
  const known = recent.find((one) => one.format === format && one.text === text);
  if (known !== undefined) return known.parsed;
  const parsed = readDefinition(text, format);
  recent = [{ text, format, parsed }, ...recent.slice(0, 3)];
  return parsed;
}

/** The texts that were read last: command, system and view ask for the same one, and reading is the dear part. */
let recent: readonly { readonly text: string; readonly format: Format; readonly parsed: ParsedDefinition }[] = [];

function readDefinition(text: string, format: Format): ParsedDefinition {
  const { document, problems } = readText(text, format);
  // Whatever is wrong with a text as such makes it no definition.
  if (document === undefined || problems.length > 0) return { problems };
  if (!isObject(document.value))
    return { problems: [...problems, aslProblem('not-an-object', {}, [], { start: 0, end: text.length })] };
  return { tree: treeOf(document), problems };
}

/** The tree of a text that was read; one without states where it is no object. */
export const treeOf = (document: TextDocument): DefinitionTree => ({
  ...machineOf(document, isObject(document.value) ? document.value : {}, [], 'JSONPath'),
  document,
});

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const asText = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

const languageOf = (fields: JsonObject, around: QueryLanguage): QueryLanguage => {
  const written = lookup(fields, 'QueryLanguage');
  return written === 'JSONata' || written === 'JSONPath' ? written : around;
};

function machineOf(document: TextDocument, fields: JsonObject, path: Path, around: QueryLanguage): StateMachine {
  const queryLanguage = languageOf(fields, around);
  const written = lookup(fields, 'States');
  const states = new Map<string, State>();
  for (const [name, value] of Object.entries(isObject(written) ? written : {}))
    if (isObject(value)) states.set(name, stateOf(document, name, value, [...path, 'States', name], queryLanguage));
  return {
    path,
    startAt: asText(lookup(fields, 'StartAt')),
    queryLanguage,
    fields,
    states,
    range: document.rangeOf(path) ?? { start: 0, end: 0 },
  };
}

function stateOf(document: TextDocument, name: string, fields: JsonObject, path: Path, around: QueryLanguage): State {
  const queryLanguage = languageOf(fields, around);
  // What a state chooses for itself does not reach the machines inside it: they follow the machine around.
  const inside = (value: Json | undefined, ...at: Path): StateMachine | undefined =>
    isObject(value) ? machineOf(document, value, [...path, ...at], around) : undefined;
  const branches = lookup(fields, 'Branches');
  return {
    name,
    path,
    type: asText(lookup(fields, 'Type')) ?? '',
    queryLanguage,
    next: asText(lookup(fields, 'Next')),
    end: lookup(fields, 'End') === true,
    fields,
    range: document.rangeOf(path) ?? { start: 0, end: 0 },
    branches: (Array.isArray(branches) ? (branches as readonly Json[]) : []).flatMap(
      (branch, index) => inside(branch, 'Branches', String(index)) ?? [],
    ),
    itemProcessor:
      inside(lookup(fields, 'ItemProcessor'), 'ItemProcessor') ?? inside(lookup(fields, 'Iterator'), 'Iterator'),
  };
}

/** Every state in the order of the text, those inside a state after it. */
export function* walkStates(machine: StateMachine): Generator<State> {
  for (const state of machine.states.values()) {
    yield state;
    for (const inside of machinesIn(state)) yield* walkStates(inside);
  }
}

/** The machines inside a state: branches, item processor. */
export const machinesIn = (state: State): readonly StateMachine[] =>
  state.itemProcessor === undefined ? state.branches : [...state.branches, state.itemProcessor];

export function* walkMachines(machine: StateMachine): Generator<StateMachine> {
  yield machine;
  for (const state of machine.states.values()) for (const inside of machinesIn(state)) yield* walkMachines(inside);
}

/** The state at a path; undefined where none is. */
export function stateAt(tree: StateMachine, path: Path): State | undefined {
  const machine = path.at(-2) === 'States' ? machineAt(tree, path.slice(0, -2)) : undefined;
  return machine?.states.get(path.at(-1) ?? '');
}

/** The machine at a path: the definition itself, a branch, or the processor of a Map; undefined where none is. */
export function machineAt(tree: StateMachine, path: Path): StateMachine | undefined {
  let machine = tree;
  while (machine.path.length < path.length) {
    const at: number = machine.path.length;
    const state: State | undefined = path[at] === 'States' ? machine.states.get(path[at + 1] ?? '') : undefined;
    const inside = state && machinesIn(state).find((candidate) => isWithin(path, candidate.path));
    if (inside === undefined) return undefined;
    machine = inside;
  }
  return isWithin(machine.path, path) ? machine : undefined;
}

/** Whether a path is another one, or leads on from it. */
export const isWithin = (path: Path, around: Path): boolean =>
  path.length >= around.length && around.every((part, index) => path[index] === part);

/** The names of the `${Name}` in a text, each once, in the order of the text. */
export function substitutionsIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(substitution)].flatMap(([, name]) => name ?? []))];
}

/** Names as DefinitionSubstitutions takes them; `${AWS::Region}` belongs to CloudFormation. */
const substitution = /\$\{([A-Za-z0-9_]+)\}/g;

/** The name when the text is one `${Name}` and nothing else. */
export const loneSubstitution = (text: string): string | undefined => /^\$\{([A-Za-z0-9_]+)\}$/.exec(text)?.[1];
