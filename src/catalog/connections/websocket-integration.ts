import { lookup } from '../../model/design.js';
import type { PropsOf } from '../../model/fields.js';
import { sameInEveryLanguage } from '../../model/localized.js';
import { fileNameOf } from '../../model/names.js';
import { problem } from '../../model/problems.js';
import { call, cdk, create, lit, member, object, ref, sym, template, type Expr } from '../../ts-ast/ast.js';
import { defineConnection, type EmittedConnection, type Emitter, type End } from '../define.js';
import {
  actionFields,
  actionOf,
  actionPermissions,
  actionProblems,
  actionsOf,
  headersOf,
  isGap,
  isQuery,
  pathOf,
  requestTextOf,
  substitutionsOf,
  usualActionOf,
  withNewline,
  type ActionProps,
} from './api-action.js';
import { routeKeyField } from './websocket-route.js';

const { action, mapping, requestTemplate } = actionFields;
const fields = { routeKey: routeKeyField, action, mapping, requestTemplate } as const;

type Integration = EmittedConnection<'webSocketApi', 'apiIntegration', PropsOf<typeof fields>>;

/** A message has no path that names an item: their templates are a person's own. */
const readsPath: ReadonlySet<string> = new Set(['GetItem', 'DeleteItem', 'Query']);

const isOpen = (to: End<'apiIntegration'>, props: ActionProps): boolean =>
  isGap(to, props) || (props.mapping === 'default' && readsPath.has(actionOf(to, props.action)));

/** Files have no place in a message. */
const fitting = (to: End<'apiIntegration'>): readonly string[] =>
  actionsOf(to).filter((name) => lookup(to.role.actions, name)?.passThrough !== true);

const withResponse = (props: PropsOf<typeof fields>): ActionProps => ({ ...props, responseTemplate: undefined });

export const websocketIntegration = defineConnection({
  kind: 'websocket-integration',
  label: { en: 'AWS integration of a route', ja: 'ルートの AWS サービス統合' },
  from: 'webSocketApi',
  to: 'apiIntegration',
  fields,
  home: 'from',
  rank: 20,
  tradeOff: {
    en: 'Each message of the route is handed to the service, by a VTL template. Nothing retries, nothing is answered.',
    ja: 'ルートの各メッセージを VTL テンプレートでサービスに渡します。再試行や応答は行われません。',
  },
  source:
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integration-requests.html',
  delivery: () => 'async',
  refuse: (_from, to) =>
    fitting(to).length === 0
      ? {
          en: 'A message is no file: it cannot be written there as it is.',
          ja: 'メッセージはファイルではないため、そのまま書き込むことはできません。',
        }
      : undefined,
  optionsFor: (_from, to) => ({ action: fitting(to) }),
  initialProps: (_from, to) => ({ action: usualActionOf(to) }),
  describe: (_from, _to, { routeKey }) => sameInEveryLanguage(routeKey),
  permissions: (from, to, props) => actionPermissions(from.id, to, withResponse(props)),
  problems: ({ to, props }) => {
    const all = withResponse(props);
    const found = actionProblems(to, all);
    return isOpen(to, all) && !isGap(to, all) ? [...found, problem('mapping-missing', {})] : found;
  },
  emit: (connections, emitter) =>
    connections.map((connection) => ({
      type: 'do',
      ...(isOpen(connection.to, withResponse(connection.props))
        ? {
            comment: emitter.text({
              en: 'The request template is still to be written: until then every message is refused.',
              ja: 'リクエストのマッピングテンプレートが未定義です。定義するまで、メッセージはすべて拒否されます。',
            }),
          }
        : {}),
      expression: call(
        emitter.construct(connection.from.id),
        'addRoute',
        lit(connection.props.routeKey),
        object({ integration: integrationOf(connection, emitter) }),
      ),
    })),
});

function integrationOf({ id, from, to, props }: Integration, emitter: Emitter): Expr {
  const name = actionOf(to, props.action);
  const all = withResponse(props);
  const headers = headersOf(to, name);
  const text = requestTextOf(to, isOpen(to, all) ? { ...all, mapping: 'missing' } : all, emitter);
  const called = lookup(to.role.actions, name);
  return create(
    cdk('aws-apigatewayv2-integrations', 'WebSocketAwsIntegration'),
    lit(emitter.constructId(from.id, props.routeKey, 'integration')),
    object({
      integrationUri: call(
        ref('this'),
        'formatArn',
        object({
          service: lit('apigateway'),
          account: lit(to.role.service),
          resource: lit(called?.path !== undefined || isQuery(to.role.service) ? 'path' : 'action'),
          resourceName:
            called?.path !== undefined
              ? pathOf(called.path, to, emitter)
              : to.role.service === 'sqs'
                ? template(member(ref('this'), 'account'), '/', emitter.attribute(to.id, 'name'))
                : lit(to.role.service === 'sns' ? '/' : name),
        }),
      ),
      integrationMethod: sym('aws-apigatewayv2', `HttpMethod.${called?.method ?? 'POST'}`),
      credentialsRole: emitter.role(from.id),
      passthroughBehavior: sym('aws-apigatewayv2', 'PassthroughBehavior.NEVER'),
      requestParameters: Object.keys(headers).length === 0 ? undefined : object(headers),
      templateSelectionExpression: lit('\\$default'),
      requestTemplates: object({
        $default: emitter.templateFile(
          `templates/apis/${fileNameOf(from.id)}/${fileNameOf(id)}.request.vtl`,
          withNewline(text),
          substitutionsOf(to, text, emitter),
        ),
      }),
    }),
  );
}
