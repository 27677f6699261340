import { lookup } from '../model/design.js';
import type { PictureIcons } from './define.js';
import { element } from './xml.js';

/** AWS's drawings inside a larger one: each once, as AWS publishes it, used by reference. */

export interface IconSymbols {
  /** `<symbol>` elements. */
  readonly definitions: string;
  /** The id of an icon's symbol; undefined: there is no such drawing. */
  idOf(icon: string): string | undefined;
}

interface Drawing {
  readonly viewBox: string;
  readonly content: string;
}

/** The inside of an SVG file that comes with the app: without its title, which would show as a tooltip. */
function drawingOf(svg: string): Drawing | undefined {
  const open = /<svg\b[^>]*>/.exec(svg);
  const end = svg.lastIndexOf('</svg>');
  const viewBox = /\bviewBox="([^"]*)"/.exec(open?.[0] ?? '')?.[1];
  if (open === null || end < 0 || viewBox === undefined) return undefined;
  const content = svg
    .slice(open.index + open[0].length, end)
    .replace(/<title>[^<]*<\/title>/g, '')
    .trim();
  return { viewBox, content };
}

/** Ids inside of a drawing, made distinct from those of the others. */
const withOwnIds = (content: string, prefix: string): string =>
  content
    .replace(/\bid="([^"]+)"/g, `id="${prefix}-$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${prefix}-$1)`)
    .replace(/\bhref="#([^"]+)"/g, `href="#${prefix}-$1"`);

/** Symbols for the icons that a picture uses, in the order of their first use. */
export function iconSymbols(used: Iterable<string>, icons: PictureIcons): IconSymbols {
  const ids = new Map<string, string>();
  let definitions = '';
  for (const icon of new Set(used)) {
    const text = lookup(icons, icon);
    const drawing = text === undefined ? undefined : drawingOf(text);
    if (drawing === undefined) continue;
    const id = `icon-${String(ids.size)}`;
    ids.set(icon, id);
    definitions += element('symbol', { id, viewBox: drawing.viewBox }, withOwnIds(drawing.content, id));
  }
  return { definitions, idOf: (icon) => ids.get(icon) };
}
