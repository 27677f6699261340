import { field } from '../../model/fields.js';
import { defineService } from '../define.js';
import { lit, object } from '../../ts-ast/ast.js';
import { dotted } from './shared.js';

export const httpsEndpoint = defineService({
  type: 'https-endpoint',
  category: 'other',
  icon: 'resource/AmazonSimpleNotificationServiceHTTPNotification',
  label: { en: 'HTTPS endpoint', ja: 'HTTPS エンドポイント' },
  defaultLabel: { en: 'Endpoint', ja: 'エンドポイント' },
  description: {
    en: 'An address outside of AWS that gets the messages of a topic or of devices',
    ja: 'トピックやデバイスのメッセージを受け取る AWS 外部のアドレス',
  },
  keywords: ['http', 'webhook', 'url', 'subscriber', 'external', '外部', 'ウェブフック', 'エンドポイント'],
  fields: {
    url: field.text({
      label: { en: 'URL', ja: 'URL' },
      help: {
        en: 'It has to confirm the subscription when it is asked.',
        ja: 'サブスクリプションの確認要求に応答する必要があります。',
      },
      default: 'https://example.com/messages',
      required: true,
      code: true,
      pattern: {
        test: /^https:\/\/[^\s/]+(?:\/\S*)?$/,
        hint: { en: 'it begins with https://', ja: 'https:// で始まる URL を指定してください。' },
      },
      source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-http-https-endpoint-as-subscriber.html',
    }),
  },
  subtitle: ({ props }) => dotted(props.url.replace(/^https:\/\//, '')),
  stateful: false,
  roles: {
    subscriber: { protocol: 'HTTPS', prop: 'url', raw: true },
    httpTarget: { by: 'url' },
    origin: { by: 'url' },
    dataSource: { by: 'http', operations: { GET: { iam: [] }, POST: { iam: [], writes: true } } },
    deliveryDestination: {
      by: 'http-endpoint',
      own: ({ props, label }) => ({
        endpointConfiguration: object({
          url: lit(typeof props['url'] === 'string' ? props['url'] : ''),
          name: label.trim() === '' ? undefined : lit(label),
        }),
      }),
      permissions: () => [],
    },
    iotAction: {
      action: 'http',
      // https://docs.aws.amazon.com/iot/latest/developerguide/https-rule-action.html
      permissions: () => [],
      own: ({ props }) => {
        const url = lit(typeof props['url'] === 'string' ? props['url'] : '');
        return { url, confirmationUrl: url };
      },
    },
  },
  refusal: {
    en: 'This endpoint gets the messages of SNS topics and IoT rules. For rules, pipes and workflows an API destination is needed.',
    ja: 'このエンドポイントは SNS トピックと IoT ルールのメッセージを受け取ります。ルール、パイプ、ワークフローから呼び出すには、API の送信先を使用します。',
  },
  attributes: () => ({}),
  construct: () => undefined,
  source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-http-https-endpoint-as-subscriber.html',
});
