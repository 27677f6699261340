import { lookup, type NodeId } from '../model/design.js';
import type { Localized } from '../model/localized.js';
import { attributesOf } from './attributes.js';
import type { End, Permission, PermissionResource } from './define.js';

const resourcesOf = (target: End<'sdkTarget'>, name: string): readonly PermissionResource[] => {
  const known = attributesOf(target.service, target);
  // An IAM action of a person's own list says nothing of its resource: the node's ARN.
  if (name.includes(':')) return Object.hasOwn(known, 'arn') ? [{ node: target.id, attribute: 'arn' }] : [];
  const arn = lookup(target.role.actions, name)?.arn;
  if (arn === undefined) return [];
  const further = (arn.also ?? []).filter((attribute) => Object.hasOwn(known, attribute));
  return [
    ...(arn.suffixes ?? ['']).map((suffix) => ({
      node: target.id,
      attribute: arn.attribute,
      ...(suffix === '' ? {} : { suffix }),
    })),
    ...further.map((attribute) => ({ node: target.id, attribute })),
  ];
};

/** Why a permission names no resource, as a comment of the export and beside it on screen. */
export const noResource: Localized = {
  en: 'The API knows no resource to name',
  ja: 'この API ではリソースを指定できない',
};

/**
 * What a caller needs for actions of a target: one permission for each set of resources, in the order of the actions.
 * An action is a key of the role, or an IAM action with its colon.
 */
export function permissionsForActions(
  grantee: NodeId,
  target: End<'sdkTarget'>,
  actions: readonly string[],
): readonly Permission[] {
  const groups = new Map<string, { actions: Set<string>; resources: readonly PermissionResource[] }>();
  for (const name of actions) {
    const iam = name.includes(':') ? [name] : (lookup(target.role.actions, name)?.iam ?? []);
    const resources = resourcesOf(target, name);
    const key = resources.map(({ attribute, suffix }) => `${attribute}${suffix ?? ''}`).join(' ');
    const group = groups.get(key) ?? { actions: new Set<string>(), resources };
    for (const action of iam) group.actions.add(action);
    groups.set(key, group);
  }
  const anywhere = [...new Set(actions.flatMap((name) => lookup(target.role.actions, name)?.anywhere ?? []))];
  return [
    ...[...groups.values()]
      .filter((group) => group.actions.size > 0)
      .map((group) => ({
        grantee,
        actions: [...group.actions],
        resources: group.resources,
        ...(group.resources.length === 0 ? { anyResource: noResource } : {}),
      })),
    ...(anywhere.length === 0 ? [] : [{ grantee, actions: anywhere, resources: [], anyResource: noResource }]),
    ...passedRoles(grantee, target, actions),
  ];
}

/** Roles that a call hands on, each once. */
function passedRoles(grantee: NodeId, target: End<'sdkTarget'>, actions: readonly string[]): readonly Permission[] {
  const passed = new Map(
    actions.flatMap((name) => {
      const passes = lookup(target.role.actions, name)?.passes;
      return passes === undefined ? [] : [[`${passes.to} ${passes.attributes.join(' ')}`, passes] as const];
    }),
  );
  return [...passed.values()].map(({ attributes, to }) => ({
    grantee,
    actions: ['iam:PassRole'],
    resources: attributes.map((attribute) => ({ node: target.id, attribute })),
    passedTo: to,
  }));
}
