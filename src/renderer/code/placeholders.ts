/**
 * The text with each `<$.path>` or `<aws.…>` replaced by a value as long as it is, so that places stay; or where one is
 * not closed.
 */
export function blankPlaceholders(text: string): { readonly text: string } | { readonly open: number } {
  let inText = false;
  let result = '';
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '<' && /^<(?:\$|aws\.)/.test(text.slice(at, at + 5))) {
      const end = endOf(text, at);
      if (end === undefined) return { open: at };
      const length = end - at + 1;
      result += inText ? 'x'.repeat(length) : '0'.padEnd(length);
      at = end;
      continue;
    }
    result += character;
    if (inText && character === '\\') result += text.charAt(++at);
    else if (character === '"') inText = !inText;
  }
  return { text: result };
}

/** Of the `>`; a path may hold brackets and quotes, but neither `<` nor a line break. */
function endOf(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '>') return at;
    if (character === '<' || character === '\n') return undefined;
  }
  return undefined;
}
