import { lookup, type Json } from '../../model/design.js';
import { array, callStatic, lit, object, type Expr } from '../../ts-ast/ast.js';

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
const isPatternKey = (key: string): boolean => Object.hasOwn(names, key);

/** Fields that CDK types as lists of texts: other matchers are made by `Match`, which hides them in such a list. */
const isTextList = (key: string): boolean => key !== 'detail';

/** A matcher of one field as CDK makes it; undefined: it has none for it. */
function matcher(value: Json): Expr | undefined {
  if (typeof value === 'string') return callStatic('aws-events', 'Match.exactString', lit(value));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const [entry, second] = Object.entries(value);
  if (entry === undefined || second !== undefined) return undefined;
  const [kind, operand] = entry;
  const method = lookup(matchers, kind);
  if (kind === 'exists') return callStatic('aws-events', operand === true ? 'Match.exists' : 'Match.doesNotExist');
  if (kind === 'anything-but' && Array.isArray(operand) && operand.every((item) => typeof item === 'string'))
    return callStatic('aws-events', 'Match.anythingBut', ...operand.map(lit));
  return method === undefined || typeof operand !== 'string'
    ? undefined
    : callStatic('aws-events', `Match.${method}`, lit(operand));
}

const matchers: Readonly<Record<string, string>> = {
  prefix: 'prefix',
  suffix: 'suffix',
  wildcard: 'wildcard',
  'anything-but': 'anythingBut',
  'equals-ignore-case': 'equalsIgnoreCase',
};

/** A list of texts and matchers as CDK takes it; undefined where it cannot. */
function textList(value: Json): Expr | undefined {
  if (!Array.isArray(value)) return undefined;
  const items: readonly Json[] = value;
  if (items.every((item) => typeof item === 'string')) return exact(items);
  const made = items.map(matcher);
  const known = made.filter((item) => item !== undefined);
  if (known.length < made.length) return undefined;
  const [only] = known;
  return known.length === 1 ? only : callStatic('aws-events', 'Match.anyOf', ...known);
}

/** What of a pattern CDK cannot be given: fields that events do not have, matchers that `Match` does not know. */
export function foreignKeys(pattern: Json | undefined): readonly string[] {
  if (typeof pattern !== 'object' || pattern === null || Array.isArray(pattern)) return [];
  return Object.entries(pattern)
    .filter(([key, value]) => !isPatternKey(key) || (isTextList(key) && textList(value) === undefined))
    .map(([key]) => key);
}

/** An event pattern as `EventPattern` of CDK. */
export function eventPatternOf(pattern: Json | undefined): Expr {
  if (typeof pattern !== 'object' || pattern === null || Array.isArray(pattern)) return object({});
  return {
    type: 'object',
    entries: Object.entries(pattern)
      .filter(([key]) => isPatternKey(key))
      .map(
        ([key, value]) => [names[key] ?? key, (isTextList(key) ? textList(value) : undefined) ?? exact(value)] as const,
      ),
  };
}

/** A JSON value with its nulls: in a pattern they mean something. */
function exact(value: Json): Expr {
  if (Array.isArray(value)) return array((value as readonly Json[]).map(exact));
  if (typeof value === 'object' && value !== null)
    return { type: 'object', entries: Object.entries(value).map(([key, item]) => [key, exact(item)] as const) };
  return lit(value);
}
