import { lookup, type Design } from '../../model/design.js';
import type { Problem } from '../../model/problems.js';

/** Whether two reports say the same of the same thing, however they were found. */
export function isSameProblem(a: Problem, b: Problem): boolean {
  return (
    a.code === b.code &&
    a.node === b.node &&
    a.connection === b.connection &&
    a.context === b.context &&
    JSON.stringify(a.facts) === JSON.stringify(b.facts)
  );
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
