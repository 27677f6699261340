import { areaAround, isBus, nodeBox, titleBox, union } from '../layout/geometry.js';
import { pillBox, pillWidthOf } from '../layout/pills.js';
import { routeConnections, type Route, type Scene } from '../layout/routes.js';
import { bundled } from '../layout/bundles.js';
import { shownOf, type Shown } from '../layout/shown.js';
import { entries, lookup, type Box, type Design } from '../model/design.js';
import { membersOf } from '../model/graph.js';
import { translate, type Language } from '../model/localized.js';
import type { System, SystemConnection, SystemNode } from '../system/system.js';
import {
  areaEnd,
  type PictureArea,
  type PictureCard,
  type PictureLine,
  type PictureMarks,
  type PictureNote,
  type PictureOptions,
  type PictureScene,
  type PictureScope,
} from './define.js';
import { texts } from './texts.js';

const hueCount = 7;
/** Around what is drawn. */
const margin = 24;
const noMarks: PictureMarks = { findings: 0, problems: 0, isKept: false };

/**
 * What a drawing of a system shows, where its layout puts it. Nodes without a position are left out: `laidOut` gives
 * every node one.
 */
export function pictureScene(system: System, options: PictureOptions): PictureScene {
  const { design } = system;
  const { language, theme, scope, marks } = options;
  const nodes = [...system.nodes.values()].filter((node) => isInScope(scope, 'nodes', node.id, node.context));
  const shown = new Set<string>(nodes.map(({ id }) => id));
  const drawn = shownOf(design);
  const cards = nodes
    .filter(({ id }) => drawn.standIn(id) === undefined)
    .flatMap((node) => cardOf(system, node, shown, language, marks));
  const areas = areasOf(design, drawn, cards, scope, language);
  const notes = notesOf(design, drawn, scope);
  const lines = linesOf(design, linesBetween(system, shown, drawn, language), cards, areas);
  return {
    name: design.settings.name,
    language,
    theme,
    box: withMargin(
      [...areas, ...cards, ...notes].map(({ box }) => box),
      lines,
    ),
    areas,
    cards,
    notes,
    lines,
  };
}

function isInScope(
  scope: PictureScope | undefined,
  kind: 'nodes' | 'notes',
  id: string,
  context: string | undefined,
): boolean {
  return scope === undefined || scope[kind].has(id) || (context !== undefined && scope.contexts.has(context));
}

function cardOf(
  { design, connections }: System,
  node: SystemNode,
  shown: ReadonlySet<string>,
  language: Language,
  marks: PictureOptions['marks'],
): PictureCard[] {
  const box = nodeBox(design, node.id);
  if (box === undefined) return [];
  const bus = isBus(node.node);
  return [
    {
      id: node.id,
      kind: bus ? 'bus' : 'card',
      box,
      context: node.context,
      label: node.label,
      subtitle: translate(node.subtitle, language),
      note: bus ? busNote([...connections.values()], node.id, shown, language) : '',
      icon: node.service.icon,
      serviceType: node.service.type,
      serviceLabel: translate(node.service.label, language),
      existing: node.node.origin === 'existing' && !bus ? translate(texts.existing, language) : '',
      isTransport: marks !== undefined && node.props['work'] === 'transport',
      marks: marks?.get(node.id) ?? noMarks,
    },
  ];
}

/** What a bus carries, of what is shown. */
function busNote(
  connections: readonly SystemConnection[],
  bus: string,
  shown: ReadonlySet<string>,
  language: Language,
): string {
  const ends = (own: 'from' | 'to', other: 'from' | 'to'): number =>
    new Set(connections.filter((one) => one[own] === bus && shown.has(one[other])).map((one) => one[other])).size;
  const [publishers, rules] = [ends('to', 'from'), ends('from', 'to')];
  return [
    ...(publishers > 0 ? [translate(texts.publishers, language, { count: publishers })] : []),
    ...(rules > 0 ? [translate(texts.rules, language, { count: rules })] : []),
  ].join(' · ');
}

/** Areas of the contexts that are shown; of a context that is shown in part, what its shown members need. */
function areasOf(
  design: Design,
  { areas, collapsed }: Shown,
  cards: readonly PictureCard[],
  scope: PictureScope | undefined,
  language: Language,
): PictureArea[] {
  return entries(design.contexts).flatMap(([id, context], index): PictureArea[] => {
    const members = cards.filter((card) => card.context === id).map(({ box }) => box);
    const isCollapsed = collapsed.has(id);
    const isWhole = scope === undefined || scope.contexts.has(id);
    const box = isWhole ? areas.get(id) : members.length > 0 ? areaAround(members) : undefined;
    if (box === undefined) return [];
    const team = context.team ?? '';
    return [
      {
        id,
        box,
        label: context.label,
        team: team === '' ? '' : translate(texts.team, language, { team }),
        hue: hueOf(context.hue, index),
        members: isCollapsed ? translate(texts.members, language, { count: membersOf(design, id).length }) : '',
      },
    ];
  });
}

