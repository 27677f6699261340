import type { NodeId } from '../model/design.js';
import { constructIdOf } from '../model/names.js';
import {
  array,
  as,
  call,
  cdk,
  create,
  lit,
  member,
  object,
  ref,
  template,
  type Expr,
  type Statement,
} from '../ts-ast/ast.js';
import type { Emission } from './emitter.js';
import { cycles } from './order.js';
import { policyStatements, type PolicyStatement } from './permissions.js';
import { nodeKey, ranks, roleKey, type Unit } from './units.js';

/**
 * Gives every grantee what its connections need and no more: on the role of its construct, or on one made for it.
 * Comes after all nodes and connections.
 */
export function emitPermissions(emission: Emission): void {
  const { system, stacks } = emission;
  const statements = policyStatements(system.permissions);
  // Functions and state machines wait for their own policy, so that a permission is a dependency like any other.
  const granted = new Map<string, Set<string>>();
  for (const [grantee, own] of statements) {
    if (system.node(grantee)?.service.permissionsBy !== 'construct') continue;
    granted.set(
      nodeKey(grantee),
      new Set(own.flatMap(({ resources }) => resources.map((resource) => nodeKey(resource.node)))),
    );
  }
  const next = (key: string): string[] => [...(emission.units.get(key)?.needs ?? []), ...(granted.get(key) ?? [])];
  // A grantee waits for what it is granted, so that a resource leads back to it exactly where both are in one circle.
  const circles = new Map<string, number>();
  cycles([...new Set([...emission.units.keys(), ...granted.keys()])], next).forEach((group, index) => {
    for (const key of group) circles.set(key, index);
  });
  for (const [grantee, own] of statements) {
    const node = system.node(grantee);
    if (node?.service.permissionsBy !== 'construct' || node.node.origin === 'existing') continue;
    const stack = stacks.of(grantee);
    const unit = emission.open({
      key: `permissions:${grantee}`,
      stack,
      rank: ranks.permissions,
      subjects: [grantee],
    });
    const emitter = emission.emitterFor(unit);
    const self = emitter.construct(grantee);
    const circle = circles.get(nodeKey(grantee));
    const isCircular = ({ resources }: PolicyStatement): boolean =>
      resources.some(
        (resource) =>
          resource.node === grantee || (circle !== undefined && circles.get(nodeKey(resource.node)) === circle),
      );
    const circular = own.filter(isCircular);
    unit.statements = own
      .filter((statement) => !circular.includes(statement))
      .map((statement): Statement => ({
        type: 'do',
        expression: call(self, 'addToRolePolicy', policyStatement(emission, unit, statement)),
        ...(statement.reason === undefined ? {} : { comment: statement.reason }),
      }));
    if (circular.length > 0) {
      // A policy of its own, which the construct does not wait for.
      unit.statements = [
        ...unit.statements,
        {
          type: 'do',
          expression: create(
            cdk('aws-iam', 'Policy'),
            ref('this'),
            lit(emission.constructId(stack, [grantee, 'calls'])),
            object({
              roles: array([as(member(self, 'role'), cdk('aws-iam', 'Role'))]),
              statements: array(circular.map((statement) => policyStatement(emission, unit, statement))),
            }),
          ),
        },
      ];
    }
  }
  emitRoles(emission, statements);
}

/** Roles were asked for by definitions; a node that acts without one needs none. */
function emitRoles(emission: Emission, statements: ReadonlyMap<NodeId, readonly PolicyStatement[]>): void {
  for (const node of emission.system.nodes.values()) {
    const unit = emission.units.get(roleKey(node.id));
    const by = node.service.permissionsBy;
    if (unit?.variable === undefined || by === undefined || by === 'construct') continue;
    const own = statements.get(node.id) ?? [];
    unit.statements = [
      {
        type: 'const',
        name: unit.variable,
        value: create(
          cdk('aws-iam', 'Role'),
          ref('this'),
          lit(emission.constructId(unit.stack, [node.id, 'role'])),
          object({
            assumedBy: create(cdk('aws-iam', 'ServicePrincipal'), lit(by.principal)),
            // Inline: what uses the role never finds it without its permissions.
            inlinePolicies:
              own.length === 0
                ? undefined
                : object({
                    [constructIdOf(node.id)]: create(
                      cdk('aws-iam', 'PolicyDocument'),
                      object({
                        statements: array(own.map((statement) => policyStatement(emission, unit, statement))),
                      }),
                    ),
                  }),
          }),
        ),
      },
    ];
  }
}

function policyStatement(emission: Emission, unit: Unit, { actions, resources }: PolicyStatement): Expr {
  const emitter = emission.emitterFor(unit);
  return create(
    cdk('aws-iam', 'PolicyStatement'),
    object({
      actions: array(actions.map(lit)),
      resources: array(
        resources.length === 0
          ? [lit('*')]
          : resources.map(({ node, attribute, suffix }) => {
              const arn = emitter.attribute(node, attribute);
              return suffix === '' ? arn : template(arn, suffix);
            }),
      ),
    }),
  );
}
