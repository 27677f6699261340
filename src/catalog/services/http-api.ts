import { field, type Fields, type PropsOf } from '../../model/fields.js';
import { problem } from '../../model/problems.js';
import { call, cdk, create, lit, member, object, ref, template } from '../../ts-ast/ast.js';
import { authorizerProblems } from '../connections/authorizer.js';
import { directRuleTarget } from '../connections/direct-rule.js';
import { defineService } from '../define.js';
import { invocationAttributes, invokedApi } from './api-invocation.js';
import { httpLogFormat, stageFields, stageOptions } from './api-stage.js';
import { authorizerOf, corsOf, httpAuthorizationFields } from './http-api-authorization.js';
import { dotted } from './shared.js';

export const httpApi = defineService({
  type: 'http-api',
  cfnType: 'AWS::ApiGatewayV2::Api',
  category: 'api',
  icon: 'architecture-service/AmazonAPIGateway',
  label: { en: 'HTTP API', ja: 'HTTP API' },
  defaultLabel: { en: 'API', ja: 'API' },
  description: {
    en: 'Answers HTTP requests at a lower price; calls few services itself',
    ja: 'HTTP リクエストに低料金で応答。直接呼び出せるサービスは限定的',
  },
  keywords: ['api gateway', 'endpoint', 'route', 'エンドポイント', 'ルート', 'リクエスト'],
  fields: {
    description: field.text({ label: { en: 'Description', ja: '説明' } }),
    authorization: field.choice({
      label: { en: 'Authorization', ja: '認可' },
      options: {
        NONE: { en: 'None', ja: 'なし' },
        IAM: { en: 'IAM', ja: 'IAM' },
        COGNITO: { en: 'Cognito user pool', ja: 'Cognito ユーザープール' },
        JWT: { en: 'JWT of any issuer', ja: '任意の発行者の JWT' },
        LAMBDA: { en: 'Lambda authorizer', ja: 'Lambda オーソライザー' },
      },
      default: 'NONE',
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html',
    }),
    userPool: field.node({
      label: { en: 'User pool', ja: 'ユーザープール' },
      services: ['user-pool'],
      when: { field: 'authorization', is: ['COGNITO'] },
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html',
    }),
    ...httpAuthorizationFields,
    ...stageFields('https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html'),
  },
  subtitle: ({ props }) => dotted('HTTP', props.authorization === 'NONE' ? '' : props.authorization),
  problemsInPlace: authorizerProblems,
  problems: ({ props: { authorization, userPool, audience } }) =>
    authorization === 'COGNITO' && userPool === undefined
      ? [problem('field-required', { field: { en: 'User pool', ja: 'ユーザープール' } })]
      : authorization === 'JWT' && audience.length === 0
        ? [problem('field-required', { field: httpAuthorizationFields.audience.label })]
        : [],
  stateful: false,
  roles: {
    httpApi: {},
    proxySource: { api: 'http' },
    authorizedApi: { api: 'http' },
    entryPoint: {},
    origin: { by: 'http-api' },
    ruleTarget: {
      // The class of CDK allows its role more than the call needs.
      direct: directRuleTarget(({ id }, emitter, props) => ({
        arn: template(emitter.attribute(id, 'executeArn'), routeOf(props)),
      })),
      fields: ['method', 'path'],
      iam: ['execute-api:Invoke'],
      permissions: ({ id }, props) => [
        { actions: ['execute-api:Invoke'], resources: [{ node: id, attribute: 'executeArn', suffix: routeOf(props) }] },
      ],
    },
    sdkTarget: invokedApi,
  },
  refusal: {
    en: 'An HTTP API is called by people, rules, workflows and code; this service cannot call it.',
    ja: 'HTTP API はユーザー、ルール、ワークフロー、コードから呼び出します。このサービスからは呼び出せません。',
  },
  attributes: (_node, self) => ({
    id: member(self, 'apiId'),
    url: member(self, 'apiEndpoint'),
    // Of what its callers call: stage, method and path follow.
    executeArn: call(
      ref('this'),
      'formatArn',
      object({ service: lit('execute-api'), resource: member(self, 'apiId') }),
    ),
    ...invocationAttributes(member(self, 'apiId'), '$default'),
  }),
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
  hasRole: (role, { props }) => role !== 'authorizedApi' || props.authorization === 'LAMBDA',
  permissionsBy: { principal: 'apigateway.amazonaws.com' },
  construct: ({ id, constructId, props, label, emitter, outgoing }) =>
    create(
      cdk('aws-apigatewayv2', 'HttpApi'),
      ref('this'),
      lit(constructId),
      object({
        apiName: lit(label.trim() === '' ? constructId : label),
        description: props.description === undefined || props.description === '' ? undefined : lit(props.description),
        createDefaultStage: lit(false),
        corsPreflight: corsOf(props.corsOrigins),
        defaultAuthorizer: authorizerOf(id, props, outgoing, emitter),
      }),
    ),
  further: ({ id, props, emitter }, self) => [
    {
      type: 'do',
      expression: create(
        cdk('aws-apigatewayv2', 'HttpStage'),
        ref('this'),
        lit(emitter.constructId(id, 'stage')),
        object({ httpApi: self, autoDeploy: lit(true), ...stageOptions(id, props, httpLogFormat, emitter) }),
      ),
    },
  ],
  source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api.html',
});

/** What follows the ARN of the API for one of its routes: stage, method, path. */
const routeOf = ({ method, path }: PropsOf<Fields>): string =>
  `/$default/${method === 'ANY' || typeof method !== 'string' ? '*' : method}${typeof path === 'string' ? path : '/'}`;
