import type { Json } from '../../model/design.js';
import { isMap } from '../../model/json.js';
import type { JsonMap, SourceResource, SourceTemplate } from '../source.js';
import { at, given, mapOf, numberOf, textOf } from '../values.js';
import type { Reading } from './define.js';
import { arnText, composed } from './ends.js';

/** The input of a target as the field has it: a template with `<$.path>`. */
export function inputTemplateOf(reading: Reading, template: SourceTemplate, target: JsonMap): string | undefined {
  const input = at(target, 'Input');
  if (input !== undefined && input !== null)
    return typeof input === 'string' ? input : isMap(input) ? composed(reading, template, input) : undefined;
  const path = textOf(at(target, 'InputPath'));
  if (path !== undefined) return path === '$' ? undefined : `<${path}>`;
  const written = at(target, 'InputTransformer', 'InputTemplate');
  if (written === undefined || written === null) return undefined;
  const paths = mapOf(at(target, 'InputTransformer', 'InputPathsMap'));
  const text = typeof written === 'string' ? written : composed(reading, template, written);
  return text.replace(/<([A-Za-z0-9_-]+)>/g, (whole, name: string) => {
    const value = textOf(Object.hasOwn(paths, name) ? paths[name] : undefined);
    return value === undefined ? whole : `<${value}>`;
  });
}

/** Retries, and the queue for what could not be delivered, of a rule or a schedule. */
export function deliveryOf(
  reading: Reading,
  template: SourceTemplate,
  target: JsonMap,
): { readonly props: JsonMap; readonly references: Readonly<Record<string, SourceResource>> } {
  const policy = mapOf(reading.evaluate(template, at(target, 'RetryPolicy') ?? {}));
  const arn = at(target, 'DeadLetterConfig', 'Arn') ?? at(target, 'DeadLetterConfig', 'QueueLogicalId');
  const queue =
    arn === undefined
      ? undefined
      : typeof arn === 'string' && template.resources.has(arn)
        ? template.resources.get(arn)
        : reading.target(template, arn, 'sqs-queue');
  const resource =
    queue === undefined
      ? undefined
      : 'kind' in queue
        ? queue.kind === 'resource'
          ? queue.resource
          : undefined
        : queue;
  return {
    props: given({
      retryAttempts: numberOf(at(policy, 'MaximumRetryAttempts')),
      maxEventAge: numberOf(at(policy, 'MaximumEventAgeInSeconds')),
    }),
    references: resource?.type === 'AWS::SQS::Queue' ? { deadLetterQueue: resource } : {},
  };
}

/** How a rule calls a target. */
export function targetPropsOf(reading: Reading, template: SourceTemplate, target: JsonMap): JsonMap {
  const input = inputTemplateOf(reading, template, target);
  const pipeline = at(target, 'SageMakerPipelineParameters', 'PipelineParameterList');
  return given({
    ...(input === undefined ? {} : { mapping: 'custom', inputTemplate: input }),
    messageGroupId: textOf(at(target, 'SqsParameters', 'MessageGroupId')),
    sql: textOf(at(target, 'RedshiftDataParameters', 'Sql')),
    operation: textOf(at(target, 'AppSyncParameters', 'GraphQLOperation')),
    parameters: Array.isArray(pipeline)
      ? Object.fromEntries(
          (pipeline as readonly Json[]).flatMap((one) => {
            const name = textOf(at(one, 'Name'));
            return name === undefined ? [] : [[name, textOf(at(one, 'Value')) ?? '']];
          }),
        )
      : undefined,
    ...routeOf(reading, template, at(target, 'Arn')),
  });
}

/** Method and path of an API as target: `arn:aws:execute-api:…:api/stage/POST/orders`. */
function routeOf(reading: Reading, template: SourceTemplate, arn: Json | undefined): JsonMap {
  if (arn === undefined) return {};
  const match = /^arn:[^:]*:execute-api:[^:]*:[^:]*:[^/]*\/[^/]*\/([A-Z*]+)\/?(.*)$/.exec(
    arnText(composed(reading, template, arn)),
  );
  if (match === null) return {};
  return given({ method: match[1] === '*' ? 'ANY' : match[1], path: `/${match[2] ?? ''}` });
}

/** JSON, where a text is some. */
export function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
