import { serviceOf } from '../../catalog/index.js';
import type { Json } from '../../model/design.js';
import { isMap } from '../../model/json.js';
import { serviceOfResource } from '../node-types.js';
import type { JsonMap, SourceResource, SourceTemplate } from '../source.js';
import { at, listOf, mapOf, textOf } from '../values.js';
import { bareNode } from './api-integrations.js';
import { defineRecogniser, type Confidence, type ConnectionDraft, type Reading } from './define.js';
import { composed, serviceOfArn, type DraftEnd } from './ends.js';
import { modelIn, modelNode } from './models.js';
import { policyTemplateOf } from './policy-templates.js';
import { evidenceAt, textsOf } from './sam-events.js';

/** What functions may do and know: policies of their roles, and references in their environment. */

const functionTypes = ['AWS::Serverless::Function', 'AWS::Lambda::Function'];

/** A policy document with the place that it stands in. */
interface FoundPolicy {
  readonly resource: SourceResource;
  readonly path: readonly (string | number)[];
  readonly document: Json;
}

/** APIs that no resource stands for, by the prefix of their IAM actions. */
const bare: Readonly<Record<string, string>> = {
  transcribe: 'transcribe',
  translate: 'translate',
  comprehend: 'comprehend',
  polly: 'polly',
  rekognition: 'rekognition',
  textract: 'textract',
};

/** Prefixes of IAM actions, by service of the catalog. */
const prefixes: Readonly<Record<string, readonly string[]>> = {
  'sqs-queue': ['sqs'],
  'sns-topic': ['sns'],
  'dynamodb-table': ['dynamodb'],
  's3-bucket': ['s3'],
  'lambda-function': ['lambda'],
  'state-machine': ['states'],
  'event-bus': ['events'],
  'kinesis-stream': ['kinesis'],
  'firehose-stream': ['firehose'],
  secret: ['secretsmanager'],
  'ssm-parameter': ['ssm'],
  'user-pool': ['cognito-idp'],
  'rest-api': ['execute-api', 'apigateway'],
  'http-api': ['execute-api', 'apigateway'],
  'websocket-api': ['execute-api'],
  'kms-key': ['kms'],
  'bedrock-model': ['bedrock'],
  'fargate-task': ['ecs'],
  'batch-job': ['batch'],
  'schedule-group': ['scheduler'],
};

/** Actions that a role needs for how its function is called, not for what its code does. */
const plumbing =
  /^(?:logs:|xray:|ec2:\w*NetworkInterface|cloudwatch:PutMetricData$|sqs:(?:ReceiveMessage|DeleteMessage|GetQueueAttributes|ChangeMessageVisibility)$|kinesis:(?:Get|Describe|List|Subscribe)|dynamodb:(?:GetRecords|GetShardIterator|DescribeStream|ListStreams)$|iam:PassRole$|sts:|kms:)/;

function* policiesOf(reading: Reading, resource: SourceResource): Generator<FoundPolicy> {
  const template = reading.templateOf(resource);
  for (const [index, policy] of listOf(at(resource.effective, 'Policies')).entries()) {
    if (isMap(policy)) {
      const template_ = policyTemplateOf(policy);
      yield { resource, path: ['Policies', index], document: template_ ?? at(policy, 'PolicyDocument') ?? policy };
      continue;
    }
  }
  const role = at(resource.effective, 'Role');
  const target = role === undefined ? undefined : reading.target(template, role);
  if (target?.kind !== 'resource' || !target.resource.type.startsWith('AWS::IAM::Role')) return;
  yield* policiesOfRole(reading, target.resource);
}

function* policiesOfRole(reading: Reading, role: SourceResource): Generator<FoundPolicy> {
  const template = reading.templateOf(role);
  for (const [index, policy] of listOf(at(role.effective, 'Policies')).entries())
    yield { resource: role, path: ['Policies', index], document: at(policy, 'PolicyDocument') ?? null };
  for (const managed of listOf(at(role.effective, 'ManagedPolicyArns'))) {
    const target = reading.target(template, managed);
    if (target.kind === 'resource')
      yield {
        resource: target.resource,
        path: ['PolicyDocument'],
        document: at(target.resource.effective, 'PolicyDocument') ?? null,
      };
  }
  for (const policy of attachedTo(reading).get(role) ?? [])
    yield { resource: policy, path: ['PolicyDocument'], document: at(policy.effective, 'PolicyDocument') ?? null };
}

