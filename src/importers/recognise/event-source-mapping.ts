import type { Json } from '../../model/design.js';
import type { JsonMap, SourceResource, SourceTemplate } from '../source.js';
import { at, booleanOf, given, listOf, mapOf, numberOf, pretty, textOf } from '../values.js';
import { defineRecogniser, type ConnectionDraft, type Reading } from './define.js';
import { arnText, composed, endOf, isResource } from './ends.js';
import { evidenceAt, eventEvidence, eventsOf, insideEvent } from './sam-events.js';

/** Events of SAM that become an event source mapping, with the property that names the source. */
const sources: Readonly<Record<string, { readonly property: string; readonly service: string }>> = {
  SQS: { property: 'Queue', service: 'sqs-queue' },
  Kinesis: { property: 'Stream', service: 'kinesis-stream' },
  DynamoDB: { property: 'Stream', service: 'dynamodb-table' },
  MSK: { property: 'Stream', service: 'msk-cluster' },
  MQ: { property: 'Broker', service: 'activemq-broker' },
  DocumentDB: { property: 'Cluster', service: 'documentdb-cluster' },
};

/** https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html: the values that are not given */
const streams = ['kinesis-stream', 'dynamodb-table'];

/** The service that an event source ARN is of, where the target says nothing. */
function serviceOf(reading: Reading, template: SourceTemplate, value: Json, properties: JsonMap): string {
  const text = arnText(composed(reading, template, value));
  const named = /^arn:[^:]*:(sqs|kinesis|dynamodb|kafka|mq|rds):/.exec(text)?.[1];
  if (named === 'sqs') return 'sqs-queue';
  if (named === 'dynamodb') return 'dynamodb-table';
  if (named === 'kafka' || at(properties, 'AmazonManagedKafkaEventSourceConfig') !== undefined) return 'msk-cluster';
  if (named === 'kinesis') return 'kinesis-stream';
  if (named === 'mq' || at(properties, 'Queues') !== undefined) return 'activemq-broker';
  if (named === 'rds' || at(properties, 'DocumentDBEventSourceConfig') !== undefined) return 'documentdb-cluster';
  if (at(properties, 'Topics') !== undefined) return 'msk-cluster';
  if (at(properties, 'StartingPosition') !== undefined)
    return /dynamo|table|\.StreamArn/i.test(text) ? 'dynamodb-table' : 'kinesis-stream';
  return 'sqs-queue';
}

/** Fields of the connection from properties, which SAM and CloudFormation name alike. */
function propsOf(reading: Reading, template: SourceTemplate, raw: JsonMap, isStream: boolean): JsonMap {
  const properties = mapOf(reading.evaluate(template, raw));
  const filters = listOf(at(properties, 'FilterCriteria', 'Filters')).flatMap(
    (one) => textOf(at(one, 'Pattern')) ?? [],
  );
  const first = (value: Json | undefined): string | undefined => textOf(listOf(value)[0]);
  const hosts = listOf(at(properties, 'SourceAccessConfigurations')).find((one) => at(one, 'Type') === 'VIRTUAL_HOST');
  const position = textOf(at(properties, 'StartingPosition'));
  const partial = listOf(at(properties, 'FunctionResponseTypes')).includes('ReportBatchItemFailures');
  const concurrency = numberOf(at(properties, 'ScalingConfig', 'MaximumConcurrency'));
  const retries = numberOf(at(properties, 'MaximumRetryAttempts'));
  const age = numberOf(at(properties, 'MaximumRecordAgeInSeconds'));
  return given({
    batchSize: numberOf(at(properties, 'BatchSize')),
    batchingWindow: numberOf(at(properties, 'MaximumBatchingWindowInSeconds')),
    filterPattern: filters[0] === undefined ? undefined : readable(filters[0]),
    partialBatchResponse: partial,
    maxConcurrency: concurrency,
    ...(isStream
      ? {
          startingPosition: position === 'TRIM_HORIZON' || position === 'LATEST' ? position : undefined,
          bisect: booleanOf(at(properties, 'BisectBatchOnFunctionError')) ?? false,
          retryAttempts: retries !== undefined && retries >= 0 ? retries : undefined,
          maxRecordAge: age !== undefined && age > 0 ? age : undefined,
          parallelization: numberOf(at(properties, 'ParallelizationFactor')),
        }
      : {}),
    topic: first(at(properties, 'Topics')),
    queue: first(at(properties, 'Queues')),
    virtualHost: textOf(at(hosts, 'URI')),
    database: textOf(at(properties, 'DocumentDBEventSourceConfig', 'DatabaseName') ?? at(properties, 'DatabaseName')),
    collection: textOf(
      at(properties, 'DocumentDBEventSourceConfig', 'CollectionName') ?? at(properties, 'CollectionName'),
    ),
    consumerGroup: textOf(
      at(properties, 'ConsumerGroupId') ??
        at(properties, 'AmazonManagedKafkaEventSourceConfig', 'ConsumerGroupId') ??
        at(properties, 'SelfManagedKafkaEventSourceConfig', 'ConsumerGroupId'),
    ),
  });
}

