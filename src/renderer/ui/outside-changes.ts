import { Annotation, Transaction, type ChangeSpec } from '@codemirror/state';

/** Marks what did not come from the person at this editor. */
export const fromOutside = Annotation.define<boolean>();

/** A change of an editor's text that is not its own: neither its undo history nor its owner hears of it. */
export const outsideAnnotations: readonly Annotation<unknown>[] = [
  fromOutside.of(true),
  Transaction.addToHistory.of(false),
];

/** The one place where two texts differ; undefined: nowhere. */
export function changeBetween(
  before: string,
  after: string,
): { readonly from: number; readonly to: number; readonly insert: string } | undefined {
  if (before === after) return undefined;
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < shortest - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end++;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) } satisfies ChangeSpec;
}
