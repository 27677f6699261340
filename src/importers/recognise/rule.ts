import { serviceOf } from '../../catalog/index.js';
import type { Json } from '../../model/design.js';
import { isMap } from '../../model/json.js';
import { serviceOfResource } from '../node-types.js';
import type { JsonMap, SourceResource, SourceTemplate } from '../source.js';
import { at, listOf, mapOf, pretty, textOf } from '../values.js';
import { publishedTo } from './bus-publishers.js';
import { defineRecogniser, type ConnectionDraft, type Evidence, type NodeDraft, type Reading } from './define.js';
import { composed, endOf, isResource, plain, serviceOfArn, type DraftEnd } from './ends.js';
import { deliveryOf, parsed, targetPropsOf } from './rule-target.js';
import { evidenceAt, eventEvidence, eventsOf, insideEvent } from './sam-events.js';

/** A rule with a pattern, wherever it stands: a resource, or an event of SAM. */
interface FoundRule {
  readonly template: SourceTemplate;
  readonly bus: Json | undefined;
  readonly pattern: Json;
  readonly targets: readonly { readonly to: DraftEnd; readonly properties: JsonMap; readonly evidence: Evidence }[];
  /** The rule itself, or the part of its owner. */
  readonly resource?: SourceResource;
  readonly inside?: NonNullable<ConnectionDraft['inside']>;
}

const isDefaultBus = (name: string): boolean => name === '' || name === 'default' || /event-bus\/default$/.test(name);

/** The services that a rule without a bus of its own can only mean: all of its sources are of AWS. */
export function sourcesOf(pattern: Json): readonly string[] {
  return listOf(at(pattern, 'source')).flatMap((one) => textOf(one) ?? []);
}

/** A node for the events of an AWS service, which come on the default bus. */
const serviceEvents = (template: SourceTemplate, source: string): NodeDraft => ({
  key: `aws-events:${source}`,
  node: { service: 'aws-events', label: source, origin: 'created', props: { publisher: source } },
  template,
});

/** Where the events of a rule come from. */
export function busOf(
  reading: Reading,
  template: SourceTemplate,
  value: Json | undefined,
  pattern: Json,
): { readonly end: DraftEnd; readonly guessed: boolean } | undefined {
  const name = value === undefined || value === null ? '' : composed(reading, template, value);
  if (isDefaultBus(name)) {
    const sources = sourcesOf(pattern);
    const [first] = sources;
    if (first !== undefined && sources.length === 1 && /^aws\.[a-z0-9.-]+$/.test(first))
      return { end: serviceEvents(template, first), guessed: false };
    return { end: reading.existing(template, 'event-bus', 'name', 'default'), guessed: false };
  }
  const target = value === undefined ? undefined : reading.target(template, value, 'event-bus');
  if (target?.kind === 'resource') return { end: target.resource, guessed: false };
  const guess = publishedTo(reading, pattern);
  if (guess !== undefined && target?.kind !== 'outside') return { end: guess, guessed: true };
  const end = endOf(reading, template, value, 'event-bus');
  return end === undefined ? undefined : { end, guessed: false };
}

/** The resource whose events a rule picks, where its detail names one: objects of a bucket, executions of a machine. */
function publisherOf(reading: Reading, template: SourceTemplate, raw: Json, pattern: Json) {
  const [source, second] = sourcesOf(pattern);
  const types = listOf(at(pattern, 'detail-type'));
  const type = textOf(types[0]);
  if (source === undefined || second !== undefined || type === undefined || types.length !== 1) return undefined;
  for (const known of publishers(reading)) {
    const role = serviceOf(serviceOfResource(known)?.service ?? '')?.roles.eventPublisher;
    if (role?.own === undefined || role.source !== source || !role.detailTypes.includes(type)) continue;
    const named = listOf(at(raw, 'detail', ...role.own.path));
    const [only] = named;
    if (only === undefined || named.length !== 1 || !isMap(only)) continue;
    const target = reading.target(template, only);
    if (target.kind !== 'resource' || target.resource !== known) continue;
    const rest = without(mapOf(at(pattern, 'detail')), role.own.path);
    return {
      publisher: known,
      props: { detailType: type, ...(Object.keys(rest).length === 0 ? {} : { detail: pretty(rest) }) },
    };
  }
  return undefined;
}

const publisherTypes = ['AWS::S3::Bucket', 'AWS::StepFunctions::StateMachine', 'AWS::Serverless::StateMachine'];

const publishers = (reading: Reading): readonly SourceResource[] =>
  publisherTypes.flatMap((type) => reading.resources(type));

