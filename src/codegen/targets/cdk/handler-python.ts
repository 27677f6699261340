import type { HandlerInput } from './handler-file.js';

/** Sources whose batches Powertools takes apart: type of the handler -> event type. */
const batches: Readonly<Record<string, string>> = {
  SQSHandler: 'SQS',
  KinesisStreamHandler: 'KinesisDataStreams',
  DynamoDBStreamHandler: 'DynamoDBStreams',
};

const comment = (lines: readonly string[]): string[] => lines.map((line) => (line === '' ? '#' : `# ${line}`));
const quoted = (text: string): string => JSON.stringify(text);

/** `handlers/<name>/index.py` and its test beside it. */
export function pythonHandler(input: HandlerInput, path: string): ReadonlyMap<string, string> {
  const [only = '', ...others] = input.types;
  const batch = others.length === 0 && input.partialBatch ? batches[only] : undefined;
  const folder = path.slice(0, path.lastIndexOf('/'));
  const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`;
  return new Map([
    [path, text(batch === undefined ? plainHandler(input) : batchHandler(input, batch))],
    [
      `${folder}/test_${input.id.replaceAll('-', '_')}.py`,
      text(testOf(input, batch === undefined ? 'handle({})' : 'handle_record(None)')),
    ],
  ]);
}

const plainHandler = (input: HandlerInput): string[] => [
  'from aws_lambda_powertools import Logger, Tracer',
  'from aws_lambda_powertools.utilities.typing import LambdaContext',
  '',
  `logger = Logger(service=${quoted(input.id)})`,
  'tracer = Tracer()',
  '',
  '',
  ...comment(input.comment),
  'def handle(event: dict) -> dict:',
  `    raise NotImplementedError(${quoted(`${input.id} is not written yet`)})`,
  '',
  '',
  '@logger.inject_lambda_context',
  '@tracer.capture_lambda_handler',
  'def handler(event: dict, context: LambdaContext) -> dict:',
  '    return handle(event)',
];

function batchHandler(input: HandlerInput, eventType: string): string[] {
  const processor = input.ordered ? 'SqsFifoPartialProcessor' : 'BatchProcessor';
  return [
    'from aws_lambda_powertools import Logger, Tracer',
    'from aws_lambda_powertools.utilities.batch import (',
    `    ${processor},`,
    ...(input.ordered ? [] : ['    EventType,']),
    '    process_partial_response,',
    ')',
    'from aws_lambda_powertools.utilities.typing import LambdaContext',
    '',
    `logger = Logger(service=${quoted(input.id)})`,
    'tracer = Tracer()',
    `processor = ${processor}(${input.ordered ? '' : `event_type=EventType.${eventType}`})`,
    '',
    '',
    ...comment(input.comment),
    '@tracer.capture_method',
    'def handle_record(record) -> None:',
    `    raise NotImplementedError(${quoted(`${input.id} is not written yet`)})`,
    '',
    '',
    '@logger.inject_lambda_context',
    '@tracer.capture_lambda_handler',
    'def handler(event: dict, context: LambdaContext) -> dict:',
    '    return process_partial_response(',
    '        event=event,',
    '        record_handler=handle_record,',
    '        processor=processor,',
    '        context=context,',
    '    )',
  ];
}

const testOf = (input: HandlerInput, call: string): string[] => [
  'import importlib.util',
  'import os',
  'import pathlib',
  '',
  'import pytest',
  '',
  'os.environ["POWERTOOLS_TRACE_DISABLED"] = "true"',
  'spec = importlib.util.spec_from_file_location(',
  `    ${quoted(input.id.replaceAll('-', '_'))}, pathlib.Path(__file__).with_name("index.py")`,
  ')',
  'index = importlib.util.module_from_spec(spec)',
  'spec.loader.exec_module(index)',
  '',
  '',
  'def test_fails_until_it_is_written():',
  '    with pytest.raises(NotImplementedError):',
  `        index.${call}`,
];
