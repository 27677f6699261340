import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of a file of this project, with each `${Name}` replaced by its value. Other `${...}` stay as they are. */
export function loadTemplate(path: string, values: Readonly<Record<string, string>> = {}): string {
  const text = readFileSync(join(__dirname, '../..', path), 'utf8');
  const known = new Map(Object.entries(values));
  return text.replace(/\$\{(\w+)\}/g, (whole, name: string) => known.get(name) ?? whole);
}
