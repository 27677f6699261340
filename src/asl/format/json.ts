/** A bare `${Name}` is a token too. */
const token = /\$\{[A-Za-z0-9_:.]+\}|"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gs;

/** Formats JSON that was read before: every token as it is, two spaces a level, one value a line. */
export function formatJson(text: string): string {
  const lineEnd = /\r\n/.test(text) ? '\r\n' : '\n';
  const parts: string[] = [];
  let depth = 0;
  let before = '';
  const breakLine = (): void => {
    parts.push(lineEnd, '  '.repeat(depth));
  };
  for (const [part] of text.matchAll(token)) {
    if (part === '}' || part === ']') {
      depth--;
      // An empty object or list stays on its line.
      if (before !== '{' && before !== '[') breakLine();
    } else if (before === '{' || before === '[' || before === ',') breakLine();
    parts.push(part === ':' ? ': ' : part);
    if (part === '{' || part === '[') depth++;
    before = part;
  }
  return `${parts.join('')}${lineEnd}`;
}
