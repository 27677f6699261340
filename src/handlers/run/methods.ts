import { asExpr, constant, isExpr, nothing, type Expr, type Value } from '../ir.js';
import { gradeOf } from '../vocabulary/pure.js';
import { textOf, withMember } from './access.js';
import type { Machine } from './state.js';

interface Result {
  readonly value: Value;
  /** What the variable that the method was called on is now. */
  readonly becomes?: Expr;
}

const walks: ReadonlySet<string> = new Set([
  'map',
  'forEach',
  'filter',
  'find',
  'some',
  'every',
  'flatMap',
  'reduce',
  'sort',
  'findIndex',
  'findLast',
]);

/** A method of data: of a text, a list, an object, an answer. */
export function callMethod(machine: Machine, of: Value, name: string, args: readonly Value[]): Result {
  if (of.k === 'closure') {
    if (/^(bind|use|before|after|onError|handler)$/.test(name)) return { value: of };
    if (name === 'call') return { value: machine.call(of, args.slice(1)) };
    return { value: machine.call(of, args) };
  }
  if (!isExpr(of)) return { value: nothing };
  const [first] = args;
  if (name === 'promise' || name === 'finally') return { value: of };
  if (name === 'then' || name === 'catch') {
    if (first === undefined) return { value: of };
    if (name === 'catch') {
      machine.under(() => asExpr(machine.call(first, [{ k: 'error' }])));
      return { value: of };
    }
    return { value: first.k === 'closure' ? machine.call(first, [of]) : of };
  }
  if (walks.has(name) && first !== undefined && !isExpr(first)) return { value: walk(machine, of, name, args) };
  if (name === 'push' || name === 'append' || name === 'add' || name === 'unshift') {
    const items = of.k === 'array' ? of.items : [{ value: of, spread: true as const }];
    if (items.length < 200)
      return { value: nothing, becomes: { k: 'array', items: [...items, ...args.map((value) => ({ value }))] } };
  }
  if (name === 'update' && first !== undefined && of.k === 'object')
    return { value: nothing, becomes: { k: 'object', fields: [...of.fields, { key: undefined, value: first }] } };
  if (name === 'get' && first?.k === 'const' && (typeof first.value === 'string' || typeof first.value === 'number')) {
    if (of.k === 'object') {
      const key = first.value;
      const field = of.fields.find((one) => one.key?.k === 'const' && one.key.value === key);
      if (field !== undefined) return { value: field.value };
    }
    const got: Expr = { k: 'get', of, key: first.value };
    const fallback = args[1];
    return { value: fallback === undefined || !isExpr(fallback) ? got : { k: 'op', op: '??', args: [got, fallback] } };
  }
  if (name === 'set' && first !== undefined && args[1] !== undefined)
    return { value: of, becomes: withMember(of, asExpr(first), args[1]) };
  if (name === 'format') return { value: textOf([of, ...args.map(asExpr)]) };
  if (name === 'join' && of.k === 'const' && first !== undefined)
    return { value: { k: 'pure', fn: 'join', grade: 'mapping', args: [of, asExpr(first)] } };
  // Callbacks of what is no list: an answer's `on('data', …)`.
  for (const one of args) if (one.k === 'closure' && !walks.has(name)) machine.call(one, [{ k: 'get', of, key: name }]);
  if (
    name === 'read' ||
    name === 'transformToByteArray' ||
    name === 'arrayBuffer' ||
    name === 'iter_content' ||
    name === 'iter_chunks' ||
    name === 'transformToWebStream' ||
    name === 'getvalue' ||
    name === 'blob'
  )
    return { value: { k: 'pure', fn: 'bytes', grade: 'path', args: [of] } };
  if (name === 'read' || name === 'pipe') machine.obstacle('binary', name);
  const fn = { k: 'pure' as const, fn: name, grade: gradeOf(name), args: [of, ...args.map(asExpr)] };
  return { value: fn };
}

function walk(machine: Machine, of: Expr, name: string, args: readonly Value[]): Value {
  const [first] = args;
  if (first === undefined) return of;
  const id = machine.nextId();
  const item: Expr = { k: 'item', id, over: of };
  let body: Expr = nothing;
  const steps = machine.collect(() => {
    body = asExpr(
      name === 'reduce'
        ? machine.call(first, [args[1] ?? nothing, item])
        : name === 'sort'
          ? machine.call(first, [item, item])
          : machine.call(first, [item, { k: 'item', id, over: constant('index') }]),
    );
  });
  if (steps.length > 0) machine.emit({ t: 'each', item: id, over: of, body: steps });
  if (name === 'forEach') return nothing;
  return { k: 'each', how: name, over: of, item: id, body };
}
