import type { Json } from '../../model/design.js';
import type { SourceResource } from '../source.js';
import { at, given, listOf, mapOf, textOf } from '../values.js';
import { defineRecogniser, type ConnectionDraft, type Reading } from './define.js';
import { composed, endOf, serviceOfArn, type DraftEnd } from './ends.js';
import { resolvers } from './resolvers.js';
import { evidenceAt, eventEvidence, eventsOf, insideEvent } from './sam-events.js';

/** Connections that one property of a resource says: destinations, subscriptions of logs, rules of IoT, origins. */

function* logSubscriptions(reading: Reading): Generator<ConnectionDraft> {
  for (const filter of reading.resources('AWS::Logs::SubscriptionFilter')) {
    const template = reading.templateOf(filter);
    const from = endOf(reading, template, at(filter.effective, 'LogGroupName'), 'log-group');
    const arn = at(filter.effective, 'DestinationArn');
    const service = arn === undefined ? undefined : serviceOfArn(composed(reading, template, arn));
    const to = endOf(reading, template, arn, service ?? 'lambda-function');
    if (from === undefined || to === undefined) continue;
    yield {
      kind: 'log-subscription',
      from,
      to,
      props: given({ filterPattern: textOf(reading.evaluate(template, at(filter.effective, 'FilterPattern') ?? '')) }),
      evidence: evidenceAt(reading, filter, ['DestinationArn']),
      folds: [filter],
    };
  }
  for (const event of eventsOf(reading, 'CloudWatchLogs')) {
    const from = endOf(reading, event.template, at(event.properties, 'LogGroupName'), 'log-group');
    if (from === undefined) continue;
    yield {
      kind: 'log-subscription',
      from,
      to: event.owner,
      props: given({ filterPattern: textOf(at(event.properties, 'FilterPattern')) }),
      evidence: eventEvidence(reading, event),
      folds: [],
      inside: insideEvent(event),
    };
  }
}

const destinationServices: Readonly<Record<string, string>> = {
  SQS: 'sqs-queue',
  SNS: 'sns-topic',
  Lambda: 'lambda-function',
  EventBridge: 'event-bus',
  S3Bucket: 's3-bucket',
};

function* lambdaDestinations(reading: Reading): Generator<ConnectionDraft> {
  const draft = (
    owner: SourceResource,
    from: DraftEnd,
    on: 'success' | 'failure',
    value: Json | undefined,
    service: string,
    path: readonly string[],
    folds: readonly SourceResource[],
  ): readonly ConnectionDraft[] => {
    const to = endOf(reading, reading.templateOf(owner), value, service);
    return to === undefined
      ? []
      : [{ kind: 'lambda-destination', from, to, props: { on }, evidence: evidenceAt(reading, owner, path), folds }];
  };
  for (const code of reading.resources('AWS::Serverless::Function')) {
    for (const [name, on] of [
      ['OnSuccess', 'success'],
      ['OnFailure', 'failure'],
    ] as const) {
      const path = ['EventInvokeConfig', 'DestinationConfig', name];
      const written = at(code.effective, ...path);
      const type = textOf(at(written, 'Type')) ?? '';
      const service = Object.hasOwn(destinationServices, type) ? destinationServices[type] : undefined;
      yield* draft(code, code, on, at(written, 'Destination'), service ?? 'sqs-queue', path, []);
    }
    yield* draft(
      code,
      code,
      'failure',
      at(code.effective, 'DeadLetterQueue', 'TargetArn'),
      textOf(at(code.effective, 'DeadLetterQueue', 'Type')) === 'SNS' ? 'sns-topic' : 'sqs-queue',
      ['DeadLetterQueue'],
      [],
    );
  }
  for (const code of reading.resources('AWS::Lambda::Function'))
    yield* draft(
      code,
      code,
      'failure',
      at(code.effective, 'DeadLetterConfig', 'TargetArn'),
      'sqs-queue',
      ['DeadLetterConfig'],
      [],
    );
  for (const config of reading.resources('AWS::Lambda::EventInvokeConfig')) {
    const from = endOf(reading, reading.templateOf(config), at(config.effective, 'FunctionName'), 'lambda-function');
    if (from === undefined) continue;
    for (const [name, on] of [
      ['OnSuccess', 'success'],
      ['OnFailure', 'failure'],
    ] as const)
      yield* draft(
        config,
        from,
        on,
        at(config.effective, 'DestinationConfig', name, 'Destination'),
        'sqs-queue',
        ['DestinationConfig', name],
        [config],
      );
  }
}

/** Actions of IoT rules, with the property that names what gets the message. */
const iotActions: Readonly<Record<string, readonly [string, string]>> = {
  Lambda: ['FunctionArn', 'lambda-function'],
  Sqs: ['QueueUrl', 'sqs-queue'],
  Sns: ['TargetArn', 'sns-topic'],
  DynamoDB: ['TableName', 'dynamodb-table'],
  DynamoDBv2: ['PutItem', 'dynamodb-table'],
  S3: ['BucketName', 's3-bucket'],
  Kinesis: ['StreamName', 'kinesis-stream'],
  Firehose: ['DeliveryStreamName', 'firehose-stream'],
  StepFunctions: ['StateMachineName', 'state-machine'],
  CloudwatchLogs: ['LogGroupName', 'log-group'],
  Timestream: ['TableName', 'timestream-table'],
};

