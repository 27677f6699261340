import { lookup } from '../model/design.js';
import { isObject, type State } from './definition.js';
import { checkNumber, isLater, isList, isText, type Report } from './report.js';
import { isOffered } from './optimized.js';
import { readResource } from './tasks.js';

export type WorkflowType = 'standard' | 'express';

/** What only states of one type have. */
export function validateTask(report: Report, state: State, workflow: WorkflowType): void {
  const { fields, path } = state;
  const resource = lookup(fields, 'Resource');
  const at = [...path, 'Resource'];
  if (!isText(resource) || resource === '') report.add('resource-missing', {}, resource === undefined ? path : at);
  else validateResource(report, state, resource, workflow);
  checkNumber(report, fields, path, 'TimeoutSeconds', { min: 1, max: 99_999_999 });
  checkNumber(report, fields, path, 'HeartbeatSeconds', { min: 1, max: 99_999_999 });
  for (const key of ['TimeoutSeconds', 'HeartbeatSeconds'])
    if (Object.hasOwn(fields, key) && Object.hasOwn(fields, `${key}Path`))
      report.add('fields-exclude', { first: key, second: `${key}Path` }, [...path, `${key}Path`]);
  const timeout = lookup(fields, 'TimeoutSeconds');
  const heartbeat = lookup(fields, 'HeartbeatSeconds');
  if (typeof timeout === 'number' && typeof heartbeat === 'number' && heartbeat >= timeout)
    report.add('heartbeat-too-long', {}, [...path, 'HeartbeatSeconds']);
  const credentials = lookup(fields, 'Credentials');
  if (
    credentials !== undefined &&
    !isLater(credentials) &&
    !(isObject(credentials) && (Object.hasOwn(credentials, 'RoleArn') || Object.hasOwn(credentials, 'RoleArn.$')))
  )
    report.add('credentials-role', {}, [...path, 'Credentials']);
}

function validateResource(report: Report, state: State, resource: string, workflow: WorkflowType): void {
  const at = [...state.path, 'Resource'];
  const read = readResource(resource);
  const { kind, pattern } = read;
  if (kind === 'unknown' && !resource.includes('${') && !resource.startsWith('arn:'))
    return report.add('resource-no-arn', {}, at);
  const offered = isOffered(read);
  if (offered === 'unknown') report.add('integration-unknown', { resource }, at);
  else if (!offered) report.add('pattern-not-offered', { resource }, at);
  if (kind === 'sdk' && pattern === 'RUN_JOB') report.add('sdk-no-sync', {}, at);
  // https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html
  if (workflow === 'express') {
    if (pattern === 'RUN_JOB') report.add('express-no-sync', {}, at);
    if (pattern === 'WAIT_FOR_TASK_TOKEN') report.add('express-no-token', {}, at);
    if (kind === 'activity') report.add('express-no-activity', {}, at);
  }
  if (pattern !== 'WAIT_FOR_TASK_TOKEN') return;
  const sent = JSON.stringify(lookup(state.fields, 'Arguments') ?? lookup(state.fields, 'Parameters') ?? null);
  if (!/Task\.Token|\$\$|\$states\.context|\$\{/.test(sent)) report.add('token-not-sent', {}, state.path);
}

export function validateWait(report: Report, state: State): void {
  const { fields, path } = state;
  const given = ['Seconds', 'Timestamp', 'SecondsPath', 'TimestampPath'].filter((key) => Object.hasOwn(fields, key));
  if (given.length !== 1) report.add('wait-one-of', {}, path);
  checkNumber(report, fields, path, 'Seconds', { min: 0, max: 99_999_999 });
  const timestamp = lookup(fields, 'Timestamp');
  if (timestamp !== undefined && !isLater(timestamp) && !(isText(timestamp) && rfc3339.test(timestamp)))
    report.add('timestamp-invalid', {}, [...path, 'Timestamp']);
}

const rfc3339 =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

export function validateFail(report: Report, state: State): void {
  for (const key of ['Error', 'Cause'])
    if (Object.hasOwn(state.fields, key) && Object.hasOwn(state.fields, `${key}Path`))
      report.add('fields-exclude', { first: key, second: `${key}Path` }, [...state.path, `${key}Path`]);
}

export function validateParallel(report: Report, state: State): void {
  const branches = lookup(state.fields, 'Branches');
  const path = [...state.path, 'Branches'];
  if (!isList(branches) || branches.length === 0)
    return report.add('branches-missing', {}, branches === undefined ? state.path : path);
  for (const [index, branch] of branches.entries())
    if (!isObject(branch)) report.add('object-expected', { field: 'Branches' }, [...path, String(index)]);
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html; an inline Map ignores them. */
const distributedOnly = ['ItemReader', 'ItemBatcher', 'ResultWriter', 'Label'];

/** Characters that a label of a Distributed Map must not have: same page. */
const labelForbidden = /[\s?*<>{}[\]"#%\\^|~`$&,;:/\p{Cc}]/u;

export function validateMap(report: Report, state: State, workflow: WorkflowType): void {
  const { fields, path } = state;
  const key = Object.hasOwn(fields, 'ItemProcessor') ? 'ItemProcessor' : 'Iterator';
  const processor = lookup(fields, key);
  if (!isObject(processor)) return report.add('processor-missing', {}, processor === undefined ? path : [...path, key]);
  const configPath = [...path, key, 'ProcessorConfig'];
  const config = lookup(processor, 'ProcessorConfig');
  const mode = isObject(config) ? lookup(config, 'Mode') : undefined;
  const execution = isObject(config) ? lookup(config, 'ExecutionType') : undefined;
  if (mode !== undefined && !isLater(mode) && mode !== 'INLINE' && mode !== 'DISTRIBUTED')
    report.add('value-unknown', { field: 'Mode', values: 'INLINE, DISTRIBUTED' }, [...configPath, 'Mode']);
  if (execution !== undefined && !isLater(execution) && execution !== 'STANDARD' && execution !== 'EXPRESS')
    report.add('value-unknown', { field: 'ExecutionType', values: 'STANDARD, EXPRESS' }, [
      ...configPath,
      'ExecutionType',
    ]);
  if (mode === 'DISTRIBUTED') {
    if (execution === undefined) report.add('execution-type-missing', {}, configPath);
    if (workflow === 'express') report.add('express-no-distributed', {}, path);
  } else if (!isLater(mode))
    for (const field of distributedOnly)
      if (Object.hasOwn(fields, field)) report.add('field-of-distributed', { field }, [...path, field]);
  checkNumber(report, fields, path, 'MaxConcurrency', { min: 0 });
  checkNumber(report, fields, path, 'ToleratedFailurePercentage', { min: 0, max: 100, whole: false });
  checkNumber(report, fields, path, 'ToleratedFailureCount', { min: 0 });
  const label = lookup(fields, 'Label');
  if (label !== undefined && !isLater(label) && (!isText(label) || label.length > 40 || labelForbidden.test(label)))
    report.add('label-invalid', {}, [...path, 'Label']);
}

/** The kind of workflow that runs the states inside a state. */
export function workflowInside(state: State, around: WorkflowType): WorkflowType {
  const config = state.itemProcessor && lookup(state.itemProcessor.fields, 'ProcessorConfig');
  if (!isObject(config) || lookup(config, 'Mode') !== 'DISTRIBUTED') return around;
  return lookup(config, 'ExecutionType') === 'EXPRESS' ? 'express' : 'standard';
}
