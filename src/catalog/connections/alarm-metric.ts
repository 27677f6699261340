import type { NodeId } from '../../model/design.js';
import { lookup } from '../../model/design.js';
import { field, resolveProps } from '../../model/fields.js';
import { sameInEveryLanguage } from '../../model/localized.js';
import { defineConnection, type ConnectedEnd, type RoleOf } from '../define.js';
import { given } from './shared.js';

const fields = {
  metric: field.text({
    label: { en: 'Metric', ja: 'メトリクス' },
    help: { en: 'Empty: what matters most of the service.', ja: '空欄の場合、サービスの主要なメトリクスになります。' },
    code: true,
    source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/aws-services-cloudwatch-metrics.html',
  }),
} as const;

const metricOf = ({ metrics }: RoleOf<'metricSource'>, metric: string | undefined): string =>
  given(metric) ? metric : (Object.keys(metrics)[0] ?? '');

export const alarmMetric = defineConnection({
  kind: 'alarm-metric',
  label: { en: 'Metric of an alarm', ja: 'アラームのメトリクス' },
  from: 'metricSource',
  to: 'alarm',
  fields,
  home: 'to',
  rank: 70,
  tradeOff: {
    en: 'CloudWatch watches the metric; an alarm watches one.',
    ja: 'CloudWatch がメトリクスを監視します。1 つのアラームで監視できるメトリクスは 1 つです。',
  },
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html',
  delivery: () => 'async',
  optionsFor: (from) => ({ metric: Object.keys(from.role.metrics) }),
  describe: (from, _to, { metric }) => sameInEveryLanguage(metricOf(from.role, metric)),
  permissions: () => [],
  emit: () => [],
});

interface WatchedMetric {
  readonly node: NodeId;
  readonly metric: string;
  readonly statistic: string;
  readonly dimension: RoleOf<'metricSource'>['dimension'];
}

/** What an alarm watches: the first that is drawn. */
export function watchedMetric(incoming: readonly ConnectedEnd[]): WatchedMetric | undefined {
  const end = incoming.find(({ connection }) => connection.kind === 'alarm-metric');
  const role = end?.service.roles.metricSource;
  if (end === undefined || role === undefined) return undefined;
  const metric = metricOf(role, resolveProps(fields, end.connection.props).metric);
  return { node: end.other.id, metric, statistic: lookup(role.metrics, metric) ?? 'Sum', dimension: role.dimension };
}
