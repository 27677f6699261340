import { nodeId, type NodeId } from '../../model/design.js';
import { resolveProps, type PropsOf } from '../../model/fields.js';
import { problem, type Problem } from '../../model/problems.js';
import { array, call, callStatic, cdk, create, lit, member, object, ref, seconds, sym } from '../../ts-ast/ast.js';
import type { Expr, Statement } from '../../ts-ast/ast.js';
import { restResource } from '../connections/api-proxy.js';
import { authorizerFields } from '../connections/authorizer.js';
import { allowedOrigin, originHeader, preflightOf } from '../connections/cors.js';
import { mockIntegration, restMethodFields } from '../connections/rest-method.js';
import { given, methodField, pathField } from '../connections/shared.js';
import type { ConnectedEnd, Emitter, NodeView } from '../define.js';
import { takenOverFields } from './rest-api-fields.js';

type TakenOver = PropsOf<typeof takenOverFields>;
type Authorized = {
  readonly authorization: 'NONE' | 'IAM' | 'COGNITO' | 'LAMBDA';
  readonly userPool: string | undefined;
};

const routeKinds: ReadonlySet<string> = new Set(['api-proxy', 'api-integration', 'http-proxy']);
const mockRoute = /^(GET|POST|PUT|PATCH|DELETE|ANY) (\/\S*)$/;

const mocksOf = ({ mockRoutes }: TakenOver) =>
  Object.entries(mockRoutes).flatMap(([route, body]) => {
    const [, method, path] = mockRoute.exec(route.trim()) ?? [];
    return method === undefined || path === undefined ? [] : [{ method, path, body }];
  });

/** Whether it answers anything: a RestApi without a method cannot be synthesised. */
export const hasRoute = (props: TakenOver, outgoing: readonly ConnectedEnd[]): boolean =>
  mocksOf(props).length > 0 || outgoing.some(({ connection }) => routeKinds.has(connection.kind));

const limitFields = {
  method: methodField('ANY'),
  path: pathField,
  throttlingRate: restMethodFields.throttlingRate,
  throttlingBurst: restMethodFields.throttlingBurst,
};

/** Options of the stage: limits of single methods, and the cache. */
export function stageOptions(
  { cache, cacheSize, cacheTtl }: TakenOver,
  outgoing: readonly ConnectedEnd[],
): Readonly<Record<string, Expr | undefined>> {
  const limits = outgoing
    .filter(({ connection }) => routeKinds.has(connection.kind))
    .flatMap(({ connection }): [string, Expr][] => {
      const { method, path, throttlingRate, throttlingBurst } = resolveProps(limitFields, jsonOf(connection.props));
      return throttlingRate === undefined && throttlingBurst === undefined
        ? []
        : [
            [
              `${path}/${method === 'ANY' ? '*' : method}`,
              object({
                throttlingRateLimit: throttlingRate === undefined ? undefined : lit(throttlingRate),
                throttlingBurstLimit: throttlingBurst === undefined ? undefined : lit(throttlingBurst),
              }),
            ],
          ];
    });
  return {
    methodOptions: limits.length === 0 ? undefined : object(Object.fromEntries(limits)),
    ...(cache
      ? {
          cachingEnabled: lit(true),
          cacheClusterEnabled: lit(true),
          cacheClusterSize: lit(cacheSize),
          cacheTtl: seconds(cacheTtl),
          cacheDataEncrypted: lit(true),
        }
      : {}),
  };
}

const jsonOf = (props: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(props).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  );

/** Options of the API beyond its name and stage. */
export function takenOverOptions(
  api: NodeView & { readonly props: TakenOver },
  emitter: Emitter,
): Readonly<Record<string, Expr | undefined>> {
  const { binaryMediaTypes, domainName, certificateArn } = api.props;
  return {
    binaryMediaTypes: binaryMediaTypes.length === 0 ? undefined : array(binaryMediaTypes.map(lit)),
    defaultCorsPreflightOptions: preflightOf(api),
    domainName:
      given(domainName) && given(certificateArn)
        ? object({
            domainName: lit(domainName),
            certificate: certificateOf(api.id, certificateArn, emitter),
            securityPolicy: sym('aws-apigateway', 'SecurityPolicy.TLS_1_2'),
          })
        : undefined,
  };
}

/** A certificate that exists. */
export const certificateOf = (id: NodeId, arn: string, emitter: Emitter): Expr =>
  callStatic(
    'aws-certificatemanager',
    'Certificate.fromCertificateArn',
    ref('this'),
    lit(emitter.constructId(id, 'certificate')),
    lit(arn),
  );

/** Who may call the methods, and whether they need a key. */
export function methodDefaults(
  id: NodeId,
  { authorization, userPool, apiKeyRequired }: TakenOver & Authorized,
  outgoing: readonly ConnectedEnd[],
  emitter: Emitter,
): Expr | undefined {
  if (authorization === 'NONE' && !apiKeyRequired) return undefined;
  const code = outgoing.find(({ connection }) => connection.kind === 'authorizer');
  const type = authorization === 'LAMBDA' ? 'CUSTOM' : authorization;
  return object({
    authorizationType: authorization === 'NONE' ? undefined : sym('aws-apigateway', `AuthorizationType.${type}`),
    authorizer:
      authorization === 'COGNITO' && userPool !== undefined
        ? create(
            cdk('aws-apigateway', 'CognitoUserPoolsAuthorizer'),
            ref('this'),
            lit(emitter.constructId(id, 'authorizer')),
            object({ cognitoUserPools: array([emitter.construct(nodeId(userPool))]) }),
          )
        : authorization === 'LAMBDA' && code !== undefined
          ? lambdaAuthorizer(id, code, emitter)
          : undefined,
    apiKeyRequired: apiKeyRequired ? lit(true) : undefined,
  });
}

