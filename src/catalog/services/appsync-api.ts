import { nodeId } from '../../model/design.js';
import { field } from '../../model/fields.js';
import { fileNameOf } from '../../model/names.js';
import { problem } from '../../model/problems.js';
import { call, callStatic, cdk, create, lit, member, object, ref, sym, type Expr } from '../../ts-ast/ast.js';
import { given } from '../connections/shared.js';
import { defineService, type ConnectedEnd } from '../define.js';
import { dotted, logRetention, logRetentionField } from './shared.js';

const authorization = 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html';
const module = 'aws-appsync';
const localField = /^(Query|Mutation|Subscription)\.([_A-Za-z][_0-9A-Za-z]{0,64})$/;

export const appsyncApi = defineService({
  type: 'appsync-api',
  cfnType: 'AWS::AppSync::GraphQLApi',
  category: 'api',
  icon: 'architecture-service/AWSAppSync',
  label: { en: 'AppSync API', ja: 'AppSync API' },
  defaultLabel: { en: 'Graph', ja: 'グラフ' },
  description: {
    en: 'Answers GraphQL queries from tables, APIs and functions, and pushes changes to clients',
    ja: 'テーブル、API、関数のデータで GraphQL クエリに応答し、変更をクライアントに通知',
  },
  keywords: ['graphql', 'subscription', 'realtime', 'resolver', 'リゾルバー', 'リアルタイム', 'クエリ'],
  fields: {
    schema: field.code({
      label: { en: 'Schema', ja: 'スキーマ' },
      help: {
        en: 'Empty: a field for each drawn resolver, with JSON in and out.',
        ja: '空欄の場合、図のリゾルバーごとに、JSON を入出力とするフィールドを作成します。',
      },
      language: 'graphql',
      source: 'https://docs.aws.amazon.com/appsync/latest/devguide/designing-your-schema.html',
    }),
    authorization: field.choice({
      label: { en: 'Authorization', ja: '認可' },
      options: {
        IAM: { en: 'IAM', ja: 'IAM' },
        API_KEY: { en: 'API key', ja: 'API キー' },
        USER_POOL: { en: 'Cognito user pool', ja: 'Cognito ユーザープール' },
        OIDC: { en: 'OpenID Connect', ja: 'OpenID Connect' },
      },
      default: 'IAM',
      source: authorization,
    }),
    userPool: field.node({
      label: { en: 'User pool', ja: 'ユーザープール' },
      services: ['user-pool'],
      when: { field: 'authorization', is: ['USER_POOL'] },
      source: authorization,
    }),
    issuer: field.text({
      label: { en: 'Issuer', ja: '発行者 (issuer)' },
      placeholder: 'https://login.example.com',
      code: true,
      required: true,
      pattern: {
        test: /^https:\/\/\S+$/,
        hint: { en: 'it begins with https://', ja: 'https:// で始まる URL を指定してください。' },
      },
      when: { field: 'authorization', is: ['OIDC'] },
      source: authorization,
    }),
    localResolvers: field.list({
      label: { en: 'Local fields', ja: 'ローカルのフィールド' },
      help: {
        en: 'Fields without a data source, such as Mutation.notify: they pass their arguments on to subscribers.',
        ja: 'データソースのないフィールドです (例: Mutation.notify)。引数をサブスクライバーに渡します。',
      },
      advanced: true,
      source: 'https://docs.aws.amazon.com/appsync/latest/devguide/tutorial-local-resolvers-js.html',
    }),
    logRetention: logRetentionField,
  },
  subtitle: ({ props }) => dotted('GraphQL', props.authorization),
  problems: ({ props }) => {
    const wrong = props.localResolvers.filter((name) => !localField.test(name));
    return [
      ...(props.authorization === 'USER_POOL' && props.userPool === undefined
        ? [problem('field-required', { field: { en: 'User pool', ja: 'ユーザープール' } })]
        : []),
      ...(wrong.length === 0
        ? []
        : [
            problem('field-pattern', {
              field: { en: 'Local fields', ja: 'ローカルのフィールド' },
              hint: {
                en: `a field such as Mutation.notify: ${wrong.join(', ')}`,
                ja: `Mutation.notify のようなフィールドを指定してください: ${wrong.join(', ')}`,
              },
            }),
          ]),
    ];
  },
  problemsInPlace: ({ props, label }, _incoming, outgoing) => {
    const names = fieldsOf(props.localResolvers, outgoing).map(({ type, name }) => `${type}.${name}`);
    const twice = [...new Set(names.filter((name, index) => names.indexOf(name) < index))];
    return twice.map((route) => problem('route-twice', { label, route }));
  },
  stateful: false,
  roles: { entryPoint: {}, graphqlApi: {}, protectedByAcl: { attribute: 'arn', scope: 'REGIONAL' } },
  refusal: {
    en: 'A GraphQL API answers requests from outside; this service cannot call it.',
    ja: 'GraphQL API は外部からのリクエストに応答します。このサービスからは呼び出せません。',
  },
  attributes: (_node, self) => ({
    arn: member(self, 'arn'),
    id: member(self, 'apiId'),
    url: member(self, 'graphqlUrl'),
  }),
  permissionsBy: { principal: 'appsync.amazonaws.com' },
  construct: ({ id, constructId, props, label, emitter, outgoing }) =>
    create(
      cdk(module, 'GraphqlApi'),
      ref('this'),
      lit(constructId),
      object({
        name: lit(label.trim() === '' ? constructId : label),
        definition: callStatic(
          module,
          'Definition.fromFile',
          emitter.file(
            `schemas/${fileNameOf(id)}.graphql`,
            given(props.schema) ? withNewline(props.schema) : schemaOf(fieldsOf(props.localResolvers, outgoing)),
          ),
        ),
        authorizationConfig: object({
          defaultAuthorization: object({
            authorizationType: sym(module, `AuthorizationType.${props.authorization}`),
            userPoolConfig:
              props.authorization === 'USER_POOL' && props.userPool !== undefined
                ? object({ userPool: emitter.construct(nodeId(props.userPool)) })
                : undefined,
            openIdConnectConfig:
              props.authorization === 'OIDC' && given(props.issuer)
                ? object({ oidcProvider: lit(props.issuer) })
                : undefined,
          }),
        }),
        logConfig: object({
          fieldLogLevel: sym(module, 'FieldLogLevel.ERROR'),
          retention: logRetention(props.logRetention),
        }),
        xrayEnabled: lit(true),
      }),
    ),
  further: ({ id, props, emitter }, self) => {
    const local = props.localResolvers.filter((name) => localField.test(name));
    if (local.length === 0) return [];
    const code: Expr = callStatic(
      module,
      'Code.fromInline',
      emitter.templateFile(`resolvers/${fileNameOf(id)}/local.js`, passThrough, {}),
    );
    const source = emitter.variable(id, 'local', 'source');
    return [
      {
        type: 'const',
        name: source,
        value: call(self, 'addNoneDataSource', lit(emitter.constructId(id, 'local', 'source'))),
      },
      ...local.map((name) => {
        const [, typeName = '', fieldName = ''] = localField.exec(name) ?? [];
        return {
          type: 'do' as const,
          expression: call(
            ref(source),
            'createResolver',
            lit(emitter.constructId(id, typeName, fieldName, 'resolver')),
            object({
              typeName: lit(typeName),
              fieldName: lit(fieldName),
              runtime: sym(module, 'FunctionRuntime.JS_1_0_0'),
              code,
            }),
          ),
        };
      }),
    ];
  },
  source: 'https://docs.aws.amazon.com/appsync/latest/devguide/what-is-appsync.html',
});

