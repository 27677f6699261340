import { serviceOf } from '../../catalog/index.js';
import type { ContextId, DesignNode, NodeLayout, Point } from '../../model/design.js';
import { lookup, type Design } from '../../model/design.js';
import { addNode as addNodeToDesign } from '../../model/graph.js';
import type { Language } from '../../model/localized.js';
import { translate } from '../../model/localized.js';
import { placeAt, placeBeside } from '../../layout/place.js';
import { defineCommand, type Placement } from '../define.js';
import { newNode } from '../new-node.js';
import { onlyNodes } from './selection.js';

export interface AddNodeArgs {
  /** Service type of the catalog. */
  readonly service: string;
  readonly placement: Placement;
  /** The language that the label is made in. */
  readonly language: Language;
  readonly label?: string;
  readonly context?: ContextId;
}

/** Puts a new node on the canvas and selects it. */
export const addNode = defineCommand<AddNodeArgs>({
  id: 'add-node',
  label: { en: 'Add a node', ja: 'ノードを追加' },
  enabled: () => true,
  run: (state, { service: type, placement, language, label, context }) => {
    const service = serviceOf(type);
    if (service === undefined) return { state, undo: 'none' };
    const node = newNode(state.design, service, language, label);
    const inside = context ?? contextBeside(state.design, placement);
    const placed: DesignNode = inside === undefined ? node : { ...node, context: inside };
    const { design, id } = addNodeToDesign(state.design, placed, {
      at: positionOf(state.design, placement, placed),
    });
    const kind = { en: translate(service.label, 'en'), ja: translate(service.label, 'ja') };
    return {
      state: { design, selection: onlyNodes([id]) },
      undo: 'step',
      name: { en: `Add ${kind.en}`, ja: `「${kind.ja}」を追加` },
    };
  },
});

/** What is put beside a node belongs to the same context. */
const contextBeside = (design: Design, placement: Placement): ContextId | undefined =>
  'beside' in placement ? lookup(design.nodes, placement.beside)?.context : undefined;

function positionOf(design: Design, placement: Placement, node: DesignNode): NodeLayout {
  const point: Point =
    'at' in placement
      ? placeAt(design, placement.at, node.service, node.context)
      : placeBeside(design, placement.beside, node.service);
  return point;
}
