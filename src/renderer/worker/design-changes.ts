import { emptyDesign, type Design } from '../../model/design.js';
import { patchBetween, patched, type Patch } from './patch.js';

/**
 * What changed in a design since the one before, as far as advice and code can tell: where things lie means nothing to
 * them. Sent instead of the design, so that an edit of a large one costs what the edit is worth.
 */
export interface DesignChanges {
  readonly nodes?: Patch<unknown>;
  readonly connections?: Patch<unknown>;
  /** The other sections, whole. */
  readonly rest: Partial<Design>;
}

const isLarge = { nodes: true, connections: true } as const;
type LargeSection = keyof typeof isLarge;
const largeSections = Object.keys(isLarge) as readonly LargeSection[];
const ignored: ReadonlySet<string> = new Set(['layout', 'notes', ...largeSections]);

/** The changes from one design to another; undefined: none that advice or code could depend on. */
export function changesBetween(before: Design, after: Design): DesignChanges | undefined {
  const changes: { -readonly [Section in LargeSection]?: Patch<unknown> } = {};
  for (const section of largeSections) {
    if (before[section] === after[section]) continue;
    const patch = patchBetween<unknown>(mapOf(before[section]), mapOf(after[section]));
    if (patch !== undefined) changes[section] = patch;
  }
  const rest: Partial<Design> = Object.fromEntries(
    Object.entries(after).filter(([key, value]) => !ignored.has(key) && Reflect.get(before, key) !== value),
  );
  return Object.keys(changes).length === 0 && Object.keys(rest).length === 0 ? undefined : { ...changes, rest };
}

/** The design after some changes; what they do not name keeps its identity. */
export function changed(before: Design, { rest, ...sections }: DesignChanges): Design {
  const whole: Record<string, unknown> = { ...before, ...rest };
  for (const section of largeSections) {
    const patch = sections[section];
    if (patch !== undefined) whole[section] = Object.fromEntries(patched<unknown>(mapOf(before[section]), patch));
  }
  // Every section comes from a design.
  return whole as unknown as Design;
}

const mapOf = (record: object): ReadonlyMap<string, unknown> => new Map(Object.entries(record));

/** What the first changes are counted from. */
export const noDesign: Design = emptyDesign('');
