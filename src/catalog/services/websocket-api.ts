import { field } from '../../model/fields.js';
import { call, cdk, create, lit, member, object, ref, template } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { stageFields, stageOptions, webSocketLogFormat } from './api-stage.js';
import { dotted } from './shared.js';

export const websocketApi = defineService({
  type: 'websocket-api',
  cfnType: 'AWS::ApiGatewayV2::Api',
  category: 'api',
  icon: 'architecture-service/AmazonAPIGateway',
  label: { en: 'WebSocket API', ja: 'WebSocket API' },
  defaultLabel: { en: 'Live', ja: 'ライブ' },
  description: {
    en: 'Keeps connections open, so that messages go both ways',
    ja: '接続を維持し、双方向にメッセージを送受信',
  },
  keywords: ['api gateway', 'socket', 'realtime', 'push', 'chat', 'リアルタイム', '双方向', 'チャット'],
  fields: {
    description: field.text({ label: { en: 'Description', ja: '説明' } }),
    routeSelection: field.text({
      label: { en: 'Route selection expression', ja: 'ルート選択式' },
      default: '$request.body.action',
      required: true,
      code: true,
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-routes.html',
    }),
    stageName: field.text({
      label: { en: 'Stage', ja: 'ステージ' },
      default: 'prod',
      required: true,
      code: true,
      pattern: {
        test: /^[A-Za-z0-9_-]{1,128}$/,
        hint: { en: 'letters, digits, _ and -', ja: '英数字、_、- だけを使用してください。' },
      },
    }),
    ...stageFields('https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-protect.html'),
  },
  subtitle: ({ props }) => dotted('WebSocket', props.stageName),
  stateful: false,
  roles: {
    entryPoint: {},
    webSocketApi: {},
    sdkTarget: {
      service: 'apigatewaymanagementapi',
      codeOnly: true,
      actions: {
        postToConnection: {
          iam: ['execute-api:ManageConnections'],
          required: ['ConnectionId', 'Data'],
          resource: { parameter: 'Endpoint', attribute: 'callbackUrl' },
          arn: { attribute: 'connectionsArn' },
          writes: true,
          async: true,
        },
        invoke: {
          iam: ['execute-api:ManageConnections', 'execute-api:Invoke'],
          required: ['ApiEndpoint', 'Method'],
          resource: { parameter: 'ApiEndpoint', attribute: 'host' },
          arn: { attribute: 'connectionsArn' },
          sample: {
            ApiEndpoint: '{resource}',
            Stage: '{resource.stageName}',
            Method: 'POST',
            Path: '{% "/@connections/" & $states.input.connectionId %}',
            RequestBody: '{% $states.input.message %}',
            AuthType: 'IAM_ROLE',
          },
          writes: true,
        },
      },
      defaultAction: 'postToConnection',
      // https://docs.aws.amazon.com/step-functions/latest/dg/connect-api-gateway.html
      optimized: [
        {
          resource: 'arn:aws:states:::apigateway:invoke',
          action: 'invoke',
          patterns: ['REQUEST_RESPONSE', 'WAIT_FOR_TASK_TOKEN'],
        },
      ],
    },
  },
  refusal: {
    en: 'Messages to connected clients are sent by code and workflows; this service cannot send any.',
    ja: '接続中のクライアントへのメッセージは、コードとワークフローから送信します。このサービスからは送信できません。',
  },
  attributes: ({ props: { stageName } }, self) => {
    const id = member(self, 'apiId');
    const stack = ref('this');
    const host = (scheme: string) =>
      template(
        `${scheme}://`,
        id,
        '.execute-api.',
        member(stack, 'region'),
        '.',
        member(stack, 'urlSuffix'),
        `/${stageName}`,
      );
    return {
      id,
      host: template(id, '.execute-api.', member(stack, 'region'), '.', member(stack, 'urlSuffix')),
      stageName: lit(stageName),
      url: host('wss'),
      callbackUrl: host('https'),
      connectionsArn: call(
        stack,
        'formatArn',
        object({
          service: lit('execute-api'),
          resource: id,
          resourceName: lit(`${stageName}/POST/@connections/*`),
        }),
      ),
    };
  },
  permissionsBy: { principal: 'apigateway.amazonaws.com' },
  construct: ({ constructId, props, label }) =>
    create(
      cdk('aws-apigatewayv2', 'WebSocketApi'),
      ref('this'),
      lit(constructId),
      object({
        apiName: lit(label.trim() === '' ? constructId : label),
        description: props.description === undefined || props.description === '' ? undefined : lit(props.description),
        routeSelectionExpression: lit(props.routeSelection),
      }),
    ),
  further: ({ id, props, emitter }, self) => [
    {
      type: 'do',
      expression: create(
        cdk('aws-apigatewayv2', 'WebSocketStage'),
        ref('this'),
        lit(emitter.constructId(id, 'stage')),
        object({
          webSocketApi: self,
          stageName: lit(props.stageName),
          autoDeploy: lit(true),
          ...stageOptions(id, props, webSocketLogFormat, emitter),
        }),
      ),
    },
  ],
  source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api.html',
});
