import type { Json } from '../../../model/design.js';

/** A key with its text, as a row of the form. */
export type Row = readonly [key: string, value: string];

const maxRows = 500;

export const rowsOf = (value: Json | undefined): readonly Row[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).map(([key, entry]): Row => [key, typeof entry === 'string' ? entry : JSON.stringify(entry)])
    : [];

/** The map that rows stand for: of a key that appears twice the first counts. */
export function recordOf(rows: readonly Row[]): Readonly<Record<string, string>> {
  const map = new Map<string, string>();
  for (const [key, value] of rows) if (key !== '' && !map.has(key)) map.set(key, value);
  return Object.fromEntries(map);
}

export const sameRecord = (a: Json | undefined, b: Readonly<Record<string, string>>): boolean =>
  JSON.stringify(a ?? {}) === JSON.stringify(b);

/** Rows of pasted lines such as `KEY=value` or `KEY: value`; undefined where it is no such text. */
export function mapRowsOf(text: string): readonly Row[] | undefined {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const rows = lines.flatMap((line): Row[] => {
    const at = line.search(/[=:\t]/);
    if (at <= 0) return [];
    const key = line
      .slice(0, at)
      .trim()
      .replace(/^export\s+/, '')
      .replace(/^["']|["']$/g, '');
    return [
      [
        key,
        line
          .slice(at + 1)
          .trim()
          .replace(/^(["'])(.*)\1,?$/, '$2'),
      ],
    ];
  });
  return rows.length > 0 && rows.length === lines.length ? rows.slice(0, maxRows) : undefined;
}
