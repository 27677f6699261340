import { array, cdk, create, lit, object, ref, template, type Expr } from '../ts-ast/ast.js';
import { arnOf } from './arn.js';
import type { Emitter, Permission } from './define.js';

/** A permission whose grantee is the role that it is written into. */
export type RolePermission = Omit<Permission, 'grantee' | 'byConstruct'>;

/** A statement of a policy. */
export function policyStatement(permission: RolePermission, emitter: Emitter): Expr {
  const { actions, resources, arns = [], passedTo } = permission;
  const named = resources.map(({ node, attribute, suffix = '' }) => {
    const arn = emitter.attribute(node, attribute);
    return suffix === '' ? arn : template(arn, suffix);
  });
  const all = [...named, ...arns.map(arnOf)];
  return create(
    cdk('aws-iam', 'PolicyStatement'),
    object({
      actions: array(actions.map(lit)),
      resources: array(all.length === 0 ? [lit('*')] : all),
      conditions:
        passedTo === undefined ? undefined : object({ StringEquals: object({ 'iam:PassedToService': lit(passedTo) }) }),
    }),
  );
}

/** A role for one connection: what EventBridge calls its target by. */
export const targetRole = (
  id: string,
  principal: string,
  permissions: readonly RolePermission[],
  emitter: Emitter,
): Expr =>
  create(
    cdk('aws-iam', 'Role'),
    ref('this'),
    lit(emitter.constructId(id, 'role')),
    object({
      assumedBy: create(cdk('aws-iam', 'ServicePrincipal'), lit(principal)),
      inlinePolicies: object({
        Target: create(
          cdk('aws-iam', 'PolicyDocument'),
          object({ statements: array(permissions.map((one) => policyStatement(one, emitter))) }),
        ),
      }),
    }),
  );

/** Why a role names no resource, as a comment of its statement. */
export const reasonOf = (permissions: readonly RolePermission[], emitter: Emitter): string | undefined => {
  const reason = permissions.find(({ anyResource }) => anyResource !== undefined)?.anyResource;
  return reason === undefined ? undefined : emitter.text(reason);
};
