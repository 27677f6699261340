import { mapped, text, type Mapping } from './mapped.js';

const retention: Readonly<Record<number, string>> = {
  7: 'ONE_WEEK',
  30: 'ONE_MONTH',
  90: 'THREE_MONTHS',
  180: 'SIX_MONTHS',
  365: 'ONE_YEAR',
  1827: 'FIVE_YEARS',
  3653: 'TEN_YEARS',
};

const days: Pick<Mapping, 'from' | 'to'> = {
  from: (value) => retention[Number(value)],
  to: (value) => Number(Object.entries(retention).find(([, name]) => name === value)?.[0] ?? 30),
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html */
export const logGroup = mapped('log-group', {
  'AWS::Logs::LogGroup': [
    { field: 'logRetention', path: ['RetentionInDays'], ...days },
    { field: 'logClass', path: ['LogGroupClass'], ...text, absent: 'STANDARD' },
  ],
});
