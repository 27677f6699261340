import { field } from '../../model/fields.js';
import { problem } from '../../model/problems.js';
import { call, callStatic, cdk, create, lit, member, object, ref, seconds, sym } from '../../ts-ast/ast.js';
import { watchedMetric } from '../connections/alarm-metric.js';
import { defineService } from '../define.js';
import { iotTarget } from '../roles/iot.js';
import { dotted } from './shared.js';

const evaluation = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html';

const comparisons = {
  GREATER_THAN_OR_EQUAL_TO_THRESHOLD: { en: '≥ threshold', ja: 'しきい値以上' },
  GREATER_THAN_THRESHOLD: { en: '> threshold', ja: 'しきい値より大きい' },
  LESS_THAN_OR_EQUAL_TO_THRESHOLD: { en: '≤ threshold', ja: 'しきい値以下' },
  LESS_THAN_THRESHOLD: { en: '< threshold', ja: 'しきい値より小さい' },
} as const;

const signs = {
  GREATER_THAN_OR_EQUAL_TO_THRESHOLD: '≥',
  GREATER_THAN_THRESHOLD: '>',
  LESS_THAN_OR_EQUAL_TO_THRESHOLD: '≤',
  LESS_THAN_THRESHOLD: '<',
} as const;

export const cloudwatchAlarm = defineService({
  type: 'cloudwatch-alarm',
  cfnType: 'AWS::CloudWatch::Alarm',
  category: 'other',
  icon: 'resource/AmazonCloudWatchAlarm',
  label: { en: 'CloudWatch alarm', ja: 'CloudWatch アラーム' },
  defaultLabel: { en: 'Alarm', ja: 'アラーム' },
  description: { en: 'Tells when a metric passes its threshold', ja: 'メトリクスがしきい値に達したことを通知' },
  keywords: ['alarm', 'metric', 'monitoring', 'threshold', 'アラーム', 'メトリクス', '監視', 'しきい値'],
  fields: {
    threshold: field.number({
      label: { en: 'Threshold', ja: 'しきい値' },
      min: -1_000_000_000_000,
      max: 1_000_000_000_000,
      default: 1,
      source: evaluation,
    }),
    comparison: field.choice({
      label: { en: 'Comparison', ja: '比較' },
      options: comparisons,
      default: 'GREATER_THAN_OR_EQUAL_TO_THRESHOLD',
      source: evaluation,
    }),
    period: field.seconds({
      label: { en: 'Period', ja: '期間' },
      min: 60,
      max: 86_400,
      step: 60,
      default: 300,
      source: evaluation,
    }),
    evaluationPeriods: field.number({
      label: { en: 'Evaluation periods', ja: '評価期間数' },
      min: 1,
      max: 1440,
      default: 1,
      unit: 'count',
      source: evaluation,
    }),
    missingData: field.choice({
      label: { en: 'Missing data', ja: '欠落データの扱い' },
      options: {
        NOT_BREACHING: { en: 'Good', ja: '正常とみなす' },
        BREACHING: { en: 'Bad', ja: '異常とみなす' },
        IGNORE: { en: 'Keep the state', ja: '状態を維持' },
        MISSING: { en: 'Missing', ja: '欠落として扱う' },
      },
      default: 'NOT_BREACHING',
      advanced: true,
      source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html',
    }),
    namespace: field.text({
      label: { en: 'Namespace of your metric', ja: '独自メトリクスの名前空間' },
      help: { en: 'Used where no resource is connected.', ja: 'リソースを接続していない場合に使用します。' },
      default: 'App',
      required: true,
      code: true,
      advanced: true,
      source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/publishingMetrics.html',
    }),
    metricName: field.text({
      label: { en: 'Name of your metric', ja: '独自メトリクスの名前' },
      default: 'Errors',
      required: true,
      code: true,
      advanced: true,
      source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/publishingMetrics.html',
    }),
  },
  subtitle: ({ props }) => dotted(`${signs[props.comparison]} ${String(props.threshold)}`, `${String(props.period)} s`),
  stateful: false,
  roles: {
    alarm: {},
    eventPublisher: {
      source: 'aws.cloudwatch',
      detailTypes: ['CloudWatch Alarm State Change'],
      own: { path: ['alarmName'], attribute: 'name' },
    },
    iotAction: iotTarget('cloudwatchAlarm', { alarmName: 'name' }, ['cloudwatch:SetAlarmState']),
  },
  refusal: {
    en: 'An alarm watches a metric; this service has none that is offered here.',
    ja: 'アラームはメトリクスを監視します。このサービスには選択できるメトリクスがありません。',
  },
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/UsingAlarmActions.html
  problemsInPlace: (_node, incoming, outgoing) =>
    outgoing.flatMap(({ connection, other, service }) =>
      connection.kind === 'alarm-action' &&
      service.roles.alarmTarget?.ofInstance === true &&
      watchedMetric(incoming)?.node !== other.id
        ? [problem('alarm-of-other-instance', { instance: other.label })]
        : [],
    ),
  attributes: (_node, self) => ({ arn: member(self, 'alarmArn'), name: member(self, 'alarmName') }),
  construct: ({ constructId, props, emitter, incoming }) => {
    const watched = watchedMetric(incoming);
    return create(
      cdk('aws-cloudwatch', 'Alarm'),
      ref('this'),
      lit(constructId),
      object({
        metric:
          watched === undefined
            ? create(
                cdk('aws-cloudwatch', 'Metric'),
                object({
                  namespace: lit(props.namespace),
                  metricName: lit(props.metricName),
                  statistic: lit('Sum'),
                  period: seconds(props.period),
                }),
              )
            : watched.dimension === undefined
              ? call(
                  emitter.construct(watched.node),
                  'metric',
                  lit(watched.metric),
                  object({ statistic: lit(watched.statistic), period: seconds(props.period) }),
                )
              : create(
                  cdk('aws-cloudwatch', 'Metric'),
                  object({
                    namespace: lit(watched.dimension.namespace),
                    metricName: lit(watched.metric),
                    dimensionsMap: object({
                      [watched.dimension.name]: emitter.attribute(watched.node, watched.dimension.attribute),
                    }),
                    statistic: lit(watched.statistic),
                    period: seconds(props.period),
                  }),
                ),
        threshold: lit(props.threshold),
        comparisonOperator: sym('aws-cloudwatch', `ComparisonOperator.${props.comparison}`),
        evaluationPeriods: lit(props.evaluationPeriods),
        treatMissingData: sym('aws-cloudwatch', `TreatMissingData.${props.missingData}`),
      }),
    );
  },
  fromExisting: ({ constructId, by, value }) =>
    callStatic(
      'aws-cloudwatch',
      by === 'arn' ? 'Alarm.fromAlarmArn' : 'Alarm.fromAlarmName',
      ref('this'),
      lit(constructId),
      value,
    ),
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html',
});
