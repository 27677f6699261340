import type { At, Expr, Obstacle, Step, Value } from '../ir.js';
import type { ClassTree, Tree } from '../tree.js';

/** Names and what they stand for; journalled, so that a branch can be taken back. */
export class Scope {
  readonly values = new Map<string, Value>();
  constructor(
    readonly parent: Scope | undefined,
    readonly module: Module,
  ) {}

  find(name: string): Scope | undefined {
    if (this.values.has(name)) return this;
    // A loop rather than recursion: scopes may be nested deeply.
    let scope = this.parent;
    while (scope !== undefined && !scope.values.has(name)) scope = scope.parent;
    return scope;
  }

  get(name: string): Value | undefined {
    return this.find(name)?.values.get(name);
  }
}

export interface Module {
  readonly path: string;
  readonly exports: Map<string, Value>;
  readonly language: 'javascript' | 'python';
}

export interface Closure {
  readonly fn: Extract<Tree, { k: 'function' }>;
  readonly scope: Scope;
  readonly self: Value | undefined;
}

export interface ClassValue {
  readonly definition: ClassTree;
  readonly scope: Scope;
}

export interface Instance {
  readonly of: ClassValue;
  readonly fields: Map<string, Value>;
}

export interface Router {
  readonly routes: { readonly path: string; readonly handler: Value }[];
}

/** How a list of statements ended. */
export interface Completion {
  readonly ends: boolean;
  readonly value?: Value;
}

/** What was written while a branch was read. */
export type Changes = Map<Map<string, Value>, Map<string, Value | undefined>>;

/** Limits: what a person wrote fits by far; what was made to hang does not. */
export const limits = { steps: 60_000, depth: 40, modules: 60, recursion: 2, nodes: 4_000, text: 1_500_000 } as const;

/** Thrown when a limit is met: the analysis ends with what it knows. */
export class Exhausted extends Error {}

/** Something that was seen on the way and is no step. */
export interface Note {
  readonly kind: string;
  readonly text: string;
  readonly at: At;
}

/** What the parts of the interpreter ask of it. */
export interface Machine {
  readonly at: At;
  readonly phase: 'load' | 'handle';
  /** What every client of SDK v2 is made with: `AWS.config.update`. */
  defaults: Expr;
  emit(step: StepOf): number;
  obstacle(why: Obstacle, what: string): void;
  call(callee: Value, args: readonly Value[], named?: ReadonlyMap<string, Value>): Value;
  closure(id: number): Closure | undefined;
  router(id: number): Router | undefined;
  newRouter(): Value;
  newInstanceOf(value: Value, args: readonly Value[]): Value;
  load(path: string): Module | undefined;
  collect(run: () => void): readonly Step[];
  under(build: (body: Step[]) => Expr | undefined): Expr | undefined;
  /** What a callback of the runtime is given. */
  answer(value: Value): void;
  /** Does the same with both values of a choice. */
  either(test: Expr, then: Value, other: Value, act: (value: Value) => Value): Value;
  nextId(): number;
  note(kind: string, text: string): void;
}

export type StepOf = Step extends infer S ? (S extends Step ? Omit<S, 'file' | 'line'> : never) : never;
