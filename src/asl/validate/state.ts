import { lookup, type Json } from '../../model/design.js';
import { unreachable } from '../../model/invariant.js';
import { isObject, type State, type StateMachine } from '../definition.js';
import { fieldsOf, isStateType, languageOfField, leadsOn, stateTypes, type StateType } from '../fields.js';
import { checkExclusive, checkNumber, isLater, isList, isSubstituted, isText } from '../report.js';
import { checkAssign } from './assign.js';
import { validateChoice } from './choice.js';
import { validateErrorHandling } from './errors.js';
import { checkExpressions, plainPlace, type Place } from './expressions.js';
import { targetsOf } from './flow.js';
import { checkPayloadSize, checkDuration } from './limits.js';
import { validateMap } from './map.js';
import { checkPath } from './paths.js';
import type { Scope } from './scope.js';
import { validateTask } from './task.js';
import { checkResult, checkTemplate } from './templates.js';
import { checkTimestamp } from './timestamps.js';

/** https://docs.aws.amazon.com/step-functions/latest/dg/concepts-states.html */
const maxNameLength = 80;

/** What is wrong with one state, without the machines inside it. */
export function validateState(scope: Scope, state: State, machine: StateMachine): void {
  const { report } = scope;
  const { fields, path, type } = state;
  if (state.name.length > maxNameLength || state.name === '')
    report.add('name-too-long', { limit: maxNameLength }, path);
  checkLanguage(scope, fields, path);
  if (!isStateType(type)) {
    const written = Object.hasOwn(fields, 'Type');
    return report.add('type-unknown', { values: stateTypes.join(', ') }, written ? [...path, 'Type'] : path);
  }
  checkFields(scope, state, type);
  checkTargets(scope, state, machine, type);
  checkCommon(scope, state);
  validateErrorHandling(scope, state);
  validateOwn(scope, state, type);
  if (state.queryLanguage === 'JSONata') checkJsonata(scope, state, type);
  else checkJsonPath(scope, state);
}

/** Shared by states and by the machines around them. */
export function checkLanguage({ report, tree }: Scope, fields: State['fields'], path: State['path']): void {
  const language = lookup(fields, 'QueryLanguage');
  const at = [...path, 'QueryLanguage'];
  if (language === undefined || isSubstituted(language)) return;
  if (language !== 'JSONata' && language !== 'JSONPath')
    report.add('value-unknown', { field: 'QueryLanguage', values: 'JSONPath, JSONata' }, at);
  else if (language === 'JSONPath' && tree.queryLanguage === 'JSONata' && path.length > 0)
    report.add('language-not-jsonpath', {}, at);
}

function validateOwn(scope: Scope, state: State, type: StateType): void {
  switch (type) {
    case 'Task':
      return validateTask(scope, state);
    case 'Choice':
      return validateChoice(scope, state);
    case 'Wait':
      return validateWait(scope, state);
    case 'Fail':
      return validateFail(scope, state);
    case 'Parallel':
      return validateParallel(scope, state);
    case 'Map':
      return validateMap(scope, state);
    case 'Pass':
    case 'Succeed':
      return;
    default:
      unreachable(type);
  }
}

function checkFields({ report }: Scope, state: State, type: StateType): void {
  for (const field of Object.keys(state.fields)) {
    const language = languageOfField(type, field);
    const at = [...state.path, field];
    if (language === undefined) {
      const elsewhere = stateTypes.some((other) => fieldsOf(other).includes(field));
      report.add(elsewhere ? 'field-of-other-type' : 'field-unknown', { field, what: type }, at);
    } else if (language === 'JSONata' && state.queryLanguage === 'JSONPath')
      report.add('field-of-jsonata', { field, what: type }, at);
    else if (language === 'JSONPath' && state.queryLanguage === 'JSONata')
      report.add('field-of-jsonpath', { field, what: type }, at);
  }
}

function checkTargets({ report }: Scope, state: State, machine: StateMachine, type: StateType): void {
  for (const { path, target } of targetsOf(state))
    if (!machine.states.has(target) && !isSubstituted(target)) report.add('target-missing', { state: target }, path);
  const { fields, path } = state;
  for (const key of ['Next', 'Default'])
    if (Object.hasOwn(fields, key) && !isText(lookup(fields, key)))
      report.add('text-expected', { field: key }, [...path, key]);
  const end = lookup(fields, 'End');
  if (end !== undefined && typeof end !== 'boolean' && !isSubstituted(end))
    report.add('boolean-expected', { field: 'End' }, [...path, 'End']);
  if (!leadsOn(type) || isSubstituted(end)) return;
  if (Object.hasOwn(fields, 'Next') === (end === true))
    report.add(end === true ? 'next-and-end' : 'next-or-end', {}, path);
}

function checkCommon(scope: Scope, { fields, path, queryLanguage }: State): void {
  const comment = lookup(fields, 'Comment');
  if (comment !== undefined && !isText(comment))
    scope.report.add('text-expected', { field: 'Comment' }, [...path, 'Comment']);
  const assign = lookup(fields, 'Assign');
  if (assign !== undefined) checkAssign(scope.report, assign, [...path, 'Assign'], queryLanguage);
  checkPayloadSize(scope.report, fields, path);
}

