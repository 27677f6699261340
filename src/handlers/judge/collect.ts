import type { Expr, Step } from '../ir.js';

export interface Where {
  /** Tests around it that depend on data. */
  readonly tests: readonly Expr[];
  /** Lists around it. */
  readonly lists: readonly Expr[];
  readonly loops: boolean;
  readonly catches: boolean;
  readonly routes: readonly string[];
}

export type Effect = Extract<Step, { t: 'call' | 'http' }>;

export interface Collected {
  readonly effects: readonly { readonly step: Effect; readonly where: Where }[];
  readonly obstacles: readonly { readonly step: Extract<Step, { t: 'obstacle' }>; readonly where: Where }[];
  readonly tests: readonly Expr[];
  readonly throws: readonly Extract<Step, { t: 'throw' }>[];
  readonly waits: readonly Extract<Step, { t: 'wait' }>[];
  readonly routes: readonly string[];
  readonly loops: number;
  readonly tries: number;
}

/** Everything that steps hold, each with what is around it. */
export function collect(steps: readonly Step[]): Collected {
  const effects: { step: Effect; where: Where }[] = [];
  const obstacles: { step: Extract<Step, { t: 'obstacle' }>; where: Where }[] = [];
  const tests: Expr[] = [];
  const throws: Extract<Step, { t: 'throw' }>[] = [];
  const waits: Extract<Step, { t: 'wait' }>[] = [];
  const routes: string[] = [];
  let loops = 0;
  let tries = 0;
  const walk = (list: readonly Step[], where: Where): void => {
    for (const step of list) {
      switch (step.t) {
        case 'call':
        case 'http':
          effects.push({ step, where });
          break;
        case 'obstacle':
          obstacles.push({ step, where });
          break;
        case 'throw':
          throws.push(step);
          break;
        case 'wait':
          waits.push(step);
          break;
        case 'if': {
          tests.push(step.test);
          const inner = { ...where, tests: [...where.tests, step.test] };
          walk(step.then, inner);
          walk(step.else, inner);
          break;
        }
        case 'each':
          walk(step.body, { ...where, lists: [...where.lists, step.over] });
          break;
        case 'loop':
          loops++;
          walk(step.body, { ...where, loops: true });
          break;
        case 'try':
          tries++;
          walk(step.body, where);
          for (const one of step.catches) walk(one, { ...where, catches: true });
          break;
        case 'route':
          routes.push(step.path);
          walk(step.body, { ...where, routes: [...where.routes, step.path] });
      }
    }
  };
  walk(steps, { tests: [], lists: [], loops: false, catches: false, routes: [] });
  return { effects, obstacles, tests, throws, waits, routes, loops, tries };
}
