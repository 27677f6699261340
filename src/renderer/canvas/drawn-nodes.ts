import type { Selection } from '../../editor/define.js';
import { isBus } from '../../layout/geometry.js';
import { shownOf } from '../../layout/shown.js';
import { entries, lookup, type Box, type Point } from '../../model/design.js';
import { membersOf } from '../../model/graph.js';
import { translate, type Language } from '../../model/localized.js';
import { isTransport, marksAt, type Marks } from './marks.js';
import type { SystemNode } from '../../system/system.js';
import type { Picture } from './picture.js';
import { portsOf } from './ports.js';
import { Remembered, memo, sameInputs } from './remembered.js';
import { busNote, nodeName, texts } from './texts.js';
import {
  areaNodeId,
  noteNodeId,
  type AreaNode,
  type BusNode,
  type CanvasNode,
  type CardData,
  type CardNode,
  type Ghost,
  type NoteNode,
} from './types.js';

export const layers = { area: 0, edge: 1, card: 2, note: 1 } as const;

/**
 * Where a node stands. Not by a transform, as React Flow would: the browser keeps a picture of its own for each, and putting a
 * thousand of them together takes longer than a frame.
 */
const placed = ({ x, y }: Point) => ({
  position: { x, y },
  style: { transform: 'none', left: x, top: y },
});

const frame = ({ x, y, width, height }: Box) => ({
  ...placed({ x, y }),
  width,
  height,
  measured: { width, height },
});

interface NodesInput {
  readonly picture: Picture;
  readonly selection: Selection;
  readonly language: Language;
  readonly marks: ReadonlyMap<string, Marks>;
}

/** All that a card is made of. */
interface CardInputs extends Marks {
  readonly node: SystemNode;
  readonly ghost: Ghost;
  /** The same while the node stays where it is. */
  readonly box: Box;
  readonly selected: boolean;
  readonly isLocked: boolean;
  readonly note: string;
  readonly language: Language;
  readonly isPreview: boolean;
}

/** Spelt out: it is asked for each card after each edit. */
const sameCard = (a: CardInputs, b: CardInputs): boolean =>
  a.node === b.node &&
  a.box === b.box &&
  a.selected === b.selected &&
  a.findings === b.findings &&
  a.problems === b.problems &&
  a.isKept === b.isKept &&
  a.isLocked === b.isLocked &&
  a.note === b.note &&
  a.ghost === b.ghost &&
  a.language === b.language &&
  a.isPreview === b.isPreview;

function cardOf(inputs: CardInputs): CardNode | BusNode {
  const { node, ghost, box, selected, isLocked, note, language, isPreview, findings, isKept, problems } = inputs;
  const data: CardData = {
    label: node.label,
    subtitle: translate(node.subtitle, language),
    icon: node.service.icon,
    serviceLabel: translate(node.service.label, language),
    ...(isPreview ? { findings: 0, isKept: false, problems: 0 } : { findings, isKept, problems }),
    isTransport: !isPreview && isTransport(node),
    isExisting: node.node.origin === 'existing',
    isLocked,
    ghost,
    note,
  };
  return {
    id: node.id,
    type: isBus(node.node) ? 'bus' : 'card',
    ...frame(box),
    data,
    handles: portsOf(box),
    selected,
    zIndex: layers.card,
    ariaLabel: nodeName(data, language),
  };
}

/** Areas, notes and cards as React Flow takes them. One that says the same as before is the same object. */
export class DrawnNodes {
  readonly #cards = new Remembered<CardNode | BusNode, CardInputs>(sameCard);
  readonly #others = new Remembered<AreaNode | NoteNode>(sameInputs);
  readonly #busNotes = memo(busNotes);

