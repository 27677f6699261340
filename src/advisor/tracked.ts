import type { Design } from '../model/design.js';
import type { System } from '../system/system.js';

/** What was read of a system: by it one knows whether another system would have given the same. */
export class Reads {
  readonly #reads = new Map<string, { readonly of: (system: System) => unknown; readonly value: unknown }>();

  /** Reads through `of`, and remembers what came. */
  note<Value>(key: string, system: System, of: (system: System) => Value): Value {
    const value = of(system);
    if (!this.#reads.has(key)) this.#reads.set(key, { of, value });
    return value;
  }

  /** What several have read of one system: whatever they have in common counts once. */
  static together(all: readonly Reads[]): Reads {
    const together = new Reads();
    for (const one of all) for (const [key, read] of one.#reads) together.#reads.set(key, read);
    return together;
  }

  /** Whether everything that was read is the same in a system. */
  holdIn(system: System): boolean {
    for (const { of, value } of this.#reads.values()) if (of(system) !== value) return false;
    return true;
  }
}

/**
 * A system that remembers what is read of it. Single nodes, connections and lists are remembered one by one; whoever
 * goes through all of them depends on all of them.
 */
export function tracked(system: System, reads: Reads): System {
  return {
    get design() {
      return trackedDesign(system, reads);
    },
    get nodes() {
      return trackedMap('node', system, reads, ({ nodes }) => nodes);
    },
    get connections() {
      return trackedMap('connection', system, reads, ({ connections }) => connections);
    },
    node: (id) => reads.note(`node ${id}`, system, ({ nodes }) => nodes.get(id)),
    incoming: (id) => reads.note(`incoming ${id}`, system, (of) => of.incoming(id)),
    outgoing: (id) => reads.note(`outgoing ${id}`, system, (of) => of.outgoing(id)),
  };
}

function trackedMap<Key extends string, Value>(
  name: string,
  system: System,
  reads: Reads,
  of: (system: System) => ReadonlyMap<Key, Value>,
): ReadonlyMap<Key, Value> {
  const whole = (): ReadonlyMap<Key, Value> => reads.note(`${name}s`, system, of);
  return {
    get: (key) => reads.note(`${name} ${key}`, system, (from) => of(from).get(key)),
    has: (key) => reads.note(`has ${name} ${key}`, system, (from) => of(from).has(key)),
    forEach: (callback) => {
      whole().forEach(callback);
    },
    entries: () => whole().entries(),
    keys: () => whole().keys(),
    values: () => whole().values(),
    [Symbol.iterator]: () => whole()[Symbol.iterator](),
    get size() {
      return whole().size;
    },
  };
}

/** The design, whose sections of records are remembered entry by entry and the others whole. */
function trackedDesign(system: System, reads: Reads): Design {
  return new Proxy(system.design, {
    get: (design, section) => {
      if (typeof section === 'symbol' || !Object.hasOwn(design, section))
        return Reflect.get(design, section) as unknown;
      const of = ({ design: from }: System): unknown => Reflect.get(from, section);
      const value = Reflect.get(design, section) as unknown;
      return section === 'nodes' || section === 'connections' || section === 'contexts'
        ? trackedRecord(`design.${section}`, value as object, system, reads, of)
        : reads.note(`design.${section}`, system, of);
    },
    ownKeys: (design) => {
      reads.note('design', system, ({ design: from }) => from);
      return Reflect.ownKeys(design);
    },
  });
}

function trackedRecord(
  name: string,
  record: object,
  system: System,
  reads: Reads,
  of: (system: System) => unknown,
): object {
  const entry = (key: string | symbol): unknown =>
    reads.note(`${name}.${String(key)}`, system, (from) => Reflect.get(of(from) as object, key) as unknown);
  return new Proxy(record, {
    get: (_target, key) => entry(key),
    has: (target, key) => {
      entry(key);
      return Reflect.has(target, key);
    },
    getOwnPropertyDescriptor: (target, key) => {
      entry(key);
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
    ownKeys: (target) => {
      reads.note(name, system, of);
      return Reflect.ownKeys(target);
    },
  });
}
