import { contextBox } from '../../layout/geometry.js';
import { lookup, type ContextLayout, type Design, type NodeLayout } from '../../model/design.js';
import { serviceOf } from '../../catalog/index.js';
import { defineCommand, type EditorState } from '../define.js';

export interface SetCollapsedArgs {
  readonly contexts?: readonly string[];
  /** State machines. */
  readonly nodes?: readonly string[];
  readonly collapsed: boolean;
}

/** Draws contexts as one card each and state machines without their states, or opens them again. */
export const setCollapsed = defineCommand<SetCollapsedArgs>({
  id: 'set-collapsed',
  label: { en: 'Collapse or expand', ja: '折りたたみの切り替え' },
  enabled: () => true,
  run: ({ design, selection }, args) => ({
    state: { design: withCollapsed(design, args), selection },
    undo: 'step',
    name: args.collapsed ? collapse.label : expand.label,
  }),
});

/** Collapses the selected contexts and state machines. */
export const collapse = defineCommand({
  id: 'collapse',
  label: { en: 'Collapse', ja: '折りたたむ' },
  inPalette: true,
  enabled: (state) => foldable(state, false).length > 0,
  run: ({ design, selection }) => ({
    state: { design: withCollapsed(design, { ...ofSelection(selection), collapsed: true }), selection },
    undo: 'step',
  }),
});

/** Expands the selected contexts and state machines. */
export const expand = defineCommand({
  id: 'expand',
  label: { en: 'Expand', ja: '展開' },
  inPalette: true,
  enabled: (state) => foldable(state, true).length > 0,
  run: ({ design, selection }) => ({
    state: { design: withCollapsed(design, { ...ofSelection(selection), collapsed: false }), selection },
    undo: 'step',
  }),
});

const ofSelection = ({ contexts, nodes }: EditorState['selection']) => ({ contexts: [...contexts], nodes: [...nodes] });

const hasStates = (design: Design, id: string): boolean => {
  const node = lookup(design.nodes, id);
  return node !== undefined && serviceOf(node.service)?.hasDefinition === true;
};

/** What is selected and collapsed, or not. */
function foldable({ design, selection }: EditorState, isCollapsed: boolean): readonly string[] {
  const { contexts, nodes } = design.layout;
  return [
    ...[...selection.contexts].filter(
      (id) => contextBox(design, id) !== undefined && (lookup(contexts, id)?.collapsed === true) === isCollapsed,
    ),
    ...[...selection.nodes].filter((id) => {
      const at = hasStates(design, id) ? lookup(nodes, id) : undefined;
      return at !== undefined && (at.collapsed === true) === isCollapsed;
    }),
  ];
}

function withCollapsed(design: Design, { contexts = [], nodes = [], collapsed }: SetCollapsedArgs): Design {
  const changedContexts: Record<string, ContextLayout> = {};
  for (const id of contexts) {
    const place: ContextLayout | undefined = lookup(design.layout.contexts, id) ?? contextBox(design, id);
    if (Object.hasOwn(design.contexts, id) && place !== undefined && (place.collapsed === true) !== collapsed)
      changedContexts[id] = withFlag(place, collapsed);
  }
  const changedNodes: Record<string, NodeLayout> = {};
  for (const id of nodes) {
    const place = hasStates(design, id) ? lookup(design.layout.nodes, id) : undefined;
    if (place !== undefined && (place.collapsed === true) !== collapsed) changedNodes[id] = withFlag(place, collapsed);
  }
  if (Object.keys(changedContexts).length + Object.keys(changedNodes).length === 0) return design;
  return {
    ...design,
    layout: {
      ...design.layout,
      contexts: { ...design.layout.contexts, ...changedContexts },
      nodes: { ...design.layout.nodes, ...changedNodes },
    },
  };
}

function withFlag<Place extends NodeLayout | ContextLayout>(
  { collapsed: _collapsed, ...place }: Place,
  collapsed: boolean,
): Omit<Place, 'collapsed'> & { readonly collapsed?: boolean } {
  return collapsed ? { ...place, collapsed } : place;
}
