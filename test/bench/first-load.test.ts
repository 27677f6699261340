import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const limit = 350 * 1024;
/** Icons of the services that a design shows, each a file of its own. */
const icons = 8 * 1024;

interface LoadedFile {
  readonly name: string;
  readonly bytes: number;
  readonly parts: readonly string[];
}

test('a design is drawn after less than 350 kB; what is not the drawing comes later (src/renderer/ui/load-later.tsx)', async () => {
  const script = join(import.meta.dirname, '../../scripts/first-load.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [script, '--json'], { maxBuffer: 16 * 1024 * 1024 });
  const files = JSON.parse(stdout) as readonly LoadedFile[];
  expect(files.length).toBeGreaterThan(2);
  const total = files.reduce((sum, { bytes }) => sum + bytes, icons);
  const list = files.map(
    ({ name, bytes, parts }) => `${String(Math.round(bytes / 1024))} kB ${name}: ${parts.join(', ')}`,
  );
  expect(total, list.join('\n')).toBeLessThan(limit);
}, 120_000);
