import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/run.js';
import { mergeText } from '../../src/codegen/difference/merge-text.js';
import type { Project } from '../../src/codegen/index.js';
import { isBaseline } from '../../src/main/host/baseline.js';
import { reviewProject } from '../../src/main/host/export-review.js';
import { writeProject } from '../../src/main/host/export-writer.js';
import { entries, type Design } from '../../src/model/design.js';
import { removeNodes, updateNode } from '../../src/model/graph.js';
import { serialiseDesign } from '../../src/model/serialise.js';
import { nodeFields } from '../../src/system/node-fields.js';
import { tempFolder } from '../helpers/temp-folder.js';
import { designFiles, exportDesign, isFull, readDesign } from './project.js';

/**
 * Export, add code, change generated files, edit the drawing, export again: nothing of the person's is lost. With the
 * real exports of every template, so that every kind of file that an export has is among them.
 */

const templates = [...designFiles].filter(([name]) => name.startsWith('templates/'));
const manifestPath = 'servicefull.json';

/** What the person wrote. Whatever the kind of file, nobody parses it here. */
const mine = '\n# written by a person\n';

const requestOf = ({ files, writtenOnce }: Project, design: Design) => ({
  files: Object.fromEntries(files),
  writtenOnce: [...writtenOnce],
  force: false,
  design: serialiseDesign(design),
});

/** Every label is another one, and a node that can go without making an error is gone. */
function edited(design: Design): Design {
  const renamed = entries(design.nodes).reduce(
    (all, [id]) => updateNode(all, id, (node) => ({ ...node, label: `${node.label} 2`, idFixed: true })),
    design,
  );
  // One with a file of its own, if there is any.
  const last = entries(renamed.nodes).reverse();
  for (const [id] of [...last.filter(([, { definition }]) => definition !== undefined), ...last]) {
    const without = removeNodes(renamed, new Set([id]), nodeFields);
    try {
      exportDesign(without);
      return without;
    } catch {
      continue;
    }
  }
  return renamed;
}

/** `lib/*.ts`: what a file is for, whatever it is named. */
const kindOf = (path: string): string => {
  const [folder = ''] = path.split('/');
  const extension = path.slice(path.lastIndexOf('/') + 1).replace(/^[^.]+(?=\.)/, '');
  return path.includes('/') ? `${folder}/*${extension}` : path;
};

const textOf = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !isBaseline(path) && path !== manifestPath);

/** Designs that together have files of every kind, and with `npm run test:full` all of them. */
function telling(): ReadonlySet<string> {
  const kinds = new Set<string>();
  return new Set(
    templates.flatMap(([name, file]) => {
      const own = [...exportDesign(readDesign(file)).files.keys()].map(kindOf).filter((kind) => !kinds.has(kind));
      for (const kind of own) kinds.add(kind);
      return own.length > 0 || isFull ? [name] : [];
    }),
  );
}
const detailed = telling();

const seen = new Set<string>();

describe.each(templates)('%s', (name, file) => {
  const design = readDesign(file);
  const before = exportDesign(design);
  const later = edited(design);
  const after = exportDesign(later);

  test('what a person wrote into files of every kind is there after the next export', async () => {
    const folder = tempFolder();
    await writeProject(folder, requestOf(before, design));
    const own = new Map<string, string>();
    for (const path of filesIn(folder)) {
      seen.add(kindOf(path));
      appendFileSync(join(folder, path), mine);
      // Files of their own beside each of ours.
      writeFileSync(join(folder, dirname(path), 'own.txt'), mine);
    }
    for (const path of filesIn(folder)) own.set(path, textOf(folder, path));

    const result = await writeProject(folder, requestOf(after, later));
    for (const [path, text] of own) expect(textOf(folder, path), path).toBe(text);
    const generated = [...before.files.keys()].filter((path) => !before.writtenOnce.has(path) && path !== manifestPath);
    expect(result).toMatchObject({
      status: 'exported',
      removed: [],
      changedByHand: generated.filter((path) => after.files.has(path)),
      orphaned: expect.arrayContaining(generated.filter((path) => !after.files.has(path))) as unknown,
    });
  });

  test.runIf(detailed.has(name))('one changed file of a kind is kept, the others follow the drawing', async () => {
    const folder = tempFolder();
    await writeProject(folder, requestOf(before, design));
    const generated = [...after.files.keys()].filter((path) => !after.writtenOnce.has(path) && path !== manifestPath);
    const chosen = new Map(
      generated.filter((path) => before.files.has(path)).map((path) => [kindOf(path), path] as const),
    );
    for (const path of chosen.values()) appendFileSync(join(folder, path), mine);

    const review = await reviewProject(folder, requestOf(after, later));
    const result = await writeProject(folder, requestOf(after, later));
    expect(result).toMatchObject({ status: 'exported', removed: [] });
    const kept = new Set(chosen.values());
    for (const path of generated)
      expect(textOf(folder, path), path).toBe(
        kept.has(path) ? `${before.files.get(path) ?? ''}${mine}` : after.files.get(path),
      );
    // Nothing of the earlier export went away.
    for (const path of before.files.keys()) expect(existsSync(join(folder, path)), path).toBe(true);

    // Merging keeps what the person wrote and takes what the drawing says, where they touch different lines.
    const byHand = review.status === 'reviewed' ? review.files.filter(({ state }) => state === 'changed-by-hand') : [];
    expect(byHand.map(({ path }) => path).sort()).toEqual([...kept].sort());
    for (const { path, current = '', last = '' } of byHand) {
      const merged = mergeText(last, current, after.files.get(path) ?? '');
      expect(merged.text, path).toContain(mine);
      if (merged.conflicts === 0) expect(merged.text, path).toBe(`${after.files.get(path) ?? ''}${mine}`);
    }
  });
});

