import type { Expr, Statement } from './ast.js';

/** The expressions directly inside another. */
export function children(expr: Expr): readonly Expr[] {
  switch (expr.type) {
    case 'literal':
    case 'ref':
    case 'cdk':
    case 'project-file':
      return [];
    case 'new':
      return expr.args;
    case 'call':
      return [expr.callee, ...expr.args];
    case 'member':
      return [expr.object];
    case 'as':
      return [expr.value];
    case 'array':
      return expr.items;
    case 'object':
      return expr.entries.map(([, value]) => value);
    case 'template':
      return expr.parts.filter((part) => typeof part !== 'string');
    case 'load-template':
      return expr.substitutions.map(([, value]) => value);
    case 'support':
      return [...expr.args, expr.means];
  }
}

/** The expressions directly inside a statement. */
export function expressionsOf(statement: Statement): readonly Expr[] {
  switch (statement.type) {
    case 'const':
    case 'expose':
      return [statement.value];
    case 'do':
      return [statement.expression];
    case 'assign':
      return [statement.object, statement.value];
  }
}

/** An expression and all inside it, outermost first, in the order of the text. */
export function* walk(expr: Expr): Generator<Expr> {
  yield expr;
  for (const child of children(expr)) yield* walk(child);
}

export function* walkStatements(statements: readonly Statement[]): Generator<Expr> {
  for (const statement of statements) for (const expr of expressionsOf(statement)) yield* walk(expr);
}

/** A copy in which `change` replaced expressions, outermost first; what it replaced is not looked into. */
export function rewrite(expr: Expr, change: (expr: Expr) => Expr | undefined): Expr {
  const changed = change(expr);
  if (changed !== undefined) return changed;
  const again = (inner: Expr): Expr => rewrite(inner, change);
  switch (expr.type) {
    case 'literal':
    case 'ref':
    case 'cdk':
    case 'project-file':
      return expr;
    case 'new':
      return { ...expr, args: expr.args.map(again) };
    case 'call':
      return { ...expr, callee: again(expr.callee), args: expr.args.map(again) };
    case 'member':
      return { ...expr, object: again(expr.object) };
    case 'as':
      return { ...expr, value: again(expr.value) };
    case 'array':
      return { ...expr, items: expr.items.map(again) };
    case 'object':
      return { ...expr, entries: expr.entries.map(([key, value]) => [key, again(value)] as const) };
    case 'template':
      return { ...expr, parts: expr.parts.map((part) => (typeof part === 'string' ? part : again(part))) };
    case 'load-template':
      return { ...expr, substitutions: expr.substitutions.map(([name, value]) => [name, again(value)] as const) };
    case 'support':
      return { ...expr, args: expr.args.map(again), means: again(expr.means) };
  }
}

export function rewriteStatement(statement: Statement, change: (expr: Expr) => Expr | undefined): Statement {
  switch (statement.type) {
    case 'const':
    case 'expose':
      return { ...statement, value: rewrite(statement.value, change) };
    case 'do':
      return { ...statement, expression: rewrite(statement.expression, change) };
    case 'assign':
      return { ...statement, object: rewrite(statement.object, change), value: rewrite(statement.value, change) };
  }
}
