import { field } from '../../model/fields.js';
import { callStatic, cdk, create, lit, member, object, ref } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { dotted } from './shared.js';

const source = 'https://docs.aws.amazon.com/ses/latest/dg/receiving-email-receipt-rules-console-walkthrough.html';

export const sesReceiptRuleSet = defineService({
  type: 'ses-receipt-rule-set',
  cfnType: 'AWS::SES::ReceiptRuleSet',
  category: 'integration',
  icon: 'architecture-service/AmazonSimpleEmailService',
  label: { en: 'SES receipt rule set', ja: 'SES 受信ルールセット' },
  defaultLabel: { en: 'Inbox rules', ja: '受信ルールセット' },
  description: {
    en: 'Receipt rules in order; one set of an account is active',
    ja: '順序付きの受信ルール。有効なルールセットはアカウントに 1 つ',
  },
  keywords: ['email', 'mail', 'receive', 'inbound', 'simple email service', 'メール', '受信'],
  fields: {
    dropSpam: field.boolean({
      label: { en: 'Drop spam first', ja: '最初に迷惑メールを破棄' },
      help: {
        en: 'Adds a rule with a function of the CDK. A set takes effect once it is made active in SES.',
        ja: 'CDK の関数を使用するルールを追加します。ルールセットは SES で有効にすると適用されます。',
      },
      default: false,
      source,
    }),
  },
  subtitle: ({ props }) =>
    dotted('SES', props.dropSpam ? { en: 'drops spam', ja: '迷惑メールを破棄' } : { en: 'inbound', ja: '受信' }),
  stateful: false,
  roles: {},
  refusal: {
    en: 'A rule set is named in the fields of its rules; nothing is sent to it.',
    ja: 'ルールセットは、受信ルールのフィールドで指定します。接続はできません。',
  },
  attributes: (_node, self) => ({ name: member(self, 'receiptRuleSetName') }),
  construct: ({ constructId, props }) =>
    create(
      cdk('aws-ses', 'ReceiptRuleSet'),
      ref('this'),
      lit(constructId),
      ...(props.dropSpam ? [object({ dropSpam: lit(true) })] : []),
    ),
  fromExisting: ({ constructId, value }) =>
    callStatic('aws-ses', 'ReceiptRuleSet.fromReceiptRuleSetName', ref('this'), lit(constructId), value),
  source,
});
