import { field } from '../../model/fields.js';
import { sameInEveryLanguage } from '../../model/localized.js';
import { call, cdk, create, lit, object } from '../../ts-ast/ast.js';
import { defineConnection } from '../define.js';

/** Which messages of a WebSocket API a connection is for. */
export const routeKeyField = field.text({
  label: { en: 'Route key', ja: 'ルートキー' },
  help: {
    en: 'What the selection expression gives, or one of the three that API Gateway knows.',
    ja: 'ルート選択式の値、または API Gateway の定義済みルートです。',
  },
  default: '$default',
  required: true,
  code: true,
  suggestions: ['$default', '$connect', '$disconnect'],
  pattern: {
    test: /^(?:\$(?:default|connect|disconnect)|[A-Za-z0-9_.-]{1,100})$/,
    hint: { en: 'a word such as sendMessage', ja: 'sendMessage のような文字列を指定してください。' },
  },
});

export const websocketRoute = defineConnection({
  kind: 'websocket-route',
  label: { en: 'WebSocket route', ja: 'WebSocket ルート' },
  from: 'webSocketApi',
  to: 'proxyTarget',
  fields: {
    routeKey: routeKeyField,
  },
  home: 'from',
  rank: 10,
  tradeOff: {
    en: 'The function gets each message of the route, with the id of its connection.',
    ja: '関数が、ルートの各メッセージを接続 ID とともに受け取ります。',
  },
  source:
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-routes-integrations.html',
  delivery: () => 'sync',
  describe: (_from, _to, { routeKey }) => sameInEveryLanguage(routeKey),
  permissions: (from, to) => [
    {
      grantee: from.id,
      actions: ['lambda:InvokeFunction'],
      resources: [{ node: to.id, attribute: 'arn' }],
      byConstruct: true,
    },
  ],
  handlerType: () => 'APIGatewayProxyWebsocketHandlerV2',
  emit: (connections, emitter) =>
    connections.map(({ from, to, props: { routeKey } }) => ({
      type: 'do',
      expression: call(
        emitter.construct(from.id),
        'addRoute',
        lit(routeKey),
        object({
          integration: create(
            cdk('aws-apigatewayv2-integrations', 'WebSocketLambdaIntegration'),
            lit(emitter.constructId(from.id, routeKey, 'integration')),
            emitter.construct(to.id),
          ),
        }),
      ),
    })),
});
