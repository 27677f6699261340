/** What differs between two maps: small to send where little changed, and what did not change keeps its identity. */
export interface Patch<Value> {
  readonly set: readonly (readonly [string, Value])[];
  /** All keys in order; absent where they are as before. */
  readonly keys?: readonly string[];
}

/** The difference; undefined: there is none. */
export function patchBetween<Value>(
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
  isSame: (a: Value, b: Value) => boolean = Object.is,
): Patch<Value> | undefined {
  const set: [string, Value][] = [];
  const oldKeys = before.keys();
  let isSameOrder = before.size === after.size;
  for (const [key, value] of after) {
    if (isSameOrder) isSameOrder = oldKeys.next().value === key;
    const known = before.get(key);
    if (known === undefined || !isSame(known, value)) set.push([key, value]);
  }
  if (set.length === 0 && isSameOrder) return undefined;
  return isSameOrder ? { set } : { set, keys: [...after.keys()] };
}

/** The map after a difference; the same map where there is none. */
export function patched<Value>(
  before: ReadonlyMap<string, Value>,
  patch: Patch<Value> | undefined,
): ReadonlyMap<string, Value> {
  if (patch === undefined) return before;
  const set = new Map(patch.set);
  const after = new Map<string, Value>();
  for (const key of patch.keys ?? before.keys()) {
    const value = set.get(key) ?? before.get(key);
    if (value !== undefined) after.set(key, value);
  }
  return after;
}