function lambdaAuthorizer(id: NodeId, { connection, other }: ConnectedEnd, emitter: Emitter): Expr {
  const { type, header, resultsTtl } = resolveProps(authorizerFields, jsonOf(connection.props));
  // A permission of the function would name the API: in two stacks that is a circle, which a role of the API is not.
  const assumeRole = emitter.sameStack(id, other.id)
    ? undefined
    : create(
        cdk('aws-iam', 'Role'),
        ref('this'),
        lit(emitter.constructId(id, 'authorizer', 'role')),
        object({ assumedBy: create(cdk('aws-iam', 'ServicePrincipal'), lit('apigateway.amazonaws.com')) }),
      );
  return create(
    cdk('aws-apigateway', type === 'TOKEN' ? 'TokenAuthorizer' : 'RequestAuthorizer'),
    ref('this'),
    lit(emitter.constructId(id, 'authorizer')),
    object({
      handler: emitter.construct(other.id),
      ...(type === 'TOKEN'
        ? { identitySource: callStatic('aws-apigateway', 'IdentitySource.header', lit(header)) }
        : { identitySources: array([callStatic('aws-apigateway', 'IdentitySource.header', lit(header))]) }),
      resultsCacheTtl: seconds(resultsTtl),
      assumeRole,
    }),
  );
}

/** Resources beside the API: its mock answers, key and usage plan, headers of refusals. */
export function furtherOfRestApi(
  api: NodeView & { readonly props: TakenOver },
  emitter: Emitter,
  self: Expr,
): readonly Statement[] {
  const { id, props } = api;
  const run = (expression: Expr): Statement => ({ type: 'do', expression });
  const cors = originHeader(api);
  const hasCors = Object.keys(cors).length > 0;
  const headers = hasCors ? object(cors) : undefined;
  const mocks = mocksOf(props).map(({ method, path, body }) =>
    run(
      call(
        restResource(self, path),
        'addMethod',
        lit(method),
        mockIntegration('200', body, headers),
        object({
          methodResponses: array([
            object({
              statusCode: lit('200'),
              responseParameters: hasCors
                ? object({ 'method.response.header.Access-Control-Allow-Origin': lit(true) })
                : undefined,
            }),
          ]),
        }),
      ),
    ),
  );
  const origin = allowedOrigin(api);
  // A browser shows a page no error of another origin without this header.
  const refusals =
    origin === undefined
      ? []
      : (['DEFAULT_4XX', 'DEFAULT_5XX'] as const).map((type) =>
          run(
            call(
              self,
              'addGatewayResponse',
              lit(emitter.constructId(id, type)),
              object({
                type: sym('aws-apigateway', `ResponseType.${type}`),
                responseHeaders: object({ 'Access-Control-Allow-Origin': lit(`'${origin}'`) }),
              }),
            ),
          ),
        );
  return [...mocks, ...refusals, ...usagePlan(id, props, emitter, self)];
}

function usagePlan(id: NodeId, props: TakenOver, emitter: Emitter, self: Expr): readonly Statement[] {
  const { apiKeyRequired, quota, quotaPeriod, clientRate, clientBurst } = props;
  if (!apiKeyRequired) return [];
  const isLimited = clientRate !== undefined || clientBurst !== undefined;
  const plan = call(
    self,
    'addUsagePlan',
    lit(emitter.constructId(id, 'usage', 'plan')),
    object({
      apiStages: array([object({ stage: member(self, 'deploymentStage') })]),
      throttle: isLimited
        ? object({
            rateLimit: clientRate === undefined ? undefined : lit(clientRate),
            burstLimit: clientBurst === undefined ? undefined : lit(clientBurst),
          })
        : undefined,
      quota:
        quota === undefined
          ? undefined
          : object({ limit: lit(quota), period: sym('aws-apigateway', `Period.${quotaPeriod}`) }),
    }),
  );
  return [
    {
      type: 'do',
      expression: call(plan, 'addApiKey', call(self, 'addApiKey', lit(emitter.constructId(id, 'key')))),
    },
  ];
}

/** What is missing or wrong in what the API takes over. */
export function takenOverProblems(props: TakenOver & Authorized): readonly Problem[] {
  const wrong = Object.entries(props.mockRoutes).filter(
    ([route, body]) => !mockRoute.test(route.trim()) || !isJson(body),
  );
  return [
    ...(props.authorization === 'COGNITO' && props.userPool === undefined
      ? [problem('field-required', { field: { en: 'User pool', ja: 'ユーザープール' } })]
      : []),
    ...domainProblems(props),
    ...(wrong.length === 0
      ? []
      : [
          problem('field-pattern', {
            field: takenOverFields.mockRoutes.label,
            hint: {
              en: `a route such as "GET /health" with a JSON text: ${wrong.map(([route]) => route).join(', ')}`,
              ja: `「GET /health」のようなルートと JSON を指定してください: ${wrong.map(([route]) => route).join(', ')}`,
            },
          }),
        ]),
  ];
}

/** A domain needs a certificate. */
export const domainProblems = (props: {
  readonly domainName: string | undefined;
  readonly certificateArn: string | undefined;
}): readonly Problem[] =>
  given(props.domainName) && !given(props.certificateArn)
    ? [problem('field-required', { field: takenOverFields.certificateArn.label })]
    : [];

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