test('files of every kind that exports have were changed', () => {
  const kinds = new Set(templates.flatMap(([, file]) => [...exportDesign(readDesign(file)).files.keys()].map(kindOf)));
  kinds.delete(manifestPath);
  expect([...seen].sort()).toEqual([...kinds].sort());
  for (const kind of [
    'bin/*.ts',
    'lib/*.ts',
    'handlers/*.ts',
    'test/*.test.ts',
    'state-machines/*.asl.json',
    'README.md',
  ])
    expect(seen).toContain(kind);
});

/** The command line, as a person or a pipeline runs it. */
describe('servicefull export', () => {
  const run = async (cwd: string, ...args: readonly string[]) => {
    let [out, err] = ['', ''];
    const code = await runCli(args, {
      out: (text) => (out += text),
      err: (text) => (err += text),
      cwd,
      language: 'en',
      untilStopped: () => Promise.resolve(),
    });
    return { code, out, err };
  };
  const [, file = ''] = templates.find(([name]) => name.includes('serverless-video')) ?? [];

  function started(): string {
    const cwd = tempFolder();
    mkdirSync(cwd, { recursive: true });
    writeFileSync(join(cwd, 'design.yaml'), readFileSync(file, 'utf8'));
    return cwd;
  }

  test(
    'keeps what a person changed and exits with 1 and the list, until it is merged',
    { timeout: 60_000 },
    async () => {
      const cwd = started();
      expect(await run(cwd, 'export', 'design.yaml', '-o', 'project')).toMatchObject({ code: 0, err: '' });
      const project = join(cwd, 'project');
      const stack = filesIn(project).find((path) => /^lib\/[^/]*-stack\.ts$/.test(path)) ?? '';
      appendFileSync(join(project, stack), mine);
      const handler = filesIn(project).find((path) => path.startsWith('handlers/')) ?? '';
      appendFileSync(join(project, handler), mine);
      const design = readDesign(file);
      writeFileSync(join(cwd, 'design.yaml'), serialiseDesign(edited(design)));

      const again = await run(cwd, 'export', 'design.yaml', '-o', 'project');
      expect(again.code).toBe(1);
      expect(again.err).toContain(`\n  ${stack}\n`);
      expect(again.err).not.toContain(handler);
      expect(textOf(project, stack)).toContain(mine);
      expect(textOf(project, handler)).toContain(mine);
      const orphan = /\n {2}(\S+\.asl\.json)\n/.exec(again.out)?.[1] ?? '';
      expect(existsSync(join(project, orphan)) && orphan !== '').toBe(true);

      const merged = await run(cwd, 'export', 'design.yaml', '-o', 'project', '--merge', '--prune');
      expect(merged).toMatchObject({ code: 0 });
      expect(merged.out).toContain(stack);
      expect(textOf(project, stack)).toContain(mine);
      expect(textOf(project, handler)).toContain(mine);
      expect(existsSync(join(project, orphan))).toBe(false);

      // Once more: the person's lines are in a generated file, and it says so.
      expect((await run(cwd, 'export', 'design.yaml', '-o', 'project')).code).toBe(1);
      expect(await run(cwd, 'export', 'design.yaml', '-o', 'project', '--force')).toMatchObject({ code: 0 });
      expect(textOf(project, stack)).not.toContain(mine);
      expect(textOf(project, handler)).toContain(mine);
    },
  );
});
