import type { SyntaxNode } from '@lezer/common';

/** A node of the syntax tree with its text and line. */
export interface PythonSource {
  readonly text: string;
  lineAt(position: number): number;
}

export function pythonSource(text: string): PythonSource {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return {
    text,
    lineAt(position) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= position) low = middle;
        else high = middle - 1;
      }
      return low + 1;
    },
  };
}

/** Children, comments left out. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling)
    if (child.name !== 'Comment') found.push(child);
  return found;
}

/** What stands between commas, brackets left out. */
export function partedByCommas(nodes: readonly SyntaxNode[]): readonly (readonly SyntaxNode[])[] {
  const parts: SyntaxNode[][] = [[]];
  for (const node of nodes) {
    if (node.name === ',') parts.push([]);
    else if (!/^[()[\]{}]$/.test(node.name)) parts.at(-1)?.push(node);
  }
  return parts.filter((part) => part.length > 0);
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0', b: '\b', f: '\f', v: '\v' };

/** What a string without its prefix and quotes stands for. */
export const unescaped = (body: string, raw: boolean): string =>
  raw
    ? body
    : body.replace(
        /\\(?:\r?\n|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))/gs,
        (_, four?: string, two?: string, one?: string) => {
          const code = four ?? two;
          if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
          return one === undefined
            ? ''
            : Object.hasOwn(escapes, one)
              ? (escapes[one] ?? one)
              : one === '\\' || one === "'" || one === '"'
                ? one
                : `\\${one}`;
        },
      );
