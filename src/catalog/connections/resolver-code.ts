import { substitutionNameOf } from '../../model/names.js';
import type { End } from '../define.js';

/**
 * Code of resolvers as AppSync runs it: https://docs.aws.amazon.com/appsync/latest/devguide/resolver-reference-overview-js.html
 * Undefined: nothing can be written without knowing more.
 */
export function resolverCodeOf(
  to: End<'dataSource'>,
  operation: string,
  options: { readonly hasOwnSchema: boolean; readonly place: string },
): string | undefined {
  // A schema of ours takes and gives JSON; one of a person's has arguments and types.
  const input = options.hasOwnSchema ? 'ctx.args' : 'ctx.args.input';
  const body = requestOf(to, operation, input, options.place);
  if (body === undefined) return undefined;
  const { imports = [], request, result = 'ctx.result' } = body;
  return [
    "import { util } from '@aws-appsync/utils';",
    ...imports,
    '',
    'export function request(ctx) {',
    ...request.map((line) => `  ${line}`),
    '}',
    '',
    'export function response(ctx) {',
    '  if (ctx.error) {',
    '    util.error(ctx.error.message, ctx.error.type);',
    '  }',
    ...(body.check ?? []).map((line) => `  ${line}`),
    `  return ${options.hasOwnSchema ? result : `JSON.stringify(${result})`};`,
    '}',
    '',
  ].join('\n');
}

interface Body {
  readonly imports?: readonly string[];
  readonly request: readonly string[];
  /** What the response looks at before it answers. */
  readonly check?: readonly string[];
  readonly result?: string;
}

const quoted = (text: string): string => `'${text.replace(/[\\']/g, (character) => `\\${character}`)}'`;
const attribute = (to: End<'dataSource'>, name: string): string => `'\${${substitutionNameOf(to.id, name)}}'`;

function requestOf(to: End<'dataSource'>, operation: string, input: string, place: string): Body | undefined {
  switch (to.role.by) {
    case 'dynamodb':
      return table(to, operation, input);
    case 'lambda':
      return {
        request: [
          "return { operation: 'Invoke', payload: { field: ctx.info.fieldName, arguments: ctx.args, identity: ctx.identity } };",
        ],
      };
    case 'event-bus':
      return {
        request: [
          "return { operation: 'PutEvents', events: [{ source: 'api', detailType: ctx.info.fieldName, detail: " +
            `${input} }] };`,
        ],
      };
    case 'http':
      return {
        request: [
          `return { method: ${quoted(operation)}, resourcePath: ${quoted(pathOf(to.props['url']))}, params: { ${
            operation === 'GET'
              ? ''
              : `headers: { 'content-type': 'application/json' }, body: JSON.stringify(${input}) `
          }} };`,
        ],
        check: failedCall,
        result: 'ctx.result.body',
      };
    case 'step-functions':
      return {
        request: signed(`AWSStepFunctions.${operation}`, [
          `stateMachineArn: ${attribute(to, 'arn')}`,
          `input: JSON.stringify(${input})`,
        ]),
        check: failedCall,
        result: 'ctx.result.body',
      };
    case 'sqs':
      return {
        request: signed('AmazonSQS.SendMessage', [
          `QueueUrl: ${attribute(to, 'url')}`,
          `MessageBody: JSON.stringify(${input})`,
        ]),
        check: failedCall,
        result: 'ctx.result.body',
      };
    case 'opensearch':
      return {
        request: [
          `return { operation: ${quoted(operation)}, path: ${quoted(`/${place}/${operation === 'GET' ? '_search' : '_doc'}`)}, params: { body: ${input} } };`,
        ],
      };
    case 'rds': {
      const statement = to.props['engine'] === 'mysql' ? 'createMySQLStatement' : 'createPgStatement';
      return operation === 'Select'
        ? {
            imports: [`import { ${statement}, select, toJsonObject } from '@aws-appsync/utils/rds';`],
            request: [`return ${statement}(select({ table: ${quoted(place)}, limit: 100 }));`],
            result: 'toJsonObject(ctx.result)[0]',
          }
        : {
            imports: [`import { ${statement}, insert } from '@aws-appsync/utils/rds';`],
            request: [`return ${statement}(insert({ table: ${quoted(place)}, values: ${input} }));`],
          };
    }
    case 'bedrock':
      return {
        imports: ["import { converse } from '@aws-appsync/utils/ai';"],
        request: [
          `return converse({ modelId: ${attribute(to, 'modelId')}, messages: [{ role: 'user', content: [{ text: ${input}.prompt }] }] });`,
        ],
        result: 'ctx.result.output.message.content[0].text',
      };
  }
}

const failedCall = [
  'if (ctx.result.statusCode !== 200) {',
  "  util.error('The call failed', `${ctx.result.statusCode}`);",
  '}',
];

/** A call of an AWS API by its JSON protocol; the data source signs it. */
const signed = (target: string, body: readonly string[]): readonly string[] => [
  'return {',
  "  method: 'POST',",
  "  resourcePath: '/',",
  '  params: {',
  `    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': ${quoted(target)} },`,
  `    body: JSON.stringify({ ${body.join(', ')} }),`,
  '  },',
  '};',
];

/** What follows the host of an address. */
function pathOf(url: unknown): string {
  const [, path = '/'] = /^https?:\/\/[^/]+(\/[^?#\s]*)/.exec(typeof url === 'string' ? url : '') ?? [];
  return path;
}

function table({ props }: End<'dataSource'>, operation: string, input: string): Body | undefined {
  const names = [props['partitionKey'], props['sortKey']].filter(
    (name): name is string => typeof name === 'string' && name !== '',
  );
  const key = `{ ${names.map((name) => `${quoted(name)}: ${input}[${quoted(name)}]`).join(', ')} }`;
  const imports = ["import * as ddb from '@aws-appsync/utils/dynamodb';"];
  switch (operation) {
    case 'GetItem':
      return { imports, request: [`return ddb.get({ key: ${key} });`] };
    case 'PutItem':
      return { imports, request: [`return ddb.put({ key: ${key}, item: ${input} });`] };
    case 'DeleteItem':
      return { imports, request: [`return ddb.remove({ key: ${key} });`] };
    case 'Scan':
      return { imports, request: ['return ddb.scan({ limit: 100 });'], result: 'ctx.result.items' };
    case 'Query': {
      const [partition] = names;
      return partition === undefined
        ? undefined
        : {
            imports,
            request: [`return ddb.query({ query: { ${quoted(partition)}: { eq: ${input}[${quoted(partition)}] } } });`],
            result: 'ctx.result.items',
          };
    }
    default:
      return undefined;
  }
}

/** Code that answers with an error, so that a gap is noticed at the first call. */
export const gapCode = (comment: string): string =>
  [
    "import { util } from '@aws-appsync/utils';",
    '',
    `// ${comment}`,
    'export function request(ctx) {',
    "  util.error('This resolver is not written yet', 'NotImplemented');",
    '}',
    '',
    'export function response(ctx) {',
    '  return ctx.result;',
    '}',
    '',
  ].join('\n');
