import { lookup } from '../../model/design.js';
import { field, type PropsOf } from '../../model/fields.js';
import { sameInEveryLanguage } from '../../model/localized.js';
import { camelCase, fileNameOf, pascalCase, substitutionNameOf } from '../../model/names.js';
import { problem } from '../../model/problems.js';
import { call, callStatic, cdk, create, lit, member, object, ref, sym, template } from '../../ts-ast/ast.js';
import type { Expr, Statement } from '../../ts-ast/ast.js';
import { attributesOf } from '../attributes.js';
import { defineConnection, type EmittedConnection, type Emitter, type End } from '../define.js';
import { noResource } from '../permissions.js';
import { gapCode, resolverCodeOf } from './resolver-code.js';
import { given, mappingField } from './shared.js';

const resolvers = 'https://docs.aws.amazon.com/appsync/latest/devguide/resolver-components.html';
const graphqlName = {
  test: /^[_A-Za-z][_0-9A-Za-z]{0,64}$/,
  hint: { en: 'letters, digits and _', ja: '英字か _ で始め、英数字と _ だけを使用してください。' },
};

export const resolverFields = {
  typeName: field.text({
    label: { en: 'Type', ja: 'タイプ' },
    default: 'Query',
    required: true,
    code: true,
    suggestions: ['Query', 'Mutation', 'Subscription'],
    pattern: graphqlName,
    source: resolvers,
  }),
  fieldName: field.text({
    label: { en: 'Field', ja: 'フィールド' },
    default: 'item',
    required: true,
    code: true,
    pattern: graphqlName,
    source: resolvers,
  }),
  operation: field.text({
    label: { en: 'Operation', ja: 'オペレーション' },
    help: { en: 'Empty: the usual one of the data source.', ja: '空欄の場合、データソースの標準の操作になります。' },
    code: true,
    source: resolvers,
  }),
  place: field.text({
    label: { en: 'Table or index', ja: 'テーブルまたはインデックス' },
    default: 'items',
    required: true,
    code: true,
    pattern: {
      test: /^[A-Za-z_][A-Za-z0-9_.-]{0,100}$/,
      hint: { en: 'letters, digits, _, . and -', ja: '英数字、_、.、- だけを使用してください。' },
    },
  }),
  mapping: mappingField({ en: 'Default code', ja: 'デフォルトのコード' }),
  code: field.code({
    label: { en: 'Resolver code', ja: 'リゾルバーのコード' },
    help: {
      en: 'JavaScript with the functions request and response.',
      ja: 'request と response の関数を持つ JavaScript です。',
    },
    language: 'javascript',
    required: true,
    when: { field: 'mapping', is: ['custom'] },
    source: resolvers,
  }),
} as const;

type ResolverProps = PropsOf<typeof resolverFields>;
type Resolver = EmittedConnection<'graphqlApi', 'dataSource', ResolverProps>;

const operationOf = (to: End<'dataSource'>, operation: string | undefined): string => {
  const fitting = operationsOf(to);
  return given(operation) && fitting.includes(operation) ? operation : (fitting[0] ?? '');
};

const codeOf = ({ from, to, props }: Resolver): string | undefined =>
  props.mapping === 'custom' && given(props.code)
    ? props.code
    : props.mapping === 'default'
      ? resolverCodeOf(to, operationOf(to, props.operation), {
          hasOwnSchema: typeof from.props['schema'] === 'string' && given(from.props['schema']),
          place: props.place,
        })
      : undefined;

