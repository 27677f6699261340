/** Columns that a text takes: Japanese letters are twice as wide as Latin ones. */
export const columnsOf = (text: string): number =>
  Array.from(text).reduce((columns, letter) => columns + ((letter.codePointAt(0) ?? 0) > 0xff ? 2 : 1), 0);
