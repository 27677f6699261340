import { nodeId } from '../../model/design.js';
import type { PropsOf } from '../../model/fields.js';
import { sameInEveryLanguage } from '../../model/localized.js';
import { array, as, call, cdk, create, lit, member, object, ref, sym, template } from '../../ts-ast/ast.js';
import type { Expr, Statement } from '../../ts-ast/ast.js';
import { defineConnection, type EmittedConnection, type Emitter } from '../define.js';
import { networkOfService } from '../services/cloud-map-service.js';
import { listenerOf } from '../services/load-balancer.js';
import { restResource } from './api-proxy.js';
import { cacheKeysOf, methodOptionsOf, pathParametersOf, restMethodFields, restMethodProblems } from './rest-method.js';
import { methodField, pathField, restPathProblems } from './shared.js';

const fields = { method: methodField('ANY'), path: pathField, ...restMethodFields } as const;

export const httpProxy = defineConnection({
  kind: 'http-proxy',
  label: { en: 'HTTP proxy integration', ja: 'HTTP プロキシ統合' },
  from: 'proxySource',
  to: 'httpTarget',
  fields,
  home: 'from',
  rank: 10,
  tradeOff: {
    en: 'Requests are passed on as they are. What is in a VPC is reached by a link, which takes minutes to make.',
    ja: 'リクエストをそのまま転送します。VPC 内には VPC リンクで接続します。リンクの作成には数分かかります。',
  },
  source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-http.html',
  delivery: () => 'sync',
  refuse: (from, to) =>
    from.role.api === 'rest' && (to.role.by === 'cloud-map' || (to.role.by === 'load-balancer' && !isNetwork(to)))
      ? {
          en: 'A REST API reaches a network through a Network Load Balancer; an HTTP API also through the others.',
          ja: 'REST API からは Network Load Balancer を経由して VPC に接続します。それ以外には HTTP API を使用します。',
        }
      : to.node.origin === 'existing' && to.role.by !== 'url'
        ? {
            en: 'The link into the network needs a resource of this design.',
            ja: 'VPC リンクは、この設計で作成するリソースにのみ使用できます。',
          }
        : undefined,
  optionsFor: (from) =>
    from.role.api === 'rest'
      ? {}
      : { requiredParameters: [], bodySchema: [], cacheParameters: [], throttlingRate: [], throttlingBurst: [] },
  initialProps: (_from, to) => ({ method: 'ANY', path: `/${to.id}` }),
  describe: (_from, _to, { method, path }) => sameInEveryLanguage(`${method} ${path}`),
  permissions: () => [],
  problems: ({ from, props }) =>
    from.role.api === 'rest' ? [...restPathProblems(props.path), ...restMethodProblems(props)] : [],
  emit: (connections, emitter) => connections.flatMap((one) => statementsOf(one, emitter)),
});

type Proxy = EmittedConnection<'proxySource', 'httpTarget', PropsOf<typeof fields>>;

const isNetwork = ({ props }: { readonly props: Readonly<Record<string, unknown>> }): boolean =>
  props['type'] === 'network';

function statementsOf(connection: Proxy, emitter: Emitter): readonly Statement[] {
  const { id, from, props } = connection;
  const api = emitter.construct(from.id);
  if (from.role.api === 'rest') {
    const parameters = pathParametersOf(props.path).map((name) => `method.request.path.${name}`);
    return [
      {
        type: 'do',
        expression: call(
          restResource(api, props.path),
          'addMethod',
          lit(props.method),
          restIntegration(connection, emitter),
          object(methodOptionsOf(from, id, props, emitter, parameters)),
        ),
      },
    ];
  }
  return [
    {
      type: 'do',
      expression: call(
        api,
        'addRoutes',
        object({
          path: lit(props.path),
          methods: array([sym('aws-apigatewayv2', `HttpMethod.${props.method}`)]),
          integration: httpIntegration(connection, emitter),
        }),
      ),
    },
  ];
}

function httpIntegration({ from, to, props }: Proxy, emitter: Emitter): Expr {
  const module = 'aws-apigatewayv2-integrations';
  const name = lit(emitter.constructId(props.method, props.path, 'integration'));
  switch (to.role.by) {
    case 'url':
      return create(cdk(module, 'HttpUrlIntegration'), name, lit(urlOf(to)));
    case 'load-balancer': {
      const balancer = emitter.construct(to.id);
      const { vpc } = to.props;
      const network =
        typeof vpc === 'string' ? emitter.construct(nodeId(vpc)) : as(member(balancer, 'vpc'), cdk('aws-ec2', 'Vpc'));
      return create(
        cdk(module, isNetwork(to) ? 'HttpNlbIntegration' : 'HttpAlbIntegration'),
        name,
        listenerOf(balancer, to.props['type']),
        object({ vpcLink: linkInto(network, emitter.construct(from.id)) }),
      );
    }
    case 'cloud-map':
      return create(
        cdk(module, 'HttpServiceDiscoveryIntegration'),
        name,
        emitter.construct(to.id),
        object({ vpcLink: linkInto(networkOfService(to, emitter), emitter.construct(from.id)) }),
      );
  }
}

/** The link of an API into a network: one for all of its routes there, in whatever subnets the network has. */
const linkInto = (vpc: Expr, api: Expr): Expr =>
  call(api, 'addVpcLink', object({ vpc, subnets: object({ subnets: member(call(vpc, 'selectSubnets'), 'subnets') }) }));

/** The parameters of the path go on by the same names. */
function restIntegration({ id, from, to, props }: Proxy, emitter: Emitter): Expr {
  const parameters = pathParametersOf(props.path);
  const options = object({
    cacheKeyParameters: cacheKeysOf(from, props),
    requestParameters:
      parameters.length === 0
        ? undefined
        : object(
            Object.fromEntries(
              parameters.map((name) => [`integration.request.path.${name}`, lit(`method.request.path.${name}`)]),
            ),
          ),
    ...(to.role.by === 'url'
      ? {}
      : {
          connectionType: sym('aws-apigateway', 'ConnectionType.VPC_LINK'),
          vpcLink: create(
            cdk('aws-apigateway', 'VpcLink'),
            ref('this'),
            lit(emitter.constructId(id, 'link')),
            object({ targets: array([emitter.construct(to.id)]) }),
          ),
        }),
  });
  const path = props.path === '/' ? '' : props.path.replaceAll('+}', '}');
  if (to.role.by === 'url')
    return create(
      cdk('aws-apigateway', 'HttpIntegration'),
      lit(urlOf(to)),
      object({ httpMethod: lit(props.method), proxy: lit(true), options }),
    );
  return create(
    cdk('aws-apigateway', 'Integration'),
    object({
      type: sym('aws-apigateway', 'IntegrationType.HTTP_PROXY'),
      integrationHttpMethod: lit(props.method),
      uri: template(
        'http://',
        emitter.attribute(to.id, 'dnsName'),
        `:${typeof to.props['port'] === 'number' ? String(to.props['port']) : '80'}${path}`,
      ),
      options,
    }),
  );
}

/** The address of an endpoint, as a person wrote it. */
const urlOf = ({ props }: { readonly props: Readonly<Record<string, unknown>> }): string => {
  const { url } = props;
  return typeof url === 'string' ? url : '';
};
