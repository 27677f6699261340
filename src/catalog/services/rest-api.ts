import { nodeId } from '../../model/design.js';
import { field } from '../../model/fields.js';
import { problem } from '../../model/problems.js';
import { array, call, callStatic, cdk, create, json, lit, member, object, ref, sym } from '../../ts-ast/ast.js';
import { routeArn, routeResource } from '../connections/http-parameters.js';
import { defineService } from '../define.js';
import { dotted, logRetention, logRetentionField, removalPolicy } from './shared.js';

const quotas = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html';

export const restApi = defineService({
  type: 'rest-api',
  cfnType: 'AWS::ApiGateway::RestApi',
  category: 'api',
  icon: 'architecture-service/AmazonAPIGateway',
  label: { en: 'REST API', ja: 'REST API' },
  defaultLabel: { en: 'API', ja: 'API' },
  description: {
    en: 'Answers HTTP requests; calls AWS services itself, with mapping templates',
    ja: 'HTTP リクエストに応答。マッピングテンプレートで AWS のサービスを直接呼び出し可能',
  },
  keywords: ['api gateway', 'http', 'endpoint', 'vtl', 'エンドポイント', 'リクエスト', 'マッピングテンプレート'],
  fields: {
    description: field.text({ label: { en: 'Description', ja: '説明' } }),
    endpointType: field.choice({
      label: { en: 'Endpoint type', ja: 'エンドポイントタイプ' },
      options: { REGIONAL: { en: 'Regional', ja: 'リージョン' }, EDGE: { en: 'Edge-optimized', ja: 'エッジ最適化' } },
      default: 'REGIONAL',
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-endpoint-types.html',
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
    authorization: field.choice({
      label: { en: 'Authorization', ja: '認可' },
      options: {
        NONE: { en: 'None', ja: 'なし' },
        IAM: { en: 'IAM', ja: 'IAM' },
        COGNITO: { en: 'Cognito user pool', ja: 'Cognito ユーザープール' },
      },
      default: 'NONE',
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
    }),
    userPool: field.node({
      label: { en: 'User pool', ja: 'ユーザープール' },
      services: ['user-pool'],
      when: { field: 'authorization', is: ['COGNITO'] },
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-integrate-with-cognito.html',
    }),
    throttlingRate: field.number({
      label: { en: 'Requests per second', ja: '1 秒あたりのリクエスト数' },
      min: 1,
      max: 10_000,
      unit: 'count',
      advanced: true,
      source: quotas,
    }),
    throttlingBurst: field.number({
      label: { en: 'Burst', ja: 'バースト' },
      min: 1,
      max: 5_000,
      unit: 'count',
      advanced: true,
      source: quotas,
    }),
    accessLogs: field.boolean({
      label: { en: 'Access logs', ja: 'アクセスログ' },
      default: true,
      advanced: true,
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
    }),
    logRetention: { ...logRetentionField, when: { field: 'accessLogs', is: [true] } },
  },
  subtitle: ({ props }) => dotted('REST', props.authorization === 'NONE' ? '' : props.authorization, props.stageName),
  problems: ({ props }) =>
    props.authorization === 'COGNITO' && props.userPool === undefined
      ? [problem('field-required', { field: { en: 'User pool', ja: 'ユーザープール' } })]
      : [],
  stateful: false,
  roles: {
    restApi: {},
    proxySource: { api: 'rest' },
    entryPoint: {},
    origin: { by: 'rest-api' },
    pipeEnrichment: {
      iam: ['execute-api:Invoke'],
      http: 'route',
      target: routeArn,
      permissions: (node, props) => [{ actions: ['execute-api:Invoke'], resources: [routeResource(node, props)] }],
    },
    pipeTarget: {
      parameters: 'HttpParameters',
      iam: ['execute-api:Invoke'],
      http: 'route',
      target: routeArn,
      permissions: (node, props) => [{ actions: ['execute-api:Invoke'], resources: [routeResource(node, props)] }],
    },
  },
  refusal: {
    en: 'A REST API answers requests from outside; nothing in the design sends to it.',
    ja: 'REST API は外部からのリクエストに応答します。設計内のサービスからは接続できません。',
  },
  attributes: (_node, self) => ({
    id: member(self, 'restApiId'),
    url: member(self, 'url'),
    // Of what its callers call: stage, method and path follow.
    executeArn: call(
      ref('this'),
      'formatArn',
      object({ service: lit('execute-api'), resource: member(self, 'restApiId') }),
    ),
  }),
  permissionsBy: { principal: 'apigateway.amazonaws.com' },
  construct: ({ id, constructId, props, label, emitter, outgoing }) => {
    const common = {
      restApiName: lit(label.trim() === '' ? constructId : label),
      description: props.description === undefined || props.description === '' ? undefined : lit(props.description),
      endpointConfiguration: object({
        types: { type: 'array', items: [sym('aws-apigateway', `EndpointType.${props.endpointType}`)] } as const,
      }),
      cloudWatchRole: props.accessLogs ? lit(true) : undefined,
      deployOptions: object({
        stageName: lit(props.stageName),
        tracingEnabled: lit(true),
        throttlingRateLimit: props.throttlingRate === undefined ? undefined : lit(props.throttlingRate),
        throttlingBurstLimit: props.throttlingBurst === undefined ? undefined : lit(props.throttlingBurst),
        ...(props.accessLogs
          ? {
              loggingLevel: sym('aws-apigateway', 'MethodLoggingLevel.ERROR'),
              accessLogDestination: create(
                cdk('aws-apigateway', 'LogGroupLogDestination'),
                create(
                  cdk('aws-logs', 'LogGroup'),
                  ref('this'),
                  lit(emitter.constructId(id, 'access', 'logs')),
                  object({ retention: logRetention(props.logRetention), removalPolicy: removalPolicy('destroy') }),
                ),
              ),
              accessLogFormat: callStatic('aws-apigateway', 'AccessLogFormat.jsonWithStandardFields'),
            }
          : {}),
      }),
    };
    // A RestApi without a method cannot be synthesised: until a route is drawn, the API answers 501 on its root.
    if (!outgoing.some(({ connection }) => connection.kind === 'api-proxy' || connection.kind === 'api-integration'))
      return create(
        cdk('aws-apigateway', 'SpecRestApi'),
        ref('this'),
        lit(constructId),
        object({
          apiDefinition: callStatic('aws-apigateway', 'ApiDefinition.fromInline', json(noRoutes(label))),
          ...common,
        }),
      );
    return create(
      cdk('aws-apigateway', 'RestApi'),
      ref('this'),
      lit(constructId),
      object({
        ...common,
        defaultMethodOptions:
          props.authorization === 'NONE'
            ? undefined
            : object({
                authorizationType: sym('aws-apigateway', `AuthorizationType.${props.authorization}`),
                authorizer:
                  props.authorization === 'COGNITO' && props.userPool !== undefined
                    ? create(
                        cdk('aws-apigateway', 'CognitoUserPoolsAuthorizer'),
                        ref('this'),
                        lit(emitter.constructId(id, 'authorizer')),
                        object({ cognitoUserPools: array([emitter.construct(nodeId(props.userPool))]) }),
                      )
                    : undefined,
              }),
      }),
    );
  },
  source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-rest-api.html',
});

const noRoutes = (title: string) => ({
  openapi: '3.0.1',
  info: { title: title.trim() === '' ? 'API' : title, version: '1' },
  paths: {
    '/': {
      get: {
        responses: { '501': { description: 'No route yet' } },
        'x-amazon-apigateway-integration': {
          type: 'MOCK',
          requestTemplates: { 'application/json': '{"statusCode": 501}' },
          responses: { default: { statusCode: '501' } },
        },
      },
    },
  },
});
