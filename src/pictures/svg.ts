import { headPath, linePath } from '../layout/path.js';
import { titleBox } from '../layout/geometry.js';
import type { Box } from '../model/design.js';
import { translate } from '../model/localized.js';
import type { PictureArea, PictureCard, PictureIcons, PictureLine, PictureNote, PictureScene } from './define.js';
import { embeddedInSvg } from './embedded.js';
import { iconSymbols, type IconSymbols } from './icons.js';
import { texts } from './texts.js';
import { fontFamily, palettes, variablePalette, type Palette } from './theme.js';
import { wordWidth } from './word-width.js';
import { fitted, wrapped } from './words.js';
import { attributes, element, xmlText } from './xml.js';

export interface SvgOptions {
  readonly icons: PictureIcons;
  /** `theme`: the colour of the canvas. */
  readonly background?: 'theme' | 'transparent';
  /** Text of the design, so that the picture can be opened again. */
  readonly design?: string | undefined;
  /** Inside a page: colours are variables of its style sheet, and nodes can be found and focused. */
  readonly isInPage?: boolean;
}

/** What every part of the drawing is drawn with. */
interface Pen {
  readonly palette: Palette;
  readonly symbols: IconSymbols;
  readonly isInPage: boolean;
}

const iconSize = { card: 36, bus: 32 } as const;
const padding = { card: 10, bus: 8 } as const;
const iconGap = 10;

/** A drawing as a file of its own: no style sheet, no script, nothing that is loaded. */
export function pictureSvg(
  scene: PictureScene,
  { icons, background = 'theme', design, isInPage = false }: SvgOptions,
): string {
  const { box, language, name } = scene;
  const palette = isInPage ? variablePalette : palettes[scene.theme];
  const symbols = iconSymbols(
    scene.cards.map(({ icon }) => icon),
    icons,
  );
  const pen: Pen = { palette, symbols, isInPage };
  const counts = { contexts: scene.areas.length, nodes: scene.cards.length, connections: countOf(scene.lines) };
  return [
    `<svg${attributes({
      xmlns: 'http://www.w3.org/2000/svg',
      width: box.width,
      height: box.height,
      viewBox: `${String(box.x)} ${String(box.y)} ${String(box.width)} ${String(box.height)}`,
      role: 'img',
      'aria-labelledby': 'picture-title picture-description',
      'xml:lang': language,
      'font-family': fontFamily,
    })}>`,
    element('title', { id: 'picture-title' }, xmlText(name)),
    element('desc', { id: 'picture-description' }, xmlText(translate(texts.summary, language, { name, ...counts }))),
    element(
      'metadata',
      {},
      xmlText(translate(texts.icons, 'en')) + (design === undefined ? '' : embeddedInSvg(design)),
    ),
    element('defs', {}, symbols.definitions),
    background === 'theme' ? element('rect', { ...rectOf(box), fill: palette.canvas }) : '',
    ...scene.areas.filter(({ members }) => members === '').map((area) => areaSvg(area, pen)),
    ...scene.notes.map((note) => noteSvg(note, pen)),
    ...scene.lines.map((line) => lineSvg(line, pen)),
    ...scene.areas.filter(({ members }) => members !== '').map((area) => collapsedSvg(area, pen)),
    ...scene.cards.map((card) => cardSvg(card, pen)),
    ...scene.lines.map((line) => pillSvg(line, pen)),
    '</svg>',
    '',
  ]
    .filter((part, index, all) => part !== '' || index === all.length - 1)
    .join('\n');
}

const countOf = (lines: readonly PictureLine[]): number => lines.reduce((sum, { labels }) => sum + labels.length, 0);

const rectOf = ({ x, y, width, height }: Box) => ({ x, y, width, height });

interface TextStyle {
  readonly size: number;
  readonly fill: string;
  readonly weight?: number;
  readonly anchor?: 'middle' | 'end';
  /** So much room there is: words that nearly fill it are fitted, whatever the font. */
  readonly room?: number;
}

function textSvg(words: string, x: number, y: number, { size, fill, weight, anchor, room }: TextStyle): string {
  if (words === '') return '';
  return element(
    'text',
    { x, y, 'font-size': size, 'font-weight': weight, 'text-anchor': anchor, fill, ...fit(words, size, weight, room) },
    xmlText(words),
  );
}

/** A font that is wider than expected would run out of its room. */
function fit(words: string, size: number, weight = 400, room = Infinity) {
  const width = wordWidth(words, size, weight);
  return width < room * 0.85 ? {} : { textLength: Math.min(width, room), lengthAdjust: 'spacingAndGlyphs' };
}

