import type { Json } from '../../model/design.js';
import { isMap } from '../../model/json.js';
import { pathFrom } from '../opened-files.js';
import type { SourceResource, SourceTemplate } from '../source.js';
import { readTemplateText } from '../template-text.js';
import { at, mapOf, textOf } from '../values.js';
import { integrationEnd, methodOf, routeDraft, type Integration } from './api-integrations.js';
import { defineRecogniser, type ConnectionDraft, type Reading } from './define.js';
import { composed, endOf, type DraftEnd } from './ends.js';
import { evidenceAt, eventEvidence, eventsOf, insideEvent } from './sam-events.js';

/** Routes of REST, HTTP and WebSocket APIs: from events, methods, routes and OpenAPI bodies. */

function* samRoutes(reading: Reading): Generator<ConnectionDraft> {
  for (const event of eventsOf(reading, 'Api', 'HttpApi')) {
    const { template, properties, owner, type } = event;
    const named = at(properties, type === 'Api' ? 'RestApiId' : 'ApiId');
    const implicit = type === 'Api' ? 'ServerlessRestApi' : 'ServerlessHttpApi';
    const api: DraftEnd | undefined =
      named === undefined
        ? template.resources.get(implicit)
        : ((typeof named === 'string' ? template.resources.get(named) : undefined) ??
          endOf(reading, template, named, type === 'Api' ? 'rest-api' : 'http-api'));
    if (api === undefined) continue;
    const text = (value: Json | undefined): string => (value === undefined ? '' : composed(reading, template, value));
    const method = methodOf(text(at(properties, 'Method')) || 'ANY') ?? 'ANY';
    const path = text(at(properties, 'Path'));
    const isMachine = owner.type === 'AWS::Serverless::StateMachine';
    yield {
      kind: isMachine ? 'api-integration' : 'api-proxy',
      instead: isMachine ? ['http-api-integration'] : [],
      from: api,
      to: owner,
      props: { method, path: path === '' || path === '$default' ? '/{proxy+}' : path },
      evidence: eventEvidence(reading, event),
      folds: [],
      inside: insideEvent(event),
    };
  }
}

/** The path of a resource of a REST API, from its parents. */
function restPath(
  reading: Reading,
  template: SourceTemplate,
  value: Json | undefined,
): { path: string; folds: SourceResource[] } {
  const steps: string[] = [];
  const folds: SourceResource[] = [];
  let next = value;
  while (next !== undefined && folds.length < 40) {
    const target = reading.target(template, next);
    if (target.kind !== 'resource' || target.resource.type !== 'AWS::ApiGateway::Resource') break;
    if (folds.includes(target.resource)) break;
    folds.push(target.resource);
    steps.unshift(composed(reading, template, at(target.resource.effective, 'PathPart') ?? ''));
    next = at(target.resource.effective, 'ParentId');
  }
  return { path: `/${steps.join('/')}`, folds };
}

function* restMethods(reading: Reading): Generator<ConnectionDraft> {
  for (const method of reading.resources('AWS::ApiGateway::Method')) {
    const template = reading.templateOf(method);
    const { effective } = method;
    const name = methodOf(composed(reading, template, at(effective, 'HttpMethod') ?? ''));
    const api = endOf(reading, template, at(effective, 'RestApiId'), 'rest-api');
    const end = integrationEnd(reading, template, integrationOf(at(effective, 'Integration')));
    if (api === undefined || end === undefined || name === undefined) continue;
    yield routeDraft(
      api,
      { method: name, path: restPath(reading, template, at(effective, 'ResourceId')).path },
      end,
      evidenceAt(reading, method, ['Integration']),
      { folds: [method] },
    );
  }
}

const integrationOf = (value: Json | undefined): Integration => ({
  type: (
    textOf(at(value, 'Type')) ??
    textOf(at(value, 'IntegrationType')) ??
    textOf(at(value, 'type')) ??
    ''
  ).toUpperCase(),
  uri: at(value, 'Uri') ?? at(value, 'IntegrationUri') ?? at(value, 'uri'),
  requestTemplates: at(value, 'RequestTemplates') ?? at(value, 'requestTemplates'),
  requestParameters: at(value, 'RequestParameters') ?? at(value, 'requestParameters'),
  credentials: at(value, 'Credentials') ?? at(value, 'CredentialsArn') ?? at(value, 'credentials'),
  subtype: at(value, 'IntegrationSubtype') ?? at(value, 'integrationSubtype'),
});

