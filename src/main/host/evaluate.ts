import type { CdkName, Expr, Statement } from '../../ts-ast/ast.js';

/**
 * Evaluates the statements of a stack against aws-cdk-lib. Data from a design only ever becomes a value: there is no
 * eval, modules come from a list, and members that lead out of the library (`constructor`) are refused, because
 * statements may have crossed a border.
 */

export interface Environment {
  /** Loads a module of aws-cdk-lib (`aws-sqs`, or '' for the library itself), or `constructs`. */
  module(name: string): unknown;
  /** The absolute path of a project file. */
  path(path: string): string;
  read(path: string): string;
}

/** Variables by name; `this` and `props` among them. */
export type Variables = Map<string, unknown>;

export class EvaluationError extends Error {}

const forbidden = new Set([
  'constructor',
  'prototype',
  '__proto__',
  'caller',
  'callee',
  'arguments',
  'apply',
  'bind',
  'call',
]);
const modulePattern = /^(?:aws-[a-z0-9-]+|custom-resources|pipelines|)$/;

/** Runs statements in order; gives the members that they put on `this`. */
export function evaluateStatements(
  statements: readonly Statement[],
  variables: Variables,
  environment: Environment,
): ReadonlyMap<string, unknown> {
  const members = new Map<string, unknown>();
  const value = (expr: Expr): unknown => evaluate(expr, variables, members, environment);
  for (const statement of statements) {
    switch (statement.type) {
      case 'const':
        variables.set(statement.name, value(statement.value));
        break;
      case 'expose':
        members.set(statement.name, value(statement.value));
        break;
      case 'do':
        value(statement.expression);
        break;
      case 'assign': {
        const object = value(statement.object);
        checkMember(statement.name);
        if (!isObject(object)) throw new EvaluationError(`no object to set ${statement.name} of`);
        Reflect.set(object, statement.name, value(statement.value));
      }
    }
  }
  return members;
}

function evaluate(
  expr: Expr,
  variables: Variables,
  members: ReadonlyMap<string, unknown>,
  environment: Environment,
): unknown {
  const value = (inner: Expr): unknown => evaluate(inner, variables, members, environment);
  switch (expr.type) {
    case 'literal':
      return expr.value;
    case 'ref':
      if (expr.name === 'undefined') return undefined;
      if (!variables.has(expr.name)) throw new EvaluationError(`no variable ${expr.name}`);
      return variables.get(expr.name);
    case 'cdk':
      return named(expr.name, environment).value;
    case 'new': {
      const constructed = named(expr.class, environment).value;
      if (typeof constructed !== 'function') throw new EvaluationError(`${expr.class.name} is no class`);
      return Reflect.construct(constructed, expr.args.map(value));
    }
    case 'call': {
      const { owner, value: callee } =
        expr.callee.type === 'cdk'
          ? named(expr.callee.name, environment)
          : expr.callee.type === 'member'
            ? property(value(expr.callee.object), expr.callee.name)
            : { owner: undefined, value: undefined };
      if (typeof callee !== 'function') throw new EvaluationError('only functions of the library can be called');
      return Reflect.apply(callee, owner, expr.args.map(value));
    }
    case 'member':
      if (expr.object.type === 'ref' && expr.object.name === 'this' && members.has(expr.name)) {
        return members.get(expr.name);
      }
      return property(value(expr.object), expr.name).value;
    case 'as':
      return value(expr.value);
    case 'array':
      return expr.items.map(value);
    case 'object':
      // fromEntries defines own properties, so that a key `__proto__` is a key.
      return Object.fromEntries(expr.entries.map(([key, inner]) => [key, value(inner)]));
    case 'template':
      return expr.parts.map((part) => (typeof part === 'string' ? part : String(value(part)))).join('');
    case 'project-file':
      return environment.path(expr.path);
    case 'load-template': {
      const values = new Map(expr.substitutions.map(([name, inner]) => [name, String(value(inner))]));
      // As lib/support/load-template.ts of the exported project does.
      return environment.read(expr.path).replace(/\$\{(\w+)\}/g, (whole, name: string) => values.get(name) ?? whole);
    }
    case 'support':
      if (expr.name !== 'addSection') return value(expr.means);
      addSection(expr.args.map(value), environment);
      return undefined;
  }
}

/** As lib/support/add-section.ts of the exported project does. */
function addSection([stack, section, content]: readonly unknown[], environment: Environment): void {
  const { value: base } = named({ module: '', name: 'CfnElement' }, environment);
  if (typeof base !== 'function') throw new EvaluationError('CfnElement is no class');
  const element: unknown = Reflect.construct(base, [stack, `${String(section)}Section`]);
  if (isObject(element)) Reflect.set(element, '_toCloudFormation', () => ({ [String(section)]: content }));
}

function named({ module, name }: CdkName, environment: Environment): { owner: unknown; value: unknown } {
  if (module !== 'constructs' && !modulePattern.test(module)) throw new EvaluationError(`no module ${module}`);
  let found: { owner: unknown; value: unknown } = { owner: undefined, value: environment.module(module) };
  for (const part of name.split('.')) {
    // Static members may be inherited; what Function and Object have themselves is refused by name.
    found = property(found.value, part);
  }
  return found;
}

function property(object: unknown, name: string): { owner: unknown; value: unknown } {
  checkMember(name);
  if (!isObject(object)) {
    // Tokens are strings: nothing of a string is of use to a design.
    throw new EvaluationError(`no member ${name} of ${typeof object}`);
  }
  return { owner: object, value: Reflect.get(object, name) };
}

function checkMember(name: string): void {
  if (forbidden.has(name) || name.startsWith('__')) throw new EvaluationError(`the member ${name} is not available`);
}

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';
