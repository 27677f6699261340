import type { Json } from '../../model/design.js';
import type { JsonMap, SourceResource, SourceTemplate } from '../source.js';
import { at, given, listOf, mapOf, textOf } from '../values.js';
import type { ConnectionDraft, Evidence, NodeDraft, Reading } from './define.js';
import { arnText, composed, endOf, type DraftEnd } from './ends.js';

/** What an integration of an API says, in whatever format the API is written. */
export interface Integration {
  readonly type: string;
  readonly uri: Json | undefined;
  /** What it hands to the service: parameters, templates. */
  readonly requestTemplates: Json | undefined;
  readonly requestParameters: Json | undefined;
  readonly credentials: Json | undefined;
  readonly subtype: Json | undefined;
}

/** A route: a method and a path, or the route key of a WebSocket API. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly routeKey?: string;
}

/** The field of methods knows these; what is left is answered for all. */
const methods = ['ANY', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

export const methodOf = (written: string): string | undefined => {
  const method = written.toUpperCase();
  if (method === 'X-AMAZON-APIGATEWAY-ANY-METHOD' || method === '$DEFAULT' || method === '*') return 'ANY';
  return methods.includes(method) ? method : undefined;
};

/** `arn:aws:apigateway:region:sqs:path/account/queue`: service and what follows it. */
const serviceUri = /^arn:[^:]*:apigateway:[^:]*:([A-Za-z0-9.-]+):(path|action)\/(.*)$/s;

/** Service namespaces of integration URIs. */
const services: Readonly<Record<string, string>> = {
  sqs: 'sqs-queue',
  sns: 'sns-topic',
  dynamodb: 'dynamodb-table',
  events: 'event-bus',
  states: 'state-machine',
  kinesis: 'kinesis-stream',
  firehose: 'firehose-stream',
  s3: 's3-bucket',
  lambda: 'lambda-function',
  ssm: 'ssm-parameter',
  secretsmanager: 'secret',
  'bedrock-runtime': 'bedrock-model',
  batch: 'batch-job',
  'runtime.sagemaker': 'sagemaker-endpoint',
};

/** APIs that no resource stands for. */
const bare: Readonly<Record<string, string>> = {
  comprehend: 'comprehend',
  translate: 'translate',
  rekognition: 'rekognition',
  polly: 'polly',
  textract: 'textract',
};

/** The resource that the request of an integration names: in its URI, templates, parameters, or the policy of its role. */
function namedResource(
  reading: Reading,
  template: SourceTemplate,
  integration: Integration,
  service: string | undefined,
): SourceResource | undefined {
  const values = [integration.uri, integration.requestTemplates, integration.requestParameters];
  const seen = values.flatMap((value) => (value === undefined ? [] : [...resourcesIn(reading, template, value, 0)]));
  const role = integration.credentials === undefined ? undefined : reading.target(template, integration.credentials);
  const fromRole =
    role?.kind === 'resource'
      ? listOf(at(role.resource.effective, 'Policies')).flatMap((one) => [
          ...resourcesIn(reading, reading.templateOf(role.resource), one, 0),
        ])
      : [];
  const all = [...seen, ...fromRole].filter(({ type }) => !type.startsWith('AWS::IAM::'));
  return (
    all.find((resource) => service !== undefined && isOf(resource, service)) ??
    seen.find((one) => !one.type.startsWith('AWS::IAM::'))
  );
}

const typesOf: Readonly<Record<string, readonly string[]>> = {
  'sqs-queue': ['AWS::SQS::'],
  'sns-topic': ['AWS::SNS::Topic'],
  'dynamodb-table': ['AWS::DynamoDB::', 'AWS::Serverless::SimpleTable'],
  'event-bus': ['AWS::Events::EventBus'],
  'state-machine': ['AWS::StepFunctions::StateMachine', 'AWS::Serverless::StateMachine'],
  'kinesis-stream': ['AWS::Kinesis::Stream'],
  'firehose-stream': ['AWS::KinesisFirehose::'],
  's3-bucket': ['AWS::S3::Bucket'],
  'lambda-function': ['AWS::Lambda::', 'AWS::Serverless::Function'],
};

const isOf = ({ type }: SourceResource, service: string): boolean =>
  (Object.hasOwn(typesOf, service) ? (typesOf[service] ?? []) : []).some((prefix) => type.startsWith(prefix));

const deepest = 40;

function* resourcesIn(
  reading: Reading,
  template: SourceTemplate,
  value: Json,
  depth: number,
): Generator<SourceResource> {
  if (depth > deepest || value === null) return;
  if (typeof value !== 'object') return;
  const keys = Object.keys(value);
  const isCall =
    !Array.isArray(value) && keys.length === 1 && (keys[0] === 'Ref' || keys[0]?.startsWith('Fn::') === true);
  if (isCall) {
    const target = reading.target(template, value);
    if (target.kind === 'resource') yield target.resource;
    else
      for (const part of reading.text(template, value))
        if (typeof part === 'object' && 'resource' in part) yield part.resource;
    return;
  }
  for (const item of Object.values(value) as readonly Json[]) yield* resourcesIn(reading, template, item, depth + 1);
}

/** The end of an integration, with the props that follow from what it says. */
export interface IntegrationEnd {
  readonly to: DraftEnd;
  readonly kinds: readonly string[];
  readonly props: JsonMap;
}

export function integrationEnd(
  reading: Reading,
  template: SourceTemplate,
  integration: Integration,
): IntegrationEnd | undefined {
  const subtype =
    integration.subtype === undefined ? undefined : textOf(reading.evaluate(template, integration.subtype));
  if (subtype !== undefined) return subtypeEnd(reading, template, integration, subtype);
  if (integration.type === 'MOCK' || integration.uri === undefined) return undefined;
  const uri = arnText(composed(reading, template, integration.uri));
  const match = serviceUri.exec(uri);
  if (match !== null) {
    const [, name = '', kind = '', rest = ''] = match;
    if (name === 'lambda') return lambdaEnd(reading, template, integration, rest);
    const namespace = name.includes('.') && !Object.hasOwn(services, name) ? (name.split('.').at(-1) ?? name) : name;
    const service = Object.hasOwn(services, namespace) ? services[namespace] : undefined;
    const action =
      kind === 'action'
        ? (rest.split(/[?/]/)[0] ?? '')
        : (/Action=([A-Za-z]+)/.exec(
            JSON.stringify(integration.requestTemplates ?? '') + JSON.stringify(integration.requestParameters ?? ''),
          )?.[1] ?? (service === 'sqs-queue' ? 'SendMessage' : service === 'sns-topic' ? 'Publish' : ''));
    const custom = textOf(Object.values(mapOf(integration.requestTemplates)).find((one) => typeof one === 'string'));
    const props = given({
      action: action === '' ? undefined : action,
      ...(custom === undefined ? {} : { mapping: 'custom', requestTemplate: custom }),
    });
    if (Object.hasOwn(bare, namespace)) {
      const bareService = bare[namespace] ?? namespace;
      return { to: bareNode(template, bareService), kinds: ['api-integration'], props };
    }
    const resource = namedResource(reading, template, integration, service);
    if (resource !== undefined)
      return { to: resource, kinds: ['api-integration', 'websocket-integration', 'api-proxy'], props };
    if (service === undefined) return undefined;
    const outside =
      service === 'event-bus'
        ? reading.existing(template, 'event-bus', 'name', 'default')
        : reading.existing(template, service, 'name', rest.split('/').at(-1) ?? service);
    return { to: outside, kinds: ['api-integration', 'websocket-integration'], props };
  }
  if (/^https?:\/\//.test(uri))
    return { to: endpointNode(reading, template, integration, uri), kinds: ['http-proxy'], props: {} };
  // A URI of HTTP APIs is the ARN of the function, or the listener of a load balancer.
  const service = /^arn:[^:]*:elasticloadbalancing/.test(uri)
    ? 'load-balancer'
    : /servicediscovery/.test(uri)
      ? 'cloud-map-service'
      : 'lambda-function';
  const to = endOf(reading, template, integration.uri, service);
  return to === undefined ? undefined : { to, kinds: ['api-proxy', 'http-proxy', 'api-integration'], props: {} };
}

function lambdaEnd(
  reading: Reading,
  template: SourceTemplate,
  integration: Integration,
  rest: string,
): IntegrationEnd | undefined {
  const kinds = integration.type === 'AWS' ? ['api-integration', 'api-proxy'] : ['api-proxy', 'api-integration'];
  for (const part of integration.uri === undefined ? [] : reading.text(template, integration.uri))
    if (typeof part === 'object' && 'resource' in part) return { to: part.resource, kinds, props: {} };
  const arn = /functions\/(.*?)\/invocations/s.exec(rest)?.[1] ?? '';
  const to = arn === '' ? undefined : endOf(reading, template, arn, 'lambda-function');
  return to === undefined ? undefined : { to, kinds, props: {} };
}

/** Services of first-class integrations. */
const subtypeServices: Readonly<Record<string, readonly [string, string]>> = {
  SQS: ['sqs-queue', 'QueueUrl'],
  EventBridge: ['event-bus', 'EventBusName'],
  Kinesis: ['kinesis-stream', 'StreamName'],
  StepFunctions: ['state-machine', 'StateMachineArn'],
  AppConfig: ['appconfig', 'Configuration'],
};

function subtypeEnd(
  reading: Reading,
  template: SourceTemplate,
  { requestParameters }: Integration,
  subtype: string,
): IntegrationEnd | undefined {
  const [family = ''] = subtype.split('-');
  const known = Object.hasOwn(subtypeServices, family) ? subtypeServices[family] : undefined;
  if (known === undefined) return undefined;
  const [service, parameter] = known;
  const named = at(requestParameters, parameter);
  const to =
    named === undefined && service === 'event-bus'
      ? reading.existing(template, 'event-bus', 'name', 'default')
      : endOf(reading, template, named, service);
  const texts = Object.fromEntries(
    Object.entries(mapOf(requestParameters)).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value]] : [],
    ),
  );
  return to === undefined
    ? undefined
    : {
        to,
        kinds: ['http-api-integration'],
        props: { subtype, ...(Object.keys(texts).length === 0 ? {} : { mapping: 'custom', parameters: texts }) },
      };
}

