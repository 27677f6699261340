import type { Json } from '../../model/design.js';
import { isMap } from '../../model/json.js';
import type { JsonMap, SourceResource, SourceTemplate } from '../source.js';
import { at, given, listOf, mapOf, numberOf, pretty, textOf } from '../values.js';
import { defineRecogniser, type ConnectionDraft, type Reading } from './define.js';
import { composed, endOf, plain, serviceOfArn, type DraftEnd } from './ends.js';
import { outsideKafka, readable } from './event-source-mapping.js';
import { evidenceAt } from './sam-events.js';

/** The services that the parameters of a pipe are of, where its source or target is outside. */
const byParameters: Readonly<Record<string, string>> = {
  SqsQueueParameters: 'sqs-queue',
  DynamoDBStreamParameters: 'dynamodb-table',
  KinesisStreamParameters: 'kinesis-stream',
  ManagedStreamingKafkaParameters: 'msk-cluster',
  ActiveMQBrokerParameters: 'activemq-broker',
  RabbitMQBrokerParameters: 'rabbitmq-broker',
  EventBridgeEventBusParameters: 'event-bus',
  StepFunctionStateMachineParameters: 'state-machine',
  LambdaFunctionParameters: 'lambda-function',
  EcsTaskParameters: 'fargate-task',
  BatchJobParameters: 'batch-job',
  CloudWatchLogsParameters: 'log-group',
  RedshiftDataParameters: 'redshift-data',
  SageMakerPipelineParameters: 'sagemaker-pipeline',
  HttpParameters: 'api-destination',
  TimestreamParameters: 'timestream-table',
};

function end(
  reading: Reading,
  template: SourceTemplate,
  value: Json | undefined,
  parameters: Json | undefined,
  usual: string,
): DraftEnd | undefined {
  if (value === undefined) return undefined;
  const named = Object.keys(mapOf(parameters)).flatMap((key) =>
    Object.hasOwn(byParameters, key) ? [byParameters[key]] : [],
  );
  return endOf(reading, template, value, serviceOfArn(composed(reading, template, value)) ?? named[0] ?? usual);
}

function sourcePropsOf(reading: Reading, template: SourceTemplate, raw: Json | undefined): JsonMap {
  const parameters = mapOf(raw === undefined ? undefined : reading.evaluate(template, raw));
  const own = mapOf(Object.entries(parameters).find(([key]) => key !== 'FilterCriteria')?.[1]);
  const filter = textOf(at(listOf(at(parameters, 'FilterCriteria', 'Filters'))[0], 'Pattern'));
  const position = textOf(at(own, 'StartingPosition'));
  const retries = numberOf(at(own, 'MaximumRetryAttempts'));
  const age = numberOf(at(own, 'MaximumRecordAgeInSeconds'));
  return given({
    batchSize: numberOf(at(own, 'BatchSize')),
    batchingWindow: numberOf(at(own, 'MaximumBatchingWindowInSeconds')),
    filterPattern: filter === undefined ? undefined : readable(filter),
    startingPosition: position === 'LATEST' || position === 'TRIM_HORIZON' ? position : undefined,
    retryAttempts: retries !== undefined && retries >= 0 ? retries : undefined,
    maxRecordAge: age !== undefined && age > 0 ? age : undefined,
    parallelization: numberOf(at(own, 'ParallelizationFactor')),
    topic: textOf(at(own, 'TopicName')),
    queue: textOf(at(own, 'QueueName')),
    virtualHost: textOf(at(own, 'VirtualHost')),
    consumerGroup: textOf(at(own, 'ConsumerGroupID')),
    ...(position === undefined ? {} : { bisect: at(own, 'OnPartialBatchItemFailure') === 'AUTOMATIC_BISECT' }),
  });
}

/** A template that CloudFormation put together is read as it will be. */
const templateText = (reading: Reading, template: SourceTemplate, value: Json | undefined): string | undefined =>
  value === undefined || value === null
    ? undefined
    : typeof value === 'string'
      ? value
      : textOf(
          isMap(value) && Object.keys(value).length > 1
            ? pretty(plain(reading, template, value))
            : composed(reading, template, value),
        );

