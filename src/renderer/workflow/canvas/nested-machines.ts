import { isObject, loneSubstitution, stateAt, substitutionsIn } from '../../../asl/definition.js';
import { definitionEdits } from '../../../asl/edit/index.js';
import { editProblemTexts } from '../../../asl/edit/problems.js';
import { pathOfKey } from '../../../asl/flow-key.js';
import { extractMachine as extractMachineCommand } from '../../../editor/commands/extract-machine.js';
import { lookup, type Definition, type NodeId } from '../../../model/design.js';
import { openWorkflow } from '../../studio/open-workflow.js';
import { studio, toast } from '../../studio/studio.js';
import { editWorkflow, openTree } from '../workflow.js';
import { selectedPaths } from './edits.js';

/** Makes the selected states a state machine beside this one; a refusal is shown. */
export function extractMachine(): void {
  const open = openTree();
  const states = selectedPaths();
  if (open === undefined) return;
  const tried = definitionEdits.extractStates.run(open.tree, { states, name: 'x', machine: 'x' });
  if ('problem' in tried) {
    toast(editProblemTexts[tried.problem.code], { facts: tried.problem.facts });
    return;
  }
  const { editor, language } = studio.getState();
  editor.run(extractMachineCommand, { node: open.node, states, language });
}

/** The state machine of this design that the selected Task starts. */
function startedMachine(): { readonly node: NodeId; readonly definition: Definition } | undefined {
  const open = openTree();
  const { design, workflow } = studio.getState();
  const [key] = workflow?.selected ?? [];
  const state = open === undefined || key === undefined ? undefined : stateAt(open.tree, pathOfKey(key));
  const given = state && (lookup(state.fields, 'Arguments') ?? lookup(state.fields, 'Parameters'));
  const arn = isObject(given) ? lookup(given, 'StateMachineArn') : undefined;
  const name = typeof arn === 'string' ? loneSubstitution(arn) : undefined;
  const stands = open === undefined || name === undefined ? undefined : lookup(open.definition.substitutions, name);
  if (stands === undefined || !('node' in stands)) return undefined;
  const definition = lookup(design.nodes, stands.node)?.definition;
  return definition === undefined ? undefined : { node: stands.node, definition };
}

/** Puts the states of the state machine that the selected Task starts in its place; the machine itself stays. */
export function inlineMachine(): void {
  const open = openTree();
  const [state] = selectedPaths();
  const started = startedMachine();
  if (open === undefined || state === undefined) return;
  if (started === undefined) {
    toast(editProblemTexts['not-a-start']);
    return;
  }
  const { text, substitutions } = renamed(started.definition, open.definition.substitutions);
  const { format } = started.definition;
  editWorkflow(definitionEdits.inlineDefinition, { state, definition: text, format }, undefined, substitutions);
}

/** Goes inside the state machine that the selected Task starts. */
export function openNestedMachine(): void {
  const started = startedMachine();
  if (started === undefined) toast(editProblemTexts['not-a-start']);
  else openWorkflow(started.node);
}

/** A definition whose substitutions have names that stand for nothing else in the other one. */
function renamed(
  { text, substitutions }: Definition,
  others: Definition['substitutions'],
): Pick<Definition, 'text' | 'substitutions'> {
  const used = new Set([...Object.keys(others), ...substitutionsIn(text)]);
  const result: Record<string, Definition['substitutions'][string]> = {};
  let changed = text;
  for (const [name, stands] of Object.entries(substitutions)) {
    const other = lookup(others, name);
    if (other === undefined || JSON.stringify(other) === JSON.stringify(stands)) {
      result[name] = stands;
      continue;
    }
    let free = name;
    for (let number = 2; used.has(free); number++) free = `${name}${String(number)}`;
    used.add(free);
    changed = changed.replaceAll(`\${${name}}`, `\${${free}}`);
    result[free] = stands;
  }
  return { text: changed, substitutions: result };
}
