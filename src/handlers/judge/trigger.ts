import type { Step, Value } from '../ir.js';
import type { Trigger } from './mechanisms.js';
import { eventPaths } from './paths.js';

/** Members that only one kind of event has, as paths without list positions; the first that is read decides. */
const marks: readonly (readonly [Trigger, RegExp])[] = [
  ['custom-resource', /^(ResourceProperties|OldResourceProperties|ResponseURL)\b/],
  ['authorizer', /^(methodArn|authorizationToken)\b/],
  ['cognito', /^(triggerSource|userPoolId)\b|^request\.userAttributes\b/],
  ['dynamodb-stream', /^Records\.dynamodb\b/],
  ['kinesis', /^Records\.kinesis\b/],
  ['s3', /^Records\.s3\b/],
  ['sns', /^Records\.(Sns|EventSubscriptionArn)\b/],
  ['ses', /^Records\.ses\b/],
  ['sqs', /^Records\.(body|receiptHandle|messageAttributes|messageId)\b/],
  ['firehose', /^(records\.(recordId|data)|deliveryStreamArn)\b/],
  ['kafka', /^records\.(topic|partition|offset)\b|^bootstrapServers\b/],
  ['mq', /^(rmqMessagesByQueue|messages\.destination)\b/],
  ['logs', /^awslogs\b/],
  ['appsync', /^(info\.(fieldName|parentTypeName|selectionSetList)|arguments|identity\.(claims|sub|username))\b/],
  ['apigw-websocket', /^requestContext\.(connectionId|eventType|domainName|messageDirection)\b/],
  ['alb', /^requestContext\.elb\b/],
  ['apigw-http', /^(rawPath|rawQueryString|routeKey|requestContext\.(http|routeKey))\b/],
  ['apigw-rest', /^(httpMethod|resource|multiValueHeaders|requestContext\.(resourceId|resourcePath|identity))\b/],
  ['apigw-rest', /^(pathParameters|queryStringParameters|isBase64Encoded)\b/],
  ['eventbridge-rule', /^(detail-type|detail)\b/],
];

/** What calls a handler by what it reads of its event; undefined: nothing that says so. */
export function inferredTrigger(steps: readonly Step[], returns: Value): Trigger | undefined {
  const reads = eventPaths(steps, returns);
  const found = marks.find(([, mark]) => reads.some((path) => mark.test(path)))?.[0];
  // A workflow hands its event on to its tasks: where something is answered, it may be one of those.
  if (found === 'eventbridge-rule' && returns.k !== 'const' && !answersWithStatus(returns)) return undefined;
  if (found !== undefined) return found;
  // A body may be anything's; one that is answered with a status is a request's.
  return reads.some((path) => path.startsWith('body')) && answersWithStatus(returns) ? 'apigw-rest' : undefined;
}

function answersWithStatus(value: Value, depth = 0): boolean {
  if (depth > 12) return false;
  if (value.k === 'choose') return answersWithStatus(value.then, depth + 1) || answersWithStatus(value.else, depth + 1);
  return (
    value.k === 'object' && value.fields.some((field) => field.key?.k === 'const' && field.key.value === 'statusCode')
  );
}
