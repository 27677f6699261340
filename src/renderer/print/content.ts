import { entries } from '../../model/design.js';
import { translate, type Language, type Localized } from '../../model/localized.js';
import { paperFor, pictureTexts, type PaperSize, type PictureScene } from '../../pictures/index.js';
import type { System } from '../../system/system.js';
import { palettes } from '../../pictures/theme.js';
import { svgElement, type Sheet } from './sheet.js';

/** The parts of a printed sheet, made of text nodes only. */

const words = {
  counts: {
    en: 'Nodes: {nodes} · Connections: {connections}',
    ja: 'ノード {nodes} 個 · 接続 {connections} 本',
  },
  name: { en: 'Name', ja: '名前' },
  service: { en: 'Service', ja: 'サービス' },
  context: { en: 'Context', ja: 'コンテキスト' },
  details: { en: 'Details', ja: '詳細' },
} as const satisfies Record<string, Localized>;

function made(name: string, className: string, ...content: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  element.append(...content);
  return element;
}

const connectionsIn = ({ lines }: PictureScene): number => lines.reduce((sum, { labels }) => sum + labels.length, 0);

/** `2026/11/24`, as both languages read it. */
function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(now.getFullYear())}/${two(now.getMonth() + 1)}/${two(now.getDate())}`;
}

/** Name, counts, date. */
export function head(scene: PictureScene): HTMLElement {
  const counts = { nodes: scene.cards.length, connections: connectionsIn(scene) };
  return made(
    'div',
    'print-head',
    made('strong', '', scene.name),
    made('span', '', translate(words.counts, scene.language, counts)),
    made('span', '', today()),
  );
}

const legendLines: readonly (readonly [Localized, string])[] = [
  [pictureTexts.synchronous, ''],
  [pictureTexts.asynchronous, '5 4'],
  [pictureTexts.reference, '2 3'],
];

/** What the kinds of lines mean, and whose the icons are. */
function legend(language: Language): HTMLElement {
  const line = (dashes: string): Element =>
    svgElement(
      `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="8"><path d="M0 4H32" fill="none" stroke="#7c8593" stroke-width="1.5" stroke-dasharray="${dashes}"/></svg>`,
    );
  return made(
    'div',
    'print-legend',
    ...legendLines.map(([label, dashes]) => made('span', '', line(dashes), translate(label, language))),
    made('span', '', translate(pictureTexts.icons, language)),
  );
}

/** Every node with its service and what its card says, by context. */
function nodeTable(system: System, scene: PictureScene): HTMLElement {
  const shown = new Map(scene.cards.map((card) => [card.id, card]));
  const contexts = new Map<string | undefined, string>(
    entries(system.design.contexts).map(([id, { label }]) => [id, label]),
  );
  const row = (cell: 'th' | 'td', cells: readonly string[]): HTMLElement =>
    made('tr', '', ...cells.map((text) => made(cell, '', text)));
  const order = [...contexts.keys(), undefined];
  const cards = [...shown.values()].sort((a, b) => order.indexOf(a.context) - order.indexOf(b.context));
  const headings = [words.name, words.service, words.context, words.details];
  return made(
    'table',
    'print-nodes',
    made(
      'thead',
      '',
      row(
        'th',
        headings.map((heading) => translate(heading, scene.language)),
      ),
    ),
    made(
      'tbody',
      '',
      ...cards.map(({ label, serviceLabel, context, subtitle }) =>
        row('td', [label, serviceLabel, contexts.get(context) ?? '', subtitle]),
      ),
    ),
  );
}

const pageMargin = 10;
/** Of the usable part of a sheet, in millimetres: what fits A4 and US Letter alike. */
const usable = { portrait: { width: 190, height: 255 }, landscape: { width: 255, height: 186 } } as const;

export interface PrintOptions {
  readonly orientation: 'portrait' | 'landscape';
  readonly withLegend: boolean;
  readonly withNodes: boolean;
}

/** Which way a drawing fills a sheet best. */
export const bestOrientation = ({ width, height }: PaperSize): 'portrait' | 'landscape' =>
  width > height ? 'landscape' : 'portrait';

/** The drawing, fitted to a sheet of paper, and what is to stand beside it. */
export function sheetOf(system: System, scene: PictureScene, svg: string, options: PrintOptions): Sheet {
  const { width, height } = usable[options.orientation];
  const drawing = svgElement(svg);
  drawing.setAttribute('preserveAspectRatio', 'xMidYMin meet');
  const page = made(
    'section',
    'print-page',
    head(scene),
    made('div', 'print-drawing', drawing),
    ...(options.withLegend ? [legend(scene.language)] : []),
  );
  page.style.width = `${String(width)}mm`;
  page.style.height = `${String(height)}mm`;
  return {
    page: `size:${options.orientation};margin:${String(pageMargin)}mm`,
    content: [page, ...(options.withNodes ? [made('section', 'print-page', nodeTable(system, scene))] : [])],
    title: scene.name,
    language: scene.language,
  };
}

const titleHeight = 56;

/** A page as large as the drawing: a PDF to be looked at on a screen. */
export function paperSheetOf(scene: PictureScene, svg: string, withTitle: boolean, hasBackground: boolean): Sheet {
  const paper = paperFor(scene.box);
  const drawing = svgElement(svg);
  drawing.setAttribute('width', String(paper.width));
  drawing.setAttribute('height', String(paper.height));
  const top = head(scene);
  top.style.height = `${String(titleHeight)}px`;
  top.style.padding = '24px 24px 0';
  // It stands on the background of the drawing.
  const { canvas, text, text2 } = palettes[scene.theme];
  if (hasBackground) top.style.background = canvas;
  top.style.color = text;
  top.style.setProperty('--secondary', text2);
  return {
    page: `size:${String(paper.width)}px ${String(paper.height + (withTitle ? titleHeight : 0))}px;margin:0`,
    content: [...(withTitle ? [top] : []), drawing],
    title: scene.name,
    language: scene.language,
  };
}
