import { field, type PropsOf } from '../../model/fields.js';
import { lookup } from '../../model/design.js';
import { sameInEveryLanguage } from '../../model/localized.js';
import { fileNameOf, substitutionNameOf } from '../../model/names.js';
import { problem } from '../../model/problems.js';
import { array, call, cdk, create, lit, object, ref, sym, template, member, type Expr } from '../../ts-ast/ast.js';
import { attributesOf } from '../attributes.js';
import { noResource } from '../permissions.js';
import { defineConnection, type EmittedConnection, type Emitter, type End } from '../define.js';
import { restResource } from './api-proxy.js';
import { requestTemplateOf, responseTemplateOf } from './api-templates.js';
import { given, mappingField, methodField, pathField, restPathProblems } from './shared.js';

const mappingTemplates = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings.html';
const fields = {
  method: methodField('POST'),
  path: pathField,
  action: field.text({
    label: { en: 'Action', ja: 'アクション' },
    help: { en: 'Empty: the usual one of the service.', ja: '空欄の場合、サービスの標準のアクションになります。' },
    code: true,
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-integration-types.html',
  }),
  mapping: mappingField({ en: 'Default template', ja: 'デフォルトのテンプレート' }),
  requestTemplate: field.code({
    label: { en: 'Request template', ja: 'リクエストのマッピングテンプレート' },
    help: {
      en: 'VTL that writes the request of the action.',
      ja: 'アクションへのリクエストを作る VTL です。',
    },
    language: 'vtl',
    required: true,
    when: { field: 'mapping', is: ['custom'] },
    source: mappingTemplates,
  }),
  responseTemplate: field.code({
    label: { en: 'Response template', ja: 'レスポンスのマッピングテンプレート' },
    help: {
      en: 'Empty: the answer of the service as JSON.',
      ja: '空欄の場合、サービスの応答を JSON で返します。',
    },
    language: 'vtl',
    source: mappingTemplates,
  }),
} as const;

type Integration = EmittedConnection<'restApi', 'apiIntegration', PropsOf<typeof fields>>;

/** The action of an integration: the one given, else the service's usual one. */
const actionOf = (to: End<'apiIntegration'>, action: string | undefined): string =>
  given(action) && lookup(to.role.actions, action) !== undefined ? action : to.role.defaultAction;

/** The actions that fit: StartSyncExecution is for Express workflows only. */
const actionsOf = (to: End<'apiIntegration'>): readonly string[] =>
  Object.keys(to.role.actions).filter((action) => action !== 'StartSyncExecution' || to.props['type'] === 'EXPRESS');

export const apiIntegration = defineConnection({
  kind: 'api-integration',
  label: { en: 'AWS integration', ja: 'AWS のサービス統合' },
  from: 'restApi',
  to: 'apiIntegration',
  fields,
  home: 'from',
  rank: 10,
  tradeOff: {
    en: 'No function; the mapping is VTL, which is harder to test, and nothing retries.',
    ja: '関数は不要です。マッピングには VTL を使うため、テストが難しくなります。再試行は行われません。',
  },
  source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-aws-proxy.html',
  delivery: (_from, to, props) =>
    ['SendMessage', 'StartExecution', 'Publish', 'PutRecord', 'PutEvents'].includes(actionOf(to, props.action))
      ? 'async'
      : 'sync',
  optionsFor: (_from, to) => ({ action: actionsOf(to) }),
  initialProps: (_from, to) => {
    const action = to.props['type'] === 'EXPRESS' ? 'StartSyncExecution' : to.role.defaultAction;
    return { method: 'POST', path: `/${to.id}`, action };
  },
  describe: (_from, _to, { method, path }) => sameInEveryLanguage(`${method} ${path}`),
  permissions: (from, to, props) => {
    const action = actionOf(to, props.action);
    const iam = lookup(to.role.actions, action)?.iam ?? [];
    // An API without a resource of one's own.
    if (!Object.hasOwn(attributesOf(to.service, to), 'arn'))
      return [{ grantee: from.id, actions: iam, resources: [], anyResource: noResource }];
    const resources = [{ node: to.id, attribute: 'arn' }];
    const indexes =
      action === 'Query' || action === 'Scan' ? [{ node: to.id, attribute: 'arn', suffix: '/index/*' }] : [];
    return [
      {
        grantee: from.id,
        actions: iam,
        resources: [...resources, ...indexes],
      },
    ];
  },
  problems: ({ to, props }) => {
    const actions = actionsOf(to);
    const expected = actions.join(', ');
    return [
      ...(given(props.action) && !actions.includes(props.action)
        ? [
            problem('field-wrong-type', {
              field: fields.action.label,
              expected: { en: `one of ${expected}`, ja: `${expected} のいずれか` },
            }),
          ]
        : []),
      ...(isGap(to, props) ? [problem('mapping-missing', {})] : []),
      ...restPathProblems(props.path),
    ];
  },
  emit: (connections, emitter) =>
    connections.map((connection) => {
      const { from, to, props } = connection;
      return {
        type: 'do',
        ...(isGap(to, props)
          ? {
              comment: emitter.text({
                en: 'The request template is still to be written: until then every request is refused.',
                ja: 'リクエストのマッピングテンプレートが未定義です。定義するまで、リクエストはすべて拒否されます。',
              }),
            }
          : {}),
        expression: call(
          restResource(emitter.construct(from.id), props.path),
          'addMethod',
          lit(props.method),
          integration(connection, emitter),
          object({
            methodResponses: array(statuses.map((status) => object({ statusCode: lit(status) }))),
          }),
        ),
      };
    }),
});

