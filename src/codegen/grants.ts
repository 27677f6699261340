import type { NodeId } from '../model/design.js';
import { constructIdOf } from '../model/names.js';
import { permissionsOf } from '../system/permissions.js';
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
import { arnOf } from '../catalog/arn.js';
import type { Emitter } from '../catalog/define.js';
import type { Emission } from './emitter.js';
import { cycles } from './order.js';
import { policyStatements, type PolicyStatement } from './permissions.js';
import { nodeKey, ranks, roleKey } from './units.js';

/**
 * Gives every grantee what its connections need and no more: on the role of its construct, or on one made for it.
 * Comes after all nodes and connections.
 */
export function emitPermissions(emission: Emission): void {
  const { system, stacks } = emission;
  const statements = policyStatements(permissionsOf(system));
  // Functions and state machines wait for their own policy, so that a permission is a dependency like any other.
  const granted = new Map<string, Set<string>>();
  for (const [grantee, own] of statements) {
    if (system.node(grantee)?.service.permissionsBy !== 'construct') continue;
    granted.set(
      nodeKey(grantee),
      new Set(own.flatMap(({ resources }) => resources.map((resource) => nodeKey(resource.node)))),
    );
  }
  const next = function* (key: string): Generator<string> {
    yield* emission.dependencies(key);
    yield* granted.get(key) ?? [];
  };
  // A grantee waits for what it is granted, so that a resource leads back to it exactly where both are in one circle.
  // Nothing else waits for a connection: circles are among nodes, and what stands for them.
  const circles = new Map<string, number>();
  const keys = new Set(granted.keys());
  for (const { key, rank } of emission.units.values()) if (rank !== ranks.connection) keys.add(key);
  cycles([...keys], next).forEach((group, index) => {
    for (const key of group) circles.set(key, index);
  });
  for (const [grantee, own] of statements) {
    const node = system.node(grantee);
    if (node?.service.permissionsBy !== 'construct' || node.node.origin === 'existing') continue;
    const unit = emission.open({
      key: `permissions:${grantee}`,
      stack: stacks.of(grantee),
      rank: ranks.permissions,
      subjects: [grantee],
    });
    const circle = circles.get(nodeKey(grantee));
    const isCircular = own.map(({ resources }) =>
      resources.some(
        (resource) =>
          resource.node === grantee || (circle !== undefined && circles.get(nodeKey(resource.node)) === circle),
      ),
    );
    emission.fill(unit, [own, ...isCircular], (emitter) => {
      const self = emitter.construct(grantee);
      const circular = own.filter((_, index) => isCircular[index]);
      const plain = own
        .filter((_, index) => isCircular[index] === false)
        .map((statement): Statement => ({
          type: 'do',
          expression: call(self, 'addToRolePolicy', policyStatement(emitter, statement)),
          ...(statement.reason === undefined ? {} : { comment: emitter.text(statement.reason) }),
        }));
      if (circular.length === 0) return plain;
      // A policy of its own, which the construct does not wait for.
      return [
        ...plain,
        {
          type: 'do',
          expression: create(
            cdk('aws-iam', 'Policy'),
            ref('this'),
            lit(emitter.constructId(grantee, 'calls')),
            object({
              roles: array([as(member(self, 'role'), cdk('aws-iam', 'Role'))]),
              statements: array(circular.map((statement) => policyStatement(emitter, statement))),
            }),
          ),
        },
      ];
    });
  }
  emitRoles(emission, statements);
}

/** Roles were asked for by definitions; a node that acts without one needs none. */
function emitRoles(emission: Emission, statements: ReadonlyMap<NodeId, readonly PolicyStatement[]>): void {
  for (const node of emission.system.nodes.values()) {
    const unit = emission.units.get(roleKey(node.id));
    const by = node.service.permissionsBy;
    if (unit?.variable === undefined || by === undefined || by === 'construct') continue;
    const { variable } = unit;
    const own = statements.get(node.id) ?? none;
    emission.fill(unit, [own, by.principal, variable], (emitter) => [
      {
        type: 'const',
        name: variable,
        value: create(
          cdk('aws-iam', 'Role'),
          ref('this'),
          lit(emitter.constructId(node.id, 'role')),
          object({
            assumedBy: create(cdk('aws-iam', 'ServicePrincipal'), lit(by.principal)),
            // Inline: what uses the role never finds it without its permissions.
            inlinePolicies:
              own.length === 0
                ? undefined
                : object({
                    [constructIdOf(node.id)]: create(
                      cdk('aws-iam', 'PolicyDocument'),
                      object({ statements: array(own.map((statement) => policyStatement(emitter, statement))) }),
                    ),
                  }),
          }),
        ),
        ...reasonsOf(own, emitter),
      },
    ]);
  }
}

/** Why some of its statements name no resource. */
function reasonsOf(statements: readonly PolicyStatement[], emitter: Emitter): { readonly comment?: string } {
  const reasons = [
    ...new Set(statements.flatMap(({ reason }) => (reason === undefined ? [] : [emitter.text(reason)]))),
  ];
  return reasons.length === 0 ? {} : { comment: `*: ${reasons.join('; ')}` };
}

const none: readonly PolicyStatement[] = [];

function policyStatement(emitter: Emitter, { actions, resources, arns, passedTo }: PolicyStatement): Expr {
  const named = resources.map(({ node, attribute, suffix }) => {
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
