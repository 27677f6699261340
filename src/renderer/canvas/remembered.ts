/** Objects that are made again only when something that they are made from changed. */
export class Remembered<Value extends object> {
  #before = new Map<string, { readonly inputs: readonly unknown[]; readonly value: Value }>();
  #now = new Map<string, { readonly inputs: readonly unknown[]; readonly value: Value }>();

  /** The object of last time where the inputs are the same, or where the one that is made says the same. */
  get(id: string, inputs: readonly unknown[], make: () => Value): Value {
    const before = this.#before.get(id);
    const isSame = before !== undefined && before.inputs.every((input, index) => input === inputs[index]);
    const entry = isSame ? before : { inputs, value: kept(before?.value, make()) };
    this.#now.set(id, entry);
    return entry.value;
  }

  /** Forgets what was not asked for since the last time. */
  sweep(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }
}

/** A function that answers the same arguments as last time with the same object. */
export function memo<Args extends readonly unknown[], Result>(
  compute: (...args: Args) => Result,
): (...args: Args) => Result {
  let last: { readonly args: Args; readonly result: Result } | undefined;
  return (...args) => {
    if (last === undefined || args.some((arg, index) => arg !== last?.args[index]))
      last = { args, result: compute(...args) };
    return last.result;
  };
}

/** The object of before where both say the same, else the new one with those of its parts that say the same. */
function kept<Value extends object>(before: Value | undefined, now: Value): Value {
  if (before === undefined) return now;
  const known = new Map<string, unknown>(Object.entries(before));
  const shared = Object.entries(now).map(([key, value]: [string, unknown]) => {
    const old = known.get(key);
    return [key, same(old, value) ? old : value] as const;
  });
  const isSame =
    shared.length === known.size && shared.every(([key, value]) => known.has(key) && known.get(key) === value);
  return isSame ? before : Object.assign(now, Object.fromEntries(shared));
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))];
  return left.length === right.size && left.every(([key, value]) => right.has(key) && same(value, right.get(key)));
}
