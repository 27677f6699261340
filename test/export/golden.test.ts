import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { exportDesign, goldenCases, readDesign, root } from './project.js';

/** The same in every export: their content is checked once, in templates/project. */
const fixed = new Set(['.gitignore', '.npmrc', 'cdk.json', 'package-lock.json', 'package.json', 'tsconfig.json']);

/** The same in every export that has them: one case shows them. */
const support = new Set([
  'lib/support/accept-findings.ts',
  'lib/support/alarm-on.ts',
  'test/support/app.ts',
  'test/support/open-findings.ts',
]);
const caseOfSupport = 'api-queue-worker';

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

describe.each(goldenCases)('%s', (name) => {
  const expected = join(root, 'test/golden', name, 'expected');
  const { files } = exportDesign(readDesign(join(root, 'test/golden', name, 'design.yaml')));
  // The manifest holds hashes, which say nothing to a reader.
  const paths = [...files.keys()].filter(
    (path) => !fixed.has(path) && path !== 'servicefull.json' && (name === caseOfSupport || !support.has(path)),
  );

  test.each(paths)('%s', async (path) => {
    await expect(files.get(path)).toMatchFileSnapshot(join(expected, path));
  });

  test('leaves no stale files', () => {
    expect(listFiles(expected).filter((path) => !paths.includes(path))).toEqual([]);
  });

  test('is formatted as prettier would', async () => {
    for (const path of paths) {
      const parser = path.endsWith('.ts') ? 'typescript' : path.endsWith('.md') ? 'markdown' : undefined;
      if (parser === undefined) continue;
      const text = files.get(path) ?? '';
      expect(await format(text, { parser, singleQuote: true, printWidth: 120 }), path).toBe(text);
    }
  });
});
