import { lookup, type Json } from '../../model/design.js';
import { isObject, machinesIn, type State, type StateMachine } from '../definition.js';
import { readPath } from '../paths/json-path.js';
import { isList } from '../report.js';
import { targetsOf, type Transition } from './flow.js';
import type { Scope } from './scope.js';
import { either, equalShapes, errorOutput, noKeys, partOf, shapeOf, withPart, type Shape } from './shapes.js';
import { usesOf, type Use } from './uses.js';

/** How often a state is looked at again before nothing is claimed of it: loops can make data grow. */
const maxRounds = 12;

/** Warns of paths that no state before has put into the data. What comes from outside can be anything. */
export function validateDataFlow(scope: Scope, machine: StateMachine, input: Shape = 'any'): void {
  const inputs = inputsOf(machine, input);
  for (const state of machine.states.values()) {
    const before = inputs.get(state.name);
    if (before === undefined) continue;
    const data = dataOf(state, before);
    checkUses(scope, state, data);
    for (const inner of machinesIn(state)) validateDataFlow(scope, inner, data.inside);
  }
}

/** The shapes in a state, step by step. */
interface StateData {
  readonly input: Shape;
  /** After InputPath. */
  readonly effective: Shape;
  readonly result: Shape;
  /** What OutputPath selects from. */
  readonly combined: Shape;
  readonly output: Shape;
  /** Of the machines inside. */
  readonly inside: Shape;
}

function inputsOf(machine: StateMachine, input: Shape): ReadonlyMap<string, Shape> {
  const inputs = new Map<string, Shape>();
  const start = machine.startAt === undefined ? undefined : machine.states.get(machine.startAt);
  if (start === undefined) return inputs;
  inputs.set(start.name, input);
  const rounds = new Map<string, number>();
  const open: State[] = [start];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    const before = inputs.get(state.name) ?? 'any';
    const data = dataOf(state, before);
    for (const transition of targetsOf(state)) {
      const target = machine.states.get(transition.target);
      if (target === undefined) continue;
      const round = (rounds.get(target.name) ?? 0) + 1;
      rounds.set(target.name, round);
      const known = inputs.get(target.name);
      const carried = carriedBy(state, transition, data);
      const now = known === undefined ? carried : round > maxRounds ? 'any' : either(known, carried);
      if (known !== undefined && equalShapes(known, now)) continue;
      inputs.set(target.name, now);
      open.push(target);
    }
  }
  return inputs;
}

/** Keys of a path such as `$.a.b`; undefined for any other path. */
function plainKeys(text: string): readonly string[] | undefined {
  const read = readPath(text);
  if ('fault' in read || read.path.root.kind !== 'input') return undefined;
  const { steps } = read.path;
  return steps.every(({ kind }) => kind === 'key')
    ? steps.flatMap((step) => (step.kind === 'key' ? [step.key] : []))
    : undefined;
}

const inputExpression = /^\{%\s*\$states\.input((?:\.[A-Za-z_]\w*)*)\s*%\}$/;

/** The keys of an expression that is nothing but `$states.input.a.b`. */
function inputKeys(text: string): readonly string[] | undefined {
  const match = inputExpression.exec(text);
  return match === null ? undefined : (match[1] ?? '').split('.').slice(1);
}

const reader =
  (data: Shape) =>
  (text: string): Shape => {
    const keys = text.startsWith('{%') ? inputKeys(text) : plainKeys(text);
    return keys === undefined ? 'any' : (partOf(data, keys) ?? 'any');
  };

/** What a path field leaves of the data. */
function selected(value: Json | undefined, data: Shape): Shape {
  if (value === undefined) return data;
  if (value === null) return noKeys;
  return typeof value === 'string' ? reader(data)(value) : 'any';
}

/** Where ResultPath puts the result. */
function combined(value: Json | undefined, input: Shape, result: Shape): Shape {
  if (value === undefined) return result;
  if (value === null) return input;
  const keys = typeof value === 'string' ? plainKeys(value) : undefined;
  return keys === undefined ? 'any' : withPart(input, keys, result);
}

const callsOut = new Set(['Task', 'Parallel', 'Map']);

