import type { Design } from '../model/design.js';
import type { Localized } from '../model/localized.js';
import type { Selection } from './define.js';

/** A change of the design as data, in both directions: what was where, and what is. */
export interface Change {
  readonly records: readonly RecordChange[];
}

/** What changed in one record: a section of the design, the nodes, the positions. */
interface RecordChange {
  /** From the design to the record: none, one or two keys. */
  readonly path: readonly string[];
  readonly change: readonly EntryChange[] | WholeChange;
}

/** Keys came, went or changed places, or most of it changed: the record as it was and as it is, with its order. */
interface WholeChange {
  readonly before: Plain;
  readonly after: Plain;
}

interface EntryChange {
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** One undo step: a change with its name, and what was selected around it. */
export interface Step extends Change {
  readonly name: Localized;
  readonly gesture: string | undefined;
  readonly before: Selection;
  readonly after: Selection;
}

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Records whose entries are changed one by one; whatever lies deeper is replaced as a whole. */
const recordPaths: ReadonlySet<string> = new Set([
  ...['', 'contexts', 'nodes', 'connections', 'notes', 'samples', 'parameters', 'conditions', 'origins', 'layout'],
  ...['layout.nodes', 'layout.contexts', 'layout.notes', 'layout.states', 'layout.bends'],
]);

/** What leads from one design to the other. Looks only where the identity differs; no record: they say the same. */
export function changeBetween(before: Design, after: Design): Change {
  const records: RecordChange[] = [];
  const compare = (old: Plain, now: Plain, path: readonly string[]): void => {
    const oldKeys = Object.keys(old);
    const nowKeys = Object.keys(now);
    const entries: EntryChange[] = [];
    let isWhole = oldKeys.length !== nowKeys.length || oldKeys.some((key, index) => nowKeys[index] !== key);
    for (const key of nowKeys) {
      const [was, is] = [old[key], now[key]];
      if (was === is) continue;
      const inside = [...path, key];
      if (recordPaths.has(inside.join('.')) && isPlain(was) && isPlain(is)) compare(was, is, inside);
      else if (!isSame(was, is)) entries.push({ key, before: was, after: is });
    }
    isWhole ||= entries.length * 2 > nowKeys.length;
    if (isWhole) records.push({ path, change: { before: old, after: now } });
    else if (entries.length > 0) records.push({ path, change: entries });
  };
  compare({ ...before }, { ...after }, []);
  return { records };
}

/** Whether two designs say the same in the same order. */
export const isSameDesign = (one: Design, other: Design): boolean => isSame(one, other);

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one))
    return (
      Array.isArray(other) && one.length === other.length && one.every((value, index) => isSame(value, other[index]))
    );
  if (!isPlain(one) || !isPlain(other)) return false;
  const keys = Object.keys(one);
  const otherKeys = Object.keys(other);
  return (
    keys.length === otherKeys.length &&
    keys.every((key, index) => otherKeys[index] === key && isSame(one[key], other[key]))
  );
}

/** The design with a change made or taken back; parts that it does not touch keep their identity. */
export const applyChange = (design: Design, { records }: Change, direction: 'undo' | 'redo'): Design =>
  records.reduce<Design>((result, { path, change }) => applied(result, path, change, direction), design);

function applied<Value extends object>(
  value: Value,
  path: readonly string[],
  change: RecordChange['change'],
  direction: 'undo' | 'redo',
): Value {
  const side = direction === 'undo' ? 'before' : 'after';
  const [head, ...rest] = path;
  if (head !== undefined) {
    const child: unknown = Reflect.get(value, head);
    return isPlain(child) ? { ...value, [head]: applied(child, rest, change, direction) } : value;
  }
  // The record at this path, as it was then: the same kind of thing.
  if (!Array.isArray(change)) return (change as WholeChange)[side] as Value;
  const entries = change as readonly EntryChange[];
  return { ...value, ...Object.fromEntries(entries.map((entry) => [entry.key, entry[side]] as const)) };
}
