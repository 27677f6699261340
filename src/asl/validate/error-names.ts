import { lookup } from '../../model/design.js';
import { asText, isObject, machinesIn, walkStates, type State } from '../definition.js';
import { isList, isText } from '../report.js';
import { readResource, type TaskResource } from '../tasks.js';
import type { Scope } from './scope.js';

/** https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-error-representation */
export const reservedErrors: readonly string[] = [
  'States.ALL',
  'States.BranchFailed',
  'States.DataLimitExceeded',
  'States.ExceedToleratedFailureThreshold',
  'States.HeartbeatTimeout',
  'States.Http.Socket',
  'States.IntrinsicFailure',
  'States.ItemReaderFailed',
  'States.NoChoiceMatched',
  'States.ParameterPathFailure',
  'States.Permissions',
  'States.QueryEvaluationError',
  'States.ResultPathMatchFailure',
  'States.ResultWriterFailed',
  'States.Runtime',
  'States.TaskFailed',
  'States.Timeout',
];

/** HTTP Tasks name the status that came: `States.Http.StatusCode.404`. */
const statusCode = /^States\.Http\.StatusCode\.\d{3}$/;

/** Errors that end the execution whatever Retry says: same page. */
const notRetried = ['States.DataLimitExceeded', 'States.Runtime'];

/** Checks the names in Retry or Catch against what the state can raise. */
export function checkErrorNames(scope: Scope, state: State, field: 'Retry' | 'Catch'): void {
  const entries = lookup(state.fields, field);
  const taken = new Set<string>();
  for (const [index, entry] of (isList(entries) ? entries : []).entries()) {
    const names = isObject(entry) ? lookup(entry, 'ErrorEquals') : undefined;
    const own = new Set<string>();
    for (const [position, name] of (isList(names) ? names : []).entries()) {
      if (!isText(name) || name.includes('${')) continue;
      const at = [...state.path, field, String(index), 'ErrorEquals', String(position)];
      own.add(name);
      if (taken.has(name)) scope.report.add('error-taken-before', { error: name }, at);
      else if (name.startsWith('States.') && !reservedErrors.includes(name) && !statusCode.test(name)) {
        if (!isRaisedInside(state, name)) scope.report.add('error-name-reserved', { error: name }, at);
      } else if (field === 'Retry' && notRetried.includes(name))
        scope.report.add('error-not-retried', { error: name }, at);
      else if (!canRaise(scope, state, name)) scope.report.add('error-never-raised', { error: name }, at);
    }
    for (const name of own) taken.add(name);
  }
}

/** A Fail state can give any name, those that Step Functions keeps for itself too. */
const isRaisedInside = (state: State, name: string): boolean =>
  machinesIn(state).some((machine) =>
    [...walkStates(machine)].some(({ type, fields }) => type === 'Fail' && lookup(fields, 'Error') === name),
  );

function canRaise(scope: Scope, state: State, name: string): boolean {
  const { type, fields, queryLanguage } = state;
  const resource = readResource(asText(lookup(fields, 'Resource')) ?? '');
  // States inside raise what they do not catch themselves; which those are is not followed here.
  const inside = machinesIn(state).flatMap((machine) => [...walkStates(machine)]);
  const anyOf = (test: (one: State) => boolean): boolean => test(state) || inside.some(test);
  switch (name) {
    case 'States.BranchFailed':
      return anyOf((one) => one.type === 'Parallel');
    case 'States.ItemReaderFailed':
      return anyOf((one) => one.type === 'Map');
    case 'States.ResultWriterFailed':
    case 'States.ExceedToleratedFailureThreshold':
      return anyOf((one) => one.type === 'Map');
    case 'States.NoChoiceMatched':
      return anyOf((one) => one.type === 'Choice');
    case 'States.QueryEvaluationError':
      return anyOf((one) => one.queryLanguage === 'JSONata');
    case 'States.ParameterPathFailure':
    case 'States.ResultPathMatchFailure':
    case 'States.IntrinsicFailure':
      return queryLanguage === 'JSONPath' || inside.some((one) => one.queryLanguage === 'JSONPath');
    case 'States.HeartbeatTimeout':
      return anyOf(
        ({ fields: own }) => Object.hasOwn(own, 'HeartbeatSeconds') || Object.hasOwn(own, 'HeartbeatSecondsPath'),
      );
    case 'States.Http.Socket':
      return anyOf(isHttp);
    default:
      break;
  }
  if (statusCode.test(name)) return anyOf(isHttp);
  if (type !== 'Task' || name.startsWith('States.')) return true;
  return ofService(scope, resource, name);
}

const isHttp = ({ type, fields }: State): boolean =>
  type === 'Task' && readResource(asText(lookup(fields, 'Resource')) ?? '').kind !== 'sdk';

/**
 * A name that differs from one of the action in case alone is a slip: `DynamoDB.` where the integration says `DynamoDb.`.
 * Any other name can come from the code that is called, or from errors that no model lists, such as throttling.
 */
function ofService({ actions }: Scope, { kind, service, action }: TaskResource, name: string): boolean {
  if (kind !== 'sdk' || service === undefined || action === undefined) return true;
  const answer = actions.find(kind, service, action);
  const errors = answer !== undefined && 'errors' in answer ? (answer.errors ?? []) : [];
  return !errors.some((known) => known !== name && known.toLowerCase() === name.toLowerCase());
}
