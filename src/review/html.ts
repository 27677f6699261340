import { xmlAttribute, xmlText } from '../pictures/xml.js';
import type { Block, Cell, ReviewDocument, Section } from './define.js';
import { reviewStyle } from './style.js';
import { visible } from './visible.js';

const escaped = (text: string): string => xmlText(visible(text));

/** The document as a page that stands by itself: no script, nothing that is loaded. `svg` is a drawing made for a page. */
export function reviewHtml({ language, title, summary, sections }: ReviewDocument, svg: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Servicefull Studio">
<title>${escaped(title)}</title>
<style>${reviewStyle}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
<p>${escaped(summary)}</p>
<nav aria-label="${xmlAttribute(visible(title))}"><ul>
${sections.map(({ id, title: words }) => `<li><a href="#${id}">${escaped(words)}</a></li>`).join('\n')}
</ul></nav>
</header>
<main>
${sections.map((section) => sectionHtml(section, svg)).join('\n')}
</main>
</body>
</html>
`;
}

const sectionHtml = ({ id, title, blocks }: Section, svg: string): string =>
  [
    `<section id="${id}" aria-labelledby="${id}-title">`,
    `<h2 id="${id}-title">${escaped(title)}</h2>`,
    ...blocks.map((block) => blockHtml(block, svg)),
    '</section>',
  ].join('\n');

function blockHtml(block: Block, svg: string): string {
  switch (block.kind) {
    case 'picture':
      return `<figure>${svg}</figure>`;
    case 'heading':
      return `<h3>${escaped(block.text)}</h3>`;
    case 'text':
      return `<p${block.tone === 'hint' ? ' class="hint"' : ''}>${escaped(block.text)}</p>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${cellHtml(item)}</li>`).join('\n')}\n</ul>`;
    case 'table':
      return tableHtml(block);
  }
}

function tableHtml({ head, rows, numbers = [] }: Extract<Block, { kind: 'table' }>): string {
  const mark = (column: number): string => (numbers.includes(column) ? ' class="number"' : '');
  return [
    '<div class="table" tabindex="0"><table>',
    `<thead><tr>${head.map((words, column) => `<th scope="col"${mark(column)}>${escaped(words)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map((row) => `<tr>${row.map((cell, column) => `<td${mark(column)}>${cellHtml(cell)}</td>`).join('')}</tr>`),
    '</tbody>',
    '</table></div>',
  ].join('\n');
}

function cellHtml(cell: Cell): string {
  if (typeof cell === 'string') return escaped(cell);
  if ('code' in cell) return `<code>${escaped(cell.code)}</code>`;
  return `<a href="${xmlAttribute(cell.url)}" rel="noreferrer">${escaped(cell.text)}</a>`;
}