const attached = new WeakMap<Reading, ReadonlyMap<SourceResource, readonly SourceResource[]>>();

/** Policies by the roles that they name. */
function attachedTo(reading: Reading): ReadonlyMap<SourceResource, readonly SourceResource[]> {
  const known = attached.get(reading);
  if (known !== undefined) return known;
  const found = new Map<SourceResource, SourceResource[]>();
  for (const type of ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy'])
    for (const policy of reading.resources(type))
      for (const value of [...listOf(at(policy.effective, 'Roles')), ...listOf(at(policy.effective, 'RoleName'))]) {
        const target = reading.target(reading.templateOf(policy), value);
        if (target.kind === 'resource') found.set(target.resource, [...(found.get(target.resource) ?? []), policy]);
      }
  attached.set(reading, found);
  return found;
}

function* usesOf(reading: Reading, code: SourceResource): Generator<ConnectionDraft> {
  for (const { resource, path, document } of policiesOf(reading, code)) {
    const template = reading.templateOf(resource);
    const statements = listOf(
      at(document, 'Statement') ?? (at(document, 'Effect') === undefined ? undefined : document),
    );
    for (const statement of statements) {
      if ((textOf(at(statement, 'Effect')) ?? 'Allow') !== 'Allow') continue;
      const allowed = textsOf(reading, template, at(statement, 'Action'));
      const polls = allowed.includes('sqs:ReceiveMessage');
      const actions = allowed.filter((action) => !plumbing.test(action) && !(polls && action === 'sqs:GetQueueUrl'));
      if (actions.length === 0) continue;
      for (const to of usedBy(reading, template, actions, listOf(at(statement, 'Resource')))) {
        const own = actionsOn(to, actions);
        if (own.length === 0) continue;
        yield {
          kind: 'uses',
          from: code,
          to,
          props: { actions: own },
          evidence: evidenceAt(reading, resource, path, 'certain'),
          folds: [],
        };
      }
    }
  }
  yield* environmentOf(reading, code);
}

/** The actions of a statement that are about a service. */
function actionsOn(to: DraftEnd, actions: readonly string[]): readonly string[] {
  const service = 'logicalId' in to ? serviceOfResource(to)?.service : to.node.service;
  const known = service === undefined || !Object.hasOwn(prefixes, service) ? undefined : prefixes[service];
  return actions.filter((action) => {
    const [prefix = ''] = action.split(':');
    return known === undefined ? service !== undefined : known.includes(prefix.toLowerCase()) || action === '*';
  });
}

/** What a statement is about: resources that it names, an API, or what is outside. */
function* usedBy(
  reading: Reading,
  template: SourceTemplate,
  actions: readonly string[],
  resources: readonly Json[],
): Generator<DraftEnd> {
  const seen = new Set<DraftEnd>();
  const once = function* (end: DraftEnd): Generator<DraftEnd> {
    if (!seen.has(end)) yield end;
    seen.add(end);
  };
  for (const value of resources) {
    const target = reading.target(template, value);
    if (target.kind === 'resource') yield* once(target.resource);
    else if (target.kind === 'outside' && isNamed(target.value)) {
      const service =
        target.service === '' ? (serviceOfArn(target.value) ?? serviceOfActions(actions)) : target.service;
      if (service !== undefined && serviceOf(service)?.roles.sdkTarget !== undefined)
        yield* once(reading.existing(template, service, target.by, target.value));
    } else if (typeof value === 'string') {
      // A policy template that names a resource outside by its name.
      const service = serviceOfActions(actions);
      if (service !== undefined && /^[A-Za-z0-9_./-]{1,256}$/.test(value))
        yield* once(reading.existing(template, service, 'name', value));
    } else {
      const text = reading.text(template, value);
      const service = serviceOfActions(actions);
      for (const part of text)
        if (typeof part === 'object' && 'resource' in part) yield* once(part.resource);
        else if (
          typeof part === 'object' &&
          service !== undefined &&
          (part.of === 'export' || part.of === 'ssm-parameter')
        )
          yield* once(reading.existing(template, service, part.of, part.unknown));
      const model = modelIn(composed(reading, template, value));
      if (model !== undefined) yield* once(modelNode(template, model));
    }
  }
  for (const action of actions) {
    const [prefix = ''] = action.split(':');
    const service = Object.hasOwn(bare, prefix) ? bare[prefix] : undefined;
    if (service !== undefined) yield* once(bareNode(template, service));
  }
}

/** The service that all of some IAM actions are about. */
function serviceOfActions(actions: readonly string[]): string | undefined {
  const named = new Set(actions.map((action) => action.split(':')[0]));
  const [prefix] = named;
  if (prefix === undefined || named.size !== 1) return undefined;
  return Object.entries(prefixes).find(([, known]) => known.includes(prefix))?.[0];
}

/** Whether an ARN names something: without a pattern as its resource. */
const isNamed = (value: string): boolean => !/[:/]\*$|^\*$|[:/]\*\//.test(value) && !value.includes('${');

/** References in environment variables: code that knows a name uses it. */
function* environmentOf(reading: Reading, code: SourceResource): Generator<ConnectionDraft> {
  const template = reading.templateOf(code);
  for (const [name, value] of Object.entries(mapOf(at(code.effective, 'Environment', 'Variables')))) {
    if (typeof value !== 'object' && !(typeof value === 'string' && value.includes(':'))) continue;
    const target = reading.target(template, value);
    const to = target.kind === 'resource' ? target.resource : onlyResource(reading, template, value);
    if (to === undefined || to === code) continue;
    const service = serviceOfResource(to)?.service;
    const role = service === undefined ? undefined : serviceOf(service)?.roles.sdkTarget;
    if (role === undefined) continue;
    const confidence: Confidence = target.kind === 'resource' ? 'likely' : 'possible';
    yield {
      kind: 'uses',
      from: code,
      to,
      props: service === 'generic' ? { actions: genericActions(to) } : {},
      evidence: evidenceAt(reading, code, ['Environment', 'Variables', name], confidence),
      folds: [],
    };
  }
}

/** An IAM action of a type that the catalog does not know: its namespace is mostly its prefix. */
const genericActions = ({ type }: SourceResource): JsonMap[string] => {
  const [, namespace = ''] = type.split('::');
  return namespace === '' ? [] : [`${namespace.toLowerCase()}:*`];
};

/** The only resource that a text is composed of: an address, a queue's URL. */
function onlyResource(reading: Reading, template: SourceTemplate, value: Json): SourceResource | undefined {
  if (typeof value === 'string') return undefined;
  const resources = new Set(
    reading
      .text(template, value)
      .flatMap((part) => (typeof part === 'object' && 'resource' in part ? [part.resource] : [])),
  );
  const [only] = resources;
  return resources.size === 1 && composed(reading, template, value).length < 500 ? only : undefined;
}

/** Connectors of SAM: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/managing-permissions-connectors.html */
function* connectors(reading: Reading): Generator<ConnectionDraft> {
  const all: {
    owner: SourceResource;
    source: SourceResource | undefined;
    destinations: readonly Json[];
    path: readonly string[];
    folds: readonly SourceResource[];
  }[] = [];
  for (const connector of reading.resources('AWS::Serverless::Connector')) {
    const template = reading.templateOf(connector);
    all.push({
      owner: connector,
      source: template.resources.get(textOf(at(connector.effective, 'Source', 'Id')) ?? ''),
      destinations: listOf(at(connector.effective, 'Destination')),
      path: ['Destination'],
      folds: [connector],
    });
  }
  for (const template of reading.system.templates)
    for (const resource of template.resources.values())
      for (const connector of Object.values(mapOf(at(resource.attributes, 'Connectors'))))
        all.push({
          owner: resource,
          source: resource,
          destinations: listOf(at(connector, 'Properties', 'Destination')),
          path: [],
          folds: [],
        });
  for (const { owner, source, destinations, path, folds } of all) {
    const template = reading.templateOf(owner);
    if (source === undefined || !functionTypes.includes(source.type)) continue;
    for (const destination of destinations) {
      const to = template.resources.get(textOf(at(destination, 'Id')) ?? '');
      if (to !== undefined && to !== source)
        yield { kind: 'uses', from: source, to, props: {}, evidence: evidenceAt(reading, owner, path), folds };
    }
  }
}

export const uses = defineRecogniser({
  kind: 'uses',
  *recognise(reading) {
    for (const code of functionTypes.flatMap((type) => reading.resources(type))) yield* usesOf(reading, code);
    yield* connectors(reading);
  },
});
