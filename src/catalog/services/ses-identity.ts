import { field } from '../../model/fields.js';
import { sameInEveryLanguage } from '../../model/localized.js';
import { callStatic, cdk, create, lit, member, object, ref } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';

export const sesIdentity = defineService({
  type: 'ses-identity',
  cfnType: 'AWS::SES::EmailIdentity',
  category: 'integration',
  icon: 'architecture-service/AmazonSimpleEmailService',
  label: { en: 'SES identity', ja: 'SES アイデンティティ' },
  defaultLabel: { en: 'Sender', ja: '送信元' },
  description: { en: 'A domain or address that mail is sent from', ja: 'メールの送信元となるドメインまたはアドレス' },
  keywords: ['email', 'mail', 'simple email service', 'メール', '送信', '通知'],
  fields: {
    identity: field.text({
      label: { en: 'Domain or address', ja: 'ドメインまたはアドレス' },
      default: 'example.com',
      required: true,
      code: true,
      pattern: {
        test: /^(?:[A-Za-z0-9._%+-]{1,64}@)?(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/,
        hint: {
          en: 'a domain such as example.com, or an address',
          ja: 'example.com のようなドメイン、またはメールアドレスを指定してください。',
        },
      },
      source: 'https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html',
    }),
  },
  subtitle: ({ props }) => sameInEveryLanguage(props.identity),
  stateful: false,
  roles: {
    sdkTarget: {
      service: 'sesv2',
      actions: {
        sendEmail: {
          iam: ['ses:SendEmail'],
          required: ['Content'],
          arn: { attribute: 'arn' },
          sample: {
            FromEmailAddress: '{% $states.input.from %}',
            Destination: { ToAddresses: ['{% $states.input.to %}'] },
            Content: {
              Simple: {
                Subject: { Data: '{% $states.input.subject %}' },
                Body: { Text: { Data: '{% $states.input.text %}' } },
              },
            },
          },
          writes: true,
          async: true,
        },
      },
      defaultAction: 'sendEmail',
    },
  },
  refusal: {
    en: 'Mail is sent by a state machine or by code; this service cannot send any.',
    ja: 'メールはステートマシンまたはコードから送信します。このサービスからは送信できません。',
  },
  attributes: (_node, self) => ({ arn: member(self, 'emailIdentityArn'), name: member(self, 'emailIdentityName') }),
  construct: ({ constructId, props }) =>
    create(
      cdk('aws-ses', 'EmailIdentity'),
      ref('this'),
      lit(constructId),
      object({
        identity: callStatic(
          'aws-ses',
          props.identity.includes('@') ? 'Identity.email' : 'Identity.domain',
          lit(props.identity),
        ),
      }),
    ),
  fromExisting: ({ constructId, by, value }) =>
    callStatic(
      'aws-ses',
      by === 'arn' ? 'EmailIdentity.fromEmailIdentityArn' : 'EmailIdentity.fromEmailIdentityName',
      ref('this'),
      lit(constructId),
      value,
    ),
  source: 'https://docs.aws.amazon.com/ses/latest/dg/Welcome.html',
});
