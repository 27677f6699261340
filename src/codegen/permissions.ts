import type { Permission } from '../catalog/define.js';
import type { NodeId } from '../model/design.js';
import type { Localized } from '../model/localized.js';
import { byCodeUnit } from '../model/names.js';
import { isSameList } from './memory.js';

/** A resource of a statement: an attribute of a node with what follows it. */
export interface StatementResource {
  readonly node: NodeId;
  readonly attribute: string;
  readonly suffix: string;
}

export interface PolicyStatement {
  readonly actions: readonly string[];
  /** With `arns` empty: `*`, for the given reason. */
  readonly resources: readonly StatementResource[];
  /** Resources that are not drawn, with `{partition}`, `{region}` and `{account}`. */
  readonly arns: readonly string[];
  /** The service that roles are handed to. */
  readonly passedTo?: string;
  readonly reason?: Localized;
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
    const own = byGrantee.get(permission.grantee);
    if (own === undefined) byGrantee.set(permission.grantee, [permission]);
    else own.push(permission);
  }
  return new Map(
    [...byGrantee].sort(([a], [b]) => byCodeUnit(a, b)).map(([grantee, own]) => [grantee, sameOrNew(own)]),
  );
}

/** By the first permission of a grantee: most grantees may do what they might do before. */
const grouped = new WeakMap<
  Permission,
  { readonly own: readonly Permission[]; readonly statements: readonly PolicyStatement[] }
>();

function sameOrNew(own: readonly Permission[]): readonly PolicyStatement[] {
  const [first] = own;
  const before = first === undefined ? undefined : grouped.get(first);
  if (before !== undefined && isSameList(before.own, own)) return before.statements;
  const statements = statementsOf(own);
  if (first !== undefined) grouped.set(first, { own, statements });
  return statements;
}

function statementsOf(permissions: readonly Permission[]): PolicyStatement[] {
  // First all actions of one resource, then all resources with the same actions.
  const actionsOf = new Map<string, Set<string>>();
  const resourceOf = new Map<string, StatementResource | string>();
  const passed = new Map<string, string>();
  const anywhere = new Map<string, { readonly reason: Localized; readonly actions: Set<string> }>();
  const add = (key: string, resource: StatementResource | string, actions: readonly string[]): void => {
    resourceOf.set(key, resource);
    actionsOf.set(key, new Set([...(actionsOf.get(key) ?? []), ...actions]));
  };
  for (const { actions, resources, arns = [], passedTo = '', anyResource } of permissions) {
    if (anyResource !== undefined) {
      const key = anyResource.ja;
      const before = anywhere.get(key)?.actions ?? [];
      anywhere.set(key, { reason: anyResource, actions: new Set([...before, ...actions]) });
      continue;
    }
    for (const { node, attribute, suffix = '' } of resources) {
      const resource = { node, attribute, suffix };
      const key = `${keyOf(resource)}${passedTo}`;
      if (passedTo !== '') passed.set(key, passedTo);
      add(key, resource, actions);
    }
    for (const arn of arns) {
      // After what is drawn, in the order of the texts.
      const key = `~ ${arn} ${passedTo}`;
      if (passedTo !== '') passed.set(key, passedTo);
      add(key, arn, actions);
    }
  }
  const groups = new Map<string, { actions: string[]; keys: string[] }>();
  for (const key of sorted(actionsOf.keys())) {
    const actions = sorted(actionsOf.get(key) ?? []);
    const name = [...actions, passed.get(key) ?? ''].join(' ');
    const group = groups.get(name) ?? { actions, keys: [] };
    group.keys.push(key);
    groups.set(name, group);
  }
  return [
    ...[...groups.values()].map(({ actions, keys }): PolicyStatement => {
      const all = keys.flatMap((key) => resourceOf.get(key) ?? []);
      const passedTo = passed.get(keys[0] ?? '');
      return {
        actions,
        resources: all.filter((resource) => typeof resource !== 'string'),
        arns: all.filter((resource) => typeof resource === 'string'),
        ...(passedTo === undefined ? {} : { passedTo }),
      };
    }),
    ...[...anywhere]
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([, { reason, actions }]) => ({ actions: sorted(actions), resources: [], arns: [], reason })),
  ];
}
