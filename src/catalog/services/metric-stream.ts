import { field } from '../../model/fields.js';
import { defineService } from '../define.js';
import { dotted } from './shared.js';

const source = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Metric-Streams.html';

/** The metrics of an account: what sends them on is a resource of each connection. */
export const metricStream = defineService({
  type: 'metric-stream',
  category: 'other',
  icon: 'resource/AmazonCloudWatchMetricsInsights',
  label: { en: 'CloudWatch metrics', ja: 'CloudWatch メトリクス' },
  defaultLabel: { en: 'Metrics', ja: 'メトリクス' },
  description: {
    en: 'Metrics of the account, sent on as they come',
    ja: 'アカウントのメトリクスを発生時に転送',
  },
  keywords: ['metric', 'stream', 'monitoring', 'cloudwatch', 'メトリクス', '監視', 'ストリーム'],
  fields: {
    namespaces: field.list({
      label: { en: 'Namespaces', ja: '名前空間' },
      help: { en: 'Empty: all metrics.', ja: '空欄の場合、すべてのメトリクスが対象になります。' },
      suggestions: ['AWS/Lambda', 'AWS/SQS', 'AWS/DynamoDB', 'AWS/States', 'AWS/ApiGateway', 'AWS/Events'],
      source,
    }),
    outputFormat: field.choice({
      label: { en: 'Format', ja: '形式' },
      options: {
        json: { en: 'JSON', ja: 'JSON' },
        'opentelemetry1.0': { en: 'OpenTelemetry 1.0', ja: 'OpenTelemetry 1.0' },
        'opentelemetry0.7': { en: 'OpenTelemetry 0.7', ja: 'OpenTelemetry 0.7' },
      },
      default: 'json',
      source,
    }),
  },
  subtitle: ({ props }) =>
    dotted(
      props.namespaces.length === 0 ? { en: 'all metrics', ja: 'すべてのメトリクス' } : props.namespaces.join(', '),
    ),
  stateful: false,
  roles: { metricStream: {} },
  refusal: {
    en: 'Metrics come from the services themselves; nothing is sent here.',
    ja: 'メトリクスは各サービスが発行します。ここには送信できません。',
  },
  attributes: () => ({}),
  permissionsBy: { principal: 'streams.metrics.cloudwatch.amazonaws.com' },
  construct: () => undefined,
  source,
});