  of(input: NodesInput): CanvasNode[] {
    const nodes: CanvasNode[] = [...this.#areasOf(input), ...this.#notesOf(input)];
    this.#addCards(nodes, input);
    this.#cards.sweep();
    this.#others.sweep();
    return nodes;
  }

  #addCards(to: CanvasNode[], { picture, selection, language, marks }: NodesInput): void {
    const { design, isPreview } = picture;
    const shown = shownOf(design);
    const notes = this.#busNotes(picture.nodes, picture.connections, language);
    for (const { node, ghost } of picture.nodes) {
      const box = shown.nodes.get(node.id);
      if (box === undefined) continue;
      const { findings, isKept, problems } = marksAt(marks, node.id);
      const selected = selection.nodes.has(node.id);
      const isLocked = lookup(design.layout.nodes, node.id)?.pinned === true;
      const note = notes.get(node.id) ?? '';
      const inputs = { node, ghost, box, selected, isLocked, note, language, isPreview, findings, isKept, problems };
      to.push(this.#cards.get(node.id, inputs, cardOf));
    }
  }

  *#areasOf({ picture, selection, language }: NodesInput): Generator<CanvasNode> {
    const { design, isPreview } = picture;
    const { areas, collapsed } = shownOf(design);
    for (const [index, [id, context]] of entries(design.contexts).entries()) {
      const box = areas.get(id);
      if (box === undefined) continue;
      const selected = selection.contexts.has(id);
      const isCollapsed = collapsed.has(id);
      const isLocked = lookup(design.layout.contexts, id)?.pinned === true;
      const count = isCollapsed ? membersOf(design, id).length : 0;
      const hue = context.hue ?? index % 7;
      const { x, y, width, height } = box;
      const inputs = [context, hue, selected, isCollapsed, isLocked, count, isPreview, language];
      yield this.#others.get(areaNodeId(id), [...inputs, x, y, width, height], (): AreaNode => {
        const members = isCollapsed ? translate(texts.members, language, { count }) : '';
        return {
          id: areaNodeId(id),
          type: 'area',
          ...frame(box),
          data: {
            label: context.label,
            team: context.team ?? '',
            hue,
            ghost: isPreview ? 'faded' : 'none',
            members,
            isCollapsed,
            isLocked,
          },
          selected,
          ariaLabel: [context.label, members]
            .filter((part) => part !== '')
            .join(translate(texts.listSeparator, language)),
          connectable: false,
          // A box drawn around nodes does not take their area: that is selected by its title. A collapsed one is a card.
          ...(isCollapsed
            ? { zIndex: layers.card, handles: portsOf(box) }
            : {
                zIndex: layers.area,
                dragHandle: '.area-title',
                selectable: false,
                style: { ...placed(box).style, pointerEvents: 'none' as const },
              }),
        };
      });
    }
  }

  *#notesOf({ picture, selection }: NodesInput): Generator<CanvasNode> {
    const { design } = picture;
    const { collapsed } = shownOf(design);
    for (const [id, note] of entries(design.notes)) {
      const box = lookup(design.layout.notes, id);
      if (box === undefined || (note.context !== undefined && collapsed.has(note.context))) continue;
      const selected = selection.notes.has(id);
      yield this.#others.get(noteNodeId(id), [note, box, selected], (): NoteNode => ({
        id: noteNodeId(id),
        type: 'note',
        ...frame(box),
        data: { text: note.text, isLocked: box.pinned === true },
        selected,
        connectable: false,
        zIndex: layers.note,
        ariaLabel: note.text,
      }));
    }
  }
}

/** What each bus carries. */
function busNotes(
  nodes: Picture['nodes'],
  connections: Picture['connections'],
  language: Language,
): ReadonlyMap<string, string> {
  const ends = new Map<string, { readonly publishers: Set<string>; readonly targets: Set<string> }>();
  for (const { node } of nodes) if (isBus(node.node)) ends.set(node.id, { publishers: new Set(), targets: new Set() });
  for (const { connection } of connections) {
    ends.get(connection.to)?.publishers.add(connection.from);
    ends.get(connection.from)?.targets.add(connection.to);
  }
  return new Map(
    [...ends].map(([id, { publishers, targets }]) => [id, busNote(publishers.size, targets.size, language)]),
  );
}
