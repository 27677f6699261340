import type { Fields, PropsOf } from '../../model/fields.js';
import { array, call, cdk, create, lit, member, object, ref, type Statement } from '../../ts-ast/ast.js';
import type { EmittedConnection, Emitter } from '../define.js';
import type { DirectScheduleTarget, DirectTarget } from '../roles/event-targets.js';
import { reasonOf, targetRole, type RolePermission } from '../target-role.js';
import { compactJson, deadLetterQueueOf } from './shared.js';

/** A target of a schedule that is written as CloudFormation has it, since CDK has no class for it. */
export const directScheduleTarget = (target: DirectTarget): DirectScheduleTarget => ({ target, emit: emitSchedule });

function emitSchedule(
  { id, from, to, props }: EmittedConnection<'schedule', 'scheduleTarget', PropsOf<Fields>>,
  emitter: Emitter,
): readonly Statement[] {
  const text = (name: string): string | undefined => {
    const value = from.props[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const queue = deadLetterQueueOf(props['deadLetterQueue'], emitter);
  const permissions: readonly RolePermission[] = to.role.permissions?.(to, props) ?? [
    { actions: to.role.iam, resources: [{ node: to.id, attribute: 'arn' }] },
  ];
  const role = emitter.variable(id, 'role');
  const comment = reasonOf(permissions, emitter);
  const { arn, ...own } = to.role.direct?.target(to, emitter, props) ?? { arn: lit('') };
  const input = typeof props['input'] === 'string' ? compactJson(props['input']) : undefined;
  const [attempts, age, window] = [props['retryAttempts'], props['maxEventAge'], from.props['flexibleWindow']];
  const zone = text('timeZone');
  const description = text('description');
  return [
    {
      type: 'const',
      name: role,
      value: targetRole(id, 'scheduler.amazonaws.com', permissions, emitter),
      ...(comment === undefined ? {} : { comment }),
    },
    {
      type: 'do',
      expression: call(
        ref(role),
        'addToPolicy',
        create(
          cdk('aws-iam', 'PolicyStatement'),
          object({ actions: array([lit('sqs:SendMessage')]), resources: array([member(queue, 'queueArn')]) }),
        ),
      ),
    },
    {
      type: 'do',
      comment: emitter.text({
        en: 'As CloudFormation has it: no class of CDK says all of this.',
        ja: 'CDK のクラスでは指定できないため、CloudFormation の形式で記述',
      }),
      expression: create(
        cdk('aws-scheduler', 'CfnSchedule'),
        ref('this'),
        lit(emitter.constructId(id, 'schedule')),
        object({
          description: description === undefined ? undefined : lit(description),
          state: from.props['enabled'] === false ? lit('DISABLED') : undefined,
          scheduleExpression: lit(text('expression') ?? ''),
          scheduleExpressionTimezone: zone === undefined ? undefined : lit(zone),
          flexibleTimeWindow:
            typeof window === 'number'
              ? object({ mode: lit('FLEXIBLE'), maximumWindowInMinutes: lit(Math.ceil(window / 60)) })
              : object({ mode: lit('OFF') }),
          target: object({
            arn,
            roleArn: member(ref(role), 'roleArn'),
            ...own,
            input: input === undefined ? undefined : lit(input),
            retryPolicy:
              typeof attempts !== 'number' || typeof age !== 'number' || (attempts === 185 && age === 86_400)
                ? undefined
                : object({ maximumRetryAttempts: lit(attempts), maximumEventAgeInSeconds: lit(age) }),
            deadLetterConfig: object({ arn: member(queue, 'queueArn') }),
          }),
        }),
      ),
    },
  ];
}