export const bareNode = (template: SourceTemplate, service: string): NodeDraft => ({
  key: `bare:${service}`,
  node: { service, label: service.charAt(0).toUpperCase() + service.slice(1), origin: 'created', props: {} },
  template,
});

function endpointNode(reading: Reading, template: SourceTemplate, integration: Integration, uri: string): DraftEnd {
  for (const resource of integration.uri === undefined ? [] : resourcesIn(reading, template, integration.uri, 0))
    if (resource.type.startsWith('AWS::ElasticLoadBalancingV2::')) return resource;
  const url = uri.split(/[?#]/)[0] ?? uri;
  const host = /^https?:\/\/([^/]*)/.exec(url)?.[1] ?? url;
  return {
    key: `https-endpoint:${host}`,
    node: {
      service: 'https-endpoint',
      label: host,
      origin: 'created',
      props: url.includes('${') || !url.startsWith('https') ? {} : { url },
    },
    template,
  };
}

/** The connection of one route. */
export const routeDraft = (
  api: DraftEnd,
  route: Route,
  end: IntegrationEnd,
  evidence: Evidence,
  more: Pick<ConnectionDraft, 'folds' | 'inside'>,
): ConnectionDraft => {
  const kinds = route.routeKey === undefined ? end.kinds : ['websocket-route', 'websocket-integration'];
  const [kind = 'api-proxy', ...instead] = kinds;
  return {
    kind,
    instead,
    from: api,
    to: end.to,
    props: {
      ...(route.routeKey === undefined ? { method: route.method, path: route.path } : { routeKey: route.routeKey }),
      ...end.props,
    },
    evidence,
    ...more,
  };
};
