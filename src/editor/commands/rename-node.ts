import { lookup, nodeId, type Design, type NodeId } from '../../model/design.js';
import { changeNodeId, updateNode } from '../../model/graph.js';
import { idFromLabel } from '../../model/names.js';
import { defineCommand, type EditorState, type Selection } from '../define.js';
import { nodeFields } from '../../system/node-fields.js';

export interface RenameNodeArgs {
  readonly node: string;
  readonly label: string;
  /** False while the person is still typing: the id follows once, at the end, so that forms keep their node. */
  readonly final?: boolean;
}

/** Gives a node another label. Until the first export or import its id follows. Typing is one step. */
export const renameNode = defineCommand<RenameNodeArgs>({
  id: 'rename-node',
  label: { en: 'Rename', ja: '名前を変更' },
  enabled: () => true,
  run: ({ design, selection }, { node: id, label, final = true }) => {
    if (lookup(design.nodes, id) === undefined) return { state: { design, selection }, undo: 'none' };
    const labelled = updateNode(design, nodeId(id), (before) =>
      before.label === label ? before : { ...before, label },
    );
    const state = { design: labelled, selection };
    return {
      state: final ? withFollowingId(state, nodeId(id)) : state,
      undo: 'merge',
      gesture: `rename:${id}`,
      name: { en: `Rename to "${label}"`, ja: `名前を「${label}」に変更` },
    };
  },
});

/** The state with the id that a node's label gives, unless its id is fixed. */
export function withFollowingId({ design, selection }: EditorState, id: NodeId): EditorState {
  const node = lookup(design.nodes, id);
  if (node === undefined || node.idFixed === true) return { design, selection };
  const next = followingId(design, id, node.label, node.service);
  return { design: changeNodeId(design, id, next, nodeFields), selection: renamed(selection, id, next) };
}

/** The id that the label would give; the present one counts as free. */
const followingId = (design: Design, id: NodeId, label: string, service: string): NodeId =>
  nodeId(idFromLabel(label, (other) => other !== id && Object.hasOwn(design.nodes, other), service));

function renamed(selection: Selection, from: NodeId, to: NodeId): Selection {
  if (from === to || !selection.nodes.has(from)) return selection;
  return { ...selection, nodes: new Set([...selection.nodes].map((id) => (id === from ? to : id))) };
}
