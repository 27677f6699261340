import { byCodeUnit } from '../../../model/names.js';
import { printWidth } from '../../ts/print.js';
import { stringLiteral } from '../../ts/text.js';
import type { HandlerInput } from './handler-file.js';

/** Sources whose batches Powertools takes apart: type of the handler -> event type and record. */
const batches: Readonly<Record<string, { readonly eventType: string; readonly record: string }>> = {
  SQSHandler: { eventType: 'SQS', record: 'SQSRecord' },
  KinesisStreamHandler: { eventType: 'KinesisDataStreams', record: 'KinesisStreamRecord' },
  DynamoDBStreamHandler: { eventType: 'DynamoDBStreams', record: 'DynamoDBRecord' },
};

const comment = (lines: readonly string[]): string[] => lines.map((line) => (line === '' ? '//' : `// ${line}`));

/** `handlers/<name>/index.ts` and `test/<name>-handler.test.ts`. */
export function typescriptHandler(input: HandlerInput, path: string): ReadonlyMap<string, string> {
  const [only, ...others] = input.types;
  const batch = only !== undefined && others.length === 0 && input.partialBatch ? batches[only] : undefined;
  const name = path.split('/').at(-2) ?? input.id;
  const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`;
  return new Map([
    [path, text(batch === undefined ? plainHandler(input) : batchHandler(input, only ?? '', batch))],
    [
      `test/${name}-handler.test.ts`,
      text(batch === undefined ? plainTest(input, name) : batchTest(input, name, batch)),
    ],
  ]);
}

const failure = ({ id }: HandlerInput): string =>
  `return Promise.reject(new Error(${stringLiteral(`${id} is not written yet`)}));`;
const logger = ({ id }: HandlerInput): string => `const logger = new Logger({ serviceName: ${stringLiteral(id)} });`;
const loggerImport = "import { Logger } from '@aws-lambda-powertools/logger';";

function plainHandler(input: HandlerInput): string[] {
  const types = input.types.length === 0 ? ['Handler<unknown, unknown>'] : input.types;
  const [first = ''] = types;
  const names = [...new Set([...types.map((type) => /^\w+/.exec(type)?.[0] ?? 'Handler')])];
  const union = types.map((type) => `Parameters<${type}>[0]`).join(' | ');
  const single = `export const handler: ${first} = (event, context) => {`;
  const several = `export const handler = (event: ${union}, context: Context): Promise<unknown> => {`;
  const imported = (types.length === 1 ? names : [...names, 'Context']).sort(byCodeUnit);
  const head = types.length === 1 ? single : several;
  return [
    loggerImport,
    `import type { ${imported.join(', ')} } from 'aws-lambda';`,
    '',
    logger(input),
    '',
    ...comment(input.comment),
    ...(head.length <= printWidth ? [] : ['// prettier-ignore']),
    head,
    '  logger.addContext(context);',
    "  logger.debug('Called', { event });",
    `  ${failure(input)}`,
    '};',
  ];
}

function batchHandler(
  input: HandlerInput,
  type: string,
  { eventType, record }: { readonly eventType: string; readonly record: string },
): string[] {
  const processor = input.ordered ? 'SqsFifoPartialProcessorAsync' : 'BatchProcessor';
  const imported = [...(input.ordered ? [] : ['EventType']), processor, 'processPartialResponse'].sort((a, b) =>
    a.toLowerCase() < b.toLowerCase() ? -1 : 1,
  );
  return [
    `import { ${imported.join(', ')} } from '@aws-lambda-powertools/batch';`,
    loggerImport,
    `import type { ${[type, record].sort(byCodeUnit).join(', ')} } from 'aws-lambda';`,
    '',
    logger(input),
    `const processor = new ${processor}(${input.ordered ? '' : `EventType.${eventType}`});`,
    '',
    ...comment(input.comment),
    `export function handleRecord(record: ${record}): Promise<void> {`,
    "  logger.debug('Record', { record });",
    `  ${failure(input)}`,
    '}',
    '',
    `export const handler: ${type} = (event, context) => {`,
    '  logger.addContext(context);',
    '  return processPartialResponse(event, handleRecord, processor, { context });',
    '};',
  ];
}

function plainTest(input: HandlerInput, name: string): string[] {
  return [
    "import { rejects } from 'node:assert/strict';",
    "import { test } from 'node:test';",
    "import type { Context } from 'aws-lambda';",
    `import { handler } from '../handlers/${name}/index';`,
    '',
    'const event = {} as Parameters<typeof handler>[0];',
    "const context = { awsRequestId: 'test' } as Context;",
    '',
    `void test(${stringLiteral(`${input.id} fails until it is written`)}, async () => {`,
    input.types.length <= 1
      ? '  await rejects(async () => handler(event, context, () => undefined), /is not written yet/);'
      : '  await rejects(() => handler(event, context), /is not written yet/);',
    '});',
  ];
}

function batchTest(input: HandlerInput, name: string, { record }: { readonly record: string }): string[] {
  return [
    "import { rejects } from 'node:assert/strict';",
    "import { test } from 'node:test';",
    `import type { ${record} } from 'aws-lambda';`,
    `import { handleRecord } from '../handlers/${name}/index';`,
    '',
    `const record = {} as ${record};`,
    '',
    `void test(${stringLiteral(`${input.id} fails until it is written`)}, async () => {`,
    '  await rejects(handleRecord(record), /is not written yet/);',
    '});',
  ];
}
