/** Position of each name in every set: shared, since the sets of one definition hold the same names. */
class Names {
  readonly #positions = new Map<string, number>();

  find(name: string): number | undefined {
    return this.#positions.get(name);
  }

  add(name: string): number {
    const found = this.#positions.get(name) ?? this.#positions.size;
    this.#positions.set(name, found);
    return found;
  }
}

/** A set of names as bits, since a definition has a set for each state, and each holds most of the others' names. */
export class NameSet {
  constructor(
    private readonly bits: Uint32Array = new Uint32Array(0),
    private readonly names = new Names(),
  ) {}

  has(name: string): boolean {
    const position = this.names.find(name);
    return position !== undefined && ((this.bits[position >> 5] ?? 0) & (1 << (position & 31))) !== 0;
  }

  with(added: readonly string[]): NameSet {
    if (added.every((name) => this.has(name))) return this;
    const positions = added.map((name) => this.names.add(name));
    const bits = grown(this.bits, (Math.max(...positions) >> 5) + 1);
    for (const position of positions) bits[position >> 5] = (bits[position >> 5] ?? 0) | (1 << (position & 31));
    return new NameSet(bits, this.names);
  }

  /** With the names of another set of the same definition. */
  union(other: NameSet | undefined): NameSet {
    if (other === undefined) return this;
    const bits = grown(this.bits, other.bits.length);
    for (const [index, word] of other.bits.entries()) bits[index] = (bits[index] ?? 0) | word;
    return new NameSet(bits, this.names);
  }

  equals({ bits }: NameSet): boolean {
    const length = Math.max(bits.length, this.bits.length);
    for (let index = 0; index < length; index++) if ((bits[index] ?? 0) !== (this.bits[index] ?? 0)) return false;
    return true;
  }
}

function grown(bits: Uint32Array, length: number): Uint32Array {
  const copy = new Uint32Array(Math.max(bits.length, length));
  copy.set(bits);
  return copy;
}
