import { describe, expect, test } from 'vitest';
import { designFiles, exportDesign, inFolder, isFull, linkModules, readDesign, run, writeProject } from './project.js';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const compiled = isFull ? [...designFiles] : [...designFiles].slice(-1);

/** What a person does with an export, for real: types, tests, `cdk synth` with bundling and CDK's own validation. */
describe.each(compiled)('%s', (_, file) => {
  test.each(['en', 'ja'] as const)(
    'compiles, passes its tests and synthesises (%s)',
    { timeout: 240_000 },
    async (language) => {
      if (language === 'ja' && !isFull) return;
      await inFolder(async (folder) => {
        const project = exportDesign(readDesign(file), language);
        writeProject(folder, project);
        linkModules(folder);
        await run(folder, process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit']);
        await run(folder, 'npm', ['test']);
        await run(
          folder,
          process.execPath,
          ['node_modules/aws-cdk/bin/cdk', 'synth', '-q', '--no-notices', '--no-version-reporting'],
          { CI: '1' },
        );
        for (const stack of project.plan?.stacks ?? []) {
          expect(existsSync(join(folder, 'cdk.out', `${stack.name}.template.json`)), stack.name).toBe(true);
        }
      });
    },
  );
});
