import { Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as cloudwatchActions from 'aws-cdk-lib/aws-cloudwatch-actions';
import type * as sns from 'aws-cdk-lib/aws-sns';

/** Tells a topic when a metric is not zero. */
export function alarmOn(topic: sns.ITopic, id: string, metric: cloudwatch.IMetric, alarmDescription: string): void {
  const alarm = new cloudwatch.Alarm(Stack.of(topic), id, {
    alarmDescription,
    metric,
    threshold: 1,
    evaluationPeriods: 1,
    treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
  });
  alarm.addAlarmAction(new cloudwatchActions.SnsAction(topic));
}
