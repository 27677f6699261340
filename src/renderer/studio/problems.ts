import { lookup, type Design } from '../../model/design.js';
import type { Problem } from '../../model/problems.js';

const keys = new WeakMap<Problem, string>();

/** Two reports with one key say the same of the same thing, however they were found. */
export function keyOf(problem: Problem): string {
  const known = keys.get(problem);
  if (known !== undefined) return known;
  const { code, node, connection, context, facts } = problem;
  const key = JSON.stringify([code, node ?? null, connection ?? null, context ?? null, facts]);
  keys.set(problem, key);
  return key;
}

const valueAt = (root: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, step) ? Reflect.get(at, step) : undefined,
    root,
  );

/**
 * Whether what was wrong with a file when it was read is wrong with the design still: a reference may have been mended,
 * a key removed, since.
 */
export function stillHolds({ code, path, facts }: Problem, design: Design): boolean {
  if (path === undefined || path.length === 0) return true;
  const value = valueAt(design, path);
  const { id } = facts;
  switch (code) {
    case 'dangling-node': {
      const refersTo = typeof value === 'object' && value !== null ? valueAt(value, ['node']) : value;
      return refersTo === id && typeof id === 'string' && lookup(design.nodes, id) === undefined;
    }
    case 'dangling-context':
      return value === id && typeof id === 'string' && lookup(design.contexts, id) === undefined;
    case 'unknown-key':
      return value !== undefined;
    default:
      return true;
  }
}
