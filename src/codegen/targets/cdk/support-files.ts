/** Files of the exported project that are there only if something uses them. */

/** `lib/support/load-template.ts` */
export const loadTemplateFile = `import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of a file of this project, with each \`\${Name}\` replaced by its value. Other \`\${...}\` stay as they are. */
export function loadTemplate(path: string, values: Readonly<Record<string, string>> = {}): string {
  const text = readFileSync(join(__dirname, '../..', path), 'utf8');
  const known = new Map(Object.entries(values));
  return text.replace(/\\$\\{(\\w+)\\}/g, (whole, name: string) => known.get(name) ?? whole);
}
`;

/** `lib/support/alarm-on.ts` */
export const alarmOnFile = `import { Stack } from 'aws-cdk-lib';
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
`;

/** `test/support/app.ts` */
export const testSupportFile = `import { App } from 'aws-cdk-lib';
import type { Template } from 'aws-cdk-lib/assertions';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An app with the settings of cdk.json that does not bundle the handlers. */
export function createApp(): App {
  const { context } = JSON.parse(readFileSync(join(__dirname, '../../cdk.json'), 'utf8'));
  return new App({ context: { ...context, 'aws:cdk:bundling-stacks': [] } });
}

/** Every action that a policy of the template allows. */
export function allowedActions(template: Template): Set<string> {
  const policies = Object.values(template.findResources('AWS::IAM::Policy'));
  const statements = policies.flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
  return new Set(statements.flatMap(({ Effect, Action }) => (Effect === 'Allow' ? Action : [])));
}
`;
