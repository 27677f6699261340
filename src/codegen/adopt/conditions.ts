import type { Json } from '../../model/design.js';
import { array, callStatic, type Expr } from '../../ts-ast/ast.js';
import { isList, isMap } from '../../model/json.js';
import { valueExpr } from './values.js';

/** The conditions that a condition names. */
export function* conditionsIn(value: Json): Generator<string> {
  if (isList(value)) for (const item of value) yield* conditionsIn(item);
  else if (isMap(value))
    for (const [key, inner] of Object.entries(value))
      if (key === 'Condition' && typeof inner === 'string') yield inner;
      else yield* conditionsIn(inner);
}

/** A condition of a template as an expression of the CDK. */
export function conditionExpr(value: Json, named: (name: string) => Expr | undefined): Expr {
  const inner = (item: Json): Expr => conditionExpr(item, named);
  const [entry, second] = isMap(value) ? Object.entries(value) : [];
  if (entry !== undefined && second === undefined) {
    const [name, argument] = entry;
    if (name === 'Condition' && typeof argument === 'string') {
      const found = named(argument);
      if (found !== undefined) return found;
    }
    const list = isList(argument) ? argument : [];
    const [first, other] = list;
    if (name === 'Fn::Equals' && list.length === 2 && first !== undefined && other !== undefined)
      return callStatic('', 'Fn.conditionEquals', valueExpr(first), valueExpr(other));
    // One alone, or more than ten, the CDK would write otherwise.
    if ((name === 'Fn::And' || name === 'Fn::Or') && list.length > 1 && list.length <= 10)
      return callStatic('', name === 'Fn::And' ? 'Fn.conditionAnd' : 'Fn.conditionOr', ...list.map(inner));
    if (name === 'Fn::Not' && list.length === 1 && first !== undefined)
      return callStatic('', 'Fn.conditionNot', inner(first));
  }
  // Data that the CDK hands on as it is.
  return callStatic('', 'Token.asAny', isList(value) ? array(value.map(valueExpr)) : valueExpr(value));
}
