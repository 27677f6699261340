import type { Json } from '../../model/design.js';
import { isMap } from '../../model/json.js';
import type { JsonMap, SourceResource, SourceTemplate } from '../source.js';
import { at, booleanOf, given, listOf, mapOf, pretty, textOf } from '../values.js';
import { defineRecogniser, type ConnectionDraft, type NodeDraft, type Reading } from './define.js';
import { composed, endOf, plain, type DraftEnd } from './ends.js';
import { evidenceAt, eventEvidence, eventsOf, insideEvent } from './sam-events.js';

const protocols: Readonly<Record<string, string>> = {
  lambda: 'lambda-function',
  sqs: 'sqs-queue',
  firehose: 'firehose-stream',
};

/** People and addresses outside: nodes that say where messages go. */
const outside: Readonly<Record<string, { readonly service: string; readonly prop: string }>> = {
  email: { service: 'email-address', prop: 'address' },
  'email-json': { service: 'email-address', prop: 'address' },
  http: { service: 'https-endpoint', prop: 'url' },
  https: { service: 'https-endpoint', prop: 'url' },
  sms: { service: 'phone-number', prop: 'number' },
};

function subscriberOf(
  reading: Reading,
  template: SourceTemplate,
  protocolValue: Json | undefined,
  endpoint: Json | undefined,
): DraftEnd | undefined {
  const protocol = textOf(protocolValue === undefined ? undefined : reading.evaluate(template, protocolValue)) ?? '';
  if (Object.hasOwn(outside, protocol)) {
    const known = outside[protocol];
    const address = endpoint === undefined ? '' : composed(reading, template, endpoint);
    return known === undefined || address === '' ? undefined : addressNode(template, known, address);
  }
  const service = Object.hasOwn(protocols, protocol) ? protocols[protocol] : 'lambda-function';
  return endOf(reading, template, endpoint, service ?? 'lambda-function');
}

const addressNode = (
  template: SourceTemplate,
  { service, prop }: { readonly service: string; readonly prop: string },
  address: string,
): NodeDraft => {
  // An address that is only known when it is deployed is named after its parameter.
  const label = /^\$\{([^}]+)\}$/.exec(address)?.[1] ?? address;
  return {
    key: `${service}:${address}`,
    node: { service, label, origin: 'created', props: address.includes('${') ? {} : { [prop]: address } },
    template,
  };
};

function propsOf(reading: Reading, template: SourceTemplate, properties: JsonMap): JsonMap {
  const policy = at(properties, 'FilterPolicy');
  const scope = textOf(at(properties, 'FilterPolicyScope'));
  const filter = policy === undefined ? undefined : plain(reading, template, policy);
  return given({
    filterPolicy: isMap(filter) ? pretty(filter) : textOf(filter),
    filterScope: scope === 'MessageBody' || scope === 'MessageAttributes' ? scope : undefined,
    rawDelivery: booleanOf(at(properties, 'RawMessageDelivery')),
  });
}

function references(reading: Reading, template: SourceTemplate, properties: JsonMap) {
  const policy = mapOf(at(properties, 'RedrivePolicy'));
  const arn = at(policy, 'deadLetterTargetArn');
  if (arn === undefined) return {};
  const target = reading.target(template, arn, 'sqs-queue');
  return target.kind === 'resource' && target.resource.type === 'AWS::SQS::Queue'
    ? { deadLetterQueue: target.resource }
    : {};
}

/** A queue that SAM puts between a topic and a function: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-sns.html */
const queueOf = (reading: Reading, template: SourceTemplate, value: Json | undefined): SourceResource | undefined => {
  const arn = at(value, 'QueueArn');
  if (arn === undefined) return undefined;
  const target = reading.target(template, arn, 'sqs-queue');
  return target.kind === 'resource' ? target.resource : undefined;
};

function* connections(reading: Reading): Generator<ConnectionDraft> {
  for (const event of eventsOf(reading, 'SNS')) {
    const { template, properties, owner } = event;
    const from = endOf(reading, template, at(properties, 'Topic'), 'sns-topic');
    if (from === undefined) continue;
    const queue = queueOf(reading, template, at(properties, 'SqsSubscription'));
    yield {
      kind: 'subscription',
      from,
      to: queue ?? owner,
      props: propsOf(reading, template, properties),
      references: references(reading, template, properties),
      evidence: eventEvidence(reading, event),
      folds: [],
      inside: insideEvent(event),
    };
    if (queue !== undefined)
      yield {
        kind: 'event-source-mapping',
        from: queue,
        to: owner,
        props: { partialBatchResponse: false },
        evidence: eventEvidence(reading, event),
        folds: [],
        inside: insideEvent(event),
      };
  }
  for (const subscription of reading.resources('AWS::SNS::Subscription')) {
    const template = reading.templateOf(subscription);
    const { effective } = subscription;
    const from = endOf(reading, template, at(effective, 'TopicArn'), 'sns-topic');
    const to = subscriberOf(reading, template, at(effective, 'Protocol'), at(effective, 'Endpoint'));
    if (from === undefined || to === undefined) continue;
    yield {
      kind: 'subscription',
      from,
      to,
      props: propsOf(reading, template, effective),
      references: references(reading, template, effective),
      evidence: evidenceAt(reading, subscription, ['Endpoint']),
      folds: [subscription],
    };
  }
  for (const topic of reading.resources('AWS::SNS::Topic')) {
    const template = reading.templateOf(topic);
    for (const [index, one] of listOf(at(topic.effective, 'Subscription')).entries()) {
      const to = subscriberOf(reading, template, at(one, 'Protocol'), at(one, 'Endpoint'));
      if (to === undefined) continue;
      yield {
        kind: 'subscription',
        from: topic,
        to,
        props: propsOf(reading, template, mapOf(one)),
        evidence: evidenceAt(reading, topic, ['Subscription', index]),
        folds: [],
        inside: { resource: topic, path: ['Subscription', index] },
      };
    }
  }
}

export const subscription = defineRecogniser({ kind: 'subscription', recognise: connections });
