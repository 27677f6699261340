import { invariant } from '../../model/invariant.js';

/**
 * A document to be laid out in a given width, after Wadler's pretty printer in the dialect of prettier: a group is
 * printed on one line if it fits, else its lines break. `anyOf` takes the first of its layouts whose first line fits.
 */
export type Doc =
  | string
  | readonly Doc[]
  | { readonly type: 'group'; readonly content: Doc; readonly broken: boolean }
  | { readonly type: 'any-of'; readonly layouts: readonly Doc[] }
  | { readonly type: 'indent'; readonly content: Doc }
  | { readonly type: 'line'; readonly flat: '' | ' '; readonly hard: boolean }
  | { readonly type: 'if-broken'; readonly content: Doc };

/** A space, or a new line in a broken group. */
export const line: Doc = { type: 'line', flat: ' ', hard: false };
/** Nothing, or a new line in a broken group. */
export const softline: Doc = { type: 'line', flat: '', hard: false };
export const hardline: Doc = { type: 'line', flat: '', hard: true };
export const indent = (content: Doc): Doc => ({ type: 'indent', content });
/** A comma behind the last item of a broken group. */
export const trailingComma: Doc = { type: 'if-broken', content: ',' };

/** On one line if it fits; broken in any case where its content has a hard line. */
export const group = (content: Doc, broken = false): Doc => ({
  type: 'group',
  content,
  broken: broken || willBreak(content),
});
export const anyOf = (...layouts: readonly Doc[]): Doc => ({ type: 'any-of', layouts });

export function join(separator: Doc, docs: readonly Doc[]): Doc {
  return docs.flatMap((doc, index) => (index === 0 ? [doc] : [separator, doc]));
}

/** Whether a hard line or a group that must break is inside. */
export function willBreak(doc: Doc): boolean {
  if (typeof doc === 'string') return false;
  if (!('type' in doc)) return doc.some(willBreak);
  switch (doc.type) {
    case 'group':
      return doc.broken;
    case 'line':
      return doc.hard;
    case 'any-of':
      return willBreak(doc.layouts[0] ?? '');
    default:
      return willBreak(doc.content);
  }
}

interface Command {
  readonly depth: number;
  readonly broken: boolean;
  readonly doc: Doc;
}

const tab = '  ';

/** The document as text no wider than `width` where that is possible. */
export function layOut(doc: Doc, width: number): string {
  const output: string[] = [];
  const rest: Command[] = [{ depth: 0, broken: true, doc }];
  let column = 0;
  let isIndentation = false;
  for (let command = rest.pop(); command !== undefined; command = rest.pop()) {
    const { depth, broken, doc: current } = command;
    const push = (content: Doc, change: Partial<Command> = {}): void => {
      rest.push({ depth, broken, ...change, doc: content });
    };
    if (typeof current === 'string') {
      if (current === '') continue;
      output.push(current);
      isIndentation = false;
      column += textWidth(current);
    } else if (!('type' in current)) {
      for (let index = current.length - 1; index >= 0; index--) push(current[index] ?? '');
    } else {
      switch (current.type) {
        case 'group': {
          const breaks =
            current.broken || (broken && !fits({ depth, broken: false, doc: current.content }, rest, width - column));
          push(current.content, { broken: breaks });
          break;
        }
        case 'any-of': {
          const last = current.layouts.length - 1;
          const first = current.layouts.findIndex(
            (layout, index) => index === last || fits({ depth, broken: false, doc: layout }, rest, width - column),
          );
          push(current.layouts[first] ?? '', { broken: first === last });
          break;
        }
        case 'indent':
          push(current.content, { depth: depth + 1 });
          break;
        case 'if-broken':
          if (broken) push(current.content);
          break;
        case 'line':
          if (broken || current.hard) {
            // Indentation of a line that stayed empty.
            if (isIndentation) output.pop();
            output.push('\n', tab.repeat(depth));
            isIndentation = true;
            column = depth * tab.length;
          } else {
            output.push(current.flat);
            isIndentation = false;
            column += current.flat.length;
          }
      }
    }
  }
  return output.join('');
}

/** Whether the text up to the next line break fits into what is left of the line. */
function fits(next: Command, rest: readonly Command[], width: number): boolean {
  const commands: Command[] = [next];
  let left = width;
  let restIndex = rest.length;
  for (;;) {
    if (left < 0) return false;
    const command = commands.pop() ?? rest[--restIndex];
    if (command === undefined) return true;
    const { doc, broken } = command;
    if (typeof doc === 'string') {
      left -= textWidth(doc);
    } else if (!('type' in doc)) {
      for (let index = doc.length - 1; index >= 0; index--) commands.push({ ...command, doc: doc[index] ?? '' });
    } else {
      switch (doc.type) {
        case 'group':
          commands.push({ ...command, broken: doc.broken || broken, doc: doc.content });
          break;
        case 'any-of': {
          const layout = broken ? doc.layouts.at(-1) : doc.layouts[0];
          invariant(layout !== undefined, 'any-of without layouts');
          commands.push({ ...command, doc: layout });
          break;
        }
        case 'indent':
          commands.push({ ...command, doc: doc.content });
          break;
        case 'if-broken':
          if (broken) commands.push({ ...command, doc: doc.content });
          break;
        case 'line':
          if (broken || doc.hard) return true;
          left -= doc.flat.length;
      }
    }
  }
}

/** Columns in a monospaced font: East Asian wide characters take two, as prettier counts them. */
export function textWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text.normalize('NFC')) {
    if (/\p{Mark}|\p{Control}|\u200d/u.test(character)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}
