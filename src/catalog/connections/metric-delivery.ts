import { array, cdk, create, lit, member, object, ref } from '../../ts-ast/ast.js';
import { defineConnection } from '../define.js';

const source = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Metric-Streams.html';

export const metricDelivery = defineConnection({
  kind: 'metric-delivery',
  label: { en: 'Metric stream', ja: 'メトリクスストリーム' },
  from: 'metricStream',
  to: 'deliveryStream',
  fields: {},
  home: 'from',
  rank: 10,
  tradeOff: {
    en: 'Sent within minutes, without asking for them; billed by metric update.',
    ja: '数分以内に送信され、取得処理は不要です。メトリクスの更新ごとに課金されます。',
  },
  source,
  delivery: () => 'async',
  describe: () => ({ en: 'metrics', ja: 'メトリクス' }),
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-metric-streams-trustpolicy.html
  permissions: (from, to) => [
    {
      grantee: from.id,
      actions: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
      resources: [{ node: to.id, attribute: 'arn' }],
    },
  ],
  emit: (connections, emitter) =>
    connections.map(({ id, from, to }) => {
      const { namespaces, outputFormat } = from.props;
      const names = Array.isArray(namespaces) ? namespaces.map(String) : [];
      return {
        type: 'do',
        expression: create(
          cdk('aws-cloudwatch', 'CfnMetricStream'),
          ref('this'),
          lit(emitter.constructId(id, 'metrics')),
          object({
            firehoseArn: emitter.attribute(to.id, 'arn'),
            roleArn: member(emitter.role(from.id), 'roleArn'),
            outputFormat: lit(typeof outputFormat === 'string' ? outputFormat : 'json'),
            includeFilters:
              names.length === 0 ? undefined : array(names.map((namespace) => object({ namespace: lit(namespace) }))),
          }),
        ),
      };
    }),
});
