interface Entry<Inputs, Value> {
  inputs: Inputs;
  value: Value;
  round: number;
}

/** Objects that are made again only when something that they are made from changed. */
export class Remembered<Value extends object, Inputs extends object = readonly unknown[]> {
  readonly #entries = new Map<string, Entry<Inputs, Value>>();
  #round = 0;
  #asked = 0;

  constructor(private readonly isSame: (before: Inputs, now: Inputs) => boolean) {}

  /** The object of last time where the inputs are the same, or where the one that is made says the same. */
  get(id: string, inputs: Inputs, make: (inputs: Inputs) => Value): Value {
    const entry = this.#entries.get(id);
    if (entry === undefined) {
      const value = make(inputs);
      this.#entries.set(id, { inputs, value, round: this.#round });
      this.#asked++;
      return value;
    }
    if (entry.round !== this.#round) this.#asked++;
    entry.round = this.#round;
    if (!this.isSame(entry.inputs, inputs)) {
      entry.value = kept(entry.value, make(inputs));
      entry.inputs = inputs;
    }
    return entry.value;
  }

  /** Forgets what was not asked for since the last time. */
  sweep(): void {
    if (this.#asked < this.#entries.size)
      for (const [id, { round }] of this.#entries) if (round !== this.#round) this.#entries.delete(id);
    this.#round++;
    this.#asked = 0;
  }
}

/** Whether two lists of inputs are the same, item by item. */
export const sameInputs = (before: readonly unknown[], now: readonly unknown[]): boolean =>
  before.length === now.length && before.every((input, index) => input === now[index]);

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
function kept<Value extends object>(before: Value, now: Value): Value {
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
