import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../../../test/helpers/temp-folder.js';
import { writePlan } from './export-repair.js';
import { writeProject, type ProjectToWrite } from './export-writer.js';
import { hashOf, manifestOf } from './manifest.js';

const project = (files: Readonly<Record<string, string>>, more: Partial<ProjectToWrite> = {}): ProjectToWrite => ({
  files,
  writtenOnce: ['handlers/put/index.ts'],
  force: false,
  ...more,
});

const first = project({
  'bin/app.ts': 'app 1\n',
  'lib/orders-stack.ts': 'stack 1\n',
  'lib/support/load.ts': 'load\n',
  'handlers/put/index.ts': 'stub\n',
});
const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');
const listing = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

async function exported(): Promise<string> {
  const folder = tempFolder();
  expect((await writeProject(folder, first)).status).toBe('exported');
  return folder;
}

test('the next export rewrites what is generated, keeps what is the person’s, and removes what the design has no more', async () => {
  const folder = await exported();
  writeFileSync(join(folder, 'handlers/put/index.ts'), 'my code\n');
  writeFileSync(join(folder, 'notes.md'), 'mine\n');
  const result = await writeProject(
    folder,
    project({ 'bin/app.ts': 'app 2\n', 'lib/orders-stack.ts': 'stack 1\n', 'handlers/put/index.ts': 'stub 2\n' }),
  );
  expect(result).toMatchObject({
    status: 'exported',
    written: ['bin/app.ts', 'servicefull.json'],
    kept: ['lib/orders-stack.ts', 'handlers/put/index.ts'],
    removed: ['lib/support/load.ts'],
  });
  expect(read(folder, 'bin/app.ts')).toBe('app 2\n');
  expect(read(folder, 'handlers/put/index.ts')).toBe('my code\n');
  expect(listing(folder)).toEqual([
    'bin/app.ts',
    'handlers/put/index.ts',
    'lib/orders-stack.ts',
    'notes.md',
    'servicefull.json',
  ]);
  expect(existsSync(join(folder, 'lib/support'))).toBe(false);
});

test('a generated file that a person changed stops the export before anything is written', async () => {
  const folder = await exported();
  writeFileSync(join(folder, 'lib/orders-stack.ts'), 'mine\n');
  const next = project({ 'bin/app.ts': 'app 2\n', 'lib/orders-stack.ts': 'stack 2\n' });
  expect(await writeProject(folder, next)).toEqual({
    status: 'changed-by-hand',
    files: [{ path: 'lib/orders-stack.ts', current: 'mine\n', next: 'stack 2\n' }],
  });
  expect(read(folder, 'bin/app.ts')).toBe('app 1\n');
  expect((await writeProject(folder, { ...next, force: true })).status).toBe('exported');
  expect(read(folder, 'lib/orders-stack.ts')).toBe('stack 2\n');
});

test('a file that a person changed is not removed when the design has it no more', async () => {
  const folder = await exported();
  writeFileSync(join(folder, 'lib/support/load.ts'), 'mine\n');
  const result = await writeProject(folder, project({ 'bin/app.ts': 'app 1\n', 'lib/orders-stack.ts': 'stack 1\n' }));
  expect(result).toMatchObject({ status: 'exported', removed: [] });
  expect(result.status === 'exported' ? result.kept : []).toContain('lib/support/load.ts');
  expect(read(folder, 'lib/support/load.ts')).toBe('mine\n');
});

test('line ends of Windows are no change by hand', async () => {
  const folder = await exported();
  writeFileSync(join(folder, 'bin/app.ts'), 'app 1\r\n');
  expect(await writeProject(folder, project({ ...first.files, 'bin/app.ts': 'app 2\n' }))).toMatchObject({
    status: 'exported',
    written: ['bin/app.ts', 'servicefull.json'],
  });
});

test('a folder with files and no manifest is refused without force; an empty repository is not', async () => {
  const folder = tempFolder();
  mkdirSync(join(folder, '.git'));
  expect((await writeProject(folder, first)).status).toBe('exported');
  const other = tempFolder();
  writeFileSync(join(other, 'README.md'), 'mine\n');
  expect((await writeProject(other, first)).status).toBe('folder-not-empty');
  expect(listing(other)).toEqual(['README.md']);
});

test('no path leads out of the folder, whatever names it', async () => {
  const folder = tempFolder();
  const target = join(folder, 'project');
  for (const path of [
    '../out.ts',
    'a/../../out.ts',
    '/out.ts',
    'C:/out.ts',
    '..\\out.ts',
    'a//b.ts',
    './a.ts',
    'a/.. /b.ts',
    '.git/hooks/post-checkout',
    'a\u0000.ts',
    '',
  ])
    expect((await writeProject(target, project({ [path]: 'x' }, { force: true }))).status, path).toBe('not-writable');
  expect(listing(folder)).toEqual([]);
});

test('a link in the folder leads nowhere: neither write nor removal follows it', async () => {
  const folder = await exported();
  const outside = tempFolder();
  writeFileSync(join(outside, 'load.ts'), 'load\n');
  rmSync(join(folder, 'lib/support'), { recursive: true });
  symlinkSync(outside, join(folder, 'lib/support'));
  const next = project({ 'bin/app.ts': 'app 2\n', 'lib/support/new.ts': 'x' }, { force: true });
  expect((await writeProject(folder, next)).status).toBe('not-writable');
  expect(listing(outside)).toEqual(['load.ts']);
  expect(read(folder, 'bin/app.ts')).toBe('app 1\n');
});