const statuses = ['200', '400', '500'] as const;

/** Whether the request is a marked gap: left open, or an action that has no template of ours. */
function isGap(to: End<'apiIntegration'>, props: PropsOf<typeof fields>): boolean {
  if (props.mapping !== 'default') return props.mapping === 'missing';
  return requestTemplateOf(to, actionOf(to, props.action)) === undefined;
}

function integration({ id, from, to, props }: Integration, emitter: Emitter): Expr {
  const action = actionOf(to, props.action);
  const written =
    props.mapping === 'custom' && given(props.requestTemplate)
      ? props.requestTemplate
      : props.mapping === 'default'
        ? requestTemplateOf(to, action)
        : undefined;
  const folder = `templates/apis/${fileNameOf(from.id)}/${fileNameOf(id)}`;
  const file = (name: string, text: string): Expr =>
    emitter.templateFile(`${folder}.${name}.vtl`, withNewline(text), substitutionsOf(to, text, emitter));
  const request = file('request', written ?? gapTemplate(to, emitter));
  const response = given(props.responseTemplate) ? props.responseTemplate : responseTemplateOf(action);
  const { service } = to.role;
  return create(
    cdk('aws-apigateway', 'AwsIntegration'),
    object({
      service: lit(service),
      // SQS and SNS are called by their query protocol: the action is in the body.
      path:
        service === 'sqs'
          ? template(member(ref('this'), 'account'), '/', emitter.attribute(to.id, 'name'))
          : service === 'sns'
            ? lit('/')
            : undefined,
      action: isQuery(service) ? undefined : lit(action),
      integrationHttpMethod: lit('POST'),
      options: object({
        credentialsRole: emitter.role(from.id),
        passthroughBehavior: sym('aws-apigateway', 'PassthroughBehavior.NEVER'),
        requestParameters: headersOf(to, action),
        requestTemplates: object({ 'application/json': request }),
        integrationResponses: array([
          object({
            statusCode: lit('200'),
            responseTemplates: object({ 'application/json': file('response', response) }),
          }),
          failed('4\\d{2}', '400'),
          failed('5\\d{2}', '500'),
        ]),
      }),
    }),
  );
}

const isQuery = (service: string): boolean => service === 'sqs' || service === 'sns';

/** Headers that a protocol needs and that API Gateway does not write by itself. */
function headersOf({ role: { service, target } }: End<'apiIntegration'>, action: string): Expr | undefined {
  const header = (name: string, value: string): readonly [string, Expr] => [
    `integration.request.header.${name}`,
    lit(`'${value}'`),
  ];
  if (isQuery(service))
    return object(Object.fromEntries([header('Content-Type', 'application/x-www-form-urlencoded')]));
  return target === undefined
    ? undefined
    : object(
        Object.fromEntries([
          header('Content-Type', 'application/x-amz-json-1.1'),
          header('X-Amz-Target', `${target}.${action}`),
        ]),
      );
}

/** What a caller sees of an error of the service: its kind, not its text, which can name resources. */
const failed = (selectionPattern: string, statusCode: string): Expr =>
  object({
    selectionPattern: lit(selectionPattern),
    statusCode: lit(statusCode),
    responseTemplates: object({
      'application/json': lit(statusCode === '400' ? '{"message":"Bad request"}' : '{"message":"Internal error"}'),
    }),
  });

/** A request that the service refuses, so that a gap is noticed at the first call. */
function gapTemplate(to: End<'apiIntegration'>, emitter: Emitter): string {
  const comment = emitter.text({
    en: 'Still to be written: what the function did with the request. The service refuses this.',
    ja: '未定義: 関数がリクエストに対して行っていた処理を記述してください。このままではサービスに拒否されます。',
  });
  return `## ${comment}\n${isQuery(to.role.service) ? 'Action=MappingMissing' : '{}'}`;
}

/** The attributes of the target that a template names: `${OrdersName}`. */
function substitutionsOf(to: End<'apiIntegration'>, text: string, emitter: Emitter): Readonly<Record<string, Expr>> {
  const names = Object.keys(attributesOf(to.service, to));
  return Object.fromEntries(
    names
      .map((attribute) => [substitutionNameOf(to.id, attribute), attribute] as const)
      .filter(([name]) => text.includes(`\${${name}}`))
      .map(([name, attribute]) => [name, emitter.attribute(to.id, attribute)]),
  );
}

const withNewline = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);
