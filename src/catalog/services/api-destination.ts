import { field, type PropsOf } from '../../model/fields.js';
import { callStatic, cdk, create, lit, member, object, ref, sym, type Expr } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { dotted } from './shared.js';

const connections = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-target-connection-auth.html';
const url = {
  test: /^https:\/\/[^\s/]+(?:\/\S*)?$/,
  hint: { en: 'it begins with https://', ja: 'https:// で始まる URL を指定してください。' },
};

const fields = {
  endpoint: field.text({
    label: { en: 'Endpoint', ja: 'エンドポイント' },
    help: {
      en: 'A * stands for a part that is filled in for each call.',
      ja: '呼び出しごとに置き換える部分は * で示します。',
    },
    default: 'https://api.example.com/events',
    required: true,
    code: true,
    pattern: url,
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-destinations.html',
  }),
  method: field.choice({
    label: { en: 'Method', ja: 'メソッド' },
    options: {
      POST: { en: 'POST', ja: 'POST' },
      PUT: { en: 'PUT', ja: 'PUT' },
      PATCH: { en: 'PATCH', ja: 'PATCH' },
      GET: { en: 'GET', ja: 'GET' },
      DELETE: { en: 'DELETE', ja: 'DELETE' },
      HEAD: { en: 'HEAD', ja: 'HEAD' },
      OPTIONS: { en: 'OPTIONS', ja: 'OPTIONS' },
    },
    default: 'POST',
  }),
  rateLimit: field.number({
    label: { en: 'Calls a second', ja: '1 秒あたりの呼び出し数' },
    min: 1,
    max: 300,
    default: 300,
    unit: 'count',
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html',
  }),
  authorization: field.choice({
    label: { en: 'Authorization', ja: '認証' },
    options: {
      API_KEY: { en: 'API key', ja: 'API キー' },
      BASIC: { en: 'Basic (user name and password)', ja: 'Basic (ユーザー名とパスワード)' },
      OAUTH: { en: 'OAuth client credentials', ja: 'OAuth クライアント認証情報' },
    },
    default: 'API_KEY',
    source: connections,
  }),
  keyName: field.text({
    label: { en: 'Header of the API key', ja: 'API キーのヘッダー' },
    default: 'x-api-key',
    required: true,
    code: true,
    when: { field: 'authorization', is: ['API_KEY'] },
    source: connections,
  }),
  user: field.text({
    label: { en: 'User name', ja: 'ユーザー名' },
    default: 'app',
    required: true,
    when: { field: 'authorization', is: ['BASIC'] },
    source: connections,
  }),
  clientId: field.text({
    label: { en: 'Client ID', ja: 'クライアント ID' },
    default: 'app',
    required: true,
    code: true,
    when: { field: 'authorization', is: ['OAUTH'] },
    source: connections,
  }),
  tokenEndpoint: field.text({
    label: { en: 'Token endpoint', ja: 'トークンエンドポイント' },
    default: 'https://auth.example.com/oauth/token',
    required: true,
    code: true,
    pattern: url,
    when: { field: 'authorization', is: ['OAUTH'] },
    source: connections,
  }),
  secretName: field.text({
    label: { en: 'Secret', ja: 'シークレット' },
    help: {
      en: 'Name of a secret in Secrets Manager that holds the key, the password or the client secret.',
      ja: 'API キー、パスワード、またはクライアントシークレットを保存した Secrets Manager のシークレットの名前です。',
    },
    default: 'api-destination',
    required: true,
    code: true,
    pattern: {
      test: /^[A-Za-z0-9/_+=.@-]{1,512}$/,
      hint: { en: 'the name of a secret', ja: 'シークレットの名前' },
    },
    source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/create_secret.html',
  }),
} as const;

