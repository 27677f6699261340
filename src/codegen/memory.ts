import type { NodeId } from '../model/design.js';
import { constructIdOf, variableOf } from '../model/names.js';
import type { System, SystemNode } from '../system/system.js';
import type { Statement } from '../ts-ast/ast.js';
import type { Call } from './emitter.js';
import type { StackState } from './stack-state.js';
import { reservedNames } from './ts/imports.js';

/** What one unit was made from, what it asked while it was made, and what came of it. */
export interface MadeUnit {
  readonly stack: string;
  readonly inputs: readonly unknown[];
  readonly calls: readonly Call[];
  /** Undefined: it came to nothing. */
  readonly statements: readonly Statement[] | undefined;
}

/** A stack with its nodes and connections, before permissions were given. */
export interface MadeStack {
  readonly inputs: readonly unknown[];
  /** The nodes that were looked at, with the stacks that they live in. */
  readonly seen: ReadonlyMap<NodeId, { readonly node: SystemNode | undefined; readonly stack: string }>;
  readonly state: StackState;
}

/** Something made from inputs that are compared by identity. */
interface Made {
  readonly inputs: readonly unknown[];
  readonly value: unknown;
}

/**
 * What one generation leaves to the next: a part whose inputs are the same is not made again. Everything not used by a
 * generation is forgotten after it.
 */
export class Memory {
  #units = new Map<string, MadeUnit>();
  #usedUnits = new Map<string, MadeUnit>();
  #stacks = new Map<string, MadeStack>();
  #usedStacks = new Map<string, MadeStack>();
  #ids: ReadonlySet<NodeId> = new Set();
  #changed: { readonly of: System; readonly names: readonly string[] } | undefined;
  #made = new Map<string, Made>();
  #used = new Map<string, Made>();

  /** Begins a generation again, with what the last complete one left. */
  begin(): void {
    this.#usedUnits = new Map();
    this.#usedStacks = new Map();
    this.#used = new Map();
  }

  /** Ends a generation: only what it used is kept. */
  end(system: System): void {
    // A stack that was taken over whole did not ask for its units.
    for (const [key, unit] of this.#units)
      if (!this.#usedUnits.has(key) && this.#usedStacks.get(unit.stack) === this.#stacks.get(unit.stack))
        this.#usedUnits.set(key, unit);
    this.#units = this.#usedUnits;
    this.#stacks = this.#usedStacks;
    this.#ids = new Set(system.nodes.keys());
    this.#changed = undefined;
    this.#made = this.#used;
    this.begin();
  }

  stack(id: string): MadeStack | undefined {
    return this.#stacks.get(id);
  }

  keepStack(id: string, stack: MadeStack): void {
    this.#usedStacks.set(id, stack);
  }

  /** Names of constructs and variables that nodes have taken or given back since the last generation. */
  changedNames(system: System): readonly string[] {
    if (this.#changed?.of === system) return this.#changed.names;
    const gone = [...this.#ids].filter((id) => !system.nodes.has(id));
    const added = [...system.nodes.keys()].filter((id) => !this.#ids.has(id));
    const names = [...gone, ...added].flatMap((id) => [constructIdOf(id), variableOf(id, reservedNames)]);
    this.#changed = { of: system, names };
    return names;
  }

  unit(key: string): MadeUnit | undefined {
    return this.#units.get(key);
  }

  keepUnit(key: string, unit: MadeUnit): void {
    this.#usedUnits.set(key, unit);
  }

  forgetUnits(): void {
    this.#units = new Map();
    this.#stacks = new Map();
  }

  forgetUnit(key: string): void {
    this.#units.delete(key);
  }

  /** The value made from these inputs before, or a new one. */
  made<Value>(key: string, inputs: readonly unknown[], make: () => Value): Value {
    const known = this.#made.get(key);
    const entry = known !== undefined && isSameList(known.inputs, inputs) ? known : { inputs, value: make() };
    this.#used.set(key, entry);
    // One key is always used for one type.
    return entry.value as Value;
  }
}

export const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);
