import { field } from '../../model/fields.js';
import { call, callStatic, cdk, create, json, lit, member, object, ref, sym } from '../../ts-ast/ast.js';
import { authorizerProblems } from '../connections/authorizer.js';
import { directRuleTarget } from '../connections/direct-rule.js';
import { routeArn, routeResource } from '../connections/http-parameters.js';
import { given } from '../connections/shared.js';
import { defineService } from '../define.js';
import { invocationAttributes, invokedApi } from './api-invocation.js';
import { takenOverFields } from './rest-api-fields.js';
import {
  furtherOfRestApi,
  hasRoute,
  methodDefaults,
  stageOptions,
  takenOverOptions,
  takenOverProblems,
} from './rest-api-options.js';
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
        LAMBDA: { en: 'Lambda authorizer', ja: 'Lambda オーソライザー' },
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
    ...takenOverFields,
  },
  subtitle: ({ props }) => dotted('REST', props.authorization === 'NONE' ? '' : props.authorization, props.stageName),
  problems: ({ props }) => takenOverProblems(props),
  problemsInPlace: authorizerProblems,
  stateful: false,
  roles: {
    restApi: {},
    proxySource: { api: 'rest' },
    authorizedApi: { api: 'rest' },
    protectedByAcl: { attribute: 'stageArn', scope: 'REGIONAL' },
    aliasTarget: { by: 'rest-api' },
    entryPoint: {},
    origin: { by: 'rest-api' },
    pipeEnrichment: {
      iam: ['execute-api:Invoke'],
      http: 'route',
      target: routeArn,
      permissions: (node, props) => [{ actions: ['execute-api:Invoke'], resources: [routeResource(node, props)] }],
    },
    sdkTarget: invokedApi,
    ruleTarget: {
      // The class of CDK allows its role more than the call needs.
      direct: directRuleTarget((node, emitter, props) => ({ arn: routeArn(node, emitter, props) })),
      fields: ['method', 'path'],
      iam: ['execute-api:Invoke'],
      permissions: (node, props) => [{ actions: ['execute-api:Invoke'], resources: [routeResource(node, props)] }],
    },
    busSubscriber: {
      parameters: 'http',
      iam: ['execute-api:Invoke'],
      maxBatchSize: 1,
      route: true,
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
  hasRole: (role, { props }) =>
    role === 'authorizedApi'
      ? props.authorization === 'LAMBDA'
      : role === 'aliasTarget'
        ? given(props.domainName) && given(props.certificateArn)
        : true,
  refusal: {
    en: 'A REST API is called by people, rules, pipes, workflows and code; this service cannot call it.',
    ja: 'REST API はユーザー、ルール、パイプ、ワークフロー、コードから呼び出します。このサービスからは呼び出せません。',
  },
  attributes: ({ props }, self) => ({
    id: member(self, 'restApiId'),
    url: member(self, 'url'),
    stageArn: member(member(self, 'deploymentStage'), 'stageArn'),
    // Of what its callers call: stage, method and path follow.
    ...invocationAttributes(member(self, 'restApiId'), props.stageName),
    executeArn: call(
      ref('this'),
      'formatArn',
      object({ service: lit('execute-api'), resource: member(self, 'restApiId') }),
    ),
  }),
  permissionsBy: { principal: 'apigateway.amazonaws.com' },
  alarms: ({ label }, self) => [
    {
      name: 'server errors',
      metric: call(self, 'metricServerError'),
      description: {
        en: `"${label}" answers with server errors.`,
        ja: `「${label}」がサーバーエラーを返しています。`,
      },
    },
  ],
  construct: ({ emitter, outgoing, ...api }) => {
    const { id, constructId, props, label } = api;
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
        ...stageOptions(props, outgoing),
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
    if (!hasRoute(props, outgoing))
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
        ...takenOverOptions(api, emitter),
        defaultMethodOptions: methodDefaults(id, props, outgoing, emitter),
      }),
    );
  },
  further: ({ emitter, ...api }, self) => furtherOfRestApi(api, emitter, self),
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
