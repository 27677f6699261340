import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface ChunkSize {
  readonly name: string;
  readonly bytes: number;
  readonly compressed: number;
}

/** Scripts and styles of the built page, the largest first. */
export function chunkSizes(folder: string): readonly ChunkSize[] {
  return readdirSync(join(folder, 'assets'))
    .filter((name) => /\.(?:js|css)$/.test(name))
    .map((name) => {
      const content = readFileSync(join(folder, 'assets', name));
      return { name, bytes: content.length, compressed: gzipSync(content).length };
    })
    .sort((a, b) => b.compressed - a.compressed);
}
