import { field } from '../../model/fields.js';
import { cdk, create, lit, member, object, ref } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { dotted } from './shared.js';

const guide = 'https://docs.aws.amazon.com/timestream/latest/developerguide/timestream-for-influxdb.html';
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export const influxdb = defineService({
  type: 'influxdb',
  category: 'data',
  icon: 'architecture-service/AmazonTimestream',
  label: { en: 'Timestream for InfluxDB', ja: 'Timestream for InfluxDB' },
  defaultLabel: { en: 'InfluxDB', ja: 'InfluxDB' },
  description: {
    en: 'An InfluxDB instance that exists, for measurements over time',
    ja: '時系列の測定値を保存する、既存の InfluxDB インスタンス',
  },
  keywords: ['influxdb', 'timestream', 'time series', 'telemetry', '時系列', '測定'],
  fields: {
    endpoint: field.text({
      label: { en: 'Endpoint', ja: 'エンドポイント' },
      default: 'https://influxdb.example.com:8086',
      required: true,
      code: true,
      pattern: {
        test: /^https:\/\/[^\s/]+$/,
        hint: { en: 'https://host:port', ja: 'https://ホスト:ポート' },
      },
      source: guide,
    }),
    version: field.choice({
      label: { en: 'Version', ja: 'バージョン' },
      options: { V2: { en: '2', ja: '2' }, V3: { en: '3', ja: '3' } },
      default: 'V2',
      source: guide,
    }),
    organization: field.text({
      label: { en: 'Organization', ja: '組織' },
      default: 'main',
      required: true,
      when: { field: 'version', is: ['V2'] },
      source: guide,
    }),
    secretName: field.text({
      label: { en: 'Secret', ja: 'シークレット' },
      help: {
        en: 'Name of a secret in Secrets Manager that holds the API token.',
        ja: 'API トークンを保存した Secrets Manager のシークレットの名前です。',
      },
      default: 'influxdb-token',
      required: true,
      code: true,
      pattern: {
        test: /^[A-Za-z0-9/_+=.@-]{1,512}$/,
        hint: { en: 'the name of a secret', ja: 'シークレットの名前' },
      },
      source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/create_secret.html',
    }),
  },
  subtitle: ({ props }) => dotted(props.endpoint.replace(/^https:\/\//, '')),
  stateful: true,
  roles: {
    iotAction: {
      action: 'influxDb',
      permissions: ({ props }) => [
        {
          actions: ['secretsmanager:GetSecretValue'],
          resources: [],
          // Secrets Manager ends the ARN of a secret with six characters of its own.
          arns: [`arn:{partition}:secretsmanager:{region}:{account}:secret:${text(props['secretName'])}-??????`],
        },
      ],
      own: ({ id, props }, emitter) => ({
        destinationArn: member(
          create(
            cdk('aws-iot', 'CfnTopicRuleDestination'),
            ref('this'),
            lit(emitter.constructId(id, 'destination')),
            object({
              influxDbProperties: object({
                endpoint: lit(text(props['endpoint'])),
                influxDbVersion: lit(text(props['version'])),
                secretId: lit(text(props['secretName'])),
              }),
            }),
          ),
          'attrArn',
        ),
        organization: props['version'] === 'V2' ? lit(text(props['organization'])) : undefined,
      }),
    },
  },
  refusal: {
    en: 'InfluxDB gets measurements of IoT rules; this service has no integration with it.',
    ja: 'InfluxDB は IoT ルールから測定値を受け取ります。このサービスとの統合はありません。',
  },
  attributes: () => ({}),
  construct: () => undefined,
  source: guide,
});