function* iotRules(reading: Reading): Generator<ConnectionDraft> {
  for (const rule of reading.resources('AWS::IoT::TopicRule')) {
    const template = reading.templateOf(rule);
    const payload = at(rule.effective, 'TopicRulePayload');
    const actions = [
      ...listOf(at(payload, 'Actions')).map((action, index) => ({
        action,
        use: 'action',
        path: ['TopicRulePayload', 'Actions', index],
      })),
      ...listOf(at(payload, 'ErrorAction')).map((action) => ({
        action,
        use: 'error',
        path: ['TopicRulePayload', 'ErrorAction'],
      })),
    ];
    for (const { action, use, path } of actions)
      for (const [name, parameters] of Object.entries(mapOf(action))) {
        const known = Object.hasOwn(iotActions, name) ? iotActions[name] : undefined;
        if (known === undefined) continue;
        const value = name === 'DynamoDBv2' ? at(parameters, 'PutItem', 'TableName') : at(parameters, known[0]);
        const to = endOf(reading, template, value, known[1]);
        if (to === undefined) continue;
        yield {
          kind: 'iot-action',
          from: rule,
          to,
          props: given({
            use,
            key: textOf(at(parameters, 'Key')),
            partitionKey: textOf(at(parameters, 'PartitionKey')),
          }),
          evidence: evidenceAt(reading, rule, path),
          folds: [],
          inside: { resource: rule, path },
        };
      }
  }
  for (const event of eventsOf(reading, 'IoTRule'))
    yield {
      kind: 'iot-action',
      from: {
        key: `iot-rule:${event.template.file}:${event.owner.logicalId}:${event.name}`,
        node: {
          service: 'iot-rule',
          label: `${event.owner.logicalId}${event.name}`,
          origin: 'created',
          props: given({ sql: textOf(at(event.properties, 'Sql')) }),
        },
        template: event.template,
      },
      to: event.owner,
      props: {},
      evidence: eventEvidence(reading, event),
      folds: [],
      inside: insideEvent(event),
    };
}

