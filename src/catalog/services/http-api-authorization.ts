import { nodeId, type NodeId } from '../../model/design.js';
import { field, resolveProps, type PropsOf } from '../../model/fields.js';
import { array, callStatic, cdk, create, lit, object, seconds, sym, type Expr } from '../../ts-ast/ast.js';
import { authorizerFields } from '../connections/authorizer.js';
import { given } from '../connections/shared.js';
import type { ConnectedEnd, Emitter } from '../define.js';

const jwt = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html';

/** Whose tokens an HTTP API takes, and whose pages may call it. */
export const httpAuthorizationFields = {
  issuer: field.text({
    label: { en: 'Issuer', ja: '発行者 (issuer)' },
    placeholder: 'https://login.example.com',
    code: true,
    required: true,
    pattern: {
      test: /^https:\/\/\S+$/,
      hint: { en: 'it begins with https://', ja: 'https:// で始まる URL を指定してください。' },
    },
    when: { field: 'authorization', is: ['JWT'] },
    source: jwt,
  }),
  audience: field.list({
    label: { en: 'Audience', ja: '対象者 (audience)' },
    when: { field: 'authorization', is: ['JWT'] },
    source: jwt,
  }),
  corsOrigins: field.list({
    label: { en: 'Allowed origins (CORS)', ja: '許可するオリジン (CORS)' },
    help: {
      en: 'Whose pages may call it from a browser.',
      ja: 'ブラウザからの呼び出しを許可するページのオリジンです。',
    },
    suggestions: ['*', 'https://www.example.com'],
    advanced: true,
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html',
  }),
} as const;

const module = 'aws-apigatewayv2-authorizers';

type Props = PropsOf<typeof httpAuthorizationFields> & {
  readonly authorization: 'NONE' | 'IAM' | 'COGNITO' | 'JWT' | 'LAMBDA';
  readonly userPool: string | undefined;
};

/** Who may call the routes; undefined: anyone. */
export function authorizerOf(
  id: NodeId,
  { authorization, userPool, issuer, audience }: Props,
  outgoing: readonly ConnectedEnd[],
  emitter: Emitter,
): Expr | undefined {
  const name = (): Expr => lit(emitter.constructId(id, 'authorizer'));
  switch (authorization) {
    case 'NONE':
      return undefined;
    case 'IAM':
      return create(cdk(module, 'HttpIamAuthorizer'));
    case 'COGNITO':
      return userPool === undefined
        ? undefined
        : create(cdk(module, 'HttpUserPoolAuthorizer'), name(), emitter.construct(nodeId(userPool)));
    case 'JWT':
      return given(issuer)
        ? create(
            cdk(module, 'HttpJwtAuthorizer'),
            name(),
            lit(issuer),
            object({ jwtAudience: array(audience.map(lit)) }),
          )
        : undefined;
    case 'LAMBDA': {
      const end = outgoing.find(({ connection }) => connection.kind === 'authorizer');
      return end === undefined ? undefined : lambdaAuthorizer(end, name(), emitter);
    }
  }
}

function lambdaAuthorizer({ connection: { props }, other }: ConnectedEnd, name: Expr, emitter: Emitter): Expr {
  const { header, resultsTtl } = props;
  const known = resolveProps(authorizerFields, {
    ...(typeof header === 'string' ? { header } : {}),
    ...(typeof resultsTtl === 'number' ? { resultsTtl } : {}),
  });
  return create(
    cdk(module, 'HttpLambdaAuthorizer'),
    name,
    emitter.construct(other.id),
    object({
      responseTypes: array([sym(module, 'HttpLambdaResponseType.SIMPLE')]),
      identitySource: array([lit(`$request.header.${known.header}`)]),
      resultsCacheTtl: seconds(known.resultsTtl),
    }),
  );
}

/** What it answers to the question of a browser before the request. */
export const corsOf = (origins: readonly string[]): Expr | undefined =>
  origins.length === 0
    ? undefined
    : object({
        allowOrigins: array(origins.map(lit)),
        allowMethods: array([sym('aws-apigatewayv2', 'CorsHttpMethod.ANY')]),
        allowHeaders: array(['content-type', 'authorization'].map(lit)),
        maxAge: callStatic('', 'Duration.hours', lit(1)),
      });