function areaSvg({ box, label, team, hue }: PictureArea, { palette }: Pen): string {
  const colours = coloursOf(hue, palette);
  const inner = titleBox({ label, team }, box);
  const room = box.width - 2 * (inner.x - box.x);
  const title = fitted(label, room, 13, 600);
  const after = fitted(team, room - wordWidth(title, 13, 600) - 8, 12);
  return element(
    'g',
    {},
    element('rect', {
      x: box.x + 0.5,
      y: box.y + 0.5,
      width: Math.max(0, box.width - 1),
      height: Math.max(0, box.height - 1),
      rx: 14,
      fill: colours.fill,
      stroke: colours.border,
    }) +
      // One text, so that the second part follows the first in any font.
      element(
        'text',
        { x: inner.x, y: inner.y + 14, 'font-size': 13 },
        element('tspan', { 'font-weight': 600, fill: colours.title }, xmlText(title)) +
          (after === '' ? '' : element('tspan', { dx: 8, 'font-size': 12, fill: palette.text3 }, xmlText(after))),
      ),
  );
}

const coloursOf = (hue: number, { areas, surface2, line2, text }: Palette) =>
  areas[hue] ?? { fill: surface2, border: line2, title: text };

/** A context that stands for its members: a card in the colours of its area. */
function collapsedSvg({ box, label, team, hue, members }: PictureArea, { palette }: Pen): string {
  const { fill, border, title } = coloursOf(hue, palette);
  const room = box.width - 32;
  const second = fitted([team, members].filter((part) => part !== '').join(' · '), room, 12);
  const frame = { x: box.x + 0.5, y: box.y + 0.5, width: box.width - 1, height: box.height - 1 };
  return element(
    'g',
    {},
    element('title', {}, xmlText([label, members].join(' · '))) +
      shadowSvg(box, 12, palette) +
      element('rect', { ...frame, rx: 12, fill, stroke: border }) +
      textSvg(fitted(label, room, 13, 600), box.x + 16, box.y + 28, { size: 13, weight: 600, fill: title, room }) +
      textSvg(second, box.x + 16, box.y + 46, { size: 12, fill: palette.text2, room }),
  );
}

function cardSvg(card: PictureCard, pen: Pen): string {
  const { box, kind } = card;
  const { palette } = pen;
  const [size, pad] = [iconSize[kind], padding[kind]];
  const left = box.x + pad + size + iconGap;
  const middle = box.y + box.height / 2;
  const right = box.x + box.width - pad;
  const note = fitted(card.note, (right - left) / 2, 11);
  const room = right - left - (note === '' ? 0 : wordWidth(note, 11) + 24);
  const chip = card.existing === '' ? 0 : Math.ceil(wordWidth(card.existing, 11)) + 8;
  const indent = chip === 0 ? 0 : chip + 4;
  const subtitle = fitted(card.subtitle, room - indent, 11);
  const name = element('title', {}, xmlText(nameOf(card)));
  const baseline = box.height / 2 + 13;
  // The two lines are 18 and 14 high and stand in the middle together.
  const words =
    textSvg(fitted(card.label, room, 13, 600), 0, box.height / 2 + (subtitle === '' && chip === 0 ? 4.5 : -2.5), {
      size: 13,
      weight: 600,
      fill: palette.text,
      room,
    }) +
    (chip === 0
      ? ''
      : element('rect', { x: 0, y: baseline - 11, width: chip, height: 14, rx: 4, fill: palette.surface2 }) +
        textSvg(card.existing, 4, baseline, { size: 11, fill: palette.text2, room: chip - 8 })) +
    textSvg(subtitle, indent, baseline, { size: 11, fill: palette.text2, room: room - indent });
  return element(
    'g',
    pen.isInPage ? { 'data-node': card.id, tabindex: 0, role: 'button', 'aria-label': nameOf(card) } : {},
    name +
      frameSvg(card, palette) +
      iconSvg(card, box.x + pad, middle - size / 2, size, pen) +
      // Clips where a wider font stands in for ours.
      element('svg', { x: left, y: box.y, width: Math.max(0, room + pad - 4), height: box.height }, words) +
      textSvg(note, right - 8, middle + 4, { size: 11, fill: palette.text2, anchor: 'end' }) +
      badgesSvg(card, palette),
  );
}

const nameOf = ({ label, serviceLabel }: PictureCard): string =>
  [label, serviceLabel].filter((part) => part !== '').join(' · ');