/** A map without the value below some keys, and without what that leaves empty. */
function without(value: JsonMap, path: readonly string[]): JsonMap {
  const [key, ...further] = path;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]): readonly (readonly [string, Json])[] => {
      if (name !== key) return [[name, item]];
      if (further.length === 0 || !isMap(item)) return [];
      const rest = without(item, further);
      return Object.keys(rest).length === 0 ? [] : [[name, rest]];
    }),
  );
}

function* rules(reading: Reading): Generator<FoundRule> {
  for (const resource of reading.resources('AWS::Events::Rule')) {
    const pattern = at(resource.effective, 'EventPattern');
    if (pattern === undefined || pattern === null) continue;
    const template = reading.templateOf(resource);
    yield {
      template,
      bus: at(resource.effective, 'EventBusName'),
      pattern,
      resource,
      targets: listOf(at(resource.effective, 'Targets')).flatMap((target, index) => {
        const to = ruleTargetEnd(reading, template, mapOf(target));
        return to === undefined
          ? []
          : [{ to, properties: mapOf(target), evidence: evidenceAt(reading, resource, ['Targets', index]) }];
      }),
    };
  }
  for (const event of eventsOf(reading, 'EventBridgeRule', 'CloudWatchEvent')) {
    const { template, properties, owner } = event;
    const pattern = at(properties, 'Pattern');
    if (pattern === undefined) continue;
    yield {
      template,
      bus: at(properties, 'EventBusName'),
      pattern,
      inside: insideEvent(event),
      targets: [{ to: owner, properties: withoutName(properties), evidence: eventEvidence(reading, event) }],
    };
  }
}

/** The properties of a SAM event name no target: what is called is its owner. */
const withoutName = (properties: JsonMap): JsonMap => {
  const { Arn: _arn, ...rest } = properties;
  return rest;
};

/** What a target of a rule or a schedule leads to; a cluster runs the task that stands beside it. */
export function ruleTargetEnd(reading: Reading, template: SourceTemplate, target: JsonMap): DraftEnd | undefined {
  const task = at(target, 'EcsParameters', 'TaskDefinitionArn');
  if (task !== undefined) return endOf(reading, template, task, 'fargate-task');
  const arn = at(target, 'Arn');
  if (arn === undefined) return undefined;
  const text = composed(reading, template, arn);
  const service =
    serviceOfArn(text) ??
    (at(target, 'SqsParameters') !== undefined
      ? 'sqs-queue'
      : at(target, 'KinesisParameters') !== undefined
        ? 'kinesis-stream'
        : at(target, 'HttpParameters') !== undefined
          ? 'api-destination'
          : at(target, 'BatchParameters') !== undefined
            ? 'batch-job'
            : /bus/i.test(text)
              ? 'event-bus'
              : /topic|sns/i.test(text)
                ? 'sns-topic'
                : /queue|sqs/i.test(text)
                  ? 'sqs-queue'
                  : /state|workflow/i.test(text)
                    ? 'state-machine'
                    : /log/i.test(text)
                      ? 'log-group'
                      : 'lambda-function');
  return endOf(reading, template, arn, service);
}

function* connections(reading: Reading): Generator<ConnectionDraft> {
  for (const { template, bus, pattern: raw, targets, resource, inside } of rules(reading)) {
    const pattern = typeof raw === 'string' ? parsed(raw) : plain(reading, template, raw);
    const own = bus === undefined ? publisherOf(reading, template, raw, pattern) : undefined;
    const from = own === undefined ? busOf(reading, template, bus, pattern) : { end: own.publisher, guessed: false };
    if (from === undefined) continue;
    for (const { to, properties, evidence } of targets) {
      const delivery = deliveryOf(reading, template, properties);
      yield {
        kind: own === undefined ? 'rule' : 'service-event',
        from: from.end,
        to,
        props: {
          ...(own?.props ?? { pattern: pretty(pattern) }),
          ...targetPropsOf(reading, template, properties),
          ...(isBus(to) ? {} : delivery.props),
        },
        ...(resource !== undefined && targets.length > 1 ? { resource: resource.logicalId } : {}),
        evidence: from.guessed ? { ...evidence, confidence: 'likely' } : evidence,
        folds: resource === undefined ? [] : [resource],
        references: delivery.references,
        ...(inside === undefined ? {} : { inside }),
      };
    }
  }
}

const isBus = (end: DraftEnd): boolean =>
  isResource(end) ? end.type === 'AWS::Events::EventBus' : end.node.service === 'event-bus';

export const rule = defineRecogniser({ kind: 'rule', recognise: connections });
