import { field } from '../../model/fields.js';
import { problem } from '../../model/problems.js';
import { array, cdk, create, lit, member, object, ref } from '../../ts-ast/ast.js';
import { iotActionOf } from '../connections/iot-action-parameters.js';
import { given } from '../connections/shared.js';
import { defineService } from '../define.js';
import { noResource } from '../permissions.js';
import { dotted } from './shared.js';

const actions = 'https://docs.aws.amazon.com/iot/latest/developerguide/iot-rule-actions.html';
const metrics = 'https://docs.aws.amazon.com/iot/latest/developerguide/cloudwatch-metrics-rule-action.html';
const hasMetric = { field: 'metric', is: [true] } as const;

/** https://docs.aws.amazon.com/general/latest/gr/iot-core.html#rules-limits */
const maxActions = 10;

export const iotRule = defineService({
  type: 'iot-rule',
  cfnType: 'AWS::IoT::TopicRule',
  category: 'integration',
  icon: 'resource/AWSIoTRule',
  label: { en: 'IoT topic rule', ja: 'IoT トピックルール' },
  defaultLabel: { en: 'Device rule', ja: 'デバイスルール' },
  description: {
    en: 'Picks messages of devices by SQL and hands them to services',
    ja: 'デバイスのメッセージを SQL で選択し、サービスに渡す',
  },
  keywords: ['iot core', 'mqtt', 'device', 'sensor', 'telemetry', 'sql', 'デバイス', 'センサー', 'ルール'],
  fields: {
    sql: field.text({
      label: { en: 'SQL', ja: 'SQL' },
      help: {
        en: 'FROM names the topic filter; WHERE picks messages.',
        ja: 'FROM にトピックフィルター、WHERE に条件を指定します。',
      },
      default: "SELECT * FROM 'devices/+/telemetry'",
      required: true,
      code: true,
      pattern: {
        test: /^\s*SELECT\s[\s\S]+\sFROM\s[\s\S]+$/i,
        hint: { en: "SELECT … FROM 'topic'", ja: "SELECT … FROM 'トピック'" },
      },
      source: 'https://docs.aws.amazon.com/iot/latest/developerguide/iot-sql-reference.html',
    }),
    description: field.text({ label: { en: 'Description', ja: '説明' } }),
    enabled: field.boolean({ label: { en: 'Enabled', ja: '有効' }, default: true, source: actions }),
    metric: field.boolean({
      label: { en: 'CloudWatch metric', ja: 'CloudWatch メトリクス' },
      help: { en: 'Writes a metric for each message.', ja: 'メッセージごとにメトリクスを記録します。' },
      default: false,
      source: metrics,
    }),
    metricNamespace: field.text({
      label: { en: 'Namespace of the metric', ja: 'メトリクスの名前空間' },
      default: 'Devices',
      required: true,
      code: true,
      when: hasMetric,
      source: metrics,
    }),
    metricName: field.text({
      label: { en: 'Name of the metric', ja: 'メトリクスの名前' },
      default: 'Messages',
      required: true,
      code: true,
      when: hasMetric,
      source: metrics,
    }),
    metricValue: field.text({
      label: { en: 'Value of the metric', ja: 'メトリクスの値' },
      help: {
        en: 'A number, or a value of the message such as ${temperature}.',
        ja: '数値、または ${temperature} のようなメッセージの値です。',
      },
      default: '1',
      required: true,
      code: true,
      when: hasMetric,
      source: metrics,
    }),
    metricUnit: field.text({
      label: { en: 'Unit of the metric', ja: 'メトリクスの単位' },
      default: 'Count',
      required: true,
      code: true,
      suggestions: ['Count', 'None', 'Percent', 'Seconds', 'Milliseconds', 'Bytes'],
      when: hasMetric,
      advanced: true,
      source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html',
    }),
  },
  subtitle: ({ props }) => dotted(/\bFROM\s+'([^']*)'/i.exec(props.sql)?.[1] ?? 'MQTT'),
  stateful: false,
  roles: { iotRule: {} },
  refusal: {
    en: 'An IoT rule gets the messages of devices; this service cannot send it any.',
    ja: 'IoT ルールはデバイスのメッセージを受け取ります。このサービスからは送信できません。',
  },
  attributes: (_node, self) => ({ arn: member(self, 'attrArn'), name: member(self, 'ref') }),
  permissionsBy: { principal: 'iot.amazonaws.com' },
  permissions: ({ id, props }) =>
    props.metric
      ? // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html
        [{ grantee: id, actions: ['cloudwatch:PutMetricData'], resources: [], anyResource: noResource }]
      : [],
  problems: ({ props }) =>
    props.metric && !/^(?:-?\d+(?:\.\d+)?|.*\$\{.+\}.*)$/.test(props.metricValue)
      ? [
          problem('field-pattern', {
            field: { en: 'Value of the metric', ja: 'メトリクスの値' },
            hint: { en: 'a number, or ${…}', ja: '数値または ${…} を指定してください。' },
          }),
        ]
      : [],
  problemsInPlace: ({ props }, _incoming, outgoing) => {
    const uses = outgoing.filter(({ connection }) => connection.kind === 'iot-action');
    const errors = uses.filter(({ connection }) => connection.props['use'] === 'error').length;
    const count = uses.length - errors + (props.metric ? 1 : 0);
    return [
      ...(count === 0 ? [problem('without-action', {})] : []),
      ...(count > maxActions ? [problem('too-many-actions', { count, max: maxActions })] : []),
      ...(errors > 1 ? [problem('error-action-twice', {})] : []),
    ];
  },
  construct: ({ id, constructId, props, emitter, outgoing }) => {
    const roleArn = () => member(emitter.role(id), 'roleArn');
    const ends = outgoing.filter(({ connection }) => connection.kind === 'iot-action');
    const metric = props.metric
      ? [
          object({
            cloudwatchMetric: object({
              metricNamespace: lit(props.metricNamespace),
              metricName: lit(props.metricName),
              metricValue: lit(props.metricValue),
              metricUnit: lit(props.metricUnit),
              roleArn: roleArn(),
            }),
          }),
        ]
      : [];
    const made = ends.map((end) => ({ end, action: iotActionOf(end, emitter, roleArn) }));
    const error = made.find(({ end }) => end.connection.props['use'] === 'error');
    return create(
      cdk('aws-iot', 'CfnTopicRule'),
      ref('this'),
      lit(constructId),
      object({
        topicRulePayload: object({
          sql: lit(props.sql),
          awsIotSqlVersion: lit('2016-03-23'),
          description: given(props.description) ? lit(props.description) : undefined,
          ruleDisabled: lit(!props.enabled),
          actions: array([
            ...made.flatMap(({ end, action }) => (end.connection.props['use'] === 'error' ? [] : [action])),
            ...metric,
          ]),
          errorAction: error?.action,
        }),
      }),
    );
  },
  source: 'https://docs.aws.amazon.com/iot/latest/developerguide/iot-rules.html',
});
