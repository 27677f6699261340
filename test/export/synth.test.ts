import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { projectFiles } from '../../src/codegen/project-files.js';
import { createSynthesiser } from '../../src/main/host/synth.js';
import { designFiles, exportDesign, inFolder, isFull, linkModules, readDesign, run, writeProject } from './project.js';
import { translateProblem } from './problem-text.js';
import { allowedActions, createTemplateCheck, withoutAssetHashes } from './templates.js';

const synthesiser = createSynthesiser();
const check = createTemplateCheck();
afterAll(() => {
  synthesiser.dispose();
  check.free();
});

const templatesOf = async (file: string): Promise<Readonly<Record<string, unknown>>> => {
  const result = await synthesiser.synthesise(exportDesign(readDesign(file)));
  if ('problems' in result) throw new Error(result.problems.map(translateProblem).join('\n'));
  return result.templates;
};

describe.each([...designFiles])('%s', (_, file) => {
  test('synthesises to templates that CloudFormation accepts', async () => {
    const templates = await templatesOf(file);
    const errors = Object.entries(templates).flatMap(([stack, template]) =>
      check.errorsOf(template).map((error) => `${stack}: ${error}`),
    );
    expect(errors).toEqual([]);
  });

  test('allows no action by a wildcard', async () => {
    expect(allowedActions(await templatesOf(file)).filter((action) => action.includes('*'))).toEqual([]);
  });
});

// Evaluating is what the app shows; printing is what people deploy.
const compared = isFull ? [...designFiles] : [...designFiles].slice(0, 3);
describe.each(compared)('%s', (_, file) => {
  test('evaluated and printed project give the same templates', { timeout: 120_000 }, async () => {
    const evaluated = await templatesOf(file);
    await inFolder(async (folder) => {
      writeProject(folder, exportDesign(readDesign(file)));
      linkModules(folder);
      const out = join(folder, 'cdk.out');
      const { context } = JSON.parse(projectFiles['cdk.json']) as { context: object };
      await run(folder, process.execPath, ['--import', 'tsx', 'bin/app.ts'], {
        CDK_OUTDIR: out,
        CDK_VALIDATION: 'false',
        CDK_CONTEXT_JSON: JSON.stringify({
          ...context,
          'aws:cdk:bundling-stacks': [],
          'aws:cdk:disable-analytics-reporting': true,
          'aws:cdk:version-reporting': false,
        }),
      });
      const printed = Object.fromEntries(
        readdirSync(out)
          .filter((name) => name.endsWith('.template.json'))
          .map((name) => [name.replace('.template.json', ''), JSON.parse(readFileSync(join(out, name), 'utf8'))]),
      );
      expect(withoutAssetHashes(printed)).toEqual(withoutAssetHashes(evaluated));
    });
  });
});
