import { fullDiff } from '@aws-cdk/cloudformation-diff';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import '../../src/catalog/further.js';
import { generateProject } from '../../src/codegen/targets/cdk-typescript.js';
import { importSystem } from '../../src/importers/import-system.js';
import { openedFiles } from '../../src/importers/opened-files.js';
import { readSystem } from '../../src/importers/read-system.js';
import type { SourceTemplate } from '../../src/importers/source.js';
import { createSynthesiser } from '../../src/main/host/synth.js';
import { entries, type Design, type Json } from '../../src/model/design.js';
import { isEqual } from '../../src/model/equal.js';
import { updateNode } from '../../src/model/graph.js';
import { resolveSystem } from '../../src/system/resolve.js';
import { corpus } from '../asl/corpus.js';
import { isError, translateProblem } from '../export/problem-text.js';
import { isFull } from '../export/project.js';

const folder = corpus === undefined ? undefined : join(corpus, 'cfn');
const all = (folder === undefined ? [] : readdirSync(folder)).filter((name) => name.startsWith('cfn-')).sort();
const files = isFull ? all : all.filter((_, index) => index % 16 === 0);
const synthesiser = createSynthesiser({ timeoutSeconds: 60 });
afterAll(() => {
  synthesiser.dispose();
});

interface Template {
  readonly Resources: Readonly<Record<string, unknown>>;
}

function imported(file: string): { readonly template: SourceTemplate; readonly design: Design } {
  const text = readFileSync(join(folder ?? '', file), 'utf8');
  const system = readSystem(openedFiles([{ path: file, text }]), [file]);
  const [template] = system.templates;
  if (template === undefined) throw new Error(`${file} is not read`);
  return { template, design: importSystem(system).design };
}

async function templateOf(design: Design): Promise<Template | string> {
  const project = generateProject(resolveSystem(design), { language: 'en' });
  const errors = project.problems.filter(isError);
  if (errors.length > 0) return errors.map(translateProblem).join('; ');
  const result = await synthesiser.synthesise(project);
  if ('problems' in result) return result.problems.map(translateProblem).join('; ');
  const found = Object.values(result.templates);
  return found.length === 1 ? (found[0] as Template) : `${String(found.length)} stacks`;
}

const asWritten = ({ resources }: SourceTemplate): Template => {
  const own = [...resources.values()].filter(({ implicit }) => implicit !== true);
  return {
    Resources: Object.fromEntries(
      own.map(({ logicalId, type, properties, attributes }) => [
        logicalId,
        { Type: type, Properties: properties, ...attributes },
      ]),
    ),
  };
};

const plain = (template: Template): Record<string, unknown> => {
  const { Resources } = JSON.parse(JSON.stringify(template)) as { Resources: unknown };
  return { Resources };
};

/** Properties that are otherwise, without what `fullDiff` says of those that only refer to a changed resource. */
function changedProperties(before: Template, after: Template): string[] {
  type Resource = { readonly Properties?: Readonly<Record<string, unknown>> };
  const { Resources: old } = plain(before) as { Resources: Readonly<Record<string, Resource>> };
  const { Resources: now } = plain(after) as { Resources: Readonly<Record<string, Resource>> };
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((id) => {
    const [left, right] = [old[id]?.Properties ?? {}, now[id]?.Properties ?? {}];
    const names = [...new Set([...Object.keys(left), ...Object.keys(right)])];
    return names.filter((name) => !isEqual(left[name], right[name])).map((name) => `${id}.${name}`);
  });
}

function differences(before: Template, after: Template): string[] {
  return Object.entries(fullDiff(plain(before), plain(after)).resources.changes).flatMap(([id, change]) => {
    const properties = Object.entries(change.propertyUpdates).filter(([, { isDifferent }]) => isDifferent);
    return properties.length > 0 ? properties.map(([name]) => `${id}.${name}`) : [id];
  });
}

describe.skipIf(folder === undefined)('published templates', () => {
  test('an imported template comes back as it was', { timeout: 900_000 }, async () => {
    const found: string[] = [];
    for (const file of files) {
      const { template, design } = imported(file);
      const now = await templateOf(design);
      const different = typeof now === 'string' ? [now] : differences(asWritten(template), now);
      if (different.length > 0) found.push(`${file}: ${different.join(', ')}`);
    }
    expect(found.slice(0, 60)).toEqual([]);
  });

  test('a changed field is the only difference', { timeout: 900_000 }, async () => {
    let tried = 0;
    const found: string[] = [];
    for (const file of files) {
      const { template, design } = imported(file);
      const [id] =
        entries(design.nodes).find(
          ([, { service, adopted, props }]) =>
            service === 'lambda-function' && adopted !== undefined && typeof props['timeout'] === 'number',
        ) ?? [];
      if (id === undefined) continue;
      const changed = updateNode(design, id, (node) => ({
        ...node,
        props: { ...node.props, timeout: Number(node.props['timeout']) + 1 } satisfies Record<string, Json>,
      }));
      const now = await templateOf(changed);
      const different = typeof now === 'string' ? [now] : changedProperties(asWritten(template), now);
      tried++;
      if (different.length !== 1 || !/\.Timeout$/.test(different[0] ?? ''))
        found.push(`${file}: ${different.join(', ')}`);
    }
    expect(tried).toBeGreaterThan(3);
    expect(found.slice(0, 60)).toEqual([]);
  });
});