test('a manifest that names files elsewhere removes nothing', async () => {
  const base = tempFolder();
  const folder = join(base, 'project');
  mkdirSync(folder);
  writeFileSync(join(base, 'victim'), '');
  const hashOfNothing = 'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  const generated = { '../victim': hashOfNothing, [join(base, 'victim')]: hashOfNothing };
  writeFileSync(join(folder, 'servicefull.json'), JSON.stringify({ generated }));
  expect((await writeProject(folder, first)).status).toBe('exported');
  expect(existsSync(join(base, 'victim'))).toBe(true);
});

test('what fails half way is put back', async () => {
  const folder = await exported();
  // A file of the person's stands where the export needs a folder: found out when the first files are in place.
  writeFileSync(join(folder, 'lib', 'mine'), '');
  const next = project({ 'bin/app.ts': 'app 2\n', 'lib/a/b.ts': 'x\n', 'lib/mine/b.ts': 'x\n' });
  expect((await writeProject(folder, next)).status).toBe('not-writable');
  expect(read(folder, 'bin/app.ts')).toBe('app 1\n');
  expect(listing(folder)).toEqual([
    'bin/app.ts',
    'handlers/put/index.ts',
    'lib/mine',
    'lib/orders-stack.ts',
    'lib/support/load.ts',
    'servicefull.json',
  ]);
  expect(readdirSync(join(folder, 'lib')).sort()).toEqual(['mine', 'orders-stack.ts', 'support']);
});

test('every file of the project is told as written or as kept', async () => {
  const folder = tempFolder();
  const count = Object.keys(first.files).length + 1;
  const told = async () => {
    const result = await writeProject(folder, first);
    return result.status === 'exported' ? [result.written.length, result.kept.length] : [];
  };
  expect(await told()).toEqual([count, 0]);
  expect(await told()).toEqual([0, count]);
});

const second = project({
  'bin/app.ts': 'app 2\n',
  'lib/orders-stack.ts': 'stack 2\n',
  'lib/new/stack.ts': 'new\n',
  'handlers/put/index.ts': 'stub\n',
});

/** A folder as a killed export leaves it: everything staged and planned, some files set aside, some of them in place. */
async function cutShort(done: readonly string[]): Promise<string> {
  const folder = await exported();
  // The number of a process that has ended.
  const staging = join(folder, `.servicefull-${String(spawnSync(process.execPath, ['-e', '']).pid)}-abcdef`);
  mkdirSync(staging);
  const hash = (path: string) => (existsSync(join(folder, path)) ? hashOf(read(folder, path)) : null);
  const write = ['bin/app.ts', 'lib/orders-stack.ts', 'lib/new/stack.ts'];
  await writePlan(staging, {
    manifest: manifestOf(second.files, new Set(second.writtenOnce)),
    manifestBefore: hash('servicefull.json'),
    write: Object.fromEntries(write.map((path) => [path, hash(path)])),
    remove: { 'lib/support/load.ts': hash('lib/support/load.ts') ?? '' },
  });
  const put = (root: string, path: string, text: string): void => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const path of write) {
    put(join(staging, 'next'), path, second.files[path] ?? '');
    if (!done.includes(path)) continue;
    if (existsSync(join(folder, path))) put(join(staging, 'previous'), path, read(folder, path));
    rmSync(join(folder, path), { force: true });
  }
  return folder;
}

test.each([[[]], [['bin/app.ts']], [['bin/app.ts', 'lib/orders-stack.ts', 'lib/new/stack.ts']]])(
  'an export that was killed with %j set aside is completed by the next one, which says so',
  async (done) => {
    const folder = await cutShort(done);
    const result = await writeProject(folder, second);
    expect(result).toMatchObject({ status: 'exported', repaired: true, written: [], removed: [] });
    expect(listing(folder)).toEqual([
      'bin/app.ts',
      'handlers/put/index.ts',
      'lib/new/stack.ts',
      'lib/orders-stack.ts',
      'servicefull.json',
    ]);
    expect(read(folder, 'bin/app.ts')).toBe('app 2\n');
    expect(readdirSync(folder).some((name) => name.startsWith('.servicefull'))).toBe(false);
  },
);

test('what a person wrote after an export was killed is not overwritten', async () => {
  const folder = await cutShort(['bin/app.ts']);
  writeFileSync(join(folder, 'bin/app.ts'), 'mine\n');
  expect(await writeProject(folder, second)).toMatchObject({
    status: 'changed-by-hand',
    files: [{ current: 'mine\n' }],
  });
  expect(read(folder, 'bin/app.ts')).toBe('mine\n');
});

test('staging that never got a plan is cleared away; that of a running export stops another one', async () => {
  const folder = await exported();
  const staging = join(folder, `.servicefull-${String(spawnSync(process.execPath, ['-e', '']).pid)}-abcdef`);
  mkdirSync(join(staging, 'next'), { recursive: true });
  expect((await writeProject(folder, first)).status).toBe('exported');
  expect(existsSync(staging)).toBe(false);
  mkdirSync(join(folder, `.servicefull-${String(process.ppid)}-abcdef`));
  expect((await writeProject(folder, first)).status).toBe('not-writable');
});
