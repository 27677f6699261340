import { field, resolveProps } from '../../model/fields.js';
import { array, call, cdk, create, lit, member, object, ref, sym, type Expr } from '../../ts-ast/ast.js';
import { defineConnection, type ConnectedEnd, type Emitter, type RoleOf } from '../define.js';
import { given } from './shared.js';

const guide = 'https://docs.aws.amazon.com/ses/latest/dg/';

const fields = {
  position: field.number({
    label: { en: 'Position', ja: '順番' },
    help: { en: 'Actions of a rule are done in this order.', ja: 'アクションはこの順番で実行されます。' },
    min: 1,
    max: 10,
    default: 1,
    unit: 'count',
    source: `${guide}receiving-email-concepts.html`,
  }),
  prefix: field.text({
    label: { en: 'Prefix of the object key', ja: 'オブジェクトキーのプレフィックス' },
    code: true,
    placeholder: 'mail/',
    source: `${guide}receiving-email-action-s3.html`,
  }),
  encoding: field.choice({
    label: { en: 'Encoding', ja: 'エンコーディング' },
    options: { UTF8: { en: 'UTF-8', ja: 'UTF-8' }, BASE64: { en: 'Base64', ja: 'Base64' } },
    default: 'UTF8',
    source: `${guide}receiving-email-action-sns.html`,
  }),
  invocation: field.choice({
    label: { en: 'Invocation', ja: '呼び出し' },
    options: {
      EVENT: { en: 'Asynchronous', ja: '非同期' },
      REQUEST_RESPONSE: {
        en: 'Synchronous: its answer can stop the rule set',
        ja: '同期: 応答でルールセットを停止できる',
      },
    },
    default: 'EVENT',
    source: `${guide}receiving-email-action-lambda.html`,
  }),
} as const;

const fieldOf = { bucket: 'prefix', topic: 'encoding', function: 'invocation' } as const;

const iam: Readonly<Record<RoleOf<'receiptAction'>['resource'], { actions: readonly string[]; suffix?: string }>> = {
  bucket: { actions: ['s3:PutObject'], suffix: '/*' },
  topic: { actions: ['sns:Publish'] },
  function: { actions: ['lambda:InvokeFunction'] },
};

export const receiptAction = defineConnection({
  kind: 'receipt-action',
  label: { en: 'Receipt action', ja: '受信アクション' },
  from: 'receiptRule',
  to: 'receiptAction',
  fields,
  home: 'from',
  rank: 10,
  tradeOff: {
    en: 'The whole mail in a bucket; a topic gets up to 150 KB, a function only the headers.',
    ja: 'バケットにはメール全体を保存します。トピックは 150 KB まで、関数が受け取るのはヘッダーだけです。',
  },
  source: `${guide}receiving-email-action.html`,
  delivery: (_from, to, { invocation }) =>
    to.role.resource === 'function' && invocation === 'REQUEST_RESPONSE' ? 'sync' : 'async',
  refuse: (_from, to) =>
    to.props['topicType'] === 'fifo'
      ? { en: 'SES publishes to standard topics only.', ja: 'SES が発行できるのは標準トピックだけです。' }
      : undefined,
  optionsFor: (_from, to) =>
    Object.fromEntries(
      Object.values(fieldOf)
        .filter((name) => name !== fieldOf[to.role.resource])
        .map((name) => [name, []]),
    ),
  describe: (_from, to, { prefix }) =>
    to.role.resource === 'bucket' && given(prefix)
      ? { en: `mail ${prefix}`, ja: `メール ${prefix}` }
      : { en: 'mail', ja: 'メール' },
  // SES is allowed by the policy of what it writes to.
  permissions: (from, to) => {
    const { actions, suffix } = iam[to.role.resource];
    const resource = { node: to.id, attribute: 'arn', ...(suffix === undefined ? {} : { suffix }) };
    return [{ grantee: from.id, actions, resources: [resource], byConstruct: true }];
  },
  handlerType: () => 'SESHandler',
  emit: (connections, emitter) =>
    connections.flatMap(({ to }) =>
      to.role.resource === 'topic' && to.node.origin === 'created' ? [allowSes(emitter.construct(to.id))] : [],
    ),
});

/** The action of the CDK leaves the topic as it is: https://docs.aws.amazon.com/ses/latest/dg/receiving-email-permissions.html */
const allowSes = (topic: Expr) => ({
  type: 'do' as const,
  expression: call(
    topic,
    'addToResourcePolicy',
    create(
      cdk('aws-iam', 'PolicyStatement'),
      object({
        actions: array([lit('sns:Publish')]),
        principals: array([create(cdk('aws-iam', 'ServicePrincipal'), lit('ses.amazonaws.com'))]),
        resources: array([member(topic, 'topicArn')]),
        conditions: object({ StringEquals: object({ 'aws:SourceAccount': member(ref('this'), 'account') }) }),
      }),
    ),
  ),
});

export const isReceiptAction = ({ connection }: ConnectedEnd): boolean => connection.kind === 'receipt-action';

/** The actions of a receipt rule that are drawn, in their order. */
export const receiptActions = (outgoing: readonly ConnectedEnd[], emitter: Emitter): readonly Expr[] =>
  outgoing
    .filter(isReceiptAction)
    .map((end) => ({ ...end, props: resolveProps(fields, end.connection.props) }))
    .sort((a, b) => a.props.position - b.props.position)
    .flatMap(({ other, service, props: { prefix, encoding, invocation } }) => {
      const role = service.roles.receiptAction;
      if (role === undefined) return [];
      return [
        create(
          role.construct,
          object({
            [role.resource]: emitter.construct(other.id),
            objectKeyPrefix: role.resource === 'bucket' && given(prefix) ? lit(prefix) : undefined,
            encoding: role.resource === 'topic' ? sym('aws-ses-actions', `EmailEncoding.${encoding}`) : undefined,
            invocationType:
              role.resource === 'function' ? sym('aws-ses-actions', `LambdaInvocationType.${invocation}`) : undefined,
          }),
        ),
      ];
    });
