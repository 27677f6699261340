import { asExpr, isExpr, type Expr, type Grade, type Value } from '../ir.js';

/** What an expression is made of. */
export interface Measure {
  readonly grade: Grade;
  /** How many operations a mapping language would have to write. */
  readonly weight: number;
  readonly usesEvent: boolean;
  readonly usesResult: boolean;
  readonly usesRandom: boolean;
  readonly usesTime: boolean;
  /** Bytes that are not read as text. */
  readonly holdsBytes: boolean;
  readonly opaque: boolean;
}

/** Part of an answer as it came. */
function isRaw(expr: Expr, depth = 0): boolean {
  if (depth > 12) return false;
  if (expr.k === 'get' || expr.k === 'index') return isRaw(expr.of, depth + 1);
  return (
    expr.k === 'result' ||
    expr.k === 'item' ||
    (expr.k === 'pure' && expr.fn === 'bytes' && expr.args.some((one) => isRaw(one, depth + 1)))
  );
}

/** What a path falls back to where it leads nowhere. */
const isEmpty = (expr: Expr): boolean =>
  (expr.k === 'object' && expr.fields.length === 0) || (expr.k === 'array' && expr.items.length === 0);

/** The list that an event source hands over. */
const isBatch = (expr: Expr): boolean =>
  expr.k === 'get' && expr.of.k === 'event' && (expr.key === 'Records' || expr.key === 'records');

const none: Measure = {
  grade: 'path',
  weight: 0,
  usesEvent: false,
  usesResult: false,
  usesRandom: false,
  usesTime: false,
  holdsBytes: false,
  opaque: false,
};
const order: readonly Grade[] = ['path', 'mapping', 'program'];
const worse = (a: Grade, b: Grade): Grade => (order.indexOf(a) > order.indexOf(b) ? a : b);

const join = (a: Measure, b: Measure): Measure => ({
  grade: worse(a.grade, b.grade),
  weight: a.weight + b.weight,
  usesEvent: a.usesEvent || b.usesEvent,
  usesResult: a.usesResult || b.usesResult,
  usesRandom: a.usesRandom || b.usesRandom,
  usesTime: a.usesTime || b.usesTime,
  holdsBytes: a.holdsBytes || b.holdsBytes,
  opaque: a.opaque || b.opaque,
});

const asText = /(^|\.)(parse|loads|decode|toString|text|json|str|String|transformToString|safe_load)$/;
const random = /rand|choice|shuffle|sample|uniform/i;
const time = /now|Date|time|moment|dayjs|today|strftime|isoformat|toISO/;
/** Decoration that changes nothing a mapping has to carry. */
const free =
  /(^|\.)(promise|then|text|toString|String|str|json|transformToString|read|decode|encode|bytes|request|response|error|lowerCase|int|Number|next|iter|structuredClone|regex|bool|Boolean)$/;

/** Measures with a memo, since the same value stands in many places; deep ones count as a program. */
export function measurer(bytes: ReadonlySet<number> = new Set()): {
  readonly measure: (value: Value) => Measure;
  readonly distinct: () => number;
} {
  let operations = 0;
  const memo = new WeakMap<Expr, Measure>();
  let budget = 40_000;
  const all = (values: readonly Value[], depth: number): Measure =>
    values.reduce<Measure>((sum, value) => join(sum, of(value, depth)), none);
  const of = (value: Value, depth: number): Measure => {
    if (!isExpr(value)) return none;
    const known = memo.get(value);
    if (known !== undefined) return known;
    if (depth > 120 || --budget < 0) return { ...none, grade: 'program', opaque: true };
    const found = fresh(value, depth + 1);
    memo.set(value, found);
    return found;
  };
  const atLeast = (grade: Grade, weight: number, inner: Measure): Measure => {
    operations += weight;
    return {
      ...inner,
      grade: worse(grade, inner.grade),
      weight: Math.min(1_000, inner.weight + weight),
    };
  };
  const fresh = (expr: Expr, depth: number): Measure => {
    switch (expr.k) {
      case 'const':
      case 'env':
      case 'error':
        return none;
      case 'context':
        return none;
      case 'event':
        return { ...none, usesEvent: true };
      case 'result':
        return { ...none, usesResult: true, holdsBytes: bytes.has(expr.call) };
      case 'get': {
        const inner = of(expr.of, depth);
        return expr.key === 'length' || expr.key === 'size'
          ? atLeast('mapping', 1, inner)
          : expr.key === 'content' && expr.of.k === 'result'
            ? { ...inner, holdsBytes: true }
            : inner;
      }
      case 'index':
        return atLeast('mapping', 1, all([expr.of, expr.key], depth));
      case 'object': {
        const inner = all(
          expr.fields.flatMap((field) => (field.key === undefined ? [field.value] : [field.key, field.value])),
          depth,
        );
        const spreads =
          expr.fields.some((field) => field.key === undefined && field.value.k !== 'object') && expr.fields.length > 1;
        return spreads ? atLeast('mapping', 1, inner) : inner;
      }
      case 'array': {
        const inner = all(
          expr.items.map((item) => item.value),
          depth,
        );
        return expr.items.some((item) => item.spread) && expr.items.length > 1 ? atLeast('mapping', 1, inner) : inner;
      }
      case 'text':
        return all(expr.parts, depth);
      case 'op':
        // A default for what is known at deployment is known too.
        return (expr.op === '??' || expr.op === '||') &&
          (expr.args.every((one) => one.k === 'env' || one.k === 'const') ||
            (expr.args[1] !== undefined && isEmpty(expr.args[1])))
          ? all(expr.args, depth)
          : atLeast('mapping', 1, all(expr.args, depth));
      case 'choose':
        return atLeast('mapping', 1, all([expr.test, expr.then, expr.else], depth));
      case 'each':
        return expr.how === 'map' && isBatch(expr.over)
          ? all([expr.over, expr.body], depth)
          : join(atLeast('mapping', 1, of(expr.over, depth)), of(expr.body, depth));
      case 'item':
        return of(expr.over, depth);
      case 'changing':
        return { ...none, grade: 'mapping', weight: 2 };
      case 'opaque':
        return { ...none, opaque: true };
      case 'pure': {
        const inner = all(expr.args.map(asExpr), depth);
        const text = asText.test(expr.fn) ? { ...inner, holdsBytes: false } : inner;
        return {
          ...atLeast(expr.grade, free.test(expr.fn) ? 0 : 1, text),
          usesRandom: text.usesRandom || random.test(expr.fn),
          usesTime: text.usesTime || time.test(expr.fn),
          holdsBytes: text.holdsBytes || (expr.fn === 'bytes' && expr.args.some((one) => isRaw(one))),
        };
      }
    }
  };
  return { measure: (value) => of(value, 0), distinct: () => operations };
}
