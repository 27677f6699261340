/**
 * The same data as `after`, with every part that equals its counterpart in `before` taken from there: items of lists
 * that have a `key` are compared by it, so that one added at the front makes no others new.
 */
export function shareUnchanged<Data>(before: Data, after: Data): Data {
  return share(before, after) as Data;
}

function share(before: unknown, after: unknown): unknown {
  if (Object.is(before, after)) return before;
  if (Array.isArray(before) && Array.isArray(after)) return shareLists(before, after);
  if (!isRecord(before) || !isRecord(after)) return after;
  const keys = Object.keys(after);
  const parts = keys.map(
    (key) => [key, share(Object.hasOwn(before, key) ? before[key] : undefined, after[key])] as const,
  );
  const isSame =
    keys.length === Object.keys(before).length &&
    parts.every(([key, part]) => Object.hasOwn(before, key) && Object.is(before[key], part));
  return isSame ? before : Object.fromEntries(parts);
}

function shareLists(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  const byKey = new Map(before.flatMap((item) => (keyOf(item) === undefined ? [] : [[keyOf(item), item] as const])));
  const shared = after.map((item, index) => {
    const key = keyOf(item);
    return share(key === undefined ? before[index] : byKey.get(key), item);
  });
  return shared.length === before.length && shared.every((item, index) => Object.is(item, before[index]))
    ? before
    : shared;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const keyOf = (item: unknown): string | undefined =>
  isRecord(item) && typeof item['key'] === 'string' ? item['key'] : undefined;
