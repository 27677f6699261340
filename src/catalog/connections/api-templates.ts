import { lookup } from '../../model/design.js';
import { substitutionNameOf } from '../../model/names.js';
import type { End } from '../define.js';

/**
 * Mapping templates of REST API integrations that pass a request on unchanged, as far as VTL can:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 */

/** JSON has no `\'`, which escapeJavaScript writes: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html */
const text = (value: string): string => `$util.escapeJavaScript(${value}).replaceAll("\\\\'", "'")`;

/** A reference to an attribute of the target, replaced when the stack is built. */
const attribute = (to: End<'apiIntegration'>, name: string): string => `\${${substitutionNameOf(to.id, name)}}`;

const typeLetters: Readonly<Record<string, string>> = { STRING: 'S', NUMBER: 'N', BINARY: 'B' };

/** The template of an action; undefined where none can be written without knowing more. */
export function requestTemplateOf(to: End<'apiIntegration'>, action: string): string | undefined {
  const own = lookup(to.role.actions, action)?.request;
  if (own !== undefined) {
    const text = typeof own === 'string' ? own : own(to);
    return text?.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => attribute(to, name));
  }
  switch (action) {
    case 'SendMessage':
      return sendMessage(to);
    case 'Publish':
      return publish(to);
    case 'PutRecord':
      return lines(
        '{',
        `  "StreamName": "${attribute(to, 'name')}",`,
        '  "Data": "$util.base64Encode($input.body)",',
        '  "PartitionKey": "$context.requestId"',
        '}',
      );
    case 'PutRecords':
      return lines(
        '{',
        `  "StreamName": "${attribute(to, 'name')}",`,
        '  "Records": [',
        "#foreach($record in $input.path('$.records'))",
        '    { "Data": "$util.base64Encode($record.data)", "PartitionKey": "$record.partitionKey" }#if($foreach.hasNext),#end',
        '',
        '#end',
        '  ]',
        '}',
      );
    case 'PutEvents':
      return lines(
        '{',
        '  "Entries": [',
        '    {',
        `      "EventBusName": "${attribute(to, 'name')}",`,
        '      "Source": "api",',
        '      "DetailType": "Requested",',
        `      "Detail": "${text('$input.json("$")')}"`,
        '    }',
        '  ]',
        '}',
      );
    case 'StartExecution':
    case 'StartSyncExecution':
      return lines(
        '{',
        `  "stateMachineArn": "${attribute(to, 'arn')}",`,
        `  "input": "${text('$input.json("$")')}"`,
        '}',
      );
    case 'StopExecution':
      return '{ "executionArn": $input.json(\'$.executionArn\') }';
    case 'SendTaskSuccess':
      return lines(
        '{',
        '  "taskToken": $input.json(\'$.taskToken\'),',
        `  "output": "${text('$input.json("$.output")')}"`,
        '}',
      );
    case 'SendTaskFailure':
      return lines(
        '{',
        '  "taskToken": $input.json(\'$.taskToken\'),',
        '  "error": $input.json(\'$.error\'),',
        '  "cause": $input.json(\'$.cause\')',
        '}',
      );
    case 'SendTaskHeartbeat':
      return '{ "taskToken": $input.json(\'$.taskToken\') }';
    case 'GetItem':
    case 'DeleteItem':
      if (!keys(to).every(isPlain)) return undefined;
      return lines(
        '{',
        `  "TableName": "${attribute(to, 'name')}",`,
        `  "Key": { ${keys(to).map(keyOf).join(', ')} }`,
        '}',
      );
    case 'Query': {
      const [partition] = keys(to);
      return partition === undefined || !isPlain(partition)
        ? undefined
        : lines(
            '{',
            `  "TableName": "${attribute(to, 'name')}",`,
            '  "KeyConditionExpression": "#key = :key",',
            `  "ExpressionAttributeNames": { "#key": ${JSON.stringify(partition.name)} },`,
            `  "ExpressionAttributeValues": { ":key": ${valueOf(partition)} }`,
            '}',
          );
    }
    case 'Scan':
      return lines('{', `  "TableName": "${attribute(to, 'name')}"`, '}');
    case 'PutItem':
      return putItem(to);
    default:
      // A JSON protocol: the body is the request of the action.
      return to.role.target === undefined ? undefined : "$input.json('$')";
  }
}

/** What the caller gets: the answer of the service, of a synchronous execution its output. */
export function responseTemplateOf(action: string): string {
  // EventBridge answers 200 for events that it did not take.
  if (action === 'PutEvents')
    return lines(
      "#if($input.path('$.FailedEntryCount') > 0)",
      '#set($context.responseOverride.status = 500)',
      '{ "message": "Internal error" }',
      '#else',
      "$input.json('$')",
      '#end',
    );
  return action === 'StartSyncExecution'
    ? lines(
        "#set($result = $input.path('$'))",
        '#if($result.status == "SUCCEEDED")',
        '$result.output',
        '#else',
        '#set($context.responseOverride.status = 500)',
        '{ "message": "Internal error" }',
        '#end',
      )
    : "$input.json('$')";
}

/** VTL has no escape for what it reads as its own: a key with such characters needs a template of the person's. */
const isPlain = ({ name }: Key): boolean => /^[\w.:-]+$/.test(name);

interface Key {
  readonly name: string;
  readonly type: string;
}

function keys({ props }: End<'apiIntegration'>): readonly Key[] {
  const key = (name: unknown, type: unknown): Key[] =>
    typeof name === 'string' && name !== '' ? [{ name, type: typeLetters[String(type)] ?? 'S' }] : [];
  return [...key(props['partitionKey'], props['partitionKeyType']), ...key(props['sortKey'], props['sortKeyType'])];
}

/** The value of a key from a parameter of the path or the query string. */
const valueOf = ({ name, type }: Key): string => `{ "${type}": "${text(`$input.params(${JSON.stringify(name)})`)}" }`;

const keyOf = (key: Key): string => `${JSON.stringify(key.name)}: ${valueOf(key)}`;

/** Every field of the body becomes an attribute; objects and lists are kept as JSON text. */
const putItem = (to: End<'apiIntegration'>): string =>
  lines(
    "#set($body = $input.path('$'))",
    '{',
    `  "TableName": "${attribute(to, 'name')}",`,
    '  "Item": {',
    '#foreach($name in $body.keySet())',
    `#set($json = $input.json("$['$name']"))`,
    `    "${text('$name')}": #if($json.startsWith('"')){ "S": $json }#elseif($json == "true" || $json == "false"){ "BOOL": $json }#elseif($json == "null"){ "NULL": true }#elseif($json.startsWith("{") || $json.startsWith("[")){ "S": "${text('$json')}" }#else{ "N": "$json" }#end#if($foreach.hasNext),#end`,
    '',
    '#end',
    '  }',
    '}',
  );

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-making-api-requests.html */
function sendMessage({ props }: End<'apiIntegration'>): string {
  const group = props['queueType'] === 'fifo' ? '&MessageGroupId=$util.urlEncode($context.requestId)' : '';
  return `Action=SendMessage&MessageBody=$util.urlEncode($input.body)${group}`;
}

/** https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
function publish(to: End<'apiIntegration'>): string {
  const id = '$util.urlEncode($context.requestId)';
  const group = to.props['topicType'] === 'fifo' ? `&MessageGroupId=${id}&MessageDeduplicationId=${id}` : '';
  return `Action=Publish&TopicArn=$util.urlEncode("${attribute(to, 'arn')}")&Message=$util.urlEncode($input.body)${group}`;
}

const lines = (...all: readonly string[]): string => all.join('\n');
