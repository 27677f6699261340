import { nodeId } from '../../model/design.js';
import { field } from '../../model/fields.js';
import { sameInEveryLanguage } from '../../model/localized.js';
import { callStatic, cdk, create, lit, member, object, ref } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { partOfArn } from './existing-arn.js';

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
    configurationSet: field.node({
      label: { en: 'Configuration set', ja: '設定セット' },
      help: { en: 'Tells what becomes of its mail.', ja: '送信したメールの状況を通知します。' },
      services: ['ses-configuration-set'],
      source: 'https://docs.aws.amazon.com/ses/latest/dg/managing-configuration-sets.html',
    }),
  },
  subtitle: ({ props }) => sameInEveryLanguage(props.identity),
  stateful: false,
  roles: {
    userPoolTarget: { by: 'ses' },
    apiIntegration: {
      service: 'email',
      // https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html
      actions: {
        SendEmail: {
          iam: ['ses:SendEmail'],
          path: ['v2/email/outbound-emails'],
          request: ({ props }) => {
            const identity = typeof props['identity'] === 'string' ? props['identity'] : 'example.com';
            const from = identity.includes('@') ? identity : `no-reply@${identity}`;
            return [
              '{',
              `  "FromEmailAddress": ${JSON.stringify(from)},`,
              '  "Destination": { "ToAddresses": [$input.json(\'$.to\')] },',
              '  "Content": {',
              '    "Simple": {',
              '      "Subject": { "Data": $input.json(\'$.subject\') },',
              '      "Body": { "Text": { "Data": $input.json(\'$.text\') } }',
              '    }',
              '  }',
              '}',
            ].join('\n');
          },
        },
      },
      defaultAction: 'SendEmail',
    },
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
    en: 'Mail is sent by a REST API, a state machine or code; this service cannot send any.',
    ja: 'メールは REST API、ステートマシンまたはコードから送信します。このサービスからは送信できません。',
  },
  attributes: (_node, self) => ({ arn: member(self, 'emailIdentityArn'), name: member(self, 'emailIdentityName') }),
  construct: ({ constructId, props, emitter }) =>
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
        configurationSet:
          props.configurationSet === undefined ? undefined : emitter.construct(nodeId(props.configurationSet)),
      }),
    ),
  fromExisting: ({ constructId, by, value }) =>
    callStatic(
      'aws-ses',
      'EmailIdentity.fromEmailIdentityName',
      ref('this'),
      lit(constructId),
      by === 'arn' ? partOfArn(value, 1) : value,
    ),
  source: 'https://docs.aws.amazon.com/ses/latest/dg/Welcome.html',
});
