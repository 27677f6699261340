import { lookup, type Json } from '../../model/design.js';
import { isObject, machinesIn, type State, type StateMachine } from '../definition.js';
import type { Path } from '../document.js';
import { isList } from '../report.js';
import { variableOf } from './assign.js';
import { targetsOf, type Transition } from './flow.js';
import { isDistributed } from './map.js';
import { NameSet } from './name-set.js';
import type { Scope } from './scope.js';
import { usesOf } from './uses.js';

/** A variable that a state sets, with the place of its key. */
export interface Assignment {
  readonly name: string;
  readonly path: Path;
  /** The transition that carries it; the state itself for its own Assign. */
  readonly of: { readonly kind: 'state' } | { readonly kind: 'Choices' | 'Catch'; readonly index: number };
}

/** Every variable that a state sets: by its own Assign, by a rule of Choices, by an entry of Catch. */
export function assignmentsOf(state: State): readonly Assignment[] {
  const { fields, path, queryLanguage } = state;
  const found = (value: Json | undefined, at: Path, of: Assignment['of']): Assignment[] =>
    isObject(value)
      ? Object.keys(value).map((key) => ({ name: variableOf(key, queryLanguage), path: [...at, 'Assign', key], of }))
      : [];
  const own = found(lookup(fields, 'Assign'), path, { kind: 'state' });
  const inLists = (['Choices', 'Catch'] as const).flatMap((kind) => {
    const items = lookup(fields, kind);
    return (isList(items) ? items : []).flatMap((item, index) =>
      isObject(item) ? found(lookup(item, 'Assign'), [...path, kind, String(index)], { kind, index }) : [],
    );
  });
  return [...own, ...inLists];
}

/** The names of the variables that a state reads, each once. */
export const variablesRead = (state: State): readonly string[] => [
  ...new Set([...usesOf(state)].filter(({ from }) => from === 'variable').map(({ name }) => name)),
];

/** What the machines around set anywhere, and whether it can be read in here. */
interface Outer {
  readonly visible: ReadonlySet<string>;
  readonly hidden: ReadonlySet<string>;
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html#variable-scope */
export function validateVariables(scope: Scope, machine: StateMachine): void {
  checkMachine(scope, machine, { visible: new Set(), hidden: new Set() }, new NameSet());
}

function checkMachine(scope: Scope, machine: StateMachine, outer: Outer, atEntry: NameSet): void {
  const assignments = new Map([...machine.states.values()].map((state) => [state.name, assignmentsOf(state)]));
  const names = new Set([...assignments.values()].flat().map(({ name }) => name));
  for (const { name, path } of [...assignments.values()].flat())
    if (outer.visible.has(name)) scope.report.add('variable-shadows', { name }, path);

  const set = setBefore(machine, assignments, atEntry);
  if (set === undefined) return;
  for (const state of machine.states.values()) {
    const before = set.get(state.name);
    // Nothing leads here: that is told already.
    if (before === undefined) continue;
    checkUses(scope, state, before, outer);
    const inner = machinesIn(state);
    if (inner.length === 0) continue;
    const isApart = isDistributed(state);
    const around = new Set([...outer.visible, ...names]);
    const inside: Outer = isApart
      ? { visible: new Set(), hidden: new Set([...outer.hidden, ...around]) }
      : { visible: around, hidden: outer.hidden };
    for (const machineInside of inner) checkMachine(scope, machineInside, inside, isApart ? new NameSet() : before);
  }
}

function checkUses({ report }: Scope, state: State, before: NameSet, outer: Outer): void {
  const told = new Set<string>();
  for (const { from, name, path } of usesOf(state)) {
    const key = `${path.join('\0')}\0${name}`;
    if (from !== 'variable' || before.has(name) || told.has(key)) continue;
    told.add(key);
    report.add(outer.hidden.has(name) ? 'variable-outer-distributed' : 'variable-unset', { name }, path);
  }
}

/** How often a state is looked at again on average; what needs more is made to need it, and nothing is claimed of it. */
const maxRounds = 6;

/** The variables that can be set when a state is entered, by the name of the state; none for what is not reached. */
function setBefore(
  machine: StateMachine,
  assignments: ReadonlyMap<string, readonly Assignment[]>,
  atEntry: NameSet,
): ReadonlyMap<string, NameSet> | undefined {
  const set = new Map<string, NameSet>();
  const start = machine.startAt === undefined ? undefined : machine.states.get(machine.startAt);
  if (start === undefined) return set;
  set.set(start.name, atEntry);
  // In the order in which they are reached, so that most states are looked at once.
  const open: State[] = [start];
  const waiting = new Set([start.name]);
  for (let next = 0; next < open.length; next++) {
    if (next > machine.states.size * maxRounds) return undefined;
    const state = open[next];
    const before = state === undefined ? undefined : set.get(state.name);
    if (state === undefined || before === undefined) continue;
    waiting.delete(state.name);
    for (const transition of targetsOf(state)) {
      const target = machine.states.get(transition.target);
      if (target === undefined) continue;
      const carried = (assignments.get(state.name) ?? []).filter(({ of }) => carries(transition, of));
      const known = set.get(target.name);
      const grown = before.with(carried.map(({ name }) => name)).union(known);
      if (known !== undefined && grown.equals(known)) continue;
      set.set(target.name, grown);
      if (!waiting.has(target.name)) open.push(target);
      waiting.add(target.name);
    }
  }
  return set;
}

const carries = ({ kind, index }: Transition, of: Assignment['of']): boolean =>
  of.kind === 'state' ? kind !== 'Catch' : of.kind === kind && of.index === index;
