import { serviceOf } from '../../catalog/index.js';
import { lookup, type Design, type NodeLayout, type Point } from '../../model/design.js';
import { defineCommand } from '../define.js';

export interface PlaceStatesArgs {
  readonly node: string;
  /** Corners by flow key, as they lie in the machine around the state. */
  readonly states: Readonly<Record<string, Point>>;
}

/** Puts states of a workflow where a person wants them; the others follow the layout. */
export const placeStates = defineCommand<PlaceStatesArgs>({
  id: 'place-states',
  label: { en: 'Place states', ja: 'ステートを配置' },
  enabled: () => true,
  run: ({ design, selection }, { node, states }) => {
    if (serviceOf(lookup(design.nodes, node)?.service ?? '')?.hasDefinition !== true)
      return { state: { design, selection }, undo: 'none' };
    const before = lookup(design.layout.states, node) ?? {};
    return { state: { design: withStates(design, node, { ...before, ...states }), selection }, undo: 'step' };
  },
});

/** Lets the layout place every state of a workflow again. */
export const layOutStates = defineCommand<{ readonly node: string }>({
  id: 'lay-out-states',
  label: { en: 'Auto layout', ja: '自動レイアウト' },
  enabled: () => true,
  run: ({ design, selection }, { node }) => {
    if (lookup(design.layout.states, node) === undefined) return { state: { design, selection }, undo: 'none' };
    return { state: { design: withStates(design, node, undefined), selection }, undo: 'step' };
  },
});

function withStates(design: Design, node: string, states: Readonly<Record<string, NodeLayout>> | undefined): Design {
  const { [node]: _before, ...others } = design.layout.states;
  return {
    ...design,
    layout: { ...design.layout, states: states === undefined ? others : { ...others, [node]: states } },
  };
}
