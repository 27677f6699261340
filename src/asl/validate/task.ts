import { lookup } from '../../model/design.js';
import { isObject, type State } from '../definition.js';
import { checkExclusive, checkNumber, isLater, isText } from '../report.js';
import { readResource } from '../tasks.js';
import { checkDuration } from './limits.js';
import type { Scope } from './scope.js';

/** What only Task states have. */
export function validateTask(scope: Scope, state: State): void {
  const { report } = scope;
  const { fields, path } = state;
  const resource = lookup(fields, 'Resource');
  const at = [...path, 'Resource'];
  if (!isText(resource) || resource === '') report.add('resource-missing', {}, resource === undefined ? path : at);
  else validateResource(scope, state, resource);
  const expression = state.queryLanguage === 'JSONata';
  for (const key of ['TimeoutSeconds', 'HeartbeatSeconds']) {
    checkNumber(report, fields, path, key, { min: 1, max: 99_999_999, expression });
    checkExclusive(report, fields, path, key, `${key}Path`);
  }
  checkDuration(scope, fields, path, 'HeartbeatSeconds');
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

function validateResource(scope: Scope, state: State, resource: string): void {
  const { report, workflow } = scope;
  const at = [...state.path, 'Resource'];
  const { kind, pattern } = readResource(resource);
  // An expression here is told with the other expressions.
  if (resource.startsWith('{%')) return;
  // A bare word can only stand for the ARN that a tool puts in, as `${Name}` does.
  if (/^\w+$/.test(resource)) return report.add('resource-placeholder', { resource }, at);
  if (kind === 'unknown' && !resource.includes('${') && !resource.startsWith('arn:'))
    return report.add('resource-no-arn', {}, at);
  if (kind === 'sdk' && pattern === 'RUN_JOB') report.add('sdk-no-sync', {}, at);
  else checkAction(scope, state, resource);
  // https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html
  if (workflow === 'express') {
    if (pattern === 'RUN_JOB') report.add('express-no-sync', {}, at);
    if (pattern === 'WAIT_FOR_TASK_TOKEN') report.add('express-no-token', {}, at);
    if (kind === 'activity') report.add('express-no-activity', {}, at);
  }
  if (pattern !== 'WAIT_FOR_TASK_TOKEN') return;
  const sent = JSON.stringify(lookup(state.fields, 'Arguments') ?? lookup(state.fields, 'Parameters') ?? null);
  if (!/Task\.Token|\$\$|\$states\.context|\$\{/.test(sent) && !/\$[A-Za-z_]\w*/.test(sent.replace(/\$states/g, '')))
    report.add('token-not-sent', {}, state.path);
}

/** What the catalog knows of the action: https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html */
function checkAction({ report, actions }: Scope, state: State, resource: string): void {
  const { kind, service, action, pattern } = readResource(resource);
  if (service === undefined || action === undefined || !/^(?:sdk|optimized|http)$/.test(kind)) return;
  const answer = actions.find(kind === 'sdk' ? 'sdk' : 'optimized', service, action);
  const at = [...state.path, 'Resource'];
  if (answer === undefined) return;
  switch (answer.status) {
    case 'unknown-service':
      return kind === 'sdk'
        ? report.add('service-unknown', { service }, at)
        : report.add('integration-unknown', { resource }, at);
    case 'unknown-action':
      if (kind === 'sdk' && answer.nearest !== undefined)
        return report.add('action-misspelt', { service, action, nearest: answer.nearest }, at);
      return kind === 'sdk'
        ? report.add('action-unknown', { service, action }, at)
        : report.add('integration-unknown', { resource }, at);
    case 'blocked':
      return report.add('action-blocked', { resource }, at);
    case 'retired':
      return report.add('action-retired', { resource }, at);
    case 'known': {
      if (answer.patterns?.includes(pattern) === false) report.add('pattern-not-offered', { resource }, at);
      checkParameters(report, state, resource, answer);
    }
  }
}

function checkParameters(
  report: Scope['report'],
  state: State,
  resource: string,
  { parameters, required = [] }: { readonly parameters?: ReadonlySet<string>; readonly required?: readonly string[] },
): void {
  const field = state.queryLanguage === 'JSONata' ? 'Arguments' : 'Parameters';
  const value = lookup(state.fields, field);
  // Without them the input of the state is sent, and an expression can give anything.
  if (!isObject(value)) return;
  const given = new Map(Object.keys(value).map((key) => [key.replace(/\.\$$/, ''), key]));
  for (const [name, key] of given)
    if (parameters?.has(name) === false && !name.includes('${'))
      report.add('parameter-unknown', { resource, field: name }, [...state.path, field, key]);
  for (const name of required)
    if (!given.has(name)) report.add('parameter-missing', { resource, field: name }, [...state.path, field]);
}
