import type { Json } from '../../model/design.js';
import { array, lit, object, type Expr } from '../../ts-ast/ast.js';

/** Fields of an event, as CDK names them: https://docs.aws.amazon.com/eventbridge/latest/ref/events-structure.html */
const names: Readonly<Record<string, string>> = {
  version: 'version',
  id: 'id',
  'detail-type': 'detailType',
  source: 'source',
  account: 'account',
  time: 'time',
  region: 'region',
  resources: 'resources',
  detail: 'detail',
};

/** Whether a key can stand at the top of an event pattern that CDK takes. */
export const isPatternKey = (key: string): boolean => Object.hasOwn(names, key);

/** An event pattern as `EventPattern` of CDK. */
export function eventPatternOf(pattern: Json | undefined): Expr {
  if (typeof pattern !== 'object' || pattern === null || Array.isArray(pattern)) return object({});
  return {
    type: 'object',
    entries: Object.entries(pattern)
      .filter(([key]) => isPatternKey(key))
      .map(([key, value]) => [names[key] ?? key, exact(value)] as const),
  };
}

/** A JSON value with its nulls: in a pattern they mean something. */
function exact(value: Json): Expr {
  if (Array.isArray(value)) return array((value as readonly Json[]).map(exact));
  if (typeof value === 'object' && value !== null)
    return { type: 'object', entries: Object.entries(value).map(([key, item]) => [key, exact(item)] as const) };
  return lit(value);
}
