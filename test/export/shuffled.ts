import { createHash } from 'node:crypto';
import type { Json } from '../../src/model/design.js';
import { parseDesign } from '../../src/model/parse.js';
import { dump } from 'js-yaml';
import { exportDesign, readDesign } from './project.js';

/** Prints path and hash of every exported file of designs whose records are written in reverse order. */
function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as Readonly<Record<string, Json>>)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

for (const file of process.argv.slice(2)) {
  const plain = JSON.parse(JSON.stringify(readDesign(file))) as Json;
  const { design } = parseDesign(dump(reversed(plain)));
  if (design === undefined) throw new Error(`${file} cannot be read in another order`);
  for (const [path, text] of exportDesign(design).files) {
    process.stdout.write(`${path} ${createHash('sha256').update(text).digest('hex')}\n`);
  }
}