/** A file can hold any number. */
function hueOf(hue: number | undefined, index: number): number {
  const wanted = hue ?? index;
  return Number.isInteger(wanted) && wanted >= 0 ? wanted % hueCount : 0;
}

const notesOf = (design: Design, { collapsed }: Shown, scope: PictureScope | undefined): PictureNote[] =>
  entries(design.notes).flatMap(([id, { text, context }]) => {
    const box = lookup(design.layout.notes, id);
    const isHidden = context !== undefined && collapsed.has(context);
    return box === undefined || isHidden || !isInScope(scope, 'notes', id, context) ? [] : [{ id, box, context, text }];
  });

type Bundle = Omit<PictureLine, 'points' | 'pill'>;

/** Connections whose ends are both shown; those between the same two ends are one line, with a count. */
function linesBetween(
  { connections }: System,
  shown: ReadonlySet<string>,
  { standIn }: Shown,
  language: Language,
): readonly Bundle[] {
  const end = (node: string): string => {
    const area = standIn(node);
    return area === undefined ? node : areaEnd(area);
  };
  const drawn = [...connections.values()].filter(({ from, to }) => shown.has(from) && shown.has(to));
  const kind = ({ origin }: SystemConnection): string => (origin === 'reference' ? 'reference' : 'line');
  return bundled(drawn, (connection) => connection, end, kind).map(({ from, to, items }): Bundle => {
    const [first] = items;
    const labels = items.map(({ label }) => translate(label, language));
    const isReference = first.origin === 'reference';
    const more = items.length === 1 ? '' : ` +${String(items.length - 1)}`;
    return {
      id: first.id,
      from,
      to,
      label: isReference ? '' : `${labels[0] ?? ''}${more}`,
      labels,
      delivery: items.every(({ delivery }) => delivery === 'async') ? 'async' : 'sync',
      isReference,
    };
  });
}

function linesOf(
  design: Design,
  bundles: readonly Bundle[],
  cards: readonly PictureCard[],
  areas: readonly PictureArea[],
): PictureLine[] {
  const open = areas.filter(({ members }) => members === '');
  const closed = areas.filter(({ members }) => members !== '');
  const scene: Scene = {
    nodes: new Map([
      ...cards.map(({ id, box, kind }) => [id, { box, isBus: kind === 'bus' }] as const),
      ...closed.map(({ id, box }) => [areaEnd(id), { box, isBus: false }] as const),
    ]),
    areas: open.map(({ box }) => box),
    titles: open.flatMap(({ id, box }) => {
      const context = lookup(design.contexts, id);
      return context === undefined ? [] : [titleBox(context, box)];
    }),
  };
  const isCard = (end: string): boolean => Object.hasOwn(design.nodes, end);
  const routes = routeConnections(
    scene,
    bundles.map(({ id, from, to, label }) => {
      // Bends lead from node to node.
      const bends = isCard(from) && isCard(to) ? lookup(design.layout.bends, id) : undefined;
      return { id, from, to, pillWidth: pillWidthOf(label), ...(bends === undefined ? {} : { bends }) };
    }),
  );
  return bundles.flatMap((bundle) => {
    const route: Route | undefined = routes.get(bundle.id);
    if (route === undefined) return [];
    const hasPill = route.pill !== undefined && bundle.label !== '';
    const pill = hasPill ? pillBox(route.pill, pillWidthOf(bundle.label)) : undefined;
    return [{ ...bundle, points: route.points, pill }];
  });
}

function withMargin(boxes: readonly Box[], lines: readonly PictureLine[]): Box {
  const drawn = lines.flatMap(({ points, pill }) => [
    ...points.map(({ x, y }) => ({ x, y, width: 0, height: 0 })),
    ...(pill === undefined ? [] : [pill]),
  ]);
  const { x, y, width, height } = union([...boxes, ...drawn]);
  // Whole pixels, so that nothing is blurred at 100 %.
  const [left, top] = [Math.floor(x) - margin, Math.floor(y) - margin];
  return {
    x: left,
    y: top,
    width: Math.ceil(x + width) + margin - left,
    height: Math.ceil(y + height) + margin - top,
  };
}