/** A pattern in one line is written over several. */
export function readable(text: string): string {
  try {
    return pretty(JSON.parse(text) as Json);
  } catch {
    return text;
  }
}

/** What takes failed batches: a field of the connection where it is a queue. */
function deadLetters(
  reading: Reading,
  template: SourceTemplate,
  properties: JsonMap,
): { readonly deadLetterQueue?: SourceResource } {
  const value = at(properties, 'DestinationConfig', 'OnFailure', 'Destination');
  if (value === undefined) return {};
  const target = reading.target(template, value, 'sqs-queue');
  return target.kind === 'resource' && target.resource.type === 'AWS::SQS::Queue'
    ? { deadLetterQueue: target.resource }
    : {};
}

function* mappings(reading: Reading): Generator<ConnectionDraft> {
  for (const event of eventsOf(reading, ...Object.keys(sources))) {
    const { template, properties, owner, type } = event;
    const source = sources[type];
    if (source === undefined || owner.type !== 'AWS::Serverless::Function') continue;
    const from = endOf(reading, template, at(properties, source.property), source.service);
    if (from === undefined) continue;
    yield {
      kind: 'event-source-mapping',
      from,
      to: owner,
      props: propsOf(reading, template, properties, streams.includes(source.service)),
      evidence: eventEvidence(reading, event),
      folds: [],
      inside: insideEvent(event),
      references: deadLetters(reading, template, properties),
    };
  }
  for (const event of eventsOf(reading, 'SelfManagedKafka')) {
    const servers = at(event.properties, 'KafkaBootstrapServers');
    const from = outsideKafka(reading, event.template, servers);
    if (from === undefined) continue;
    yield {
      kind: 'event-source-mapping',
      from,
      to: event.owner,
      props: propsOf(reading, event.template, event.properties, false),
      evidence: eventEvidence(reading, event),
      folds: [],
      inside: insideEvent(event),
    };
  }
  for (const mapping of reading.resources('AWS::Lambda::EventSourceMapping')) {
    const template = reading.templateOf(mapping);
    const properties = mapping.effective;
    const to = endOf(reading, template, at(properties, 'FunctionName'), 'lambda-function');
    const arn = at(properties, 'EventSourceArn');
    const service = arn === undefined ? 'kafka-cluster' : serviceOf(reading, template, arn, properties);
    const from =
      arn === undefined
        ? outsideKafka(
            reading,
            template,
            at(properties, 'SelfManagedEventSource', 'Endpoints', 'KafkaBootstrapServers'),
          )
        : endOf(reading, template, arn, service);
    if (from === undefined || to === undefined) continue;
    const isStream = isResource(from)
      ? from.type.startsWith('AWS::Kinesis::') || from.type.startsWith('AWS::DynamoDB::')
      : streams.includes(service);
    yield {
      kind: 'event-source-mapping',
      from,
      to,
      props: propsOf(reading, template, properties, isStream),
      evidence: evidenceAt(reading, mapping, ['EventSourceArn']),
      folds: [mapping],
      references: deadLetters(reading, template, properties),
    };
  }
}

/** Kafka that is not run by AWS: known by its first server. */
export function outsideKafka(reading: Reading, template: SourceTemplate, servers: Json | undefined) {
  const list = listOf(servers === undefined ? undefined : reading.evaluate(template, servers));
  const [first] = list;
  if (first === undefined) return undefined;
  const name = composed(reading, template, first);
  return name === '' ? undefined : reading.existing(template, 'kafka-cluster', 'name', name.slice(0, 500));
}

export const eventSourceMapping = defineRecogniser({ kind: 'event-source-mapping', recognise: mappings });
