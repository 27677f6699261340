import { sameInEveryLanguage } from '../../model/localized.js';
import { array, call, cdk, create, lit, member, object, sym, type Expr } from '../../ts-ast/ast.js';
import { defineConnection } from '../define.js';
import { methodField, pathField, restPathProblems } from './shared.js';

export const apiProxy = defineConnection({
  kind: 'api-proxy',
  label: { en: 'Lambda proxy integration', ja: 'Lambda プロキシ統合' },
  from: 'proxySource',
  to: 'proxyTarget',
  fields: { method: methodField('ANY'), path: pathField },
  home: 'from',
  rank: 10,
  tradeOff: {
    en: 'The function gets the whole request and writes the whole response.',
    ja: '関数がリクエスト全体を受け取り、レスポンス全体を返します。',
  },
  source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html',
  delivery: () => 'sync',
  initialProps: (_from, to) => ({ method: 'ANY', path: `/${to.id}` }),
  describe: (_from, _to, { method, path }) => sameInEveryLanguage(`${method} ${path}`),
  permissions: (from, to) => [
    {
      grantee: from.id,
      actions: ['lambda:InvokeFunction'],
      resources: [{ node: to.id, attribute: 'arn' }],
      byConstruct: true,
    },
  ],
  problems: ({ from, props }) => (from.role.api === 'rest' ? restPathProblems(props.path) : []),
  handlerType: (from) => (from.role.api === 'rest' ? 'APIGatewayProxyHandler' : 'APIGatewayProxyHandlerV2'),
  emit: (connections, emitter) =>
    connections.map(({ from, to, props: { method, path } }) => {
      const api = emitter.construct(from.id);
      const target = emitter.construct(to.id);
      return {
        type: 'do',
        expression:
          from.role.api === 'rest'
            ? call(
                restResource(api, path),
                'addMethod',
                lit(method),
                create(cdk('aws-apigateway', 'LambdaIntegration'), target),
              )
            : call(
                api,
                'addRoutes',
                object({
                  path: lit(path),
                  methods: array([sym('aws-apigatewayv2', `HttpMethod.${method}`)]),
                  integration: create(
                    cdk('aws-apigatewayv2-integrations', 'HttpLambdaIntegration'),
                    lit(emitter.constructId(method, path, 'integration')),
                    target,
                  ),
                }),
              ),
      };
    }),
});

/** The resource of a REST API at a path; made where it does not exist yet. */
export const restResource = (api: Expr, path: string): Expr =>
  path === '/' ? member(api, 'root') : call(member(api, 'root'), 'resourceForPath', lit(path));
