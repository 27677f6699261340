import type { Statement } from '../ts-ast/ast.js';
import type { Call } from './emitter.js';

/** What one unit was made from, what it asked while it was made, and what came of it. */
export interface MadeUnit {
  readonly stack: string;
  readonly inputs: readonly unknown[];
  readonly calls: readonly Call[];
  /** Undefined: it came to nothing. */
  readonly statements: readonly Statement[] | undefined;
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
  #made = new Map<string, Made>();
  #used = new Map<string, Made>();

  /** Begins a generation again, with what the last complete one left. */
  begin(): void {
    this.#usedUnits = new Map();
    this.#used = new Map();
  }

  /** Ends a generation: only what it used is kept. */
  end(): void {
    this.#units = this.#usedUnits;
    this.#made = this.#used;
    this.begin();
  }

  unit(key: string): MadeUnit | undefined {
    return this.#units.get(key);
  }

  keepUnit(key: string, unit: MadeUnit): void {
    this.#usedUnits.set(key, unit);
  }

  forgetUnits(): void {
    this.#units = new Map();
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
