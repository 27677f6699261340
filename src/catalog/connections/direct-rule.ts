import type { Fields, PropsOf } from '../../model/fields.js';
import { array, as, call, cdk, create, lit, member, object, ref, type Expr, type Statement } from '../../ts-ast/ast.js';
import type { EmittedConnection, Emitter } from '../define.js';
import type { DirectRuleTarget, DirectTarget, SharedRule } from '../roles/event-targets.js';
import { reasonOf, targetRole } from '../target-role.js';
import { ruleTargetStatements } from './rule-targets.js';
import { deadLetterQueueOf, given } from './shared.js';
import { plainInput } from './plain-input.js';

type Connection = EmittedConnection<'eventBus' | 'eventPublisher', 'ruleTarget', PropsOf<Fields>>;

/** A target of a rule that is written as CloudFormation has it, since CDK has no class for it. */
export const directRuleTarget = (target: DirectTarget): DirectRuleTarget => ({ target, emit: emitRule });

/** The rule of CDK, whose targets are put in as CloudFormation has them. */
function emitRule(connections: readonly Connection[], rule: SharedRule, emitter: Emitter): readonly Statement[] {
  const name = emitter.variable(...rule.words);
  const resource = emitter.variable('cfn', ...rule.words);
  const roles: Statement[] = [];
  const targets = connections.map((connection, index) => {
    const permissions = ruleTargetStatements(connection.to, connection.props);
    const role = emitter.variable(connection.id, 'role');
    const comment = reasonOf(permissions, emitter);
    if (permissions.length > 0)
      roles.push({
        type: 'const',
        name: role,
        value: targetRole(connection.id, 'events.amazonaws.com', permissions, emitter),
        ...(comment === undefined ? {} : { comment }),
      });
    return targetOf(connection, index, permissions.length > 0 ? ref(role) : undefined, emitter);
  });
  return [
    {
      type: 'const',
      name,
      value: create(
        cdk('aws-events', 'Rule'),
        ref('this'),
        lit(emitter.constructId(...rule.words)),
        object(rule.props),
      ),
      ...(rule.comment === undefined ? {} : { comment: rule.comment }),
    },
    ...roles,
    {
      type: 'const',
      name: resource,
      value: as(member(member(ref(name), 'node'), 'defaultChild'), cdk('aws-events', 'CfnRule')),
      comment: emitter.text({
        en: 'As CloudFormation has it: no class of CDK says all of this.',
        ja: 'CDK のクラスでは指定できないため、CloudFormation の形式で記述',
      }),
    },
    { type: 'assign', object: ref(resource), name: 'targets', value: array(targets) },
    ...connections.map(({ props }) => queuePolicy(props['deadLetterQueue'], ref(name), emitter)),
  ];
}

function targetOf({ to, props }: Connection, index: number, role: Expr | undefined, emitter: Emitter): Expr {
  const attempts = props['retryAttempts'];
  const age = props['maxEventAge'];
  const queue = props['deadLetterQueue'];
  const { arn, ...own } = to.role.direct?.target(to, emitter, props) ?? { arn: lit('') };
  const template = props['inputTemplate'];
  const isBus = to.service.roles.eventBus !== undefined;
  return object({
    id: lit(`Target${String(index)}`),
    arn,
    roleArn: role === undefined ? undefined : member(role, 'roleArn'),
    ...own,
    ...(props['mapping'] === 'custom' && typeof template === 'string' && given(template) ? plainInput(template) : {}),
    retryPolicy:
      isBus || (attempts === 185 && age === 86_400) || typeof attempts !== 'number' || typeof age !== 'number'
        ? undefined
        : object({ maximumRetryAttempts: lit(attempts), maximumEventAgeInSeconds: lit(age) }),
    deadLetterConfig: object({ arn: member(deadLetterQueueOf(queue, emitter), 'queueArn') }),
  });
}

/** Lets the rule put what it cannot deliver into the queue: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html */
function queuePolicy(given: unknown, rule: Expr, emitter: Emitter): Statement {
  const queue = deadLetterQueueOf(given, emitter);
  return {
    type: 'do',
    expression: call(
      queue,
      'addToResourcePolicy',
      create(
        cdk('aws-iam', 'PolicyStatement'),
        object({
          principals: array([create(cdk('aws-iam', 'ServicePrincipal'), lit('events.amazonaws.com'))]),
          actions: array([lit('sqs:SendMessage')]),
          resources: array([member(queue, 'queueArn')]),
          conditions: object({ ArnEquals: object({ 'aws:SourceArn': member(rule, 'ruleArn') }) }),
        }),
      ),
    ),
  };
}
