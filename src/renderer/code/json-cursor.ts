/** Where in a JSON text, which need not be complete, a place lies. */
export interface JsonCursor {
  /** Keys from the root to the object or list that the place is in; a position in a list counts as no key. */
  readonly path: readonly string[];
  /** The key whose value is written here; undefined where a key is. */
  readonly key: string | undefined;
  /** What is written here: a key or a value, and how many lists lie between the key and it. */
  readonly expects: 'key' | 'value';
  readonly lists: number;
  /** Where the word begins that is being written, its quote included. */
  readonly from: number;
  readonly isQuoted: boolean;
}

interface Level {
  readonly kind: 'object' | 'list';
  key: string | undefined;
  expects: 'key' | 'value';
}

/** Reads up to a place of a text and says where it is. Never throws. */
export function jsonCursor(text: string, offset: number): JsonCursor {
  const levels: Level[] = [];
  let from = offset;
  let isQuoted = false;
  for (let at = 0; at < offset; at++) {
    const level = levels.at(-1);
    const character = text.charAt(at);
    if (character === '"') {
      const end = endOfText(text, at);
      if (end >= offset) {
        from = at;
        isQuoted = true;
        break;
      }
      if (level?.kind === 'object' && level.expects === 'key') level.key = unquoted(text.slice(at, end + 1));
      at = end;
    } else if (character === '{') levels.push({ kind: 'object', key: undefined, expects: 'key' });
    else if (character === '[') levels.push({ kind: 'list', key: undefined, expects: 'value' });
    else if (character === '}' || character === ']') levels.pop();
    else if (level?.kind === 'object' && character === ':') level.expects = 'value';
    else if (level?.kind === 'object' && character === ',') {
      level.expects = 'key';
      level.key = undefined;
    }
  }
  if (!isQuoted) while (from > 0 && /[\w$.-]/.test(text.charAt(from - 1))) from--;
  const last = levels.at(-1);
  const isKey = last?.kind === 'object' && last.expects === 'key';
  const objects = levels.filter(({ kind }) => kind === 'object');
  const keys = objects.flatMap(({ key }) => key ?? []);
  const deepest = levels.findLastIndex(({ kind }) => kind === 'object');
  return {
    path: isKey ? keys : keys.slice(0, -1),
    key: isKey ? undefined : keys.at(-1),
    expects: isKey || last === undefined ? 'key' : 'value',
    lists: levels.length - 1 - deepest,
    from,
    isQuoted,
  };
}

/** Of the closing quote; the end of the text where there is none. */
function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (character === '"') return at;
    else if (character === '\n') return text.length;
  }
  return text.length;
}

function unquoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}