function* routes(reading: Reading): Generator<ConnectionDraft> {
  const used = new Set<SourceResource>();
  for (const route of reading.resources('AWS::ApiGatewayV2::Route')) {
    const template = reading.templateOf(route);
    const api = endOf(reading, template, at(route.effective, 'ApiId'), 'http-api');
    const named = [...resourcesOfTarget(reading, template, at(route.effective, 'Target'))];
    const integration = named.find(({ type }) => type === 'AWS::ApiGatewayV2::Integration');
    const end =
      integration === undefined ? undefined : integrationEnd(reading, template, integrationOf(integration.effective));
    if (api === undefined || end === undefined || integration === undefined) continue;
    used.add(integration);
    const key = composed(reading, template, at(route.effective, 'RouteKey') ?? '');
    yield routeDraft(api, routeOf(api, key), end, evidenceAt(reading, route, ['Target']), {
      folds: [route, integration],
    });
  }
  for (const integration of reading.resources('AWS::ApiGatewayV2::Integration')) {
    if (used.has(integration)) continue;
    const template = reading.templateOf(integration);
    const api = endOf(reading, template, at(integration.effective, 'ApiId'), 'http-api');
    const end = integrationEnd(reading, template, integrationOf(integration.effective));
    if (api === undefined || end === undefined) continue;
    yield routeDraft(api, routeOf(api, '$default'), end, evidenceAt(reading, integration, ['IntegrationUri']), {
      folds: [integration],
    });
  }
  // An HTTP API that is made in one go.
  for (const api of reading.resources('AWS::ApiGatewayV2::Api')) {
    const target = at(api.effective, 'Target');
    const template = reading.templateOf(api);
    const end =
      target === undefined ? undefined : integrationEnd(reading, template, { ...integrationOf({}), uri: target });
    if (end === undefined) continue;
    const key = composed(reading, template, at(api.effective, 'RouteKey') ?? '$default');
    yield routeDraft(api, routeOf(api, key), end, evidenceAt(reading, api, ['Target']), { folds: [] });
  }
}

const isWebSocket = (api: DraftEnd): boolean =>
  'logicalId' in api
    ? textOf(at(api.effective, 'ProtocolType')) === 'WEBSOCKET' || api.type === 'AWS::Serverless::WebSocketApi'
    : api.node.service === 'websocket-api';

function routeOf(api: DraftEnd, key: string) {
  if (isWebSocket(api)) return { method: 'ANY', path: '/', routeKey: key === '' ? '$default' : key };
  const [method = '', path] = key.trim().split(/\s+/);
  return path === undefined ? { method: 'ANY', path: '/{proxy+}' } : { method: methodOf(method) ?? 'ANY', path };
}

function* resourcesOfTarget(
  reading: Reading,
  template: SourceTemplate,
  value: Json | undefined,
): Generator<SourceResource> {
  if (value === undefined) return;
  for (const part of reading.text(template, value))
    if (typeof part === 'object' && 'resource' in part) yield part.resource;
}

/** APIs of SAM's own kind for WebSockets: routes that name their functions. */
function* samWebSockets(reading: Reading): Generator<ConnectionDraft> {
  for (const api of reading.resources('AWS::Serverless::WebSocketApi')) {
    const template = reading.templateOf(api);
    for (const [key, route] of Object.entries(mapOf(at(api.effective, 'Routes')))) {
      const to = endOf(reading, template, at(route, 'FunctionArn'), 'lambda-function');
      if (to === undefined) continue;
      yield {
        kind: 'websocket-route',
        from: api,
        to,
        props: { routeKey: key },
        evidence: evidenceAt(reading, api, ['Routes', key]),
        folds: [],
        inside: { resource: api, path: ['Routes', key] },
      };
    }
  }
}

const apiTypes = [
  'AWS::Serverless::Api',
  'AWS::Serverless::HttpApi',
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGatewayV2::Api',
];

/** Routes of OpenAPI bodies: in the template, or in a file that it names. */
function* openApi(reading: Reading): Generator<ConnectionDraft> {
  for (const api of apiTypes.flatMap((type) => reading.resources(type))) {
    const template = reading.templateOf(api);
    const { body, isInside } = bodyOf(reading, api, template);
    for (const [path, item] of Object.entries(mapOf(at(body, 'paths'))))
      for (const [name, operation] of Object.entries(mapOf(item))) {
        const method = methodOf(name);
        const written = at(operation, 'x-amazon-apigateway-integration');
        const end =
          written === undefined || method === undefined
            ? undefined
            : integrationEnd(reading, template, integrationOf(written));
        if (end === undefined || method === undefined) continue;
        const place = ['DefinitionBody' in api.effective ? 'DefinitionBody' : 'Body', 'paths', path, name];
        yield routeDraft(
          api,
          { method, path: path === '/$default' ? '/{proxy+}' : path },
          end,
          evidenceAt(reading, api, isInside ? place : []),
          { folds: [] },
        );
      }
  }
}

function bodyOf(
  reading: Reading,
  api: SourceResource,
  template: SourceTemplate,
): { readonly body: Json | undefined; readonly isInside: boolean } {
  const body = at(api.effective, 'DefinitionBody') ?? at(api.effective, 'Body');
  const include = at(body, 'Fn::Transform', 'Parameters', 'Location') ?? at(body, 'Fn::Transform', 'Parameters');
  const named = textOf(at(api.effective, 'DefinitionUri')) ?? textOf(include);
  if (named === undefined) return { body, isInside: true };
  const path = pathFrom(template.file, named);
  const text = path === undefined ? undefined : reading.system.files.text(path);
  if (path === undefined || text === undefined) return { body: undefined, isInside: false };
  const read = readTemplateText(text, path);
  return { body: 'problem' in read || !isMap(read.value) ? undefined : read.value, isInside: false };
}

export const apis = defineRecogniser({
  kind: 'api-proxy',
  *recognise(reading) {
    yield* samRoutes(reading);
    yield* restMethods(reading);
    yield* routes(reading);
    yield* samWebSockets(reading);
    yield* openApi(reading);
  },
});
