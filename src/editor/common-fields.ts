import { lookup, nodeId, type Json } from '../model/design.js';
import type { Field, Fields } from '../model/fields.js';
import type { System } from '../system/system.js';

/** A field that all of several things have, with the value that they share. */
export interface CommonField {
  readonly field: Field;
  /** As set: undefined where none of them sets it, or where they differ. */
  readonly value: Json | undefined;
  /** With defaults filled in; undefined where they differ. */
  readonly resolved: Json | undefined;
  readonly isMixed: boolean;
  /** Whether one of them at least sets it. */
  readonly isSet: boolean;
}

interface Owner {
  readonly type: string;
  readonly fields: Fields;
  readonly given: Readonly<Record<string, Json>>;
  readonly resolved: Readonly<Record<string, unknown>>;
}

/**
 * Fields that all of these nodes have, by name, in the order of the first one. Nodes of one service share all of them;
 * those of several services the ones that mean the same in each: same name, same kind, same choices.
 */
export function commonFields(system: System, nodes: Iterable<string>): Readonly<Record<string, CommonField>> {
  const owners = [...nodes].flatMap((id): Owner[] => {
    const node = system.node(nodeId(id));
    if (node === undefined) return [];
    const { service, props } = node;
    return [{ type: service.type, fields: service.fields, given: node.node.props, resolved: props }];
  });
  return shared(owners);
}

/** The same for drawn connections. */
export function commonConnectionFields(
  system: System,
  connections: Iterable<string>,
): Readonly<Record<string, CommonField>> {
  const owners = [...connections].flatMap((id): Owner[] => {
    const connection = system.connections.get(id);
    const drawn = lookup(system.design.connections, id);
    if (connection?.definition === undefined || drawn === undefined) return [];
    const { kind, fields } = connection.definition;
    return [{ type: kind, fields, given: drawn.props, resolved: connection.props }];
  });
  return shared(owners);
}

function shared(owners: readonly Owner[]): Readonly<Record<string, CommonField>> {
  const [first] = owners;
  if (first === undefined) return {};
  const isOneType = owners.every(({ type }) => type === first.type);
  return Object.fromEntries(
    Object.entries(first.fields)
      .filter(([name, field]) => isOneType || owners.every(({ fields }) => meansTheSame(field, lookup(fields, name))))
      .map(([name, field]) => [name, common(name, field, owners)]),
  );
}

function common(name: string, field: Field, owners: readonly Owner[]): CommonField {
  const resolved = owners.map((owner) => owner.resolved[name] as Json | undefined);
  const given = owners.map((owner) => lookup(owner.given, name));
  const isMixed = new Set(resolved.map((value) => JSON.stringify(value))).size > 1;
  return {
    field,
    resolved: isMixed ? undefined : resolved[0],
    value: isMixed ? undefined : given.find((value) => value !== undefined),
    isMixed,
    isSet: given.some((value) => value !== undefined),
  };
}

/** Whether one value can be right for both: the same kind, range, choices, and what it depends on. */
function meansTheSame(a: Field, b: Field | undefined): boolean {
  if (a.kind !== b?.kind) return false;
  const essence = (field: Field): string => JSON.stringify({ ...rangeOf(field), kind: field.kind, when: field.when });
  return essence(a) === essence(b);
}

function rangeOf(field: Field): object {
  switch (field.kind) {
    case 'choice':
      return { options: Object.keys(field.options).sort() };
    case 'number':
      return { min: field.min, max: field.max, unit: field.unit };
    case 'code':
      return { language: field.language };
    case 'node':
      return { services: field.services };
    case 'text':
      return { pattern: field.pattern?.test.source };
    case 'boolean':
    case 'list':
    case 'map':
    case 'json':
      return {};
  }
}