function httpPropsOf(reading: Reading, template: SourceTemplate, parameters: Json | undefined): JsonMap {
  const http = mapOf(parameters === undefined ? undefined : plain(reading, template, parameters));
  const texts = (value: Json | undefined): JsonMap | undefined =>
    isMap(value)
      ? Object.fromEntries(Object.entries(value).filter((entry) => typeof entry[1] === 'string'))
      : undefined;
  const values = at(http, 'PathParameterValues');
  return given({
    pathValues: Array.isArray(values)
      ? (values as readonly Json[]).filter((one) => typeof one === 'string')
      : undefined,
    headers: texts(at(http, 'HeaderParameters')),
    query: texts(at(http, 'QueryStringParameters')),
  });
}

function targetPropsOf(reading: Reading, template: SourceTemplate, raw: Json | undefined): JsonMap {
  const parameters = mapOf(raw);
  const input = templateText(reading, template, at(parameters, 'InputTemplate'));
  const text = (...path: readonly string[]): string | undefined => {
    const value = at(parameters, ...path);
    return value === undefined ? undefined : textOf(plain(reading, template, value));
  };
  const invocation =
    text('StepFunctionStateMachineParameters', 'InvocationType') ?? text('LambdaFunctionParameters', 'InvocationType');
  return given({
    ...(input === undefined ? {} : { mapping: 'custom', inputTemplate: input }),
    eventSource: text('EventBridgeEventBusParameters', 'Source'),
    detailType: text('EventBridgeEventBusParameters', 'DetailType'),
    messageGroupId: text('SqsQueueParameters', 'MessageGroupId'),
    deduplicationId: text('SqsQueueParameters', 'MessageDeduplicationId'),
    partitionKey: text('KinesisStreamParameters', 'PartitionKey'),
    logStream: text('CloudWatchLogsParameters', 'LogStreamName'),
    sql: textOf(listOf(at(parameters, 'RedshiftDataParameters', 'Sqls'))[0]),
    invocation: invocation === 'FIRE_AND_FORGET' || invocation === 'REQUEST_RESPONSE' ? invocation : undefined,
    ...httpPropsOf(reading, template, at(parameters, 'HttpParameters')),
  });
}

function deadLettersOf(reading: Reading, template: SourceTemplate, parameters: Json | undefined) {
  for (const own of Object.values(mapOf(parameters))) {
    const arn = at(own, 'DeadLetterConfig', 'Arn');
    const target = arn === undefined ? undefined : reading.target(template, arn, 'sqs-queue');
    if (target?.kind === 'resource' && target.resource.type === 'AWS::SQS::Queue')
      return { references: { deadLetterQueue: target.resource } };
  }
  return {};
}

function* ofPipe(reading: Reading, pipe: SourceResource): Generator<ConnectionDraft> {
  const template = reading.templateOf(pipe);
  const { effective } = pipe;
  const source = at(effective, 'SourceParameters');
  const target = at(effective, 'TargetParameters');
  const servers = at(source, 'SelfManagedKafkaParameters') === undefined ? undefined : at(effective, 'Source');
  const from =
    servers === undefined
      ? end(reading, template, at(effective, 'Source'), source, 'sqs-queue')
      : outsideKafka(reading, template, servers);
  if (from !== undefined)
    yield {
      kind: 'pipe-source',
      from,
      to: pipe,
      props: sourcePropsOf(reading, template, source),
      evidence: evidenceAt(reading, pipe, ['Source']),
      folds: [],
      ...deadLettersOf(reading, template, source),
    };
  const enrichment = at(effective, 'EnrichmentParameters');
  const enriching = end(reading, template, at(effective, 'Enrichment'), enrichment, 'lambda-function');
  if (enriching !== undefined) {
    const input = templateText(reading, template, at(enrichment, 'InputTemplate'));
    yield {
      kind: 'pipe-enrichment',
      from: pipe,
      to: enriching,
      props: given({ inputTemplate: input, ...httpPropsOf(reading, template, at(enrichment, 'HttpParameters')) }),
      evidence: evidenceAt(reading, pipe, ['Enrichment']),
      folds: [],
    };
  }
  const task = at(target, 'EcsTaskParameters', 'TaskDefinitionArn');
  const to =
    task === undefined
      ? end(reading, template, at(effective, 'Target'), target, 'lambda-function')
      : endOf(reading, template, task, 'fargate-task');
  if (to !== undefined)
    yield {
      kind: 'pipe-target',
      from: pipe,
      to,
      props: targetPropsOf(reading, template, target),
      evidence: evidenceAt(reading, pipe, ['Target']),
      folds: [],
    };
}

export const pipes = defineRecogniser({
  kind: 'pipe-target',
  *recognise(reading) {
    for (const pipe of reading.resources('AWS::Pipes::Pipe')) yield* ofPipe(reading, pipe);
  },
});
