import type { Attached } from './attach.js';
import type { Route, RouteRequest, SceneNode } from './scene.js';
import { sameNode, sameRequest } from './same.js';

/** What a line is drawn like; undefined: there is no such line. */
export interface DrawnLine {
  readonly route: Route;
  readonly attached: Attached;
}

/** Before and after. */
export type Change<Value> = readonly [Value | undefined, Value | undefined];

/** A change of the drawing: cards and lines that came, went or differ. */
export interface DrawingChange {
  readonly nodes: ReadonlyMap<string, Change<SceneNode>>;
  readonly requests: ReadonlyMap<string, Change<RouteRequest>>;
}

interface Step extends DrawingChange {
  readonly lines: ReadonlyMap<string, Change<DrawnLine>>;
}

const limit = 40;

/**
 * The last changes with the lines that they moved. One that is taken back, or made again, finds its lines here: they go
 * exactly where they were, and nothing has to be routed.
 */
export class RouteHistory {
  #steps: Step[] = [];
  /** So many of them are done. */
  #done = 0;

  /** The lines of a change that takes back the last one, or makes the next one again. */
  match(change: DrawingChange): ReadonlyMap<string, DrawnLine | undefined> | undefined {
    const last = this.#steps[this.#done - 1];
    if (last !== undefined && isChange(change, last, 0)) {
      this.#done -= 1;
      return sideOf(last, 0);
    }
    const next = this.#steps[this.#done];
    if (next === undefined || !isChange(change, next, 1)) return undefined;
    this.#done += 1;
    return sideOf(next, 1);
  }

  push(change: DrawingChange, lines: ReadonlyMap<string, Change<DrawnLine>>): void {
    this.#steps = [...this.#steps.slice(Math.max(0, this.#done - limit), this.#done), { ...change, lines }];
    this.#done = this.#steps.length;
  }

  clear(): void {
    this.#steps = [];
    this.#done = 0;
  }
}

/** Whether a change leads to the state before a step (0), or to the one after it (1). */
function isChange(change: DrawingChange, step: Step, to: 0 | 1): boolean {
  const isEqual = <Value>(
    now: ReadonlyMap<string, Change<Value>>,
    known: ReadonlyMap<string, Change<Value>>,
    same: (a: Value, b: Value) => boolean,
  ): boolean =>
    now.size === known.size &&
    [...now].every(([id, [, value]]) => {
      const other = known.get(id);
      if (other === undefined) return false;
      const wanted = other[to];
      return value === undefined || wanted === undefined ? value === wanted : same(value, wanted);
    });
  return isEqual(change.nodes, step.nodes, sameNode) && isEqual(change.requests, step.requests, sameRequest);
}

const sideOf = ({ lines }: Step, side: 0 | 1): ReadonlyMap<string, DrawnLine | undefined> =>
  new Map([...lines].map(([id, change]) => [id, change[side]]));
