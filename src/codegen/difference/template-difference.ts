/** What two versions of an app's CloudFormation templates differ in, as plain data. */

export interface PropertyDifference {
  /** Such as `KeySchema[0].AttributeName`. */
  readonly path: string;
  /** Undefined: it was not set. */
  readonly before?: string;
  readonly after?: string;
  /** Whether this change makes a new resource. */
  readonly replaces: 'always' | 'maybe' | 'never';
}

/**
 * What deploying does to a resource. `move`: it is made anew in another stack; `delete` and `retain` say what becomes of
 * one that is in no template any more.
 */
export type ResourceImpact = 'create' | 'update' | 'replace' | 'may-replace' | 'move' | 'delete' | 'retain';

export interface ResourceDifference {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly impact: ResourceImpact;
  /** What it holds is lost when it is deleted, and not copied when it is replaced. */
  readonly holdsData: boolean;
  /** The old one stays when it is replaced or removed. */
  readonly retained: boolean;
  /** It is replaced only because this other resource is. */
  readonly because?: string;
  readonly properties: readonly PropertyDifference[];
  /** Changes that are not listed, since there are too many. */
  readonly more: number;
}

/** Who may do what: one action on one resource. */
export interface Grant {
  readonly effect: 'Allow' | 'Deny';
  readonly action: string;
  readonly resource: string;
  /** Of a policy of a resource: who. */
  readonly principal?: string;
  /** JSON. */
  readonly condition?: string;
}

/** What changed for one role, or in the policy of one resource. */
export interface PermissionDifference {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  /** It was not there before. */
  readonly isNew: boolean;
  /** What was there may do more than before, or what is new may do anything. */
  readonly broader: boolean;
  readonly added: readonly Grant[];
  readonly removed: readonly Grant[];
}

export interface TemplateDifference {
  readonly resources: readonly ResourceDifference[];
  readonly permissions: readonly PermissionDifference[];
  /** Stacks that are in the app no more: deployed, they stay until somebody deletes them. */
  readonly goneStacks: readonly string[];
}

/** CloudFormation templates by the names of their stacks. */
export type Templates = Readonly<Record<string, unknown>>;

/** A change that can hurt: what is shown in red, and decided by a person before it is exported. */
export type Risk =
  | { readonly kind: 'resource'; readonly key: string; readonly resource: ResourceDifference }
  | { readonly kind: 'permission'; readonly key: string; readonly permission: PermissionDifference }
  | { readonly kind: 'stack'; readonly key: string; readonly stack: string };

/** Whether a resource is lost, or made anew for its own sake. */
export const isRisky = ({ impact, because, holdsData }: ResourceDifference): boolean =>
  ((impact === 'replace' || impact === 'may-replace' || impact === 'move') && because === undefined) ||
  (impact === 'delete' && holdsData);

/** Everything that needs a decision: replacements and lost data first, then broader permissions. */
export function risksOf({ resources, permissions, goneStacks }: TemplateDifference): readonly Risk[] {
  return [
    ...goneStacks.map((stack): Risk => ({ kind: 'stack', key: `stack ${stack}`, stack })),
    ...resources.filter(isRisky).map((resource): Risk => ({
      kind: 'resource',
      key: `resource ${resource.stack} ${resource.logicalId}`,
      resource,
    })),
    ...permissions
      .filter(({ broader }) => broader)
      .map((permission): Risk => ({
        kind: 'permission',
        key: `permission ${permission.stack} ${permission.logicalId}`,
        permission,
      })),
  ];
}
