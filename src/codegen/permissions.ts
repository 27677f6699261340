import type { Permission } from '../catalog/define.js';
import type { NodeId } from '../model/design.js';
import { byCodeUnit } from '../model/names.js';

/** A resource of a statement: an attribute of a node with what follows it. */
export interface StatementResource {
  readonly node: NodeId;
  readonly attribute: string;
  readonly suffix: string;
}

export interface PolicyStatement {
  readonly actions: readonly string[];
  /** Empty: `*`, for the given reason. */
  readonly resources: readonly StatementResource[];
  readonly reason?: string;
}

const keyOf = ({ node, attribute, suffix }: StatementResource): string => `${node} ${attribute} ${suffix}`;
const sorted = (items: Iterable<string>): string[] => [...new Set(items)].sort(byCodeUnit);

type Statements = ReadonlyMap<NodeId, readonly PolicyStatement[]>;

/** One export asks many times for the same system: once per stack and once per handler. */
const known = new WeakMap<readonly Permission[], Statements>();

/** The least statements that say what each grantee may do: grantee -> statements, in a stable order. */
export function policyStatements(permissions: readonly Permission[]): Statements {
  const statements = known.get(permissions) ?? groupedByGrantee(permissions);
  known.set(permissions, statements);
  return statements;
}

function groupedByGrantee(permissions: readonly Permission[]): Statements {
  const byGrantee = new Map<NodeId, Permission[]>();
  for (const permission of permissions) {
    if (permission.actions.length === 0 || permission.byConstruct === true) continue;
    byGrantee.set(permission.grantee, [...(byGrantee.get(permission.grantee) ?? []), permission]);
  }
  return new Map(
    [...byGrantee].sort(([a], [b]) => byCodeUnit(a, b)).map(([grantee, own]) => [grantee, statementsOf(own)]),
  );
}

function statementsOf(permissions: readonly Permission[]): PolicyStatement[] {
  // First all actions of one resource, then all resources with the same actions.
  const actionsOf = new Map<string, Set<string>>();
  const resourceOf = new Map<string, StatementResource>();
  const anywhere = new Map<string, Set<string>>();
  for (const { actions, resources, anyResource } of permissions) {
    if (anyResource !== undefined) {
      anywhere.set(anyResource, new Set([...(anywhere.get(anyResource) ?? []), ...actions]));
      continue;
    }
    for (const { node, attribute, suffix = '' } of resources) {
      const resource = { node, attribute, suffix };
      const key = keyOf(resource);
      resourceOf.set(key, resource);
      actionsOf.set(key, new Set([...(actionsOf.get(key) ?? []), ...actions]));
    }
  }
  const grouped = new Map<string, { actions: string[]; keys: string[] }>();
  for (const key of sorted(actionsOf.keys())) {
    const actions = sorted(actionsOf.get(key) ?? []);
    const group = grouped.get(actions.join(' ')) ?? { actions, keys: [] };
    group.keys.push(key);
    grouped.set(actions.join(' '), group);
  }
  return [
    ...[...grouped.values()].map(({ actions, keys }) => ({
      actions,
      resources: keys.flatMap((key) => resourceOf.get(key) ?? []),
    })),
    ...[...anywhere]
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([reason, actions]) => ({ actions: sorted(actions), resources: [], reason })),
  ];
}
