import type { Box, Point } from '../model/design.js';
import { union } from '../layout/geometry.js';
import { simplified } from '../layout/segments.js';
import {
  areaEnd,
  areaOfEnd,
  type PictureArea,
  type PictureCard,
  type PictureIcons,
  type PictureLine,
  type PictureNote,
  type PictureScene,
} from './define.js';
import { iconStyle } from './drawio-shapes.js';
import { embeddedInDrawio } from './embedded.js';
import { palettes, type Palette } from './theme.js';
import { attributes, element, xmlText } from './xml.js';

export interface DrawioOptions {
  /** For icons that draw.io has no shape for. */
  readonly icons: PictureIcons;
  /** `theme`: the colour of the canvas. */
  readonly background?: 'theme' | 'transparent';
  /** Text of the design, so that the file can be opened again here. */
  readonly design?: string | undefined;
}

/** Ids of cells; draw.io keeps 0 and 1 for itself. */
const cellId = {
  area: (id: string): string => `context-${id}`,
  card: (id: string): string => `node-${id}`,
  note: (id: string): string => `note-${id}`,
  line: (id: string): string => `connection-${id}`,
  end: (end: string): string => {
    const area = areaOfEnd(end);
    return area === undefined ? cellId.card(end) : cellId.area(area);
  },
};
const layer = '1';

interface Sheet {
  readonly palette: Palette;
  readonly icons: PictureIcons;
  readonly areas: ReadonlyMap<string, Box>;
  readonly boxes: ReadonlyMap<string, Box>;
}

/**
 * A drawing for draw.io, uncompressed: contexts are containers, nodes carry draw.io's AWS shapes, connections stay
 * attached when something is moved there.
 */
export function pictureDrawio(scene: PictureScene, { icons, background = 'theme', design }: DrawioOptions): string {
  const palette = palettes[scene.theme];
  const sheet: Sheet = {
    palette,
    icons,
    areas: new Map(scene.areas.map(({ id, box }) => [id, box])),
    boxes: new Map([
      ...scene.cards.map(({ id, box }) => [id, box] as const),
      ...scene.areas.map(({ id, box }) => [areaEnd(id), box] as const),
    ]),
  };
  const root =
    design === undefined
      ? element('mxCell', { id: '0' })
      : `<UserObject label="" ${embeddedInDrawio(design)} id="0"><mxCell/></UserObject>`;
  const cells = [
    root,
    element('mxCell', { id: layer, parent: '0' }),
    ...scene.areas.map((area) => areaCell(area, sheet)),
    ...scene.notes.map((note) => noteCell(note, sheet)),
    ...scene.cards.flatMap((card) => cardCells(card, sheet)),
    ...scene.lines.map((line) => lineCell(line, sheet)),
  ];
  const model = attributes({
    grid: 1,
    gridSize: 4,
    guides: 1,
    tooltips: 1,
    connect: 1,
    arrows: 1,
    fold: 1,
    page: 0,
    pageScale: 1,
    background: background === 'theme' ? palette.canvas : 'none',
    math: 0,
    shadow: 0,
  });
  return [
    '<mxfile host="Servicefull Studio" compressed="false">',
    `<diagram${attributes({ id: 'system', name: scene.name === '' ? 'System' : scene.name })}>`,
    `<mxGraphModel${model}>`,
    '<root>',
    ...cells,
    '</root>',
    '</mxGraphModel>',
    '</diagram>',
    '</mxfile>',
    '',
  ].join('\n');
}

/** Texts of labels are HTML inside an attribute: escaped once for each. */
const html = (text: string): string => xmlText(text).replace(/\s*\n\s*/g, '<br>');

const geometry = ({ x, y, width, height }: Box, parent?: Box): string =>
  element('mxGeometry', { x: x - (parent?.x ?? 0), y: y - (parent?.y ?? 0), width, height, as: 'geometry' });

interface Cell {
  readonly id: string;
  readonly parent?: string;
  readonly value?: string;
  readonly style: string;
}

const vertex = ({ id, parent = layer, value = '', style }: Cell, placed: string): string =>
  element('mxCell', { id, value, style, vertex: 1, parent }, placed);

function areaCell({ id, box, label, team, hue, members }: PictureArea, { palette }: Sheet): string {
  const colours = palette.areas[hue];
  const second = [team, members].filter((part) => part !== '').join(' · ');
  const after =
    second === '' ? '' : ` <font color="${palette.text3}" style="font-weight:normal">${html(second)}</font>`;
  const style =
    'rounded=1;absoluteArcSize=1;arcSize=28;container=1;collapsible=0;recursiveResize=0;html=1;whiteSpace=wrap;' +
    'align=left;verticalAlign=top;spacingLeft=12;spacingTop=8;fontSize=13;fontStyle=1;' +
    `fillColor=${colours?.fill ?? palette.surface2};strokeColor=${colours?.border ?? palette.line2};` +
    `fontColor=${colours?.title ?? palette.text};`;
  return vertex({ id: cellId.area(id), value: html(label) + after, style }, geometry(box));
}

/** The container that something stands in, with its box; the sheet itself where there is none. */
const parentOf = (context: string | undefined, { areas }: Sheet) => {
  const box = context === undefined ? undefined : areas.get(context);
  return context === undefined || box === undefined
    ? { parent: layer, box: undefined }
    : { parent: cellId.area(context), box };
};

