import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { designFiles, exportDesign, isFull, readDesign, root, run } from './project.js';

test(
  'another process, with other key order, time zone and locale, writes the same bytes',
  { timeout: 120_000 },
  async () => {
    const files = [...designFiles.values()];
    const environments = [
      { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      { TZ: 'America/St_Johns', LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8' },
    ].slice(0, isFull ? 2 : 1);
    const expected = files.flatMap((file) => {
      const { files: written } = exportDesign(readDesign(file));
      return [...written].map(([path, text]) => `${path} ${createHash('sha256').update(text).digest('hex')}`);
    });
    for (const environment of environments) {
      const output = await run(
        root,
        process.execPath,
        ['--import', 'tsx', join('test', 'export', 'shuffled.ts'), ...files],
        environment,
      );
      expect(output.trim().split('\n')).toEqual(expected);
    }
  },
);
