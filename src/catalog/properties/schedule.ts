import { mapped, named, number, text } from './mapped.js';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-scheduler-schedule.html */
export const schedule = mapped('schedule', {
  'AWS::Scheduler::Schedule': [
    { field: 'expression', path: ['ScheduleExpression'], ...text },
    { field: 'timeZone', path: ['ScheduleExpressionTimezone'], ...text },
    {
      field: 'flexibleWindow',
      path: ['FlexibleTimeWindow'],
      from: windowOf,
      to: (value) => ({ Mode: 'FLEXIBLE', MaximumWindowInMinutes: Number(value) / 60 }),
    },
    { field: 'enabled', path: ['State'], ...named({ ENABLED: true, DISABLED: false }), absent: true },
  ],
  // A rule that only keeps time.
  'AWS::Events::Rule': [
    { field: 'expression', path: ['ScheduleExpression'], ...text },
    { field: 'enabled', path: ['State'], ...named({ ENABLED: true, DISABLED: false }), absent: true },
  ],
});

function windowOf(value: unknown): number | undefined {
  const minutes =
    typeof value === 'object' && value !== null && 'MaximumWindowInMinutes' in value
      ? number.from?.(Number(value.MaximumWindowInMinutes))
      : undefined;
  return typeof minutes === 'number' ? minutes * 60 : undefined;
}