export const resolver = defineConnection({
  kind: 'resolver',
  label: { en: 'Resolver', ja: 'リゾルバー' },
  from: 'graphqlApi',
  to: 'dataSource',
  fields: resolverFields,
  home: 'from',
  rank: 10,
  together: true,
  tradeOff: {
    en: 'A field reads or writes it by a few lines of JavaScript that AppSync runs; nothing retries.',
    ja: 'フィールドの読み書きを、AppSync が実行する数行の JavaScript で行います。再試行は行われません。',
  },
  source: resolvers,
  delivery: (_from, to, props) =>
    ['StartExecution', 'SendMessage', 'PutEvents'].includes(operationOf(to, props.operation)) ? 'async' : 'sync',
  refuse: (_from, to) =>
    to.node.origin === 'existing' && to.role.by === 'rds'
      ? {
          en: 'Only a cluster of this design says which secret opens it.',
          ja: 'シークレットがわかるのは、この設計で作成するクラスターだけです。',
        }
      : undefined,
  optionsFor: (_from, to) => ({
    operation: operationsOf(to),
    ...(to.role.by === 'rds' || to.role.by === 'opensearch' ? {} : { place: [] }),
  }),
  initialProps: (_from, to) => {
    const operation = operationsOf(to)[0] ?? '';
    const writes = lookup(to.role.operations, operation)?.writes === true;
    return {
      typeName: writes ? 'Mutation' : 'Query',
      fieldName: camelCase(`${writes ? 'send' : 'get'}-${to.id}`).slice(0, 60),
      operation,
    };
  },
  describe: (_from, _to, { typeName, fieldName }) => sameInEveryLanguage(`${typeName}.${fieldName}`),
  permissions: (from, to, props) => {
    const { iam = [] } = lookup(to.role.operations, operationOf(to, props.operation)) ?? {};
    if (iam.length === 0) return [];
    const known = attributesOf(to.service, to);
    const resources = (to.role.resources ?? [{ attribute: 'arn' }])
      .filter(({ attribute }) => Object.hasOwn(known, attribute))
      .map((one) => ({ node: to.id, ...one }));
    return [
      { grantee: from.id, actions: iam, resources, ...(resources.length === 0 ? { anyResource: noResource } : {}) },
    ];
  },
  problems: (connection) => [
    ...(given(connection.props.operation) && !operationsOf(connection.to).includes(connection.props.operation)
      ? [
          problem('field-wrong-type', {
            field: resolverFields.operation.label,
            expected: {
              en: `one of ${operationsOf(connection.to).join(', ')}`,
              ja: `${operationsOf(connection.to).join(', ')} のいずれか`,
            },
          }),
        ]
      : []),
    ...(codeOf(connection) === undefined ? [problem('mapping-missing', {})] : []),
    // https://docs.aws.amazon.com/general/latest/gr/appsync.html
    ...((connection.props.code?.length ?? 0) > 32_000
      ? [
          problem('field-pattern', {
            field: resolverFields.code.label,
            hint: { en: '32,000 characters at most', ja: '32,000 文字以内で指定してください。' },
          }),
        ]
      : []),
  ],
  handlerType: () => 'AppSyncResolverHandler<unknown, unknown>',
  emit: (connections, emitter) => {
    const [first] = connections;
    if (first === undefined) return [];
    const name = emitter.variable(first.from.id, first.to.id, 'source');
    return [
      { type: 'const', name, value: dataSourceOf(first, emitter) },
      ...connections.map((one) => resolverStatement(one, ref(name), emitter)),
    ];
  },
});

/** StartSyncExecution is for Express workflows alone, StartExecution the usual one of the others. */
function operationsOf({ role, props }: End<'dataSource'>): readonly string[] {
  const all = Object.keys(role.operations);
  if (role.by !== 'step-functions') return all;
  return props['type'] === 'EXPRESS' ? all : all.filter((name) => name !== 'StartSyncExecution');
}

const module = 'aws-appsync';