function* firehoses(reading: Reading): Generator<ConnectionDraft> {
  for (const stream of reading.resources('AWS::KinesisFirehose::DeliveryStream')) {
    const template = reading.templateOf(stream);
    const source = endOf(
      reading,
      template,
      at(stream.effective, 'KinesisStreamSourceConfiguration', 'KinesisStreamARN'),
      'kinesis-stream',
    );
    if (source !== undefined)
      yield {
        kind: 'delivery-source',
        from: source,
        to: stream,
        props: {},
        evidence: evidenceAt(reading, stream, ['KinesisStreamSourceConfiguration']),
        folds: [],
      };
    for (const [name, configuration] of Object.entries(stream.effective)) {
      if (!name.endsWith('DestinationConfiguration')) continue;
      const isOpenSearch = /opensearch|elasticsearch/i.test(name);
      const to = isOpenSearch
        ? endOf(
            reading,
            template,
            at(configuration, 'DomainARN') ?? at(configuration, 'CollectionEndpoint'),
            'opensearch-domain',
          )
        : /S3Destination/.test(name)
          ? endOf(reading, template, at(configuration, 'BucketARN'), 's3-bucket')
          : undefined;
      if (to === undefined) continue;
      yield {
        kind: 'delivery-destination',
        from: stream,
        to,
        props: given({ index: isOpenSearch ? textOf(at(configuration, 'IndexName')) : undefined }),
        evidence: evidenceAt(reading, stream, [name]),
        folds: [],
      };
      const backup = isOpenSearch
        ? endOf(reading, template, at(configuration, 'S3Configuration', 'BucketARN'), 's3-bucket')
        : undefined;
      if (backup !== undefined)
        yield {
          kind: 'delivery-destination',
          from: stream,
          to: backup,
          props: {},
          evidence: evidenceAt(reading, stream, [name, 'S3Configuration']),
          folds: [],
        };
    }
  }
  for (const type of ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'])
    for (const table of reading.resources(type)) {
      const to = endOf(
        reading,
        reading.templateOf(table),
        at(table.effective, 'KinesisStreamSpecification', 'StreamArn'),
        'kinesis-stream',
      );
      if (to !== undefined)
        yield {
          kind: 'stream-destination',
          from: table,
          to,
          props: {},
          evidence: evidenceAt(reading, table, ['KinesisStreamSpecification']),
          folds: [],
        };
    }
}

function* origins(reading: Reading): Generator<ConnectionDraft> {
  for (const distribution of reading.resources('AWS::CloudFront::Distribution')) {
    const template = reading.templateOf(distribution);
    const config = at(distribution.effective, 'DistributionConfig');
    const patterns = new Map<string, string>();
    for (const behaviour of listOf(at(config, 'CacheBehaviors')))
      patterns.set(JSON.stringify(at(behaviour, 'TargetOriginId') ?? ''), textOf(at(behaviour, 'PathPattern')) ?? '*');
    for (const [index, one] of listOf(at(config, 'Origins')).entries()) {
      const domain = at(one, 'DomainName');
      if (domain === undefined) continue;
      const path = ['DistributionConfig', 'Origins', index];
      const target = reading.target(template, domain);
      const named = reading
        .text(template, domain)
        .flatMap((part) => (typeof part === 'object' && 'resource' in part ? [part.resource] : []));
      const to: DraftEnd | undefined = target.kind === 'resource' ? target.resource : named[0];
      if (to === undefined) continue;
      yield {
        kind: 'origin',
        from: distribution,
        to,
        props: { pathPattern: patterns.get(JSON.stringify(at(one, 'Id') ?? '')) ?? '*' },
        evidence: evidenceAt(reading, distribution, path),
        folds: [],
      };
    }
  }
}

function* authorizers(reading: Reading): Generator<ConnectionDraft> {
  for (const type of ['AWS::Serverless::Api', 'AWS::Serverless::HttpApi'])
    for (const api of reading.resources(type))
      for (const [name, one] of Object.entries(mapOf(at(api.effective, 'Auth', 'Authorizers')))) {
        const to = endOf(reading, reading.templateOf(api), at(one, 'FunctionArn'), 'lambda-function');
        if (to === undefined) continue;
        const header = textOf(at(one, 'Identity', 'Header')) ?? textOf(listOf(at(one, 'Identity', 'Headers'))[0]);
        yield {
          kind: 'authorizer',
          from: api,
          to,
          props: given({ type: at(one, 'FunctionPayloadType') === 'REQUEST' ? 'REQUEST' : 'TOKEN', header }),
          evidence: evidenceAt(reading, api, ['Auth', 'Authorizers', name]),
          folds: [],
        };
      }
  for (const type of ['AWS::ApiGateway::Authorizer', 'AWS::ApiGatewayV2::Authorizer'])
    for (const authorizer of reading.resources(type)) {
      const template = reading.templateOf(authorizer);
      const from = endOf(
        reading,
        template,
        at(authorizer.effective, 'RestApiId') ?? at(authorizer.effective, 'ApiId'),
        'rest-api',
      );
      const uri = at(authorizer.effective, 'AuthorizerUri');
      const to =
        uri === undefined
          ? undefined
          : reading
              .text(template, uri)
              .flatMap((part) => (typeof part === 'object' && 'resource' in part ? [part.resource] : []))[0];
      if (from === undefined || to === undefined) continue;
      yield {
        kind: 'authorizer',
        from,
        to,
        props: { type: at(authorizer.effective, 'Type') === 'TOKEN' ? 'TOKEN' : 'REQUEST' },
        evidence: evidenceAt(reading, authorizer, ['AuthorizerUri']),
        folds: [authorizer],
      };
    }
}

/** What an alarm does beside telling a topic; an alarm that only tells stays hidden. */
function* alarms(reading: Reading): Generator<ConnectionDraft> {
  for (const alarm of reading.resources('AWS::CloudWatch::Alarm'))
    for (const [list, state] of [
      ['AlarmActions', 'ALARM'],
      ['OKActions', 'OK'],
      ['InsufficientDataActions', 'INSUFFICIENT_DATA'],
    ] as const)
      for (const [index, value] of listOf(at(alarm.effective, list)).entries()) {
        const target = reading.target(reading.templateOf(alarm), value);
        if (target.kind !== 'resource' || target.resource.type === 'AWS::SNS::Topic') continue;
        yield {
          kind: 'alarm-action',
          from: alarm,
          to: target.resource,
          props: { state },
          evidence: evidenceAt(reading, alarm, [list, index]),
          folds: [],
        };
      }
}

function* webAcls(reading: Reading): Generator<ConnectionDraft> {
  for (const association of reading.resources('AWS::WAFv2::WebACLAssociation')) {
    const template = reading.templateOf(association);
    const from = endOf(reading, template, at(association.effective, 'WebACLArn'), 'web-acl');
    const named = reading
      .text(template, at(association.effective, 'ResourceArn') ?? '')
      .flatMap((part) => (typeof part === 'object' && 'resource' in part ? [part.resource] : []));
    const [to] = named;
    if (from !== undefined && to !== undefined)
      yield {
        kind: 'web-acl-association',
        from,
        to,
        props: {},
        evidence: evidenceAt(reading, association, ['ResourceArn']),
        folds: [association],
      };
  }
}

export const furtherTargets = defineRecogniser({
  kind: 'lambda-destination',
  *recognise(reading) {
    yield* logSubscriptions(reading);
    yield* lambdaDestinations(reading);
    yield* iotRules(reading);
    yield* firehoses(reading);
    yield* origins(reading);
    yield* resolvers(reading);
    yield* authorizers(reading);
    yield* alarms(reading);
    yield* webAcls(reading);
  },
});