const passThrough = [
  'export function request(ctx) {',
  '  return { payload: ctx.args.input ?? ctx.args };',
  '}',
  '',
  'export function response(ctx) {',
  "  return typeof ctx.result === 'string' ? ctx.result : JSON.stringify(ctx.result);",
  '}',
  '',
].join('\n');

interface GraphField {
  readonly type: string;
  readonly name: string;
}

/** The fields that something answers: drawn resolvers, then local ones. */
function fieldsOf(local: readonly string[], outgoing: readonly ConnectedEnd[]): readonly GraphField[] {
  const drawn = outgoing.flatMap(({ connection: { kind, props } }) => {
    const { typeName, fieldName } = props;
    return kind === 'resolver' && typeof typeName === 'string' && typeof fieldName === 'string'
      ? [{ type: typeName, name: fieldName }]
      : [];
  });
  const own = local.flatMap((name) => {
    const [, type, field] = localField.exec(name) ?? [];
    return type === undefined || field === undefined ? [] : [{ type, name: field }];
  });
  return [...drawn, ...own];
}

/** A schema in which each field takes JSON and gives JSON; GraphQL wants a query at least. */
function schemaOf(fields: readonly GraphField[]): string {
  const types = new Map<string, Set<string>>([['Query', new Set()]]);
  for (const { type, name } of fields) types.set(type, (types.get(type) ?? new Set<string>()).add(name));
  return [...types]
    .map(([type, names]) =>
      [
        `type ${type} {`,
        ...(names.size === 0
          ? ['  version: String']
          : [...names].sort().map((name) => `  ${name}(input: AWSJSON): AWSJSON`)),
        '}',
        '',
      ].join('\n'),
    )
    .join('\n');
}

const withNewline = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);
