import { field } from '../../model/fields.js';
import { defineService } from '../define.js';
import { dotted } from './shared.js';

export const phoneNumber = defineService({
  type: 'phone-number',
  category: 'other',
  icon: 'architecture-service/AWSEndUserMessaging',
  label: { en: 'Phone number', ja: '電話番号' },
  defaultLabel: { en: 'Phone', ja: '電話' },
  description: {
    en: 'A mobile phone that gets the messages of a topic by SMS',
    ja: 'トピックのメッセージを SMS で受け取る携帯電話',
  },
  keywords: ['sms', 'text message', 'mobile', 'notification', 'subscriber', 'ショートメッセージ', '携帯電話', '通知'],
  fields: {
    number: field.text({
      label: { en: 'Number', ja: '番号' },
      help: {
        en: 'With its country code. Messages are billed and need an origination identity in most countries.',
        ja: '国番号を含む番号です。メッセージは課金対象で、多くの国で発信元 ID が必要です。',
      },
      default: '+815012345678',
      required: true,
      code: true,
      pattern: {
        test: /^\+[1-9]\d{6,14}$/,
        hint: { en: 'such as +815012345678', ja: '+815012345678 のような形式' },
      },
      source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-mobile-phone-number-as-subscriber.html',
    }),
  },
  subtitle: ({ props }) => dotted('SMS', props.number),
  stateful: false,
  roles: { subscriber: { protocol: 'SMS', prop: 'number', raw: false } },
  refusal: {
    en: 'A phone gets the messages of an SNS topic by SMS; this service cannot write to it.',
    ja: '電話番号は SNS トピックのメッセージを SMS で受け取ります。このサービスからは送信できません。',
  },
  attributes: () => ({}),
  construct: () => undefined,
  source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-mobile-phone-number-as-subscriber.html',
});
