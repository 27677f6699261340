import { Lexer, parseDocument, type Document } from 'yaml';

/**
 * Formats YAML by printing it anew, and keeps the text where that would lose or change anything. Every plain value is read
 * as text (the schema failsafe), so that numbers and dates are printed as they were written.
 */
export function formatYaml(text: string): string {
  const document = read(text);
  if (document === undefined) return text;
  let printed: string;
  try {
    printed = document.toString({ indent: 2, lineWidth: 0, flowCollectionPadding: true });
  } catch {
    // A border: the printer refuses what it cannot write, such as an anchor that is used before it is set.
    return text;
  }
  return isSame(text, printed) && isSame(printed, printAgain(printed)) ? printed : text;
}

function read(text: string): Document.Parsed | undefined {
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    merge: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  return document.errors.length > 0 ? undefined : document;
}

const printAgain = (text: string): string =>
  read(text)?.toString({ indent: 2, lineWidth: 0, flowCollectionPadding: true }) ?? '';

/** The same values in the same order, and the same comments. */
function isSame(before: string, after: string): boolean {
  const [a, b] = [read(before), read(after)];
  if (a === undefined || b === undefined) return false;
  return (
    JSON.stringify(a.toJS({ maxAliasCount: -1 })) === JSON.stringify(b.toJS({ maxAliasCount: -1 })) &&
    commentsIn(before).join('\n') === commentsIn(after).join('\n')
  );
}

const commentsIn = (text: string): readonly string[] =>
  [...new Lexer().lex(text)].filter((token) => token.startsWith('#')).map((token) => token.trimEnd());
