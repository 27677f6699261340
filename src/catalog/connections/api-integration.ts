import { lookup } from '../../model/design.js';
import { sameInEveryLanguage } from '../../model/localized.js';
import { problem } from '../../model/problems.js';
import { array, call, lit, object } from '../../ts-ast/ast.js';
import { defineConnection } from '../define.js';
import {
  actionFields,
  actionOf,
  actionPermissions,
  actionProblems,
  actionsOf,
  deliveryOf,
  isGap,
  usualActionOf,
} from './api-action.js';
import { keyParameterOf, restIntegration, statuses } from './api-integration-call.js';
import { restResource } from './api-proxy.js';
import { allowsOrigin } from './cors.js';
import { methodOptionsOf, restMethodFields, restMethodProblems } from './rest-method.js';
import { methodField, pathField, restPathProblems } from './shared.js';

const fields = { method: methodField('POST'), path: pathField, ...actionFields, ...restMethodFields } as const;

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
  delivery: (_from, to, props) => deliveryOf(to, props),
  optionsFor: (_from, to) => ({ action: actionsOf(to) }),
  initialProps: (_from, to) => {
    const action = usualActionOf(to);
    const { method = 'POST', passThrough } = lookup(to.role.actions, action) ?? {};
    return { method, path: passThrough === true ? `/${to.id}/{key}` : `/${to.id}`, action };
  },
  describe: (_from, _to, { method, path }) => sameInEveryLanguage(`${method} ${path}`),
  permissions: (from, to, props) => actionPermissions(from.id, to, props),
  problems: ({ to, props }) => {
    const { method, passThrough } = lookup(to.role.actions, actionOf(to, props.action)) ?? {};
    return [
      ...actionProblems(to, props),
      ...restMethodProblems(props),
      ...restPathProblems(props.path),
      // Which object is meant has to stand in the path.
      ...(passThrough === true && method !== 'PUT' && keyParameterOf(props.path) === undefined
        ? [
            problem('field-pattern', {
              field: pathField.label,
              hint: {
                en: 'it ends with the key, such as /files/{key}',
                ja: '/files/{key} のように、末尾にキーを指定してください。',
              },
            }),
          ]
        : []),
    ];
  },
  emit: (connections, emitter) =>
    connections.map((connection) => {
      const { id, from, to, props } = connection;
      const { integration, parameters } = restIntegration(connection, emitter);
      const headers = allowsOrigin(from) ? { 'method.response.header.Access-Control-Allow-Origin': lit(true) } : {};
      const isFile = lookup(to.role.actions, actionOf(to, props.action))?.passThrough === true;
      const known = { ...headers, ...(isFile ? { 'method.response.header.Content-Type': lit(true) } : {}) };
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
          integration,
          object({
            ...methodOptionsOf(from, id, props, emitter, parameters),
            methodResponses: array(
              statuses.map((status) =>
                object({
                  statusCode: lit(status),
                  responseParameters: Object.keys(known).length === 0 ? undefined : object(known),
                }),
              ),
            ),
          }),
        ),
      };
    }),
});
