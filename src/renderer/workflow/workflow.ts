import { useMemo, useRef } from 'react';
import type { DefinitionTree } from '../../asl/definition.js';
import { parseDefinition } from '../../asl/definition.js';
import type { DefinitionEdit, EditResult } from '../../asl/edit/define.js';
import { renameState, type RenameStateArgs } from '../../asl/edit/rename-state.js';
import { editProblemTexts } from '../../asl/edit/problems.js';
import { flowKey, type FlowKey } from '../../asl/flow-key.js';
import { workflowGraph, type WorkflowMachine } from '../../asl/flow.js';
import { emptyDefinition } from '../../catalog/services/state-machine.js';
import { editDefinition } from '../../editor/commands/edit-definition.js';
import { lookup, nodeId, type Definition, type NodeId } from '../../model/design.js';
import { studio, toast, useStudio, type StudioState } from '../studio/studio.js';

/** The state machine that is open as a workflow: its text is the truth, tree and graph are projections of it. */
export interface WorkflowView {
  readonly node: NodeId;
  readonly definition: Definition;
  /** Of the last text that could be read. */
  readonly tree: DefinitionTree;
  readonly graph: WorkflowMachine;
  /** Keys of the states that are selected; those that are gone are left out. */
  readonly selected: ReadonlySet<FlowKey>;
}

export { closeWorkflow, openWorkflow } from '../studio/open-workflow.js';

export function selectStates(keys: Iterable<FlowKey>): void {
  studio.setState(({ workflow }) =>
    workflow === undefined ? {} : { workflow: { ...workflow, selected: new Set(keys) } },
  );
}

const trees = new WeakMap<Definition, DefinitionTree>();

/** The tree of a definition's last valid text; read once for each definition. */
export function treeOf(definition: Definition): DefinitionTree | undefined {
  const known = trees.get(definition);
  if (known !== undefined) return known;
  const { tree } = parseDefinition(definition.text, definition.format);
  if (tree !== undefined) trees.set(definition, tree);
  return tree;
}

/** The definition of the machine that is open, for what happens outside of React. */
export function openTree(
  { workflow, design }: StudioState = studio.getState(),
): { readonly node: NodeId; readonly definition: Definition; readonly tree: DefinitionTree } | undefined {
  const node = workflow && lookup(design.nodes, workflow.node);
  if (workflow === undefined || node === undefined) return undefined;
  const definition = node.definition ?? emptyDefinition;
  const tree = treeOf(definition);
  return tree === undefined ? undefined : { node: workflow.node, definition, tree };
}

/** What the parts of the workflow view show; undefined: no state machine is open. */
export function useWorkflow(): WorkflowView | undefined {
  const workflow = useStudio((state) => state.workflow);
  const node = useStudio(({ design }) => workflow && lookup(design.nodes, workflow.node));
  const definition = node?.definition ?? emptyDefinition;
  const before = useRef<WorkflowMachine>(undefined);
  const projected = useMemo(() => {
    const tree = treeOf(definition);
    if (tree === undefined) return undefined;
    const graph = workflowGraph(tree, before.current);
    before.current = graph;
    return { tree, graph };
  }, [definition]);
  return useMemo(
    () =>
      workflow === undefined || node === undefined || projected === undefined
        ? undefined
        : { node: nodeId(workflow.node), definition, ...projected, selected: workflow.selected },
    [workflow, node, projected, definition],
  );
}

/**
 * Runs an edit on the machine that is open, as one undo step, and selects what it says. A refusal is shown; false then.
 * `gesture` joins steps: typing in one field is one. `substitutions`: what new `${Name}` in the text stand for.
 */
export function editWorkflow<Args, Result extends EditResult>(
  edit: DefinitionEdit<Args, Result>,
  args: Args,
  gesture?: string,
  substitutions?: Definition['substitutions'],
): Result | undefined {
  const open = openTree();
  if (open === undefined) return undefined;
  if (open.definition.draft !== undefined) {
    toast({
      en: 'The text has an error. Correct it or take it back first.',
      ja: 'テキストにエラーがあります。先に修正するか、元に戻してください。',
    });
    return undefined;
  }
  const outcome = edit.run(open.tree, args);
  if ('problem' in outcome) {
    toast(editProblemTexts[outcome.problem.code], { facts: outcome.problem.facts });
    return undefined;
  }
  studio.getState().editor.run(editDefinition, {
    node: open.node,
    text: outcome.text,
    label: edit.label,
    ...(gesture === undefined ? {} : { gesture }),
    ...(substitutions === undefined ? {} : { substitutions }),
    ...renamedBy(edit, args, outcome),
  });
  selectStates(outcome.select.map(flowKey));
  return outcome;
}

/** Which state an edit gave another name, so that its place goes along. */
function renamedBy(edit: { readonly id: string }, args: unknown, { select }: EditResult) {
  const [to] = select;
  if (edit.id !== renameState.id || to === undefined) return {};
  // The arguments of that edit, by its id.
  const from = flowKey((args as RenameStateArgs).state);
  return { renamed: { from, to: flowKey(to) } };
}
