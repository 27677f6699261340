import { asExpr, constant, isExpr, nothing, type Expr, type Value } from '../ir.js';

/** A member of data, looked up where the data was built here. */
export function memberOf(of: Expr, key: string | number): Value {
  if (of.k === 'object') {
    for (let at = of.fields.length - 1; at >= 0; at--) {
      const field = of.fields[at];
      if (field === undefined) continue;
      if (field.key === undefined) return isExpr(field.value) ? memberOf(field.value, key) : field.value;
      if (field.key.k !== 'const') return { k: 'get', of, key };
      if (field.key.value === key) return field.value;
    }
    return nothing;
  }
  if (of.k === 'array' && typeof key === 'number') {
    if (!of.items.some((item) => item.spread)) {
      const item = of.items[key < 0 ? of.items.length + key : key];
      return item?.value ?? nothing;
    }
  }
  return { k: 'get', of, key };
}

/** Data with one member replaced. */
export function withMember(of: Expr, key: Expr, value: Value): Expr {
  if (of.k === 'array' && key.k === 'const' && typeof key.value === 'number') {
    const at = key.value;
    return { k: 'array', items: of.items.map((item, index) => (index === at ? { value } : item)) };
  }
  const fields = of.k === 'object' ? of.fields : [{ key: undefined, value: of }];
  if (fields.length > 500) return { k: 'opaque', why: 'large' };
  const kept =
    key.k === 'const' ? fields.filter((field) => field.key?.k !== 'const' || field.key.value !== key.value) : fields;
  return { k: 'object', fields: [...kept, { key, value }] };
}

/** Whether a test is settled by what is written there. */
export function truth(test: Expr, depth = 0): boolean | undefined {
  if (depth > 8) return undefined;
  if (test.k === 'const') return Boolean(test.value);
  if (test.k === 'op') {
    const [left, right] = test.args;
    if (test.op === '!' && left !== undefined) {
      const inner = truth(left, depth + 1);
      return inner === undefined ? undefined : !inner;
    }
    if (test.op === '&&' || test.op === '||') {
      const [a, b] = [
        left === undefined ? undefined : truth(left, depth + 1),
        right === undefined ? undefined : truth(right, depth + 1),
      ];
      const settles = test.op === '||';
      if (a === settles || b === settles) return settles;
      return a === undefined || b === undefined ? undefined : !settles;
    }
    if (left?.k === 'const' && right?.k === 'const' && /^[!=]==?$/.test(test.op)) {
      const same = left.value === right.value;
      return test.op.startsWith('!') ? !same : same;
    }
  }
  return test.k === 'object' || test.k === 'text' ? (test.k === 'object' ? true : undefined) : undefined;
}

/** A choice between two values; the same on both sides is no choice. */
export function choose(test: Expr, then: Value | undefined, other: Value | undefined): Value {
  if (then === other || other === undefined) return then ?? nothing;
  if (then === undefined) return other;
  if (isExpr(then) && isExpr(other)) {
    if (then.k === 'const' && other.k === 'const' && then.value === other.value) return then;
    return { k: 'choose', test, then, else: other };
  }
  const kinds = new Set([then.k, other.k]);
  if ((kinds.size === 1 && (kinds.has('command') || kinds.has('closure'))) || kinds.has('either'))
    return { k: 'either', test, then, else: other };
  // Of code the first that is any: a client made anew or kept is the same client.
  return isExpr(then) ? other : then;
}

/** Texts put together, parts of parts taken in. */
export function textOf(parts: readonly Expr[]): Expr {
  const flat = parts.flatMap((part) => (part.k === 'text' ? part.parts : [part]));
  if (flat.length > 300) return { k: 'opaque', why: 'large' };
  if (flat.every((part) => part.k === 'const')) return constant(flat.map((part) => String(part.value)).join(''));
  return { k: 'text', parts: flat };
}

/** Named arguments as an object. */
export const objectOf = (named: ReadonlyMap<string, Value>): Expr => ({
  k: 'object',
  fields: [...named].map(([key, value]) => ({ key: constant(key), value: asExpr(value) })),
});
