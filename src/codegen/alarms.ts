import { call, callStatic, cdk, create, lit, object, sym, type Expr } from '../ts-ast/ast.js';

/** `alarmOn(alarms, 'PlaceOrderErrors', placeOrder.metricErrors(), '...')`: tells a topic when a metric is not zero. */
export const alarmOn = (topic: Expr, id: string, metric: Expr, description: string): Expr => ({
  type: 'support',
  name: 'alarmOn',
  args: [topic, lit(id), metric, lit(description)],
  // As `lib/support/alarm-on.ts` of the exported project does.
  means: call(
    create(
      cdk('aws-cloudwatch', 'Alarm'),
      callStatic('', 'Stack.of', topic),
      lit(id),
      object({
        alarmDescription: lit(description),
        metric,
        threshold: lit(1),
        evaluationPeriods: lit(1),
        treatMissingData: sym('aws-cloudwatch', 'TreatMissingData.NOT_BREACHING'),
      }),
    ),
    'addAlarmAction',
    create(cdk('aws-cloudwatch-actions', 'SnsAction'), topic),
  ),
});
