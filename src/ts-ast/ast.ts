/**
 * The expressions and statements of the TypeScript we emit, as plain data: printed by codegen/ts, evaluated by
 * main/host/synth. Whatever is added here must be handled by both.
 */

/** A name exported by a module of aws-cdk-lib, or of `constructs` (module `constructs`) or aws-cdk-lib itself (module ''). */
export interface CdkName {
  /** `aws-sqs`, or '' for aws-cdk-lib itself, or `constructs`. */
  readonly module: string;
  /** `Queue`, or a path such as `EventType.OBJECT_CREATED`. */
  readonly name: string;
}

export type Expr =
  | { readonly type: 'literal'; readonly value: string | number | boolean | null }
  /** A local variable, or `this`. */
  | { readonly type: 'ref'; readonly name: string }
  | { readonly type: 'cdk'; readonly name: CdkName }
  | { readonly type: 'new'; readonly class: CdkName; readonly args: readonly Expr[] }
  | { readonly type: 'call'; readonly callee: Expr; readonly args: readonly Expr[] }
  | { readonly type: 'member'; readonly object: Expr; readonly name: string }
  /** `value as Class`: where CDK's own types say less than is known. Does nothing when evaluated. */
  | { readonly type: 'as'; readonly value: Expr; readonly class: CdkName }
  | { readonly type: 'array'; readonly items: readonly Expr[] }
  | { readonly type: 'object'; readonly entries: readonly (readonly [string, Expr])[] }
  /** A template literal: texts and expressions in turn. */
  | { readonly type: 'template'; readonly parts: readonly (string | Expr)[] }
  /** The absolute path of a file of the exported project, given relative to its root. */
  | { readonly type: 'project-file'; readonly path: string }
  /** The text of a project file with `${Name}` replaced by the given values. */
  | {
      readonly type: 'load-template';
      readonly path: string;
      readonly substitutions: readonly (readonly [string, Expr])[];
    }
  /** A call of a function of the exported project (`lib/support`): printed as that, evaluated as what it means. */
  | { readonly type: 'support'; readonly name: SupportName; readonly args: readonly Expr[]; readonly means: Expr };

/** Functions of `lib/support` that stacks call. */
export type SupportName = 'addSection' | 'alarmOn';

export type Statement =
  | { readonly type: 'const'; readonly name: string; readonly value: Expr; readonly comment?: string }
  /** `this.name = value`, with a public readonly member of the stack. */
  | { readonly type: 'expose'; readonly name: string; readonly value: Expr; readonly comment?: string }
  | { readonly type: 'do'; readonly expression: Expr; readonly comment?: string }
  /** `object.name = value`, for escape hatches. */
  | {
      readonly type: 'assign';
      readonly object: Expr;
      readonly name: string;
      readonly value: Expr;
      readonly comment?: string;
    };

export const cdk = (module: string, name: string): CdkName => ({ module, name });
export const lit = (value: string | number | boolean | null): Expr => ({ type: 'literal', value });
export const ref = (name: string): Expr => ({ type: 'ref', name });
/** A CDK name used as a value: an enum member, a static member. */
export const sym = (module: string, name: string): Expr => ({ type: 'cdk', name: cdk(module, name) });
export const create = (constructed: CdkName, ...args: Expr[]): Expr => ({ type: 'new', class: constructed, args });
export const member = (object: Expr, name: string): Expr => ({ type: 'member', object, name });
/** `object.method(...args)` */
export const call = (object: Expr, method: string, ...args: Expr[]): Expr => ({
  type: 'call',
  callee: member(object, method),
  args,
});
/** A static method of a CDK class: `Duration.seconds(30)` = callStatic('', 'Duration.seconds', lit(30)). */
export const callStatic = (module: string, name: string, ...args: Expr[]): Expr => ({
  type: 'call',
  callee: sym(module, name),
  args,
});
export const as = (value: Expr, to: CdkName): Expr => ({ type: 'as', value, class: to });
export const array = (items: readonly Expr[]): Expr => ({ type: 'array', items });
/** Leaves out what is undefined; an object with nothing in it is `{}`. */
export const object = (record: Readonly<Record<string, Expr | undefined>>): Expr => ({
  type: 'object',
  entries: Object.entries(record).filter((entry): entry is [string, Expr] => entry[1] !== undefined),
});
export const template = (...parts: (string | Expr)[]): Expr => ({ type: 'template', parts });
export const seconds = (value: number): Expr => callStatic('', 'Duration.seconds', lit(value));

/** A JSON value as an expression. `null` becomes undefined and is left out of objects. */
export function json(value: unknown): Expr {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return lit(value);
  if (Array.isArray(value)) return array(value.filter((item) => item !== null && item !== undefined).map(json));
  if (typeof value === 'object' && value !== null) {
    return {
      type: 'object',
      entries: Object.entries(value)
        .filter(([, item]) => item !== null && item !== undefined)
        .map(([key, item]) => [key, json(item)] as const),
    };
  }
  return ref('undefined');
}
