import { lookup } from '../../model/design.js';
import { endOf } from '../../system/nodes.js';
import { apiName } from '../functions.js';
import { carried, defineTransportRule } from '../transport.js';

const integrations =
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integration-requests.html';

export const websocketDirectIntegration = defineTransportRule({
  id: 'websocket-direct-integration',
  title: { en: 'The WebSocket API can call "{target}" itself', ja: 'WebSocket API から「{target}」を直接呼び出せます' },
  what: {
    en: '"{lambda}" only passes messages of "{source}" on to "{target}". An AWS integration of the route ({action}) can take its place.',
    ja: '「{lambda}」は、「{source}」のメッセージを「{target}」に転送しているだけです。ルートの AWS のサービス統合 ({action}) に置き換えられます。',
  },
  why: {
    en: 'No function runs for a message, a connection or a disconnection. The role of the API needs only {action} on "{target}".',
    ja: 'メッセージ、接続、切断のたびに関数を実行する必要がありません。API のロールに必要なアクセス許可は、「{target}」に対する {action} だけです。',
  },
  tradeOff: {
    en: 'A mapping template (VTL) is harder to test than code. Nothing retries, and the caller gets no answer.',
    ja: 'マッピングテンプレート (VTL) は、コードよりテストが難しくなります。再試行は行われず、呼び出し元への応答もありません。',
  },
  source: {
    url: integrations,
    title: { en: 'Integrations of a WebSocket API', ja: 'WebSocket API の統合' },
    date: '2026-11-25',
  },
  via: ['websocket-route'],
  then: {
    en: 'If that is all, the route can make the call itself.',
    ja: '転送だけであれば、ルートから直接呼び出せます。',
  },
  integrations: ({ call }) => {
    const end = endOf(call.target, 'apiIntegration');
    if (end === undefined || lookup(end.role.actions, apiName(call.action)) === undefined) return [];
    return [
      {
        kind: 'websocket-integration',
        mechanism: 'apigw-websocket-aws-integration',
        language: 'template',
        passThrough:
          ['sendMessage', 'startExecution'].includes(call.action) && call.target.props['queueType'] !== 'fifo',
        gap: { mapping: 'missing' },
        props: (trigger, written) => ({
          ...carried('routeKey')(trigger, written),
          action: apiName(call.action),
        }),
        limits: [
          {
            text: {
              en: 'A call takes 29 seconds at most, and a message has 128 KB at most.',
              ja: '呼び出しは 29 秒まで、メッセージは 128 KB までです。',
            },
            state: 'check',
            source:
              'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html',
          },
          {
            text: {
              en: 'Callers that wait for an answer on the connection no longer get one.',
              ja: '接続上での応答を待つ呼び出し元には、応答が返らなくなります。',
            },
            state: 'check',
          },
        ],
      },
    ];
  },
  examples: {
    hits: [
      'websocket-api Chat -> lambda-function Send(work: transport, mapping: none) -> sqs-queue Jobs',
      'websocket-api Chat -websocket-route(routeKey: $connect)-> lambda-function Join(work: transport, mapping: picks) -> dynamodb-table Connections',
      'websocket-api Chat -> lambda-function Send(work: unknown) -> sqs-queue Jobs',
    ],
    misses: [
      'websocket-api Chat -> lambda-function Talk(work: transform) -> dynamodb-table Rooms',
      'websocket-api Chat -> lambda-function Talk(work: transport)',
      'websocket-api Chat -> sqs-queue Jobs',
    ],
  },
});
