import type { Json } from '../../model/design.js';
import { isMap } from '../../model/json.js';
import type { SourceResource, SourceTemplate } from '../source.js';
import type { NodeDraft, Reading, TextPart } from './define.js';

export type DraftEnd = SourceResource | NodeDraft;

export const isResource = (end: DraftEnd): end is SourceResource => 'logicalId' in end;

/** A part as people read it: `${Table.Arn}` for what is not known. */
const written = (part: TextPart): string =>
  typeof part === 'string'
    ? part
    : 'unknown' in part
      ? `\${${part.unknown}}`
      : `\${${part.resource.logicalId}${part.attribute === undefined ? '' : `.${part.attribute}`}}`;

/** A value as text, with `${Name}` for what only a deployment knows. */
export const composed = (reading: Reading, template: SourceTemplate, value: Json): string =>
  reading.text(template, value).map(written).join('');

/** Longer texts name nothing. */
const longest = 2048;

/**
 * What a value of an event or target leads to: a resource, or a node for something outside. A parameter that nobody gave a
 * value is something outside as well.
 */
export function endOf(
  reading: Reading,
  template: SourceTemplate,
  value: Json | undefined,
  service: string,
): DraftEnd | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const target = reading.target(template, value, service);
  if (target.kind === 'resource') return target.resource;
  if (target.kind === 'outside')
    return reading.existing(template, target.service === '' ? service : target.service, target.by, target.value);
  if (typeof value !== 'string' && !isMap(value)) return undefined;
  const text = composed(reading, template, value).trim();
  if (text === '' || text.length > longest) return undefined;
  return reading.existing(template, service, text.startsWith('arn:') || /Arn\}?$/i.test(text) ? 'arn' : 'name', text);
}

/** A text without the colons of pseudo parameters, so that the parts of an ARN can be told apart. */
export const arnText = (text: string): string => text.replace(/\$\{AWS::([A-Za-z]+)\}/g, '{$1}');

/** The service that an ARN is of: `arn:aws:sqs:…` of a queue. */
export function serviceOfArn(text: string): string | undefined {
  const match = /^arn:[^:]*:([a-z0-9-]+):[^:]*:[^:]*:([^:/]*)/.exec(arnText(text));
  if (match === null) return undefined;
  const [, namespace = '', first = ''] = match;
  switch (namespace) {
    case 'sqs':
      return 'sqs-queue';
    case 'sns':
      return 'sns-topic';
    case 'lambda':
      return 'lambda-function';
    case 'dynamodb':
      return 'dynamodb-table';
    case 's3':
      return 's3-bucket';
    case 'kinesis':
      return 'kinesis-stream';
    case 'firehose':
      return 'firehose-stream';
    case 'states':
      return first === 'activity' ? 'activity' : 'state-machine';
    case 'events':
      return first.startsWith('api-destination') ? 'api-destination' : 'event-bus';
    case 'logs':
      return 'log-group';
    case 'ssm':
      return first === 'parameter' ? 'ssm-parameter' : undefined;
    case 'secretsmanager':
      return 'secret';
    case 'bedrock':
      return 'bedrock-model';
    case 'kafka':
      return 'msk-cluster';
    case 'cognito-idp':
      return 'user-pool';
    case 'ecs':
      return first === 'cluster' ? 'ecs-cluster' : 'fargate-task';
    case 'kms':
      return 'kms-key';
    case 'batch':
      return 'batch-job';
    default:
      return undefined;
  }
}

/** Deeper values come from no template that can be deployed. */
const deepest = 60;

const isFunction = (value: Json): boolean => {
  if (!isMap(value)) return false;
  const keys = Object.keys(value);
  return keys.length === 1 && (keys[0] === 'Ref' || keys[0]?.startsWith('Fn::') === true);
};

/** A value with everything known worked out, and the rest written as `${Name}`. */
export function plain(reading: Reading, template: SourceTemplate, value: Json): Json {
  const walk = (item: Json, depth: number): Json => {
    if (depth > deepest) return null;
    if (isFunction(item)) return composed(reading, template, item);
    if (Array.isArray(item)) return (item as readonly Json[]).map((one) => walk(one, depth + 1));
    if (!isMap(item)) return item;
    return Object.fromEntries(Object.entries(item).map(([key, one]) => [key, walk(one, depth + 1)]));
  };
  return walk(reading.evaluate(template, value), 0);
}
