import { apply, type Patch } from 'mutative';
import type { Design } from '../model/design.js';
import type { Localized } from '../model/localized.js';
import type { Selection } from './define.js';

/** A change of the design as data, in both directions. */
export interface Change {
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
  /** Key orders of the records that gained or lost keys, so that undo brings back the order as well. */
  readonly orders: readonly KeyOrder[];
}

interface KeyOrder {
  readonly path: readonly string[];
  readonly before: readonly string[];
  readonly after: readonly string[];
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

/** What leads from one design to the other. Walks only where the identity differs. */
export function changeBetween(before: Design, after: Design): Change {
  const patches: Patch[] = [];
  const inverse: Patch[] = [];
  const orders: KeyOrder[] = [];
  const walk = (old: Plain, now: Plain, path: readonly string[]): void => {
    const oldKeys = Object.keys(old);
    const nowKeys = Object.keys(now);
    for (const key of nowKeys) {
      const at = [...path, key];
      const value = now[key];
      if (!Object.hasOwn(old, key)) {
        patches.push({ op: 'add', path: at, value });
        inverse.push({ op: 'remove', path: at });
      } else if (old[key] !== value) {
        const previous = old[key];
        if (isPlain(previous) && isPlain(value)) walk(previous, value, at);
        else {
          patches.push({ op: 'replace', path: at, value });
          inverse.push({ op: 'replace', path: at, value: previous });
        }
      }
    }
    for (const key of oldKeys)
      if (!Object.hasOwn(now, key)) {
        patches.push({ op: 'remove', path: [...path, key] });
        inverse.push({ op: 'add', path: [...path, key], value: old[key] });
      }
    if (oldKeys.length !== nowKeys.length || oldKeys.some((key, index) => nowKeys[index] !== key))
      orders.push({ path, before: oldKeys, after: nowKeys });
  };
  walk({ ...before }, { ...after }, []);
  return { patches, inverse, orders };
}

/** Whether two designs say the same in the same order: what an undo brought back may be another object. */
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
export function applyChange(design: Design, change: Change, direction: 'undo' | 'redo'): Design {
  const changed = apply(design, [...(direction === 'undo' ? change.inverse : change.patches)]);
  return change.orders.reduce<Design>(
    (result, { path, before, after }) => reorder(result, path, direction === 'undo' ? before : after),
    changed,
  );
}

function reorder<Value extends object>(value: Value, path: readonly string[], order: readonly string[]): Value {
  const record = new Map<string, unknown>(Object.entries(value));
  const [head, ...rest] = path;
  if (head !== undefined) {
    const child = record.get(head);
    return isPlain(child) ? { ...value, [head]: reorder(child, rest, order) } : value;
  }
  const known = order.filter((key) => record.has(key));
  const others = [...record.keys()].filter((key) => !known.includes(key));
  const sorted: object = Object.fromEntries([...known, ...others].map((key) => [key, record.get(key)]));
  return sorted as Value;
}