/** The card, and in it the icon: they move together. */
function cardCells(card: PictureCard, sheet: Sheet): string[] {
  const { id, box, kind, label, subtitle, isTransport } = card;
  const { palette } = sheet;
  const { parent, box: around } = parentOf(card.context, sheet);
  const [size, pad] = kind === 'bus' ? [32, 8] : [36, 10];
  const second = [card.existing, subtitle, card.note].filter((part) => part !== '').join(' · ');
  const value =
    `<b>${html(label)}</b>` +
    (second === '' ? '' : `<br><font color="${palette.text2}" style="font-size:11px">${html(second)}</font>`);
  const style =
    `rounded=1;absoluteArcSize=1;arcSize=${kind === 'bus' ? '24' : '20'};html=1;whiteSpace=wrap;overflow=hidden;` +
    `align=left;verticalAlign=middle;spacingLeft=${String(size + pad + 6)};spacingRight=4;fontSize=13;container=1;` +
    `collapsible=0;dropTarget=0;fillColor=${palette.surface};fontColor=${palette.text};` +
    (isTransport ? `dashed=1;strokeWidth=1.5;strokeColor=${palette.warnMark};` : `strokeColor=${palette.line2};`);
  return [
    vertex({ id: cellId.card(id), parent, value, style }, geometry(box, around)),
    vertex(
      {
        id: `${cellId.card(id)}-icon`,
        parent: cellId.card(id),
        style: `part=1;connectable=0;movable=0;resizable=0;${iconStyle(card.icon, sheet.icons)}`,
      },
      geometry({ x: pad, y: (box.height - size) / 2, width: size, height: size }),
    ),
  ];
}

function noteCell({ id, box, context, text }: PictureNote, sheet: Sheet): string {
  const { palette } = sheet;
  const { parent, box: around } = parentOf(context, sheet);
  const style =
    'rounded=1;absoluteArcSize=1;arcSize=16;html=1;whiteSpace=wrap;overflow=hidden;align=left;verticalAlign=top;spacing=8;' +
    `fontSize=12;fillColor=${palette.surface2};strokeColor=${palette.line};fontColor=${palette.text2};`;
  return vertex({ id: cellId.note(id), parent, value: html(text), style }, geometry(box, around));
}

function lineCell(line: PictureLine, { palette, boxes }: Sheet): string {
  const points = simplified(line.points);
  const [first, last] = [points[0], points.at(-1)];
  const [from, to] = [boxes.get(line.from), boxes.get(line.to)];
  const dashes = line.isReference
    ? 'dashed=1;dashPattern=2 3;'
    : line.delivery === 'async'
      ? 'dashed=1;dashPattern=5 4;'
      : '';
  const style =
    'edgeStyle=orthogonalEdgeStyle;rounded=1;orthogonalLoop=1;jettySize=auto;html=1;endArrow=block;endFill=1;endSize=6;' +
    `strokeWidth=${line.isReference ? '1' : '1.5'};${dashes}strokeColor=${palette.edge};fontSize=11;` +
    `fontColor=${palette.text2};labelBackgroundColor=${palette.surface};labelBorderColor=${palette.line};` +
    (first === undefined || from === undefined ? '' : end('exit', first, from)) +
    (last === undefined || to === undefined ? '' : end('entry', last, to));
  const bends = points.slice(1, -1).map(({ x, y }) => element('mxPoint', { x, y }));
  return element(
    'mxCell',
    {
      id: cellId.line(line.id),
      value: html(line.label),
      style,
      edge: 1,
      parent: layer,
      source: cellId.end(line.from),
      target: cellId.end(line.to),
    },
    element(
      'mxGeometry',
      { x: line.pill === undefined ? 0 : placeAlong(points, line.pill), relative: 1, as: 'geometry' },
      bends.length === 0 ? '' : element('Array', { as: 'points' }, bends.join('')),
    ),
  );
}

/** Where a line leaves or enters a box, as a share of its sides. */
function end(which: 'exit' | 'entry', point: Point, box: Box): string {
  const share = (value: number, start: number, length: number): string =>
    String(length === 0 ? 0.5 : Math.round(Math.min(1, Math.max(0, (value - start) / length)) * 10000) / 10000);
  return `${which}X=${share(point.x, box.x, box.width)};${which}Y=${share(point.y, box.y, box.height)};${which}Dx=0;${which}Dy=0;`;
}

/** How far along a line a label stands, from -1 at its start to 1 at its end. */
function placeAlong(points: readonly Point[], pill: Box): number {
  const at = { x: pill.x + pill.width / 2, y: pill.y + pill.height / 2 };
  let length = 0;
  let before = 0;
  let nearest = Infinity;
  points.slice(1).forEach((to, index) => {
    const from = points[index] ?? to;
    const own = Math.hypot(to.x - from.x, to.y - from.y);
    const box = union([
      { ...from, width: 0, height: 0 },
      { ...to, width: 0, height: 0 },
    ]);
    const x = Math.min(Math.max(at.x, box.x), box.x + box.width);
    const y = Math.min(Math.max(at.y, box.y), box.y + box.height);
    const away = Math.hypot(at.x - x, at.y - y);
    if (away < nearest) {
      nearest = away;
      before = length + Math.hypot(x - from.x, y - from.y);
    }
    length += own;
  });
  return length === 0 ? 0 : (before / length) * 2 - 1;
}
