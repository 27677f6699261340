/** What a handler does, as data: expressions without effects, and steps that have some. */

/** How far a mapping language carries an expression: paths and texts alone, an expression language, only a program. */
export type Grade = 'path' | 'mapping' | 'program';

export type Expr =
  | { readonly k: 'event' }
  | { readonly k: 'context' }
  | { readonly k: 'const'; readonly value: string | number | boolean | null }
  | { readonly k: 'env'; readonly name: string }
  | { readonly k: 'get'; readonly of: Expr; readonly key: string | number }
  | { readonly k: 'index'; readonly of: Expr; readonly key: Expr }
  | { readonly k: 'object'; readonly fields: readonly { readonly key: Expr | undefined; readonly value: Value }[] }
  | { readonly k: 'array'; readonly items: readonly { readonly value: Value; readonly spread?: true }[] }
  | { readonly k: 'text'; readonly parts: readonly Expr[] }
  | { readonly k: 'op'; readonly op: string; readonly args: readonly Expr[] }
  | { readonly k: 'choose'; readonly test: Expr; readonly then: Expr; readonly else: Expr }
  | { readonly k: 'pure'; readonly fn: string; readonly grade: Grade; readonly args: readonly Expr[] }
  | { readonly k: 'each'; readonly how: string; readonly over: Expr; readonly item: number; readonly body: Expr }
  | { readonly k: 'item'; readonly id: number; readonly over: Expr }
  | { readonly k: 'result'; readonly call: number }
  | { readonly k: 'error' }
  /** A variable that a loop changes. */
  | { readonly k: 'changing'; readonly name: string }
  | { readonly k: 'opaque'; readonly why: string };

/** What only lives while the code is read: functions, clients, modules. */
export type Code =
  | { readonly k: 'closure'; readonly id: number }
  | { readonly k: 'library'; readonly path: string; readonly args?: readonly Value[] }
  | {
      readonly k: 'client';
      readonly service: string;
      readonly sdk: 'v2' | 'v3' | 'document' | 'boto3' | 'resource';
      readonly options: Expr;
    }
  | { readonly k: 'resource'; readonly service: string; readonly type: string; readonly args: readonly Value[] }
  | {
      readonly k: 'command';
      readonly service: string;
      readonly operation: string;
      readonly input: Expr;
      readonly document: boolean;
    }
  | { readonly k: 'paginator'; readonly service: string; readonly operation: string; readonly waits: boolean }
  | { readonly k: 'class'; readonly id: number }
  | { readonly k: 'instance'; readonly id: number }
  | { readonly k: 'method'; readonly of: Value; readonly name: string }
  | { readonly k: 'router'; readonly id: number }
  | { readonly k: 'module'; readonly path: string }
  | { readonly k: 'either'; readonly test: Expr; readonly then: Value; readonly else: Value };

export type Value = Expr | Code;

/** Where it stands. */
export interface At {
  readonly file: string;
  readonly line: number;
}

export type Step = At & StepKind;
export type StepKind =
  | {
      readonly t: 'call';
      readonly id: number;
      readonly service: string;
      /** As the API names it: `PutItem`. */
      readonly operation: string;
      readonly input: Expr;
      readonly options: Expr;
      readonly document: boolean;
    }
  | { readonly t: 'http'; readonly id: number; readonly method: string; readonly url: Expr; readonly request: Expr }
  | { readonly t: 'if'; readonly test: Expr; readonly then: readonly Step[]; readonly else: readonly Step[] }
  | { readonly t: 'each'; readonly item: number; readonly over: Expr; readonly body: readonly Step[] }
  | { readonly t: 'loop'; readonly test: Expr; readonly body: readonly Step[] }
  | { readonly t: 'try'; readonly body: readonly Step[]; readonly catches: readonly (readonly Step[])[] }
  | { readonly t: 'wait'; readonly seconds: Expr }
  | { readonly t: 'route'; readonly path: string; readonly body: readonly Step[] }
  | { readonly t: 'throw'; readonly value: Expr }
  | { readonly t: 'obstacle'; readonly why: Obstacle; readonly what: string };

/** What no integration does. */
export type Obstacle =
  | 'library'
  | 'driver'
  | 'cryptography'
  | 'files'
  | 'process'
  | 'streaming'
  | 'presigned'
  | 'credentials'
  | 'binary'
  | 'unresolved';

const kinds: ReadonlySet<string> = new Set([
  'closure',
  'library',
  'client',
  'resource',
  'command',
  'paginator',
  'class',
  'instance',
  'method',
  'router',
  'module',
  'either',
]);

/** Whether a value is data rather than code. */
export const isExpr = (value: Value): value is Expr => !kinds.has(value.k);

export const constant = (value: string | number | boolean | null): Expr => ({ k: 'const', value });
export const nothing: Expr = constant(null);
/** A value as data; code within data is opaque. */
export const asExpr = (value: Value): Expr => (isExpr(value) ? value : { k: 'opaque', why: value.k });
