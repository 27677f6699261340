import { unescapeXml, xmlAttribute, xmlText } from './xml.js';

/** The design inside of a picture, so that a picture can be opened again. */

/** Names the element and the attribute that hold it. Never changed: files with it are in people's repositories. */
const mark = 'servicefull-design';

/** For the metadata of an SVG file. */
export const embeddedInSvg = (design: string): string =>
  `<${mark} xmlns="urn:servicefull:design">${xmlText(design)}</${mark}>`;

/** For an element of a .drawio file. */
export const embeddedInDrawio = (design: string): string => `${mark}="${xmlAttribute(design)}"`;

/** For the body of an HTML page. */
export const embeddedInHtml = (design: string): string => `<pre id="${mark}" hidden>${xmlText(design)}</pre>`;

/** The design that a picture of ours carries: SVG, .drawio or HTML; undefined: it is none, or carries none. */
export function designTextIn(text: string): string | undefined {
  // A design itself is YAML and never begins so.
  if (!/^[\ufeff\s]{0,100}</.test(text)) return undefined;
  return (
    between(text, `<${mark} xmlns="urn:servicefull:design">`, `</${mark}>`) ??
    between(text, `<pre id="${mark}" hidden>`, '</pre>') ??
    between(text, ` ${mark}="`, '"')
  );
}

function between(text: string, open: string, close: string): string | undefined {
  const start = text.indexOf(open);
  if (start < 0) return undefined;
  const end = text.indexOf(close, start + open.length);
  return end < 0 ? undefined : unescapeXml(text.slice(start + open.length, end));
}
