import type { Block, Cell, ReviewDocument } from './define.js';
import { visible } from './visible.js';

/** Where the drawing of a Markdown document is: a file beside it, or a Mermaid diagram in it. */
export type MarkdownPicture = { readonly file: string } | { readonly mermaid: string };

/** The document as Markdown, for a repository or a wiki. */
export function reviewMarkdown(document: ReviewDocument, picture: MarkdownPicture): string {
  const { title, summary, sections } = document;
  const drawing = 'file' in picture ? `![${line(title)}](<${fileUrl(picture.file)}>)` : fenced(picture.mermaid);
  const parts = [
    `# ${line(title)}`,
    paragraph(summary),
    ...sections.flatMap((section) => [
      `## ${line(section.title)}`,
      ...section.blocks.map((block) => blockMarkdown(block, drawing)),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function blockMarkdown(block: Block, drawing: string): string {
  switch (block.kind) {
    case 'picture':
      return drawing;
    case 'heading':
      return `### ${line(block.text)}`;
    case 'text':
      return paragraph(block.text);
    case 'list':
      return block.items.map((item) => `- ${typeof item === 'string' ? paragraph(item) : cell(item)}`).join('\n');
    case 'table':
      return tableMarkdown(block);
  }
}

function tableMarkdown({ head, rows, numbers = [] }: Extract<Block, { kind: 'table' }>): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(head.map(line)),
    row(head.map((_, column) => (numbers.includes(column) ? '---:' : '---'))),
    ...rows.map((cells) => row(cells.map(cell))),
  ].join('\n');
}

function cell(given: Cell): string {
  if (typeof given === 'string') return line(given);
  if ('text' in given) return `[${line(given.text)}](<${fileUrl(given.url)}>)`;
  // An identifier has none of these; anything else is no code, and is written as a text.
  return /^[\w:*./ ,{}$-]+$/.test(given.code) ? `\`${given.code}\`` : line(given.code);
}

/** A text on one line in which nothing is Markdown or HTML. */
const line = (text: string): string =>
  visible(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|!~@&]/g, (sign) => `\\${sign}`);

/** The same where a line begins: no list, no number of one, no line under a heading. */
const paragraph = (text: string): string =>
  line(text)
    .replace(/^[-+=:]/, (sign) => `\\${sign}`)
    .replace(/^(\d+)([.)])/, '$1\\$2');

const fileUrl = (file: string): string =>
  file.replace(/[<>\s\\%]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`);

/** Diagrams have no backtick. */
const fenced = (diagram: string): string => `\`\`\`mermaid\n${diagram.trimEnd()}\n\`\`\``;
