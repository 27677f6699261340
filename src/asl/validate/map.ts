import { lookup, type Json } from '../../model/design.js';
import { isObject, type JsonObject, type State } from '../definition.js';
import type { Path } from '../document.js';
import {
  checkExclusive,
  checkNumber,
  checkOneOf,
  checkOptions,
  isLater,
  isList,
  isSubstituted,
  isText,
  type Report,
} from '../report.js';
import { checkPath } from './paths.js';
import type { WorkflowType } from './options.js';
import type { Scope } from './scope.js';
import { checkTemplate } from './templates.js';

/** https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html; an inline Map ignores them. */
const distributedOnly = ['ItemReader', 'ItemBatcher', 'ResultWriter', 'Label'];

/** Characters that a label of a Distributed Map must not have: same page. */
const labelForbidden = /[\s?*<>{}[\]"#%\\^|~`$&,;:/\p{Cc}]/u;

/** Iterations that run at once: https://docs.aws.amazon.com/step-functions/latest/dg/state-map.html */
const inlineConcurrency = 40;
const distributedConcurrency = 10_000;

/** What only Map states have. */
export function validateMap(scope: Scope, state: State): void {
  const { report } = scope;
  const { fields, path } = state;
  checkExclusive(report, fields, path, 'ItemProcessor', 'Iterator');
  const key = Object.hasOwn(fields, 'ItemProcessor') ? 'ItemProcessor' : 'Iterator';
  const processor = lookup(fields, key);
  if (!isObject(processor)) return report.add('processor-missing', {}, processor === undefined ? path : [...path, key]);
  const mode = checkProcessor(scope, state, processor, [...path, key]);
  const expression = state.queryLanguage === 'JSONata';
  checkNumber(report, fields, path, 'MaxConcurrency', { min: 0, expression });
  checkNumber(report, fields, path, 'ToleratedFailurePercentage', { min: 0, max: 100, whole: false, expression });
  checkNumber(report, fields, path, 'ToleratedFailureCount', { min: 0, expression });
  for (const field of ['MaxConcurrency', 'ToleratedFailurePercentage', 'ToleratedFailureCount'])
    checkExclusive(report, fields, path, field, `${field}Path`);
  checkExclusive(report, fields, path, 'ItemSelector', 'Parameters');
  const concurrency = lookup(fields, 'MaxConcurrency');
  const limit = mode === 'DISTRIBUTED' ? distributedConcurrency : inlineConcurrency;
  if (!isLater(mode) && typeof concurrency === 'number' && concurrency > limit)
    report.add('concurrency-too-high', { limit }, [...path, 'MaxConcurrency']);
  const label = lookup(fields, 'Label');
  if (label !== undefined && !isSubstituted(label))
    if (!isText(label) || label.length === 0 || label.length > 40 || labelForbidden.test(label))
      report.add('label-invalid', {}, [...path, 'Label']);
  checkItems(report, state);
  checkReader(report, state);
  checkBatcher(report, state);
  checkWriter(report, state);
}

/** Checks ProcessorConfig; the mode as written. */
function checkProcessor(scope: Scope, state: State, processor: JsonObject, path: Path): Json | undefined {
  const { report, workflow } = scope;
  const written = lookup(processor, 'ProcessorConfig');
  const at = [...path, 'ProcessorConfig'];
  if (written !== undefined && !isObject(written) && !isSubstituted(written))
    report.add('object-expected', { field: 'ProcessorConfig' }, at);
  const config = isObject(written) ? written : {};
  checkOptions(report, config, at, ['Mode', 'ExecutionType'], 'ProcessorConfig');
  checkOneOf(report, config, at, 'Mode', ['INLINE', 'DISTRIBUTED']);
  checkOneOf(report, config, at, 'ExecutionType', ['STANDARD', 'EXPRESS']);
  const mode = lookup(config, 'Mode');
  if (mode === 'DISTRIBUTED') {
    if (!Object.hasOwn(config, 'ExecutionType')) report.add('execution-type-missing', {}, at);
    if (workflow === 'express') report.add('express-no-distributed', {}, state.path);
  } else if (!isLater(mode))
    for (const field of distributedOnly)
      if (Object.hasOwn(state.fields, field)) report.add('field-of-distributed', { field }, [...state.path, field]);
  return mode;
}

function checkItems(report: Report, { fields, path, queryLanguage }: State): void {
  const items = lookup(fields, 'Items');
  if (items === undefined || queryLanguage !== 'JSONata') return;
  if (!isList(items) && !isObject(items) && !isLater(items))
    report.add('list-expected', { field: 'Items' }, [...path, 'Items']);
}

const readers = ['s3:getObject', 's3:listObjectsV2'];
const writers = ['s3:putObject'];

/** Checks what a reader and a writer have in common. */
function checkTransfer(
  report: Report,
  { queryLanguage }: State,
  fields: JsonObject,
  path: Path,
  what: string,
  actions: readonly string[],
): void {
  const resource = lookup(fields, 'Resource');
  const at = [...path, 'Resource'];
  if (resource === undefined) report.add('field-missing', { what, field: 'Resource' }, path);
  else if (
    !isSubstituted(resource) &&
    !(
      isText(resource) && actions.some((action) => /^arn:[^:]+:states:[^:]*:[^:]*:(.+)$/.exec(resource)?.[1] === action)
    )
  )
    report.add(
      'reader-resource',
      { field: 'Resource', what, values: actions.map((action) => `arn:aws:states:::${action}`).join(', ') },
      at,
    );
  const [own, other] = queryLanguage === 'JSONata' ? ['Arguments', 'Parameters'] : ['Parameters', 'Arguments'];
  if (Object.hasOwn(fields, other))
    report.add(queryLanguage === 'JSONata' ? 'field-of-jsonpath' : 'field-of-jsonata', { field: other, what }, [
      ...path,
      other,
    ]);
  const sent = lookup(fields, own);
  if (sent === undefined) return;
  if (!isObject(sent) && !isLater(sent)) report.add('object-expected', { field: own }, [...path, own]);
  else if (queryLanguage === 'JSONPath') checkTemplate(report, sent, [...path, own]);
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html */
function checkReader(report: Report, state: State): void {
  const reader = lookup(state.fields, 'ItemReader');
  const path = [...state.path, 'ItemReader'];
  if (reader === undefined || isSubstituted(reader)) return;
  if (!isObject(reader)) return report.add('object-expected', { field: 'ItemReader' }, path);
  checkOptions(report, reader, path, ['Resource', 'Parameters', 'Arguments', 'ReaderConfig', 'Comment'], 'ItemReader');
  checkTransfer(report, state, reader, path, 'ItemReader', readers);
  const config = lookup(reader, 'ReaderConfig');
  const at = [...path, 'ReaderConfig'];
  if (config === undefined || isSubstituted(config)) return;
  if (!isObject(config)) return report.add('object-expected', { field: 'ReaderConfig' }, at);
  checkOptions(report, config, at, readerConfig, 'ReaderConfig');
  checkOneOf(report, config, at, 'InputType', ['CSV', 'JSON', 'JSONL', 'MANIFEST', 'PARQUET']);
  checkOneOf(report, config, at, 'CSVHeaderLocation', ['FIRST_ROW', 'GIVEN']);
  checkOneOf(report, config, at, 'CSVDelimiter', ['COMMA', 'PIPE', 'SEMICOLON', 'SPACE', 'TAB']);
  checkOneOf(report, config, at, 'ManifestType', ['ATHENA_DATA', 'S3_INVENTORY']);
  checkOneOf(report, config, at, 'Transformation', ['NONE', 'LOAD_AND_FLATTEN']);
  checkAmount(report, state, config, at, 'MaxItems', 0);
  const headers = lookup(config, 'CSVHeaders');
  if (headers !== undefined && !isList(headers) && !isSubstituted(headers))
    report.add('list-expected', { field: 'CSVHeaders' }, [...at, 'CSVHeaders']);
  if (lookup(config, 'CSVHeaderLocation') === 'GIVEN' && headers === undefined)
    report.add('csv-headers-missing', {}, at);
}

const readerConfig = [
  'InputType',
  'CSVHeaderLocation',
  'CSVHeaders',
  'CSVDelimiter',
  'MaxItems',
  'MaxItemsPath',
  'ManifestType',
  'Transformation',
  'ItemsPointer',
];

/** A whole number, or in JSONPath the path of one. */
function checkAmount(report: Report, state: State, fields: JsonObject, path: Path, key: string, min: number): void {
  const expression = state.queryLanguage === 'JSONata';
  checkNumber(report, fields, path, key, { min, expression });
  const byPath = `${key}Path`;
  const value = lookup(fields, byPath);
  if (value === undefined) return;
  checkExclusive(report, fields, path, key, byPath);
  if (expression) report.add('field-of-jsonpath', { field: byPath, what: 'Map' }, [...path, byPath]);
  else checkPath(report, value, byPath, [...path, byPath], {});
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html */
function checkBatcher(report: Report, state: State): void {
  const batcher = lookup(state.fields, 'ItemBatcher');
  const path = [...state.path, 'ItemBatcher'];
  if (batcher === undefined || isSubstituted(batcher)) return;
  if (!isObject(batcher)) return report.add('object-expected', { field: 'ItemBatcher' }, path);
  const limits = ['MaxItemsPerBatch', 'MaxInputBytesPerBatch'];
  const all = [...limits, ...limits.map((limit) => `${limit}Path`)];
  checkOptions(report, batcher, path, [...all, 'BatchInput', 'Comment'], 'ItemBatcher');
  if (!all.some((key) => Object.hasOwn(batcher, key))) report.add('batch-limit-missing', {}, path);
  for (const key of limits) checkAmount(report, state, batcher, path, key, 1);
  const bytes = lookup(batcher, 'MaxInputBytesPerBatch');
  if (typeof bytes === 'number' && bytes > 262_144)
    report.add('batch-too-large', {}, [...path, 'MaxInputBytesPerBatch']);
  const input = lookup(batcher, 'BatchInput');
  if (input !== undefined && state.queryLanguage === 'JSONPath') checkTemplate(report, input, [...path, 'BatchInput']);
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html */
function checkWriter(report: Report, state: State): void {
  const writer = lookup(state.fields, 'ResultWriter');
  const path = [...state.path, 'ResultWriter'];
  if (writer === undefined || isSubstituted(writer)) return;
  if (!isObject(writer)) return report.add('object-expected', { field: 'ResultWriter' }, path);
  checkOptions(
    report,
    writer,
    path,
    ['Resource', 'Parameters', 'Arguments', 'WriterConfig', 'Comment'],
    'ResultWriter',
  );
  const config = lookup(writer, 'WriterConfig');
  // A writer that only transforms names no resource.
  if (Object.hasOwn(writer, 'Resource') || config === undefined)
    if (Object.keys(writer).length > 0) checkTransfer(report, state, writer, path, 'ResultWriter', writers);
  const at = [...path, 'WriterConfig'];
  if (config === undefined || isSubstituted(config)) return;
  if (!isObject(config)) return report.add('object-expected', { field: 'WriterConfig' }, at);
  checkOptions(report, config, at, ['Transformation', 'OutputType'], 'WriterConfig');
  checkOneOf(report, config, at, 'Transformation', ['NONE', 'COMPACT', 'FLATTEN']);
  checkOneOf(report, config, at, 'OutputType', ['JSON', 'JSONL']);
}

/** The kind of workflow that runs the states inside a state. */
export function workflowInside(state: State, around: WorkflowType): WorkflowType {
  const config = state.itemProcessor && lookup(state.itemProcessor.fields, 'ProcessorConfig');
  if (!isObject(config) || lookup(config, 'Mode') !== 'DISTRIBUTED') return around;
  return lookup(config, 'ExecutionType') === 'EXPRESS' ? 'express' : 'standard';
}

/** Whether the states inside a Map run in executions of their own. */
export function isDistributed(state: State): boolean {
  const config = state.itemProcessor && lookup(state.itemProcessor.fields, 'ProcessorConfig');
  return isObject(config) && lookup(config, 'Mode') === 'DISTRIBUTED';
}
