import type { Design } from './design.js';
import { isEqual, isPlain, type Plain } from './equal.js';

/** What a version of a design has, or says, that another one does not. */

export interface FieldChange {
  /** Such as `label`, `props.memory` or `definition.text`. */
  readonly field: string;
  /** Undefined: it was not set. */
  readonly before: unknown;
  readonly after: unknown;
}

export interface DesignChange {
  readonly kind: 'settings' | 'context' | 'node' | 'connection' | 'note' | 'decision' | 'other';
  /** Empty for settings. */
  readonly id: string;
  /** `moved`: it says the same and stands elsewhere. */
  readonly change: 'added' | 'removed' | 'changed' | 'moved';
  /** What changed; empty where the whole came or went. */
  readonly fields: readonly FieldChange[];
}

const of = (value: unknown, key: string): unknown =>
  isPlain(value) && Object.hasOwn(value, key) ? value[key] : undefined;

const union = (one: unknown, other: unknown): string[] => [
  ...new Set([one, other].flatMap((value) => (isPlain(value) ? Object.keys(value) : []))),
];

/** Fields that are compared key by key. */
const fieldsWithKeys: readonly string[] = ['props', 'overrides', 'tags', 'definition', 'substitutions'];

function* fieldChanges(before: unknown, after: unknown, path = ''): Generator<FieldChange> {
  for (const key of union(before, after)) {
    const [old, now] = [of(before, key), of(after, key)];
    if (isEqual(old, now)) continue;
    const field = path === '' ? key : `${path}.${key}`;
    if (fieldsWithKeys.includes(key) && (isPlain(old) || isPlain(now))) yield* fieldChanges(old, now, field);
    else yield { field, before: old, after: now };
  }
}

type Section = 'contexts' | 'nodes' | 'connections' | 'notes';

const sections: readonly (readonly [Section, DesignChange['kind'], (design: Design) => Plain])[] = [
  ['nodes', 'node', ({ layout }) => layout.nodes],
  ['connections', 'connection', ({ layout }) => layout.bends],
  ['contexts', 'context', ({ layout }) => layout.contexts],
  ['notes', 'note', ({ layout }) => layout.notes],
];

/** Every change from one version to the other: nodes, connections, contexts and notes first, then settings and the rest. */
export function compareDesigns(before: Design, after: Design): readonly DesignChange[] {
  if (before === after) return [];
  return [
    ...sections.flatMap(([section, kind, places]) =>
      union(before[section], after[section]).flatMap((id) =>
        entryChange(kind, id, before[section], after[section], [of(places(before), id), of(places(after), id)]),
      ),
    ),
    ...settingsChange(before, after),
    ...decisionChanges(before, after),
    ...(['parameters', 'conditions', 'samples', 'origins'] as const).flatMap((section) =>
      union(before[section], after[section]).flatMap((id) =>
        entryChange(
          'other',
          `${section}.${id}`,
          { [`${section}.${id}`]: of(before[section], id) },
          {
            [`${section}.${id}`]: of(after[section], id),
          },
          [],
        ),
      ),
    ),
  ];
}

function entryChange(
  kind: DesignChange['kind'],
  id: string,
  before: unknown,
  after: unknown,
  [place, nextPlace]: readonly unknown[],
): DesignChange[] {
  const [old, now] = [of(before, id), of(after, id)];
  if (old === undefined && now === undefined) return [];
  if (old === undefined || now === undefined)
    return [{ kind, id, change: old === undefined ? 'added' : 'removed', fields: [] }];
  const fields = isPlain(old) && isPlain(now) ? [...fieldChanges(old, now)] : valueChange(old, now);
  if (fields.length > 0) return [{ kind, id, change: 'changed', fields }];
  return isEqual(place, nextPlace) ? [] : [{ kind, id, change: 'moved', fields: [] }];
}

const valueChange = (before: unknown, after: unknown): FieldChange[] =>
  isEqual(before, after) ? [] : [{ field: '', before, after }];

function settingsChange(before: Design, after: Design): DesignChange[] {
  const fields = [...fieldChanges(before.settings, after.settings)];
  return fields.length === 0 ? [] : [{ kind: 'settings', id: '', change: 'changed', fields }];
}

function decisionChanges(before: Design, after: Design): DesignChange[] {
  const keyed = ({ decisions }: Design): Plain =>
    Object.fromEntries(decisions.map((one) => [JSON.stringify([one.rule, one.fingerprint]), one]));
  const [old, now] = [keyed(before), keyed(after)];
  return union(old, now).flatMap((id) => entryChange('decision', id, old, now, []));
}
