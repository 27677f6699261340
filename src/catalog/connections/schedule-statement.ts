import { callStatic, cdk, create, lit, object, ref, seconds, type Expr } from '../../ts-ast/ast.js';
import type { Emitter, NodeView } from '../define.js';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** One schedule of EventBridge Scheduler with its target: in AWS each target is a schedule of its own. */
export const scheduleOf = (connection: string, { props }: NodeView, target: Expr, emitter: Emitter): Expr => {
  const [description, expression, timeZone] = [props['description'], props['expression'], props['timeZone']].map(
    textOf,
  );
  return create(
    cdk('aws-scheduler', 'Schedule'),
    ref('this'),
    lit(emitter.constructId(connection, 'schedule')),
    object({
      description: description === '' ? undefined : lit(description ?? ''),
      enabled: props['enabled'] === false ? lit(false) : undefined,
      schedule: callStatic(
        'aws-scheduler',
        'ScheduleExpression.expression',
        lit(expression ?? ''),
        ...(timeZone === '' ? [] : [callStatic('', 'TimeZone.of', lit(timeZone ?? ''))]),
      ),
      timeWindow:
        typeof props['flexibleWindow'] === 'number'
          ? callStatic('aws-scheduler', 'TimeWindow.flexible', seconds(props['flexibleWindow']))
          : undefined,
      target,
    }),
  );
};