function dataSourceOf({ from, to }: Resolver, emitter: Emitter): Expr {
  const api = emitter.construct(from.id);
  const self = (): Expr => emitter.construct(to.id);
  const id = lit(emitter.constructId(from.id, to.id, 'source'));
  const role = (): Expr => call(emitter.role(from.id), 'withoutPolicyUpdates');
  const make = (name: string, props: Readonly<Record<string, Expr | undefined>>): Expr =>
    create(cdk(module, name), ref('this'), id, object({ api, ...props }));
  const region = member(ref('this'), 'region');
  const aws = (host: string, signingServiceName: string): Expr =>
    make('HttpDataSource', {
      endpoint: template(`https://${host}.`, region, '.', member(ref('this'), 'urlSuffix')),
      authorizationConfig: object({ signingRegion: region, signingServiceName: lit(signingServiceName) }),
      serviceRole: role(),
    });
  switch (to.role.by) {
    case 'dynamodb':
      return make('DynamoDbDataSource', { table: self(), serviceRole: role() });
    case 'lambda':
      return make('LambdaDataSource', { lambdaFunction: self(), serviceRole: role() });
    case 'event-bus':
      return make('EventBridgeDataSource', { eventBus: self(), serviceRole: role() });
    case 'opensearch':
      return make('OpenSearchDataSource', { domain: self(), serviceRole: role() });
    case 'rds':
      return make('RdsDataSource', {
        serverlessCluster: self(),
        secretStore: callStatic(
          'aws-secretsmanager',
          'Secret.fromSecretCompleteArn',
          ref('this'),
          lit(emitter.constructId(from.id, to.id, 'secret')),
          emitter.attribute(to.id, 'secretArn'),
        ),
        databaseName: typeof to.props['databaseName'] === 'string' ? lit(to.props['databaseName']) : undefined,
        serviceRole: role(),
      });
    case 'step-functions':
      return aws(to.props['type'] === 'EXPRESS' ? 'sync-states' : 'states', 'states');
    case 'sqs':
      return aws('sqs', 'sqs');
    case 'http': {
      const [origin = 'https://www.example.com'] =
        /^https?:\/\/[^/\s]+/.exec(typeof to.props['url'] === 'string' ? to.props['url'] : '') ?? [];
      return make('HttpDataSource', { endpoint: lit(origin) });
    }
    case 'bedrock':
      return create(
        cdk(module, 'CfnDataSource'),
        ref('this'),
        id,
        object({
          apiId: member(api, 'apiId'),
          name: lit(pascalCase(`${from.id}-${to.id}`).slice(0, 64)),
          type: lit('AMAZON_BEDROCK_RUNTIME'),
          serviceRoleArn: member(emitter.role(from.id), 'roleArn'),
        }),
      );
  }
}

function resolverStatement(connection: Resolver, source: Expr, emitter: Emitter): Statement {
  const { id, from, to, props } = connection;
  const written = codeOf(connection);
  const text =
    written ??
    gapCode(
      emitter.text({
        en: 'Still to be written: until then the field answers with an error.',
        ja: '未定義: 定義するまで、このフィールドはエラーを返します。',
      }),
    );
  const names = Object.keys(attributesOf(to.service, to));
  const code = emitter.templateFile(
    `resolvers/${fileNameOf(from.id)}/${fileNameOf(id)}.js`,
    text.endsWith('\n') ? text : `${text}\n`,
    Object.fromEntries(
      names
        .map((attribute) => [substitutionNameOf(to.id, attribute), attribute] as const)
        .filter(([name]) => text.includes(`\${${name}}`))
        .map(([name, attribute]) => [name, emitter.attribute(to.id, attribute)]),
    ),
  );
  const constructId = lit(emitter.constructId(from.id, props.typeName, props.fieldName, 'resolver'));
  if (to.role.by === 'bedrock') {
    const api = emitter.construct(from.id);
    return {
      type: 'do',
      expression: call(
        api,
        'addSchemaDependency',
        create(
          cdk(module, 'CfnResolver'),
          ref('this'),
          constructId,
          object({
            apiId: member(api, 'apiId'),
            typeName: lit(props.typeName),
            fieldName: lit(props.fieldName),
            dataSourceName: member(source, 'attrName'),
            runtime: object({ name: lit('APPSYNC_JS'), runtimeVersion: lit('1.0.0') }),
            code,
          }),
        ),
      ),
    };
  }
  return {
    type: 'do',
    expression: call(
      source,
      'createResolver',
      constructId,
      object({
        typeName: lit(props.typeName),
        fieldName: lit(props.fieldName),
        runtime: sym(module, 'FunctionRuntime.JS_1_0_0'),
        code: callStatic(module, 'Code.fromInline', code),
      }),
    ),
  };
}
