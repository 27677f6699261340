import { isExpr, type Expr, type Step, type Value } from '../ir.js';

/** Paths of the event that steps and answer read: `Records.s3.bucket.name`; list positions left out. */
export function eventPaths(steps: readonly Step[], returns: Value): readonly string[] {
  const paths = new Set<string>();
  const seen = new Set<Expr>();
  const value = (one: Value, depth: number): void => {
    if (!isExpr(one) || seen.has(one) || seen.size > 20_000 || depth > 100) return;
    seen.add(one);
    if (paths.size < 500) {
      const path = pathOf(one);
      if (path !== undefined && path !== '') paths.add(path);
    }
    for (const part of partsOf(one)) value(part, depth + 1);
  };
  const walk = (list: readonly Step[]): void => {
    for (const step of list) for (const one of valuesOf(step)) value(one, 0);
    for (const step of list) for (const body of bodiesOf(step)) walk(body);
  };
  walk(steps);
  value(returns, 0);
  return [...paths];
}

/** The path that an expression picks of the event; undefined: it is none. */
function pathOf(expr: Expr): string | undefined {
  const keys: string[] = [];
  let at = expr;
  for (let depth = 0; depth < 60; depth++) {
    if (at.k === 'event') return keys.reverse().join('.');
    if (at.k === 'get') {
      if (typeof at.key === 'string') keys.push(at.key);
      at = at.of;
    } else if (at.k === 'index') at = at.of;
    else if (at.k === 'item') at = at.over;
    else if (at.k === 'op' && (at.op === '??' || at.op === '||') && at.args[0] !== undefined) at = at.args[0];
    else return undefined;
  }
  return undefined;
}

function partsOf(expr: Expr): readonly Value[] {
  switch (expr.k) {
    case 'get':
      return [expr.of];
    case 'index':
      return [expr.of, expr.key];
    case 'object':
      return expr.fields.flatMap((field) => (field.key === undefined ? [field.value] : [field.key, field.value]));
    case 'array':
      return expr.items.map((item) => item.value);
    case 'text':
      return expr.parts;
    case 'op':
    case 'pure':
      return expr.args;
    case 'choose':
      return [expr.test, expr.then, expr.else];
    case 'each':
      return [expr.over, expr.body];
    case 'item':
      return [expr.over];
    default:
      return [];
  }
}

function valuesOf(step: Step): readonly Value[] {
  switch (step.t) {
    case 'call':
      return [step.input];
    case 'http':
      return [step.url, step.request];
    case 'if':
    case 'loop':
      return [step.test];
    case 'each':
      return [step.over];
    case 'wait':
      return [step.seconds];
    case 'throw':
      return [step.value];
    default:
      return [];
  }
}

/** The steps that a step holds. */
export function bodiesOf(step: Step): readonly (readonly Step[])[] {
  switch (step.t) {
    case 'if':
      return [step.then, step.else];
    case 'each':
    case 'loop':
    case 'route':
      return [step.body];
    case 'try':
      return [step.body, ...step.catches];
    default:
      return [];
  }
}
