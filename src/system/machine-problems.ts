import { parseDefinition, substitutionsIn, walkStates } from '../asl/definition.js';
import { aslProblemTexts, type AslProblem } from '../asl/problems.js';
import { validateDefinition, type ActionLookup, type WorkflowType } from '../asl/validate.js';
import { lookup, type Definition, type NodeId } from '../model/design.js';
import { translate, type Localized } from '../model/localized.js';
import { problem, type Problem } from '../model/problems.js';
import { knownActions } from './known-actions.js';
import { readDefinition, type ResolvedMachine } from './machines.js';
import { isMapCall } from './map-calls.js';
import { callsNodes } from './task-targets.js';
import type { SystemNode } from './system.js';

/** What is wrong with the definition of a state machine, in the order of its text. */
export function checkMachine(
  { machine, definition, tasks }: ResolvedMachine,
  nodes: ReadonlyMap<NodeId, SystemNode>,
): readonly Problem[] {
  const where = { node: machine.id, path: ['nodes', machine.id, 'definition'] };
  const label = machine.label;
  const faults = faultsOf(definition, machine.props['type'] === 'EXPRESS' ? 'express' : 'standard');
  return [
    ...draftProblems(machine, definition),
    ...faults.map((fault) => faultOf(fault, label, where)),
    ...unknownSubstitutions(definition, nodes).flatMap((name) => {
      const states = statesThatUse(name, definition);
      // Each state that used what is gone is marked.
      return states.length === 0
        ? [problem('substitution-unknown', { label, name }, where)]
        : states.map((state) => problem('substitution-unknown', { label, name, state }, where));
    }),
    ...tasks
      .filter(({ task, found }) => found === undefined && callsNodes(task) && !isMapCall(task))
      .map(({ task }) =>
        problem(
          'task-without-node',
          { label, state: task.name, action: `${task.service ?? ''}:${task.action ?? ''}` },
          where,
        ),
      ),
  ];
}

interface Checked {
  readonly workflow: WorkflowType;
  readonly actions: ActionLookup | undefined;
  readonly faults: readonly AslProblem[];
}

/** Validating is dear; a definition is immutable, so it is done once for each. */
const checked = new WeakMap<Definition, Checked>();

function faultsOf(definition: Definition, workflow: WorkflowType): readonly AslProblem[] {
  const actions = knownActions();
  const before = checked.get(definition);
  if (before?.workflow === workflow && before.actions === actions) return before.faults;
  const { tree, problems } = readDefinition(definition);
  const options = { workflow, ...(actions === undefined ? {} : { actions }) };
  const faults = tree === undefined ? problems : [...problems, ...validateDefinition(tree, options)];
  checked.set(definition, { workflow, actions, faults });
  return faults;
}

/** Names in the text that stand for nothing, or for a node that is gone. */
const unknownSubstitutions = (
  { text, substitutions }: Definition,
  nodes: ReadonlyMap<NodeId, SystemNode>,
): readonly string[] =>
  substitutionsIn(text).filter((name) => {
    const stands = lookup(substitutions, name);
    return stands === undefined || ('node' in stands && !nodes.has(stands.node));
  });

/** Names of the states that a `${Name}` stands in; those inside a state count for themselves. */
function statesThatUse(name: string, definition: Definition): readonly string[] {
  const { tree } = readDefinition(definition);
  const inside = ['Branches', 'ItemProcessor', 'Iterator'];
  return [...(tree === undefined ? [] : walkStates(tree))].flatMap(({ name: state, fields }) => {
    const own = Object.entries(fields).filter(([key]) => !inside.includes(key));
    return JSON.stringify(own).includes(`\${${name}}`) ? [state] : [];
  });
}

function draftProblems(machine: SystemNode, { draft, format }: Definition): readonly Problem[] {
  if (draft === undefined) return [];
  const [fault] = parseDefinition(draft, format).problems;
  const detail =
    fault === undefined ? { en: 'it is not applied yet', ja: 'まだ適用されていません。' } : detailOf(fault);
  return [
    problem(
      'definition-syntax',
      { label: machine.label, detail },
      { node: machine.id, path: ['nodes', machine.id, 'definition', 'draft'] },
    ),
  ];
}

function detailOf({ code, facts }: AslProblem): Localized {
  const { message } = aslProblemTexts[code];
  return { en: translate(message, 'en', facts), ja: translate(message, 'ja', facts) };
}

/** A fault of a definition as a problem of the design: its words inside ours, its state by name. */
function faultOf(fault: AslProblem, label: string, where: Pick<Problem, 'node' | 'path'>): Problem {
  const at = fault.path.lastIndexOf('States');
  const state = at < 0 ? undefined : fault.path[at + 1];
  if (fault.code === 'unreachable') return problem('definition-unreachable', { label, state: state ?? '' }, where);
  if (fault.code === 'mapping-missing') return problem('mapping-missing', { what: `${label}: ${state ?? ''}` }, where);
  const isFatal = aslProblemTexts[fault.code].severity === 'error';
  const detail = detailOf(fault);
  return state === undefined
    ? problem(isFatal ? 'definition-syntax' : 'definition-doubtful', { label, detail }, where)
    : problem(isFatal ? 'definition-invalid' : 'definition-warning', { label, state, detail }, where);
}
