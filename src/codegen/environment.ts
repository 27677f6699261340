import type { Expr, Statement } from '../ts-ast/ast.js';
import { walk } from '../ts-ast/walk.js';

/** An environment variable given to a function after it was made. */
export interface EnvironmentVariable {
  /** The variable that holds the function. */
  readonly function: string;
  readonly key: string;
  /** Variables that its value refers to. */
  readonly names: readonly string[];
}

const known = new WeakMap<readonly Statement[], readonly EnvironmentVariable[]>();

/** `fn.addEnvironment('ORDERS_NAME', orders.tableName)` */
export function environmentOf(statements: readonly Statement[]): readonly EnvironmentVariable[] {
  const variables = known.get(statements) ?? variablesIn(statements);
  known.set(statements, variables);
  return variables;
}

const variablesIn = (statements: readonly Statement[]): readonly EnvironmentVariable[] =>
  statements.flatMap((statement) => {
    if (statement.type !== 'do' || statement.expression.type !== 'call') return [];
    const { callee, args } = statement.expression;
    const [key, ...values] = args;
    if (callee.type !== 'member' || callee.name !== 'addEnvironment' || callee.object.type !== 'ref') return [];
    if (key?.type !== 'literal') return [];
    const names = values.flatMap((value) =>
      [...walk(value)].flatMap((expr: Expr) => (expr.type === 'ref' ? [expr.name] : [])),
    );
    return [{ function: callee.object.name, key: String(key.value), names }];
  });

/** The names in `environment: { ... }` of a construct's props. */
export function environmentOfConstruct(construct: Expr): string[] {
  if (construct.type !== 'new') return [];
  const props = construct.args.at(-1);
  if (props?.type !== 'object') return [];
  const environment = props.entries.find(([key]) => key === 'environment')?.[1];
  return environment?.type === 'object' ? environment.entries.map(([key]) => key) : [];
}
