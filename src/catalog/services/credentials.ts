import { nodeId } from '../../model/design.js';
import { field } from '../../model/fields.js';
import { problem, type Problem } from '../../model/problems.js';
import { call, callStatic, lit, object, type Expr } from '../../ts-ast/ast.js';
import { arnOf } from '../arn.js';
import type { ConnectedEnd, Emitter, NodeView } from '../define.js';
import type { Needed } from '../roles/pipe.js';

/** A secret that holds user name and password as JSON, drawn or by name. */
export const credentialsFields = {
  credentials: field.node({
    label: { en: 'Credentials', ja: '認証情報' },
    help: {
      en: 'A secret with a user name. Empty: the one that is named.',
      ja: 'ユーザー名を持つシークレットです。空欄の場合、名前で指定したシークレットを使用します。',
    },
    services: ['secret'],
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html',
  }),
  secretName: field.text({
    label: { en: 'Name of the secret', ja: 'シークレットの名前' },
    help: {
      en: 'A secret in Secrets Manager that exists, with username and password; used where none is chosen.',
      ja: 'Secrets Manager の既存のシークレットで、username と password を保存したものです。シークレットを選択していない場合に使用します。',
    },
    default: 'broker-credentials',
    required: true,
    code: true,
    advanced: true,
    pattern: {
      test: /^[A-Za-z0-9/_+=.@-]{1,512}$/,
      hint: { en: 'the name of a secret', ja: 'シークレットの名前' },
    },
    source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/create_secret.html',
  }),
} as const;

const drawn = ({ props }: NodeView): string | undefined =>
  typeof props['credentials'] === 'string' ? props['credentials'] : undefined;
const named = ({ props }: NodeView): string => (typeof props['secretName'] === 'string' ? props['secretName'] : '');

export function secretArn(node: NodeView, emitter: Emitter): Expr {
  const secret = drawn(node);
  return secret === undefined
    ? arnOf(`arn:{partition}:secretsmanager:{region}:{account}:secret:${named(node)}`)
    : emitter.attribute(nodeId(secret), 'arn');
}

/** A value of the secret, which CloudFormation fills in. */
export function secretValue(node: NodeView, key: 'username' | 'password', emitter: Emitter): Expr {
  const secret = drawn(node);
  return call(
    callStatic(
      '',
      'SecretValue.secretsManager',
      secret === undefined ? lit(named(node)) : emitter.attribute(nodeId(secret), 'arn'),
      object({ jsonField: lit(key) }),
    ),
    'unsafeUnwrap',
  );
}

/** To read it. The name of a secret is followed by six characters in its ARN. */
export function readsSecret(node: NodeView): Needed {
  const secret = drawn(node);
  const actions = ['secretsmanager:GetSecretValue'];
  return secret === undefined
    ? {
        actions,
        resources: [],
        arns: [`arn:{partition}:secretsmanager:{region}:{account}:secret:${named(node)}-??????`],
      }
    : { actions, resources: [{ node: nodeId(secret), attribute: 'arn' }] };
}

/** A secret that holds only a password says not whose it is. */
export const credentialsProblems = (outgoing: readonly ConnectedEnd[]): readonly Problem[] =>
  outgoing
    .filter(
      ({ connection, service, other }) =>
        connection.kind === 'reference' &&
        service.type === 'secret' &&
        other.node.origin === 'created' &&
        (other.props['userName'] ?? '') === '',
    )
    .map(({ other }) => problem('secret-without-user', { secret: other.label }));
