import { field } from '../../model/fields.js';
import { lit } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { dotted } from './shared.js';

const metrics = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/publishingMetrics.html';

export const cloudwatchMetric = defineService({
  type: 'cloudwatch-metric',
  category: 'other',
  icon: 'resource/AmazonCloudWatchMetricsInsights',
  label: { en: 'CloudWatch metric', ja: 'CloudWatch メトリクス' },
  defaultLabel: { en: 'Metric', ja: 'メトリクス' },
  description: {
    en: 'A metric of your own, which workflows, schedules and code write',
    ja: '独自のメトリクス。ワークフロー、スケジュール、コードから書き込む',
  },
  keywords: ['metric', 'monitoring', 'count', 'メトリクス', '監視', '計測'],
  fields: {
    namespace: field.text({
      label: { en: 'Namespace', ja: '名前空間' },
      default: 'App',
      required: true,
      code: true,
      pattern: {
        test: /^(?!AWS\/)[\w.#/:-]{1,255}$/,
        hint: { en: 'not beginning with AWS/', ja: 'AWS/ で始まらない名前を指定してください。' },
      },
      source: metrics,
    }),
    metricName: field.text({
      label: { en: 'Name', ja: '名前' },
      default: 'Orders',
      required: true,
      code: true,
      source: metrics,
    }),
  },
  subtitle: ({ props }) => dotted(props.namespace, props.metricName),
  stateful: false,
  roles: {
    sdkTarget: {
      service: 'cloudwatch',
      actions: {
        // IAM knows no resource for it:
        // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html
        putMetricData: {
          iam: ['cloudwatch:PutMetricData'],
          required: ['Namespace', 'MetricData'],
          resource: { parameter: 'Namespace', attribute: 'namespace' },
          sample: {
            Namespace: '{resource}',
            MetricData: [{ MetricName: '{resource.name}', Value: 1, Unit: 'Count' }],
          },
          writes: true,
          async: true,
        },
      },
      defaultAction: 'putMetricData',
    },
  },
  refusal: {
    en: 'A metric is written by workflows, schedules and code; this service cannot write it.',
    ja: 'メトリクスはワークフロー、スケジュール、コードから書き込みます。このサービスからは書き込めません。',
  },
  attributes: ({ props }) => ({ namespace: lit(props.namespace), name: lit(props.metricName) }),
  construct: () => undefined,
  source: metrics,
});