function dataOf(state: State, input: Shape): StateData {
  const { fields, type } = state;
  const has = (field: string): boolean => Object.hasOwn(fields, field);
  const template = (field: string, data: Shape): Shape => shapeOf(lookup(fields, field) ?? null, reader(data));
  const items = type === 'Map' ? (has('ItemSelector') && !has('ItemBatcher') ? 'selector' : 'any') : undefined;
  if (state.queryLanguage === 'JSONata') {
    const result: Shape = callsOut.has(type) ? 'any' : input;
    const output = has('Output') ? template('Output', input) : result;
    const sent = has('Arguments') ? template('Arguments', input) : input;
    const inside = items === undefined ? sent : items === 'any' ? 'any' : template('ItemSelector', input);
    return { input, effective: input, result, combined: output, output, inside };
  }
  const effective = selected(lookup(fields, 'InputPath'), input);
  const sent = has('Parameters') ? template('Parameters', effective) : effective;
  const own = has('Result') ? shapeOf(lookup(fields, 'Result') ?? null, () => noKeys) : sent;
  const raw: Shape = type === 'Pass' ? own : callsOut.has(type) ? 'any' : effective;
  const result = has('ResultSelector') ? template('ResultSelector', raw) : raw;
  // Whether ResultPath adds to what came in or to what InputPath left is not relied on.
  const base = either(input, effective);
  const whole = combined(lookup(fields, 'ResultPath'), base, result);
  const inside = items === undefined ? sent : items === 'selector' ? template('ItemSelector', effective) : 'any';
  return {
    input,
    effective,
    result,
    combined: whole,
    output: selected(lookup(fields, 'OutputPath'), whole),
    inside,
  };
}

/** The data that a transition hands on. */
function carriedBy(state: State, { kind, index }: Transition, data: StateData): Shape {
  if (kind !== 'Catch' && kind !== 'Choices') return data.output;
  const items = lookup(state.fields, kind);
  const item = isList(items) ? items[index] : undefined;
  const fields = isObject(item) ? item : {};
  if (state.queryLanguage === 'JSONata') {
    const output = lookup(fields, 'Output');
    if (output !== undefined) return shapeOf(output, reader(data.input));
    return kind === 'Catch' ? errorOutput : data.output;
  }
  return kind === 'Catch' ? combined(lookup(fields, 'ResultPath'), data.input, errorOutput) : data.output;
}

function checkUses({ report }: Scope, state: State, data: StateData): void {
  const isJsonata = state.queryLanguage === 'JSONata';
  for (const use of usesOf(state)) {
    if (use.from !== 'input' || use.keys.length === 0) continue;
    // Inside a larger expression a missing value can be meant: `$exists`, a condition.
    if (isJsonata && inputKeys(use.text) === undefined) continue;
    const from = isJsonata ? data.input : dataFor(state, use, data);
    if (from !== undefined && partOf(from, use.keys) === undefined)
      report.add('path-unset', { path: [isJsonata ? '$states.input' : '$', ...use.keys].join('.') }, use.path);
  }
}

/** What `$` stands for at a place of a JSONPath state; undefined where nothing is known, or a missing value is meant. */
function dataFor(state: State, { field, path }: Use, data: StateData): Shape | undefined {
  switch (field) {
    case 'InputPath':
      return data.input;
    case 'OutputPath':
      return data.combined;
    case 'ResultSelector':
    case 'Catch':
      return undefined;
    case 'ItemsPath':
      // With a reader it selects from what was read.
      return Object.hasOwn(state.fields, 'ItemReader') ? undefined : data.effective;
    case 'Assign':
      return callsOut.has(state.type) ? undefined : state.type === 'Pass' ? data.result : data.effective;
    case 'Choices':
      return asksPresence(lookup(state.fields, 'Choices')) && path.at(-1) === 'Variable' ? undefined : data.effective;
    default:
      return data.effective;
  }
}

function asksPresence(value: Json | undefined): boolean {
  if (isList(value)) return value.some(asksPresence);
  return isObject(value) && (Object.hasOwn(value, 'IsPresent') || Object.values(value).some(asksPresence));
}
