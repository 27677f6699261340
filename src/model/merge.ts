import { entries, type Decision, type Design, type Layout } from './design.js';
import { isEqual, isPlain, type Plain } from './equal.js';
import { removeContexts, removeNodes, type NodeFields } from './graph.js';
import { byCodeUnit } from './names.js';
import { withSameIds } from './renames.js';

/** Merging two versions of a design that came from one: by node, connection, context, note and setting, then by field. */

export type MergeKind = 'settings' | 'context' | 'node' | 'connection' | 'note' | 'layout' | 'decision' | 'other';
export type Side = 'mine' | 'theirs';

/** Both versions changed the same thing, differently. */
export interface MergeConflict {
  readonly kind: MergeKind;
  /** Of the node, connection, context or note; of a layout, a decision or another record, its key. */
  readonly id: string;
  /** Such as `label` or `props.memory`; undefined: the whole, since one version deleted it or both added it. */
  readonly field: string | undefined;
  /** Undefined: that version does not have it. */
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface MergeOptions {
  readonly nodeFields: NodeFields;
  /** Whose value a conflict is resolved to; left out: mine. */
  readonly choose?: (conflict: MergeConflict) => Side;
}

export interface Merged {
  readonly design: Design;
  readonly conflicts: readonly MergeConflict[];
}

/** Names a conflict: the same after one of the versions was looked at again. */
export const conflictKey = ({ kind, id, field }: Pick<MergeConflict, 'kind' | 'id' | 'field'>): string =>
  JSON.stringify([kind, id, field ?? null]);

/**
 * What both versions changed since `base`, in one design. A thing that one version deleted and the other changed, or
 * refers to anew, is a conflict. Whatever is chosen, nothing refers to what the result does not have.
 */
export function mergeDesigns(base: Design, mine: Design, theirs: Design, options: MergeOptions): Merged {
  if (isEqual(theirs, base) || isEqual(theirs, mine)) return { design: mine, conflicts: [] };
  if (isEqual(mine, base)) return { design: theirs, conflicts: [] };
  const merge = new Merge(...withSameIds(base, mine, theirs, options.nodeFields), options);
  return { design: merge.design(), conflicts: merge.conflicts };
}

/** One thing in the three versions; undefined: that version does not have it. */
interface Three {
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}
type Place = Pick<MergeConflict, 'kind' | 'id'>;

const of = (value: unknown, key: string): unknown =>
  isPlain(value) && Object.hasOwn(value, key) ? value[key] : undefined;
const at = ({ base, mine, theirs }: Three, key: string): Three => ({
  base: of(base, key),
  mine: of(mine, key),
  theirs: of(theirs, key),
});
const keysOf = (...values: readonly unknown[]): string[] => [
  ...new Set(values.flatMap((value) => (isPlain(value) ? Object.keys(value) : []))),
];

const sections = { contexts: 'context', nodes: 'node', connections: 'connection', notes: 'note' } as const;
const records: readonly string[] = ['parameters', 'conditions', 'samples', 'origins'];
/** Fields whose keys are merged one by one. */
const fieldsWithKeys: readonly string[] = ['props', 'overrides', 'tags'];

class Merge {
  readonly conflicts: MergeConflict[] = [];
  readonly #all: Three;

  constructor(
    private readonly base: Design,
    private readonly mine: Design,
    private readonly theirs: Design,
    private readonly options: MergeOptions,
  ) {
    this.#all = { base, mine, theirs };
  }

