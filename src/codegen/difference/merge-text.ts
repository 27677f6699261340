import { diffLines } from './line-diff.js';

/** A stretch of lines in three versions of a text. `both`: changed on both sides to the same. */
export interface MergePart {
  readonly kind: 'same' | 'mine' | 'theirs' | 'both' | 'conflict';
  readonly base: readonly string[];
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
}

export interface MergedText {
  readonly parts: readonly MergePart[];
  readonly conflicts: number;
  /** With mine where both sides changed the same lines differently. */
  readonly text: string;
}

/** For each line of the base the line of the other text that is the same one; undefined: it was changed or removed. */
function matches(base: string, other: string): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  let [i, j] = [0, 0];
  for (const { kind } of diffLines(base, other)) {
    if (kind === 'same') found.set(i, j);
    if (kind !== 'added') i++;
    if (kind !== 'removed') j++;
  }
  return found;
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((line, index) => line === b[index]);

function kindOf(base: readonly string[], mine: readonly string[], theirs: readonly string[]): MergePart['kind'] {
  if (isSame(mine, base)) return isSame(theirs, base) ? 'same' : 'theirs';
  if (isSame(theirs, base)) return 'mine';
  return isSame(mine, theirs) ? 'both' : 'conflict';
}

/**
 * What both texts changed since a common one, line by line. Lines that both changed differently are a conflict, and so
 * are changes that touch each other: nobody but a person knows how they go together.
 */
export function mergeText(base: string, mine: string, theirs: string): MergedText {
  const unix = mine.replaceAll('\r\n', '\n');
  const [b, m, t] = [base, unix, theirs.replaceAll('\r\n', '\n')].map((text) => text.split('\n'));
  const lines = { base: b ?? [], mine: m ?? [], theirs: t ?? [] };
  const inMine = matches(base, unix);
  const inTheirs = matches(base, lines.theirs.join('\n'));
  const parts: MergePart[] = [];
  const add = (part: MergePart): void => {
    const last = parts.at(-1);
    if (part.base.length + part.mine.length + part.theirs.length === 0) return;
    if (last?.kind === 'same' && part.kind === 'same')
      parts[parts.length - 1] = {
        kind: 'same',
        base: [...last.base, ...part.base],
        mine: [...last.mine, ...part.mine],
        theirs: [...last.theirs, ...part.theirs],
      };
    else parts.push(part);
  };
  let [i, j, k] = [0, 0, 0];
  const cut = (toBase: number, toMine: number, toTheirs: number): void => {
    const [own, left, right] = [
      lines.base.slice(i, toBase),
      lines.mine.slice(j, toMine),
      lines.theirs.slice(k, toTheirs),
    ];
    add({ kind: kindOf(own, left, right), base: own, mine: left, theirs: right });
    [i, j, k] = [toBase, toMine, toTheirs];
  };
  for (let at = 0; at < lines.base.length; at++) {
    const [left, right] = [inMine.get(at), inTheirs.get(at)];
    if (left === undefined || right === undefined) continue;
    // A line that all three have ends what came before it.
    if (at > i || left > j || right > k) cut(at, left, right);
    cut(at + 1, left + 1, right + 1);
  }
  cut(lines.base.length, lines.mine.length, lines.theirs.length);
  const text = parts.flatMap((part) => (part.kind === 'theirs' ? part.theirs : part.mine)).join('\n');
  return {
    parts,
    conflicts: parts.filter(({ kind }) => kind === 'conflict').length,
    // The person's line ends stay.
    text: mine.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text,
  };
}
