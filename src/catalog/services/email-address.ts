import { field } from '../../model/fields.js';
import { dotted } from './shared.js';
import { defineService } from '../define.js';

export const emailAddress = defineService({
  type: 'email-address',
  category: 'other',
  icon: 'resource/AmazonSimpleNotificationServiceEmailNotification',
  label: { en: 'E-mail address', ja: 'メールアドレス' },
  defaultLabel: { en: 'E-mail', ja: 'メール' },
  description: {
    en: 'A mailbox that gets the messages of a topic',
    ja: 'トピックのメッセージを受け取るメールアドレス',
  },
  keywords: ['mail', 'email', 'notification', 'subscriber', 'メール', '通知'],
  fields: {
    address: field.text({
      label: { en: 'Address', ja: 'アドレス' },
      help: {
        en: 'Whoever reads it has to confirm the subscription.',
        ja: '受信者がサブスクリプションを確認する必要があります。',
      },
      default: 'team@example.com',
      required: true,
      pattern: {
        test: /^[^\s@]{1,64}@[^\s@]{1,255}$/,
        hint: { en: 'such as team@example.com', ja: 'team@example.com のような形式' },
      },
      source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html',
    }),
  },
  subtitle: ({ props }) => dotted(props.address),
  stateful: false,
  roles: { subscriber: { protocol: 'EMAIL', prop: 'address', raw: false } },
  refusal: {
    en: 'A mailbox gets the messages of an SNS topic; this service cannot write to it.',
    ja: 'メールアドレスは SNS トピックのメッセージを受け取ります。このサービスからは送信できません。',
  },
  attributes: () => ({}),
  construct: () => undefined,
  source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html',
});