/** The card itself, with a hint of a shadow: a filter would make pixels of it in print. */
function frameSvg({ box, kind, isTransport }: PictureCard, palette: Palette): string {
  const rx = kind === 'bus' ? 12 : 10;
  const frame = { x: box.x - 0.5, y: box.y - 0.5, width: box.width + 1, height: box.height + 1, rx: rx + 0.5 };
  const outline = isTransport
    ? { stroke: palette.warnMark, 'stroke-width': 1.5, 'stroke-dasharray': '4 3' }
    : { stroke: palette.line2, 'stroke-width': 1 };
  return shadowSvg(box, rx, palette) + element('rect', { ...frame, fill: palette.surface, ...outline });
}

const shadowSvg = (box: Box, rx: number, { shadow }: Palette): string =>
  element('rect', { ...rectOf(box), y: box.y + 1.5, rx, fill: '#000000', 'fill-opacity': shadow });

function iconSvg({ icon }: PictureCard, x: number, y: number, size: number, { symbols, palette }: Pen): string {
  const id = symbols.idOf(icon);
  if (id !== undefined) return element('use', { href: `#${id}`, x, y, width: size, height: size });
  return element('rect', { x, y, width: size, height: size, rx: 4, fill: palette.surface2, stroke: palette.line2 });
}

function badgesSvg({ box, marks }: PictureCard, palette: Palette): string {
  const badges = [
    ...(marks.problems > 0
      ? [{ words: '!', fill: palette.dangerSoft, line: palette.dangerLine, text: palette.danger }]
      : []),
    ...(marks.findings > 0
      ? [{ words: String(marks.findings), fill: palette.warnSoft, line: palette.warnLine, text: palette.warn }]
      : []),
    ...(marks.isKept && marks.findings === 0
      ? [{ words: '✓', fill: palette.okSoft, line: palette.okLine, text: palette.ok }]
      : []),
  ];
  let right = box.x + box.width + 6;
  let written = '';
  for (const { words, fill, line, text } of badges.reverse()) {
    const width = Math.max(18, Math.ceil(wordWidth(words, 11)) + 12);
    const [x, y] = [right - width, box.y - 6];
    written +=
      element('rect', { x: x + 0.5, y: y + 0.5, width: width - 1, height: 17, rx: 8.5, fill, stroke: line }) +
      textSvg(words, x + width / 2, y + 13, { size: 11, weight: 600, fill: text, anchor: 'middle' });
    right = x - 2;
  }
  return written;
}

function noteSvg({ box, text }: PictureNote, { palette }: Pen): string {
  const rows = Math.max(1, Math.floor((box.height - 16) / 18));
  // A first line that begins with `# ` is its title.
  const hasTitle = text.startsWith('# ');
  const lines = wrapped(hasTitle ? text.slice(2) : text, box.width - 24, 12, rows);
  const titleStyle = { size: 12, weight: 600, fill: palette.text };
  return element(
    'g',
    {},
    element('rect', { ...rectOf(box), rx: 8, fill: palette.surface2, stroke: palette.line }) +
      lines
        .map((line, index) =>
          textSvg(
            line,
            box.x + 12,
            box.y + 21 + index * 18,
            hasTitle && index === 0 ? titleStyle : { size: 12, fill: palette.text2 },
          ),
        )
        .join(''),
  );
}

function lineSvg({ points, delivery, isReference }: PictureLine, { palette }: Pen): string {
  const dashes = isReference ? '2 3' : delivery === 'async' ? '5 4' : undefined;
  return (
    element('path', {
      d: linePath(points),
      fill: 'none',
      stroke: palette.edge,
      'stroke-width': isReference ? 1 : 1.5,
      'stroke-dasharray': dashes,
    }) + element('path', { d: headPath(points), fill: palette.edge })
  );
}

function pillSvg({ pill, label, labels }: PictureLine, { palette }: Pen): string {
  if (pill === undefined) return '';
  const words = fitted(label, pill.width - 14, 11, 500);
  return element(
    'g',
    {},
    element('title', {}, xmlText(labels.join('\n'))) +
      element('rect', {
        x: pill.x + 0.5,
        y: pill.y + 0.5,
        width: Math.max(0, pill.width - 1),
        height: pill.height - 1,
        rx: (pill.height - 1) / 2,
        fill: palette.surface,
        stroke: palette.line,
      }) +
      textSvg(words, pill.x + pill.width / 2, pill.y + 14, {
        size: 11,
        weight: 500,
        fill: palette.text2,
        anchor: 'middle',
        room: pill.width - 12,
      }),
  );
}