  design(): Design {
    const merged = this.#record(this.#all, (key, three) => {
      if (Object.hasOwn(sections, key)) return this.#section(key as keyof typeof sections, three);
      if (key === 'settings') return this.#fields({ kind: 'settings', id: '' }, three);
      if (key === 'decisions') return this.#decisions();
      // After the nodes: what is drawn is placed.
      if (key === 'layout') return this.mine.layout;
      if (records.includes(key))
        return this.#record(three, (id, value) => this.#value({ kind: 'other', id: `${key}.${id}` }, undefined, value));
      return this.#value({ kind: 'other', id: key }, undefined, three);
    });
    // Each section is made of entries of the three designs.
    const graph = merged as unknown as Design;
    return this.#withoutDangling({ ...graph, layout: this.#layout(graph) });
  }

  /** Keys of mine in their order, then what theirs has besides. */
  #record({ base, mine, theirs }: Three, value: (key: string, three: Three) => unknown): Plain {
    return Object.fromEntries(
      keysOf(mine, theirs)
        .map((key): [string, unknown] => [key, value(key, at({ base, mine, theirs }, key))])
        .filter(([, merged]) => merged !== undefined),
    );
  }

  #section(section: keyof typeof sections, three: Three): Plain {
    const kind = sections[section];
    return this.#record(three, (id, entry) => this.#entry({ kind, id }, entry));
  }

  #entry(place: Place, three: Three): unknown {
    const { base, mine, theirs } = three;
    if (isEqual(mine, theirs)) return mine;
    if (mine === undefined && base !== undefined && isEqual(theirs, base) && !this.#isNewlyUsed(place, this.theirs))
      return undefined;
    if (theirs === undefined && base !== undefined && isEqual(mine, base) && !this.#isNewlyUsed(place, this.mine))
      return undefined;
    if (base === undefined && mine === undefined) return theirs;
    if (base === undefined && theirs === undefined) return mine;
    return mine === undefined || theirs === undefined || (base === undefined && !isSameThing(mine, theirs))
      ? this.#decide(place, undefined, three)
      : this.#fields(place, three);
  }

  #fields(place: Place, three: Three): Plain {
    return this.#record(three, (field, value) =>
      field === 'definition'
        ? this.#definition(place, value)
        : fieldsWithKeys.includes(field) && [value.base ?? {}, value.mine, value.theirs].every(isPlain)
          ? this.#record(value, (key, item) => this.#value(place, `${field}.${key}`, item))
          : this.#value(place, field, value),
    );
  }

  /** The text of a state machine is one thing; its substitutions are merged by name. */
  #definition(place: Place, three: Three): unknown {
    const { base, mine, theirs } = three;
    if (!isPlain(mine) || !isPlain(theirs)) return this.#value(place, 'definition', three);
    const text = this.#value(place, 'definition', {
      base: isPlain(base) ? withoutSubstitutions(base) : undefined,
      mine: withoutSubstitutions(mine),
      theirs: withoutSubstitutions(theirs),
    });
    const substitutions = this.#record(at(three, 'substitutions'), (name, value) =>
      this.#value(place, `definition.substitutions.${name}`, value),
    );
    return { ...(isPlain(text) ? text : {}), substitutions };
  }

  #value(place: Place, field: string | undefined, three: Three): unknown {
    const { base, mine, theirs } = three;
    if (isEqual(mine, theirs) || isEqual(theirs, base)) return mine;
    if (isEqual(mine, base)) return theirs;
    return this.#decide(place, field, three);
  }

  #decide(place: Place, field: string | undefined, three: Three): unknown {
    const conflict: MergeConflict = { ...place, field, ...three };
    this.conflicts.push(conflict);
    return three[this.options.choose?.(conflict) ?? 'mine'];
  }

  /** Whether a version has things, new or changed since the base, that refer to a node or context. */
  #isNewlyUsed({ kind, id }: Place, version: Design): boolean {
    const { nodeFields } = this.options;
    const isNew = (section: 'nodes' | 'connections' | 'notes', key: string, entry: unknown): boolean =>
      !isEqual(entry, of(this.base[section], key));
    if (kind === 'context')
      return (
        entries(version.nodes).some(([key, node]) => node.context === id && isNew('nodes', key, node)) ||
        entries(version.notes).some(([key, note]) => note.context === id && isNew('notes', key, note))
      );
    if (kind !== 'node') return false;
    return (
      entries(version.connections).some(
        ([key, connection]) =>
          (connection.from === id ||
            connection.to === id ||
            nodeFields.ofConnection(connection.kind).some((name) => of(connection.props, name) === id)) &&
          isNew('connections', key, connection),
      ) ||
      entries(version.nodes).some(
        ([key, node]) =>
          (nodeFields.ofService(node.service).some((name) => of(node.props, name) === id) ||
            Object.values(node.definition?.substitutions ?? {}).some((one) => 'node' in one && one.node === id)) &&
          isNew('nodes', key, node),
      )
    );
  }

  #decisions(): readonly Decision[] {
    const [base, mine, theirs] = [this.base.decisions, this.mine.decisions, this.theirs.decisions];
    if (isEqual(mine, theirs) || isEqual(theirs, base)) return mine;
    if (isEqual(mine, base)) return theirs;
    const [before, left, right] = [byKey(base), byKey(mine), byKey(theirs)];
    const added = [...new Set([...left.keys(), ...right.keys()])].filter((key) => !before.has(key)).sort(byCodeUnit);
    return [...before.keys(), ...added].flatMap((key) => {
      const three = { base: before.get(key), mine: left.get(key), theirs: right.get(key) };
      const merged = this.#value({ kind: 'decision', id: key }, undefined, three);
      return merged === undefined ? [] : [merged as Decision];
    });
  }

  /** Places of what the result has; one that was deleted here and is needed again comes back. */
  #layout(graph: Design): Layout {
    const owners: Readonly<Record<string, keyof Design>> = {
      nodes: 'nodes',
      states: 'nodes',
      contexts: 'contexts',
      notes: 'notes',
      bends: 'connections',
    };
    const three = at(this.#all, 'layout');
    const merged = this.#record(three, (part, places) => {
      const owner = lookupOwner(owners, part);
      return this.#record(places, (id, place) => {
        if (owner !== undefined && this.#isGone(graph, owner, id)) return undefined;
        if (part !== 'states') return this.#place(`${part}.${id}`, place);
        return this.#record(place, (state, point) => this.#place(`${part}.${id}.${state}`, point));
      });
    });
    return { ...this.mine.layout, ...merged };
  }

  #place(id: string, three: Three): unknown {
    const { mine, theirs } = three;
    if (mine === undefined || theirs === undefined) return mine ?? theirs;
    return this.#value({ kind: 'layout', id }, undefined, three);
  }

  #isGone(graph: Design, section: keyof Design, id: string): boolean {
    return (
      of(graph[section], id) === undefined &&
      [this.base, this.mine, this.theirs].some((version) => of(version[section], id) !== undefined)
    );
  }

  #withoutDangling(design: Design): Design {
    const gone = (section: 'nodes' | 'contexts'): Set<string> =>
      new Set(
        keysOf(this.base[section], this.mine[section], this.theirs[section]).filter(
          (id) => !Object.hasOwn(design[section], id),
        ),
      );
    return removeContexts(removeNodes(design, gone('nodes'), this.options.nodeFields), gone('contexts'));
  }
}

const lookupOwner = (owners: Readonly<Record<string, keyof Design>>, part: string): keyof Design | undefined =>
  Object.hasOwn(owners, part) ? owners[part] : undefined;

const withoutSubstitutions = ({ substitutions: _, ...text }: Plain): Plain => text;

/** Whether two things that were added under one id are meant to be one. */
const isSameThing = (mine: unknown, theirs: unknown): boolean =>
  ['service', 'kind', 'from', 'to'].every((name) => of(mine, name) === of(theirs, name));

const byKey = (decisions: readonly Decision[]): ReadonlyMap<string, Decision> =>
  new Map(decisions.map((decision) => [JSON.stringify([decision.rule, decision.fingerprint]), decision]));
