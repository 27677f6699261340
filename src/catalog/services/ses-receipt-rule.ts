import { nodeId } from '../../model/design.js';
import { field, type PropsOf } from '../../model/fields.js';
import { problem } from '../../model/problems.js';
import { array, cdk, create, lit, member, object, ref, sym, type Expr } from '../../ts-ast/ast.js';
import { isReceiptAction, receiptActions } from '../connections/receipt-action.js';
import { given } from '../connections/shared.js';
import { defineService } from '../define.js';
import { dotted } from './shared.js';

const guide = 'https://docs.aws.amazon.com/ses/latest/dg/';
/** https://docs.aws.amazon.com/ses/latest/dg/quotas.html#quotas-email-receiving */
const maxActions = 10;

const fields = {
  recipients: field.list({
    label: { en: 'Recipients', ja: '受信者' },
    help: {
      en: 'Addresses, or domains such as example.com. Empty: all of the verified domains.',
      ja: 'アドレス、または example.com のようなドメインです。空欄の場合、検証済みのすべてのドメインが対象です。',
    },
    source: `${guide}receiving-email-receipt-rules-console-walkthrough.html`,
  }),
  ruleSet: field.node({
    label: { en: 'Rule set', ja: 'ルールセット' },
    help: { en: 'Empty: one of its own.', ja: '空欄の場合、専用のルールセットを作成します。' },
    services: ['ses-receipt-rule-set'],
    source: `${guide}receiving-email-concepts.html`,
  }),
  after: field.node({
    label: { en: 'After the rule', ja: '前のルール' },
    help: {
      en: 'Of the same set. Empty: at the beginning.',
      ja: '同じルールセットのルールです。空欄の場合、先頭になります。',
    },
    services: ['ses-receipt-rule'],
    source: `${guide}receiving-email-concepts.html`,
  }),
  enabled: field.boolean({ label: { en: 'Enabled', ja: '有効' }, default: true }),
  scan: field.boolean({
    label: { en: 'Scan for spam and viruses', ja: '迷惑メールとウイルスのスキャン' },
    default: true,
    source: `${guide}receiving-email-concepts.html`,
  }),
  tls: field.choice({
    label: { en: 'TLS', ja: 'TLS' },
    options: {
      REQUIRE: { en: 'Required', ja: '必須' },
      OPTIONAL: { en: 'Optional', ja: '任意' },
    },
    default: 'REQUIRE',
    source: `${guide}receiving-email-receipt-rules-console-walkthrough.html`,
  }),
  headerName: field.text({
    label: { en: 'Header to add', ja: '追加するヘッダー' },
    help: {
      en: 'Before the other actions. Empty: none.',
      ja: 'ほかのアクションより先に追加します。空欄の場合、追加しません。',
    },
    code: true,
    placeholder: 'X-Received-By',
    pattern: {
      test: /^[A-Za-z0-9-]{1,50}$/,
      hint: { en: '1 to 50 letters, digits and hyphens', ja: '1～50 文字の英数字とハイフン' },
    },
    advanced: true,
    source: `${guide}receiving-email-action-add-header.html`,
  }),
  headerValue: field.text({
    label: { en: 'Value of the header', ja: 'ヘッダーの値' },
    default: 'SES',
    required: true,
    code: true,
    pattern: {
      test: /^[^\r\n]{1,2048}$/,
      hint: { en: 'one line of up to 2,048 characters', ja: '2,048 文字以内の 1 行' },
    },
    advanced: true,
    source: `${guide}receiving-email-action-add-header.html`,
  }),
  bounce: field.choice({
    label: { en: 'Bounce', ja: 'バウンス' },
    options: {
      none: { en: 'None', ja: 'なし' },
      MAILBOX_DOES_NOT_EXIST: { en: 'Mailbox does not exist', ja: 'メールボックスが存在しない' },
      MESSAGE_TOO_LARGE: { en: 'Message too large', ja: 'メッセージが大きすぎる' },
      MAILBOX_FULL: { en: 'Mailbox full', ja: 'メールボックスが満杯' },
      MESSAGE_CONTENT_REJECTED: { en: 'Content rejected', ja: '内容を拒否' },
      TEMPORARY_FAILURE: { en: 'Temporary failure', ja: '一時的な障害' },
    },
    default: 'none',
    advanced: true,
    source: `${guide}receiving-email-action-bounce.html`,
  }),
  bounceSender: field.text({
    label: { en: 'Sender of the bounce', ja: 'バウンスの送信者' },
    default: 'postmaster@example.com',
    required: true,
    pattern: {
      test: /^[^\s@]{1,64}@[^\s@]{1,255}$/,
      hint: { en: 'such as postmaster@example.com', ja: 'postmaster@example.com のような形式' },
    },
    when: {
      field: 'bounce',
      is: [
        'MAILBOX_DOES_NOT_EXIST',
        'MESSAGE_TOO_LARGE',
        'MAILBOX_FULL',
        'MESSAGE_CONTENT_REJECTED',
        'TEMPORARY_FAILURE',
      ],
    },
    advanced: true,
    source: `${guide}receiving-email-action-bounce.html`,
  }),
  workMail: field.text({
    label: { en: 'WorkMail organization', ja: 'WorkMail の組織' },
    help: {
      en: 'ARN of the organization that the mail is handed to. Empty: none.',
      ja: 'メールを渡す組織の ARN です。空欄の場合、渡しません。',
    },
    code: true,
    placeholder: 'arn:aws:workmail:us-east-1:111122223333:organization/m-…',
    pattern: {
      test: /^arn:[^:\s]+:workmail:[^:\s]+:[^:\s]*:organization\/\S+$/,
      hint: { en: 'the ARN of an organization', ja: '組織の ARN を指定してください。' },
    },
    advanced: true,
    source: `${guide}receiving-email-action-workmail.html`,
  }),
  stop: field.boolean({
    label: { en: 'Stop the rule set after it', ja: '以降のルールを実行しない' },
    default: false,
    advanced: true,
    source: `${guide}receiving-email-action-stop.html`,
  }),
} as const;