export const apiDestination = defineService({
  type: 'api-destination',
  cfnType: 'AWS::Events::ApiDestination',
  category: 'integration',
  icon: 'resource/AmazonEventBridgeSaasPartnerEvent',
  label: { en: 'API destination', ja: 'API の送信先' },
  defaultLabel: { en: 'Partner API', ja: '外部 API' },
  description: {
    en: 'Calls an HTTPS API outside of AWS, with its credentials and its rate',
    ja: 'AWS 外部の HTTPS API を、認証情報とレート制限付きで呼び出す',
  },
  keywords: ['http', 'https', 'webhook', 'saas', 'api', 'connection', 'oauth', '外部', 'ウェブフック', '連携'],
  fields,
  subtitle: ({ props }) => dotted(`${props.method} ${props.endpoint.replace(/^https:\/\//, '')}`),
  stateful: false,
  roles: {
    busSubscriber: { parameters: 'http', iam: ['events:InvokeApiDestination'], maxBatchSize: 1 },
    ruleTarget: {
      construct: cdk('aws-events-targets', 'ApiDestination'),
      input: 'event',
      iam: ['events:InvokeApiDestination'],
    },
    pipeEnrichment: { iam: ['events:InvokeApiDestination'], http: 'call' },
    pipeTarget: { parameters: 'HttpParameters', iam: ['events:InvokeApiDestination'], http: 'call' },
    sdkTarget: {
      service: 'http',
      actions: {
        invoke: {
          iam: ['events:RetrieveConnectionCredentials'],
          required: ['ApiEndpoint', 'Method', 'InvocationConfig'],
          resource: { parameter: 'ConnectionArn', attribute: 'connectionArn' },
          arn: { attribute: 'connectionArn' },
          sample: {
            ApiEndpoint: 'https://api.example.com/events',
            Method: 'POST',
            InvocationConfig: { ConnectionArn: '{resource}' },
            RequestBody: '{% $states.input %}',
          },
          sampleOutput: '{% $states.result.ResponseBody %}',
          writes: true,
        },
      },
      defaultAction: 'invoke',
      optimized: [{ resource: 'arn:aws:states:::http:invoke', action: 'invoke', patterns: ['REQUEST_RESPONSE'] }],
    },
  },
  refusal: {
    en: 'An API destination is called by rules, pipes and workflows; this service cannot call it.',
    ja: 'API の送信先はルール、パイプ、ワークフローから呼び出します。このサービスからは呼び出せません。',
  },
  attributes: (_node, self) => ({
    arn: member(self, 'apiDestinationArn'),
    name: member(self, 'apiDestinationName'),
    connectionArn: member(member(self, 'connection'), 'connectionArn'),
  }),
  construct: ({ id, constructId, props, emitter }) =>
    create(
      cdk('aws-events', 'ApiDestination'),
      ref('this'),
      lit(constructId),
      object({
        connection: create(
          cdk('aws-events', 'Connection'),
          ref('this'),
          lit(emitter.constructId(id, 'connection')),
          object({ authorization: authorizationOf(props) }),
        ),
        endpoint: lit(props.endpoint),
        httpMethod: sym('aws-events', `HttpMethod.${props.method}`),
        rateLimitPerSecond: lit(props.rateLimit),
      }),
    ),
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-destinations.html',
});

function authorizationOf(props: PropsOf<typeof fields>): Expr {
  const secret = callStatic('', 'SecretValue.secretsManager', lit(props.secretName));
  switch (props.authorization) {
    case 'API_KEY':
      return callStatic('aws-events', 'Authorization.apiKey', lit(props.keyName), secret);
    case 'BASIC':
      return callStatic('aws-events', 'Authorization.basic', lit(props.user), secret);
    case 'OAUTH':
      return callStatic(
        'aws-events',
        'Authorization.oauth',
        object({
          authorizationEndpoint: lit(props.tokenEndpoint),
          httpMethod: sym('aws-events', 'HttpMethod.POST'),
          clientId: lit(props.clientId),
          clientSecret: secret,
        }),
      );
  }
}