/** Where JSONata is read in a state, apart from the fields that their own rules look at. */
const expressionFields = [
  'Output',
  'Arguments',
  'Assign',
  'Credentials',
  'Items',
  'ItemSelector',
  'ItemReader',
  'ItemBatcher',
  'ResultWriter',
  'Seconds',
  'Timestamp',
  'TimeoutSeconds',
  'HeartbeatSeconds',
  'Error',
  'Cause',
  'MaxConcurrency',
  'ToleratedFailurePercentage',
  'ToleratedFailureCount',
];

function checkJsonata({ report }: Scope, state: State, type: StateType): void {
  const { fields, path } = state;
  const withResult: Place = { result: type === 'Task' || type === 'Parallel' || type === 'Map', errorOutput: false };
  const gaps: boolean[] = [];
  const check = (value: Json | undefined, at: State['path'], place: Place): void => {
    if (value !== undefined) gaps.push(checkExpressions(report, value, at, place));
  };
  for (const field of expressionFields)
    check(lookup(fields, field), [...path, field], field === 'Output' || field === 'Assign' ? withResult : plainPlace);
  for (const [list, keys] of [
    ['Choices', ['Condition', 'Output', 'Assign']],
    ['Catch', ['Output', 'Assign']],
  ] as const) {
    const items = lookup(fields, list);
    for (const [index, item] of (isList(items) ? items : []).entries())
      if (isObject(item))
        for (const key of keys)
          check(lookup(item, key), [...path, list, String(index), key], {
            result: false,
            errorOutput: list === 'Catch',
          });
  }
  for (const field of ['Resource', 'Next', 'Default', 'Label']) {
    const value = lookup(fields, field);
    if (isText(value) && value.startsWith('{%')) report.add('jsonata-place', { field }, [...path, field]);
  }
  if (gaps.includes(true)) report.add('mapping-missing', {}, path);
}

/** Payload templates of JSONPath. */
const templates = ['Parameters', 'ResultSelector', 'ItemSelector', 'Assign'];
const paths = [
  'ItemsPath',
  'SecondsPath',
  'TimestampPath',
  'TimeoutSecondsPath',
  'HeartbeatSecondsPath',
  'MaxConcurrencyPath',
  'ToleratedFailurePercentagePath',
  'ToleratedFailureCountPath',
];

function checkJsonPath({ report }: Scope, { fields, path, type }: State): void {
  for (const field of templates) {
    const value = lookup(fields, field);
    if (value === undefined) continue;
    const at = [...path, field];
    if (isObject(value) || isList(value) || isSubstituted(value)) checkTemplate(report, value, at);
    else if (field !== 'Assign') report.add('template-expected', { field }, at);
  }
  const check = (field: string, rules: Parameters<typeof checkPath>[4], canBeNull: boolean): void => {
    const value = lookup(fields, field);
    if (value === undefined || (value === null && canBeNull)) return;
    checkPath(report, value, field, [...path, field], rules);
  };
  check('InputPath', {}, true);
  check('OutputPath', {}, true);
  check('ResultPath', { place: true }, true);
  for (const field of paths) check(field, {}, false);
  for (const field of ['ErrorPath', 'CausePath']) check(field, { functions: true }, false);
  const credentials = lookup(fields, 'Credentials');
  if (credentials !== undefined) checkTemplate(report, credentials, [...path, 'Credentials']);
  const result = lookup(fields, 'Result');
  if (type === 'Pass' && result !== undefined) checkResult(report, result, [...path, 'Result']);
}

function validateWait(scope: Scope, { fields, path, queryLanguage }: State): void {
  const { report } = scope;
  const given = ['Seconds', 'Timestamp', 'SecondsPath', 'TimestampPath'].filter((key) => Object.hasOwn(fields, key));
  if (given.length !== 1) report.add('wait-one-of', {}, path);
  const expression = queryLanguage === 'JSONata';
  checkNumber(report, fields, path, 'Seconds', { min: 0, max: 99_999_999, expression });
  checkDuration(scope, fields, path, 'Seconds');
  const timestamp = lookup(fields, 'Timestamp');
  if (timestamp !== undefined && !(expression && isLater(timestamp)))
    checkTimestamp(report, timestamp, 'Timestamp', [...path, 'Timestamp']);
}

function validateFail({ report }: Scope, { fields, path }: State): void {
  for (const key of ['Error', 'Cause']) {
    checkExclusive(report, fields, path, key, `${key}Path`);
    const value = lookup(fields, key);
    if (value !== undefined && !isText(value)) report.add('text-expected', { field: key }, [...path, key]);
  }
}

function validateParallel({ report }: Scope, state: State): void {
  const branches = lookup(state.fields, 'Branches');
  const path = [...state.path, 'Branches'];
  if (!isList(branches) || branches.length === 0)
    return report.add('branches-missing', {}, branches === undefined ? state.path : path);
  for (const [index, branch] of branches.entries())
    if (!isObject(branch)) report.add('object-expected', { field: 'Branches' }, [...path, String(index)]);
}
