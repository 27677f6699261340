import { lookup, type Json } from '../model/design.js';
import { unreachable } from '../model/invariant.js';
import { asText, isObject, machinesIn, type DefinitionTree, type State, type StateMachine } from './definition.js';
import type { Path } from './document.js';
import { expressionError, isExpression, stringsIn } from './expressions.js';
import { fieldsOf, isStateType, languageOfField, leadsOn, stateTypes, type StateType } from './fields.js';
import { missingMapping } from './gap.js';
import type { AslProblem } from './problems.js';
import { checkKeys, checkNumber, isList, isText, Report } from './report.js';
import { validateChoice } from './validate-choice.js';
import { validateErrorHandling } from './validate-errors.js';
import {
  validateFail,
  validateMap,
  validateParallel,
  validateTask,
  validateWait,
  workflowInside,
  type WorkflowType,
} from './validate-state.js';

export interface ValidateOptions {
  readonly workflow?: WorkflowType;
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/concepts-states.html */
const maxNameLength = 80;

/** Everything wrong with a definition, in the order of its text. */
export function validateDefinition(tree: DefinitionTree, options: ValidateOptions = {}): readonly AslProblem[] {
  const report = new Report(tree.document);
  const names = new Set<string>();
  validateMachine(tree, options.workflow ?? 'standard');
  return report.problems();

  function validateMachine(machine: StateMachine, workflow: WorkflowType): void {
    validateMachineFields(report, machine, tree);
    for (const state of machine.states.values()) {
      if (names.has(state.name)) report.add('name-twice', { state: state.name }, state.path);
      names.add(state.name);
      if (state.name.length > maxNameLength || state.name === '')
        report.add('name-too-long', { limit: maxNameLength }, state.path);
      validateState(report, state, machine, tree, workflow);
      for (const inside of machinesIn(state)) validateMachine(inside, workflowInside(state, workflow));
    }
    validateFlow(report, machine);
  }
}

const machineKeys = ['StartAt', 'States', 'Comment', 'QueryLanguage'];

function validateMachineFields(report: Report, machine: StateMachine, tree: DefinitionTree): void {
  const { fields, path } = machine;
  const top = machine.path.length === 0;
  checkKeys(
    report,
    fields,
    path,
    [...machineKeys, ...(top ? ['Version', 'TimeoutSeconds'] : ['ProcessorConfig'])],
    'StateMachine',
  );
  const language = lookup(fields, 'QueryLanguage');
  if (language !== undefined && language !== 'JSONata' && language !== 'JSONPath')
    report.add('value-unknown', { field: 'QueryLanguage', values: 'JSONPath, JSONata' }, [...path, 'QueryLanguage']);
  else if (language === 'JSONPath' && tree.queryLanguage === 'JSONata')
    report.add('language-not-jsonpath', {}, [...path, 'QueryLanguage']);
  if (top) checkNumber(report, fields, path, 'TimeoutSeconds', { min: 1, max: 99_999_999 });
  const states = lookup(fields, 'States');
  if (!isObject(states) || Object.keys(states).length === 0)
    return report.add('states-missing', {}, states === undefined ? path : [...path, 'States']);
  for (const [name, state] of Object.entries(states))
    if (!isObject(state)) report.add('object-expected', { field: name }, [...path, 'States', name]);
  const start = lookup(fields, 'StartAt');
  if (!isText(start)) report.add('start-missing', {}, start === undefined ? path : [...path, 'StartAt']);
  else if (!machine.states.has(start)) report.add('target-missing', { state: start }, [...path, 'StartAt']);
}

function validateState(
  report: Report,
  state: State,
  machine: StateMachine,
  tree: DefinitionTree,
  workflow: WorkflowType,
): void {
  const { fields, path, type } = state;
  const language = lookup(fields, 'QueryLanguage');
  if (language !== undefined && language !== 'JSONata' && language !== 'JSONPath')
    report.add('value-unknown', { field: 'QueryLanguage', values: 'JSONPath, JSONata' }, [...path, 'QueryLanguage']);
  else if (language === 'JSONPath' && tree.queryLanguage === 'JSONata')
    report.add('language-not-jsonpath', {}, [...path, 'QueryLanguage']);
  if (!isStateType(type)) {
    const written = Object.hasOwn(fields, 'Type');
    report.add('type-unknown', { values: stateTypes.join(', ') }, written ? [...path, 'Type'] : path);
    return;
  }
  validateFields(report, state, type);
  validateTargets(report, state, machine, type);
  validateErrorHandling(report, state);
  validateOwn(report, state, type, workflow);
  if (state.queryLanguage === 'JSONata') validateExpressions(report, state);
  else validateTemplates(report, state);
}

function validateOwn(report: Report, state: State, type: StateType, workflow: WorkflowType): void {
  switch (type) {
    case 'Task':
      return validateTask(report, state, workflow);
    case 'Choice':
      return validateChoice(report, state);
    case 'Wait':
      return validateWait(report, state);
    case 'Fail':
      return validateFail(report, state);
    case 'Parallel':
      return validateParallel(report, state);
    case 'Map':
      return validateMap(report, state, workflow);
    case 'Pass':
    case 'Succeed':
      return;
    default:
      unreachable(type);
  }
}

function validateFields(report: Report, state: State, type: StateType): void {
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

/** Every place of a state that names another, with its path inside the state. */
function* targetsOf(state: State): Generator<{ readonly path: Path; readonly target: string }> {
  for (const key of ['Next', 'Default']) {
    const target = asText(lookup(state.fields, key));
    if (target !== undefined) yield { path: [...state.path, key], target };
  }
  for (const list of ['Choices', 'Catch']) {
    const items = lookup(state.fields, list);
    for (const [index, item] of (isList(items) ? items : []).entries()) {
      const target = isObject(item) ? asText(lookup(item, 'Next')) : undefined;
      if (target !== undefined) yield { path: [...state.path, list, String(index), 'Next'], target };
    }
  }
}

function validateTargets(report: Report, state: State, machine: StateMachine, type: StateType): void {
  for (const { path, target } of targetsOf(state))
    if (!machine.states.has(target)) report.add('target-missing', { state: target }, path);
  const { fields, path } = state;
  for (const key of ['Next', 'Default'])
    if (Object.hasOwn(fields, key) && !isText(lookup(fields, key)))
      report.add('text-expected', { field: key }, [...path, key]);
  const end = lookup(fields, 'End');
  if (end !== undefined && typeof end !== 'boolean') report.add('boolean-expected', { field: 'End' }, [...path, 'End']);
  if (!leadsOn(type)) return;
  if (Object.hasOwn(fields, 'Next') === (end === true))
    report.add(end === true ? 'next-and-end' : 'next-or-end', {}, path);
}

function validateFlow(report: Report, machine: StateMachine): void {
  const start = machine.startAt === undefined ? undefined : machine.states.get(machine.startAt);
  if (start === undefined) return;
  const reached = new Set<string>();
  const open: State[] = [start];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (reached.has(state.name)) continue;
    reached.add(state.name);
    for (const { target } of targetsOf(state)) {
      const next = machine.states.get(target);
      if (next !== undefined) open.push(next);
    }
  }
  for (const state of machine.states.values())
    if (!reached.has(state.name)) report.add('unreachable', { state: state.name }, state.path);
  const ends = [...machine.states.values()].some(({ type, end }) => end || type === 'Succeed' || type === 'Fail');
  if (!ends) report.add('no-terminal', {}, [...machine.path, 'States']);
}

/** Fields whose texts are no expressions, or belong to other states. */
const literal = ['Type', 'Comment', 'Next', 'Default', 'Resource', 'Branches', 'ItemProcessor', 'Iterator', 'Label'];

function validateExpressions(report: Report, state: State): void {
  let gap = false;
  for (const [field, value] of Object.entries(state.fields)) {
    if (literal.includes(field)) continue;
    for (const { text, path } of stringsIn(value, [...state.path, field])) {
      if (isExpression(text)) {
        gap ||= text.includes(missingMapping);
        const error = expressionError(text);
        if (error !== undefined) report.add('jsonata-syntax', { detail: error.detail }, path);
      } else if (text.startsWith('{%')) report.add('jsonata-open', {}, path);
    }
  }
  if (gap) report.add('mapping-missing', {}, state.path);
}

/** Fields that are payload templates in JSONPath states. */
const templates = ['Parameters', 'ResultSelector', 'ItemSelector', 'Assign'];

function validateTemplates(report: Report, state: State): void {
  for (const field of templates) validateTemplate(report, lookup(state.fields, field), [...state.path, field]);
  for (const field of ['InputPath', 'OutputPath', 'ResultPath', 'ItemsPath', 'SecondsPath', 'TimestampPath']) {
    const value = lookup(state.fields, field);
    if (
      value === undefined ||
      (value === null && field.endsWith('putPath')) ||
      (value === null && field === 'ResultPath')
    )
      continue;
    if (!isText(value) || !isPath(value)) report.add('path-invalid', { field }, [...state.path, field]);
  }
}

const isPath = (value: string): boolean => value.startsWith('$') || value.startsWith('States.');

function validateTemplate(report: Report, value: Json | undefined, path: Path): void {
  if (isList(value))
    for (const [index, item] of value.entries()) validateTemplate(report, item, [...path, String(index)]);
  if (!isObject(value)) return;
  for (const [key, item] of Object.entries(value)) {
    if (!key.endsWith('.$')) validateTemplate(report, item, [...path, key]);
    else if (!isText(item) || !isPath(item.trim())) report.add('path-invalid', { field: key }, [...path, key]);
  }
}
