import type { Json } from '../../model/design.js';
import type { JsonMap, SourceTemplate } from '../source.js';
import { at, given, listOf, textOf } from '../values.js';
import { defineRecogniser, type ConnectionDraft, type Reading } from './define.js';
import { composed, endOf } from './ends.js';
import { evidenceAt, eventEvidence, eventsOf, insideEvent } from './sam-events.js';

const lists: readonly (readonly [string, string, string])[] = [
  ['LambdaConfigurations', 'Function', 'lambda-function'],
  ['QueueConfigurations', 'Queue', 'sqs-queue'],
  ['TopicConfigurations', 'Topic', 'sns-topic'],
];

/** Fields from the filter of a notification. */
function filterOf(reading: Reading, template: SourceTemplate, value: Json | undefined): JsonMap {
  const rules = listOf(at(value, 'S3Key', 'Rules'));
  const named = (name: string): string | undefined => {
    const rule = rules.find((one) => textOf(at(one, 'Name'))?.toLowerCase() === name);
    const text = at(rule, 'Value');
    return text === undefined ? undefined : textOf(composed(reading, template, text));
  };
  return given({ prefix: named('prefix'), suffix: named('suffix') });
}

/** The two groups of events that the connection knows; of others, the nearest. */
const eventOf = (name: string): string => (/ObjectRemoved|Lifecycle/.test(name) ? 'OBJECT_REMOVED' : 'OBJECT_CREATED');

const groupsOf = (value: Json | undefined): readonly string[] => {
  const names = listOf(value).flatMap((one) => textOf(one) ?? []);
  return [...new Set(names.length === 0 ? ['OBJECT_CREATED'] : names.map(eventOf))];
};

function* connections(reading: Reading): Generator<ConnectionDraft> {
  for (const event of eventsOf(reading, 'S3')) {
    const { template, properties, owner } = event;
    const from = endOf(reading, template, at(properties, 'Bucket'), 's3-bucket');
    if (from === undefined) continue;
    for (const group of groupsOf(reading.evaluate(template, at(properties, 'Events') ?? [])))
      yield {
        kind: 's3-notification',
        from,
        to: owner,
        props: { event: group, ...filterOf(reading, template, at(properties, 'Filter')) },
        evidence: eventEvidence(reading, event),
        folds: [],
        inside: insideEvent(event),
      };
  }
  for (const bucket of reading.resources('AWS::S3::Bucket')) {
    const template = reading.templateOf(bucket);
    for (const [list, property, service] of lists)
      for (const [index, one] of listOf(at(bucket.effective, 'NotificationConfiguration', list)).entries()) {
        const to = endOf(reading, template, at(one, property), service);
        if (to === undefined) continue;
        const path = ['NotificationConfiguration', list, index];
        for (const group of groupsOf(at(one, 'Event')))
          yield {
            kind: 's3-notification',
            from: bucket,
            to,
            props: { event: group, ...filterOf(reading, template, at(one, 'Filter')) },
            evidence: evidenceAt(reading, bucket, path),
            folds: [],
            inside: { resource: bucket, path },
          };
      }
  }
  // What the CDK makes: a resource of its own that sets the notifications of a bucket.
  for (const setting of reading.resources('Custom::S3BucketNotifications')) {
    const template = reading.templateOf(setting);
    const from = endOf(reading, template, at(setting.effective, 'BucketName'), 's3-bucket');
    if (from === undefined) continue;
    const configuration = at(setting.effective, 'NotificationConfiguration');
    for (const [list, property, service] of customLists)
      for (const [index, one] of listOf(at(configuration, list)).entries()) {
        const to = endOf(reading, template, at(one, property), service);
        if (to === undefined) continue;
        for (const group of groupsOf(at(one, 'Events')))
          yield {
            kind: 's3-notification',
            from,
            to,
            props: { event: group, ...customFilter(reading, template, at(one, 'Filter', 'Key', 'FilterRules')) },
            evidence: evidenceAt(reading, setting, ['NotificationConfiguration', list, index]),
            folds: [setting],
          };
      }
  }
}

const customLists: readonly (readonly [string, string, string])[] = [
  ['LambdaFunctionConfigurations', 'LambdaFunctionArn', 'lambda-function'],
  ['QueueConfigurations', 'QueueArn', 'sqs-queue'],
  ['TopicConfigurations', 'TopicArn', 'sns-topic'],
];

const customFilter = (reading: Reading, template: SourceTemplate, rules: Json | undefined): JsonMap =>
  filterOf(reading, template, rules === undefined ? undefined : { S3Key: { Rules: rules } });

export const s3Notification = defineRecogniser({ kind: 's3-notification', recognise: connections });