type Props = PropsOf<typeof fields>;

const actions = (name: string, ...args: Expr[]): Expr => create(cdk('aws-ses-actions', name), ...args);

/** Actions whose end is no resource: before and after those that are drawn. */
function ownActions(props: Props): { readonly before: readonly Expr[]; readonly after: readonly Expr[] } {
  const { headerName, headerValue, bounce, bounceSender, workMail, stop } = props;
  return {
    before: given(headerName) ? [actions('AddHeader', object({ name: lit(headerName), value: lit(headerValue) }))] : [],
    after: [
      ...(bounce === 'none'
        ? []
        : [
            actions(
              'Bounce',
              object({ template: sym('aws-ses-actions', `BounceTemplate.${bounce}`), sender: lit(bounceSender) }),
            ),
          ]),
      ...(given(workMail) ? [actions('WorkMail', object({ organizationArn: lit(workMail) }))] : []),
      ...(stop ? [actions('Stop')] : []),
    ],
  };
}

export const sesReceiptRule = defineService({
  type: 'ses-receipt-rule',
  cfnType: 'AWS::SES::ReceiptRule',
  category: 'integration',
  icon: 'architecture-service/AmazonSimpleEmailService',
  label: { en: 'SES receipt rule', ja: 'SES 受信ルール' },
  defaultLabel: { en: 'Inbound mail', ja: '受信メール' },
  description: { en: 'Deals with mail that arrives at a domain', ja: 'ドメイン宛に届いたメールを処理' },
  keywords: ['email', 'mail', 'receive', 'inbound', 'simple email service', 'メール', '受信'],
  fields,
  subtitle: ({ props }) => dotted('SES', props.recipients[0] ?? { en: 'all recipients', ja: 'すべての受信者' }),
  stateful: false,
  roles: { receiptRule: {} },
  refusal: {
    en: 'A receipt rule deals with mail that arrives; this service cannot send it any.',
    ja: '受信ルールは届いたメールを処理します。このサービスからは送信できません。',
  },
  attributes: (_node, self) => ({ name: member(self, 'receiptRuleName') }),
  problemsInPlace: ({ props }, _incoming, outgoing) => {
    const own = ownActions(props);
    const count = outgoing.filter(isReceiptAction).length + own.before.length + own.after.length;
    return [
      ...(count === 0 ? [problem('without-action', {})] : []),
      ...(count > maxActions ? [problem('too-many-actions', { count, max: maxActions })] : []),
    ];
  },
  construct: ({ id, constructId, props, emitter, outgoing }) => {
    const own = ownActions(props);
    return create(
      cdk('aws-ses', 'ReceiptRule'),
      ref('this'),
      lit(constructId),
      object({
        ruleSet:
          props.ruleSet === undefined
            ? create(cdk('aws-ses', 'ReceiptRuleSet'), ref('this'), lit(emitter.constructId(id, 'rules')))
            : emitter.construct(nodeId(props.ruleSet)),
        after: props.after === undefined ? undefined : emitter.construct(nodeId(props.after)),
        recipients: props.recipients.length === 0 ? undefined : array(props.recipients.map(lit)),
        enabled: props.enabled ? undefined : lit(false),
        scanEnabled: lit(props.scan),
        tlsPolicy: sym('aws-ses', `TlsPolicy.${props.tls}`),
        actions: array([...own.before, ...receiptActions(outgoing, emitter), ...own.after]),
      }),
    );
  },
  source: `${guide}receiving-email.html`,
});
