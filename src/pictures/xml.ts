/** Texts of a design inside XML and HTML: they are hostile, and can hold what XML cannot. */

/** What XML 1.0 has no way to write: control characters, lone surrogates, two noncharacters. */
const unwritable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text between tags. */
export const xmlText = (text: string): string =>
  text.replace(unwritable, '\ufffd').replace(/[&<>]/g, (sign) => entities[sign] ?? '');

/** A text between quotes of either kind. Line ends and tabs are kept: a parser would make spaces of them. */
export const xmlAttribute = (text: string): string =>
  text
    .replace(unwritable, '\ufffd')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? '')
    .replace(/[\t\n\r]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

type Attributes = Readonly<Record<string, string | number | undefined>>;

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

/** ` x="1" fill="#fff"`; what is undefined is left out. */
export function attributes(values: Attributes): string {
  let written = '';
  for (const [name, value] of Object.entries(values))
    if (value !== undefined)
      written += ` ${name}="${typeof value === 'number' ? rounded(value) : xmlAttribute(value)}"`;
  return written;
}

/** An element; its content is XML already. */
export const element = (name: string, values: Attributes, content = ''): string =>
  content === '' ? `<${name}${attributes(values)}/>` : `<${name}${attributes(values)}>${content}</${name}>`;

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text that escaped text stands for; an entity that nobody here writes stays as it is. */
export function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g, (whole, ...found: unknown[]) => {
    const [decimal, hex, name] = found.map((one) => (typeof one === 'string' ? one : undefined));
    if (name !== undefined) return named[name] ?? whole;
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : parseInt(decimal, 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
