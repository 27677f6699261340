import { lookup } from '../model/design.js';
import { isObject, machinesIn, type DefinitionTree, type StateMachine } from './definition.js';
import type { AslProblem } from './problems.js';
import { checkKeys, checkNumber, checkText, isSubstituted, isText, Report } from './report.js';
import { validateDataFlow } from './validate/data-flow.js';
import { validateFlow } from './validate/flow.js';
import { checkDuration } from './validate/limits.js';
import { workflowInside } from './validate/map.js';
import type { ValidateOptions } from './validate/options.js';
import { scopeOf, type Scope } from './validate/scope.js';
import { checkLanguage, validateState } from './validate/state.js';
import { validateVariables } from './validate/variables.js';

export type { ActionAnswer, ActionLookup, KnownAction, ValidateOptions, WorkflowType } from './validate/options.js';

/** Everything wrong with a definition, in the order of its text. */
export function validateDefinition(tree: DefinitionTree, options: ValidateOptions = {}): readonly AslProblem[] {
  const report = new Report(tree.document);
  const names = new Set<string>();
  const labels = new Set<string>();
  const whole = scopeOf(report, tree, options);
  validateMachine(whole, tree);
  validateVariables(whole, tree);
  validateDataFlow(whole, tree);
  return report.problems();

  function validateMachine(scope: Scope, machine: StateMachine): void {
    validateMachineFields(scope, machine);
    for (const state of machine.states.values()) {
      if (names.has(state.name)) report.add('name-twice', { state: state.name }, state.path);
      names.add(state.name);
      const label = state.type === 'Map' ? lookup(state.fields, 'Label') : undefined;
      if (isText(label) && labels.has(label)) report.add('label-twice', { label }, [...state.path, 'Label']);
      if (isText(label)) labels.add(label);
      validateState(scope, state, machine);
      for (const inside of machinesIn(state))
        validateMachine({ ...scope, workflow: workflowInside(state, scope.workflow) }, inside);
    }
    validateFlow(scope, machine);
  }
}

const machineKeys = ['StartAt', 'States', 'Comment', 'QueryLanguage'];

function validateMachineFields(scope: Scope, machine: StateMachine): void {
  const { report } = scope;
  const { fields, path } = machine;
  const top = path.length === 0;
  const more = top ? ['Version', 'TimeoutSeconds'] : ['ProcessorConfig'];
  checkKeys(report, fields, path, [...machineKeys, ...more], 'StateMachine');
  checkLanguage(scope, fields, path);
  checkText(report, fields, path, 'Comment');
  if (top) {
    checkText(report, fields, path, 'Version');
    checkNumber(report, fields, path, 'TimeoutSeconds', { min: 1, max: 99_999_999 });
    checkDuration(scope, fields, path, 'TimeoutSeconds');
  }
  const states = lookup(fields, 'States');
  if (!isObject(states) || Object.keys(states).length === 0)
    return report.add('states-missing', {}, states === undefined ? path : [...path, 'States']);
  for (const [name, state] of Object.entries(states))
    if (!isObject(state)) report.add('object-expected', { field: name }, [...path, 'States', name]);
  const start = lookup(fields, 'StartAt');
  if (!isText(start)) report.add('start-missing', {}, start === undefined ? path : [...path, 'StartAt']);
  else if (!machine.states.has(start) && !isSubstituted(start))
    report.add('target-missing', { state: start }, [...path, 'StartAt']);
}
