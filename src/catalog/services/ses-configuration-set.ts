import { field } from '../../model/fields.js';
import { array, callStatic, cdk, create, lit, member, object, ref, sym } from '../../ts-ast/ast.js';
import { sendingEvents, sendingEventsField } from '../connections/ses-event-destination.js';
import { defineService } from '../define.js';
import { dotted } from './shared.js';

const guide = 'https://docs.aws.amazon.com/ses/latest/dg/';
const metrics = `${guide}event-publishing-add-event-destination-cloudwatch.html`;

export const sesConfigurationSet = defineService({
  type: 'ses-configuration-set',
  cfnType: 'AWS::SES::ConfigurationSet',
  category: 'integration',
  icon: 'architecture-service/AmazonSimpleEmailService',
  label: { en: 'SES configuration set', ja: 'SES 設定セット' },
  defaultLabel: { en: 'Mail events', ja: 'メールイベント' },
  description: {
    en: 'Tells what becomes of the mail that is sent: delivery, bounce, complaint',
    ja: '送信したメールの配信、バウンス、苦情を通知',
  },
  keywords: ['email', 'mail', 'bounce', 'complaint', 'delivery', 'simple email service', 'メール', 'バウンス', '配信'],
  fields: {
    tls: field.choice({
      label: { en: 'TLS', ja: 'TLS' },
      options: { REQUIRE: { en: 'Required', ja: '必須' }, OPTIONAL: { en: 'Optional', ja: '任意' } },
      default: 'REQUIRE',
      source: `${guide}configuration-sets.html`,
    }),
    suppression: field.choice({
      label: { en: 'Suppression list', ja: 'サプレッションリスト' },
      options: {
        BOUNCES_AND_COMPLAINTS: { en: 'Bounces and complaints', ja: 'バウンスと苦情' },
        BOUNCES_ONLY: { en: 'Bounces', ja: 'バウンス' },
        COMPLAINTS_ONLY: { en: 'Complaints', ja: '苦情' },
      },
      default: 'BOUNCES_AND_COMPLAINTS',
      advanced: true,
      source: `${guide}sending-email-suppression-list-config-level.html`,
    }),
    reputation: field.boolean({
      label: { en: 'Reputation metrics', ja: 'レピュテーションメトリクス' },
      default: true,
      advanced: true,
      source: `${guide}configuration-sets-export-metrics.html`,
    }),
    metrics: field.boolean({
      label: { en: 'Events as CloudWatch metrics', ja: 'イベントを CloudWatch メトリクスに記録' },
      default: false,
      source: metrics,
    }),
    metricEvents: {
      ...sendingEventsField,
      label: { en: 'Events of the metrics', ja: 'メトリクスのイベント' },
      when: { field: 'metrics', is: [true] },
    },
    dimension: field.text({
      label: { en: 'Dimension: a message tag', ja: 'ディメンション (メッセージタグ)' },
      default: 'ses:from-domain',
      required: true,
      code: true,
      pattern: {
        test: /^[A-Za-z0-9_:-]{1,256}$/,
        hint: {
          en: 'letters, digits, hyphens, underscores and colons',
          ja: '英数字、ハイフン、アンダースコア、コロン',
        },
      },
      when: { field: 'metrics', is: [true] },
      source: metrics,
    }),
    dimensionDefault: field.text({
      label: { en: 'Value where the tag is missing', ja: 'タグがない場合の値' },
      default: 'none',
      required: true,
      code: true,
      pattern: {
        test: /^[A-Za-z0-9_@.-]{1,256}$/,
        hint: { en: 'letters, digits and _ @ . -', ja: '英数字と _ @ . -' },
      },
      when: { field: 'metrics', is: [true] },
      source: metrics,
    }),
  },
  subtitle: ({ props }) => dotted('SES', props.metrics ? 'CloudWatch' : ''),
  stateful: false,
  roles: { sendingEvents: {} },
  refusal: {
    en: 'A configuration set is named by the identity that sends; nothing is sent to it.',
    ja: '設定セットは、送信元のアイデンティティで指定します。接続はできません。',
  },
  attributes: (_node, self) => ({ name: member(self, 'configurationSetName') }),
  construct: ({ constructId, props }) =>
    create(
      cdk('aws-ses', 'ConfigurationSet'),
      ref('this'),
      lit(constructId),
      object({
        tlsPolicy: sym('aws-ses', `ConfigurationSetTlsPolicy.${props.tls}`),
        suppressionReasons: sym('aws-ses', `SuppressionReasons.${props.suppression}`),
        reputationMetrics: props.reputation ? lit(true) : undefined,
      }),
    ),
  further: ({ id, props, emitter }, self) =>
    props.metrics
      ? [
          {
            type: 'do',
            expression: create(
              cdk('aws-ses', 'ConfigurationSetEventDestination'),
              ref('this'),
              lit(emitter.constructId(id, 'metrics')),
              object({
                configurationSet: self,
                events: sendingEvents(props.metricEvents),
                destination: callStatic(
                  'aws-ses',
                  'EventDestination.cloudWatchDimensions',
                  array([
                    object({
                      source: sym('aws-ses', 'CloudWatchDimensionSource.MESSAGE_TAG'),
                      name: lit(props.dimension),
                      defaultValue: lit(props.dimensionDefault),
                    }),
                  ]),
                ),
              }),
            ),
          },
        ]
      : [],
  fromExisting: ({ constructId, value }) =>
    callStatic('aws-ses', 'ConfigurationSet.fromConfigurationSetName', ref('this'), lit(constructId), value),
  source: `${guide}using-configuration-sets.html`,
});
