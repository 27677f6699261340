import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Project } from '../../src/codegen/index.js';
import { walkStatements } from '../../src/ts-ast/walk.js';
import {
  designFiles,
  exportDesign,
  inFolder,
  isFull,
  linkModules,
  readDesign,
  root,
  run,
  writeProject,
} from './project.js';

const templates = [...designFiles].filter(([name]) => name.startsWith('templates/'));
const projectOf = (file: string): Project => exportDesign(readDesign(file));

const code = ({ files }: Project): [string, string][] => [...files].filter(([path]) => path.endsWith('.ts'));

/** Classes of CloudFormation that stand for a resource which CDK has no construct for, or none that can do what is drawn. */
const withoutL2 = new Set(['CfnPipe', 'CfnResource', 'CfnElement', 'CfnJob', 'CfnChannel', 'CfnStreamKey']);

describe.each(templates)('%s', (_, file) => {
  test('has no file of more than 300 lines, no `any` and no ARN put together from text', () => {
    const project = projectOf(file);
    const long = code(project).filter(([, text]) => text.split('\n').length > 301);
    expect(long.map(([path]) => path)).toEqual([]);
    // Findings name the managed policies of AWS as cdk-nag does.
    const own = code(project).filter(([path]) => !path.endsWith('-findings.ts'));
    expect(own.filter(([, text]) => /\bany\b(?=[;,)>\]])|as any\b/.test(text)).map(([path]) => path)).toEqual([]);
    expect(own.filter(([, text]) => /['"`]arn:/.test(text)).map(([path]) => path)).toEqual([]);
  });

  test('uses classes of CloudFormation only where CDK has no construct', () => {
    const { plan } = projectOf(file);
    const used = new Set<string>();
    for (const { statements } of plan?.stacks ?? [])
      for (const expr of walkStatements(statements))
        if (expr.type === 'new' && expr.class.name.startsWith('Cfn')) used.add(expr.class.name);
    expect([...used].filter((name) => !withoutL2.has(name))).toEqual([]);
  });
});

const config = (folder: string): string => `
import tseslint from ${JSON.stringify(pathToFileURL(join(root, 'node_modules/typescript-eslint/dist/index.js')).href)};
export default tseslint.config(tseslint.configs.recommendedTypeChecked, {
  languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: ${JSON.stringify(folder)} } },
});
`;

// A process for each: the types of aws-cdk-lib fill the memory of one.
const linted = isFull ? templates : templates.slice(0, 1);
test.each(linted)('eslint finds nothing in the export of %s', { timeout: 240_000 }, async (_, file) => {
  await inFolder(async (folder) => {
    writeProject(folder, projectOf(file));
    linkModules(folder);
    writeFileSync(join(folder, 'eslint.config.mjs'), config(folder));
    const eslint = join(root, 'node_modules/eslint/bin/eslint.js');
    await run(folder, process.execPath, [
      eslint,
      '--max-warnings',
      '0',
      '--no-error-on-unmatched-pattern',
      'bin',
      'lib',
      'handlers',
      'test',
    ]);
  });
});
