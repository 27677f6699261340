import { field } from '../../model/fields.js';
import { sameInEveryLanguage } from '../../model/localized.js';
import { problem, type Problem } from '../../model/problems.js';
import { defineConnection, type ConnectedEnd, type NodeView } from '../define.js';

const lambdaAuthorizers =
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html';

export const authorizerFields = {
  type: field.choice({
    label: { en: 'What the function gets', ja: '関数に渡す内容' },
    options: {
      REQUEST: { en: 'The request', ja: 'リクエスト' },
      TOKEN: { en: 'The token alone', ja: 'トークンのみ' },
    },
    default: 'REQUEST',
    source: lambdaAuthorizers,
  }),
  header: field.text({
    label: { en: 'Header', ja: 'ヘッダー' },
    help: {
      en: 'A request without it is refused at once.',
      ja: 'このヘッダーがないリクエストは、関数を呼び出さずに拒否します。',
    },
    default: 'Authorization',
    required: true,
    code: true,
    pattern: {
      test: /^[A-Za-z0-9-]{1,128}$/,
      hint: { en: 'the name of a header', ja: 'ヘッダーの名前を指定してください。' },
    },
    source: lambdaAuthorizers,
  }),
  resultsTtl: field.seconds({
    label: { en: 'Answers kept for', ja: '結果のキャッシュ期間' },
    min: 0,
    max: 3600,
    default: 300,
    source: lambdaAuthorizers,
  }),
} as const;

/** The API asks code before it calls anything; what uses the answer is the construct of the API. */
export const authorizer = defineConnection({
  kind: 'authorizer',
  label: { en: 'Lambda authorizer', ja: 'Lambda オーソライザー' },
  from: 'authorizedApi',
  to: 'authorizer',
  fields: authorizerFields,
  home: 'from',
  rank: 40,
  tradeOff: {
    en: 'The function decides who may call. Slower and more code than Cognito or IAM; answers are kept for a while.',
    ja: '呼び出しの可否を関数が判断します。Cognito や IAM より遅く、コードも増えますが、結果をキャッシュできます。',
  },
  source: lambdaAuthorizers,
  delivery: () => 'sync',
  prepare: (from) => (from.props['authorization'] === 'LAMBDA' ? {} : { from: { authorization: 'LAMBDA' } }),
  optionsFor: (from) => (from.role.api === 'rest' ? {} : { type: [] }),
  describe: (_from, _to, { header }) => sameInEveryLanguage(header),
  permissions: (from, to) => [
    {
      grantee: from.id,
      actions: ['lambda:InvokeFunction'],
      resources: [{ node: to.id, attribute: 'arn' }],
      byConstruct: true,
    },
  ],
  handlerType: (from) =>
    from.role.api === 'rest' ? 'APIGatewayAuthorizerHandler' : 'APIGatewayRequestSimpleAuthorizerHandlerV2',
  emit: () => [],
});

/** An API that asks code needs exactly one function to ask. */
export function authorizerProblems(
  { props }: NodeView<{ readonly authorization: string }>,
  _incoming: readonly ConnectedEnd[],
  outgoing: readonly ConnectedEnd[],
): readonly Problem[] {
  const count = outgoing.filter(({ connection }) => connection.kind === authorizer.kind).length;
  if (count > 1) return [problem('one-connection-only', { kind: authorizer.label })];
  return props.authorization === 'LAMBDA' && count === 0
    ? [problem('field-required', { field: authorizer.label })]
    : [];
}
