import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FileDecision } from '../../host/host.js';
import { maxFileBytes } from '../../model/parse.js';
import { tempFolder } from '../../../test/helpers/temp-folder.js';
import { isBaseline, lastTextPath } from './baseline.js';
import { writePlan } from './export-repair.js';
import { reviewProject } from './export-review.js';
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
const everything = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
const listing = (folder: string): readonly string[] => everything(folder).filter((path) => !isBaseline(path));

async function exported(): Promise<string> {
  const folder = tempFolder();
  expect((await writeProject(folder, first)).status).toBe('exported');
  return folder;
}

test('the next export rewrites what is generated, and keeps what is the person’s or in no design any more', async () => {
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
    removed: [],
    changedByHand: [],
    orphaned: ['lib/support/load.ts'],
  });
  expect(read(folder, 'bin/app.ts')).toBe('app 2\n');
  expect(read(folder, 'handlers/put/index.ts')).toBe('my code\n');
  expect(listing(folder)).toEqual([
    'bin/app.ts',
    'handlers/put/index.ts',
    'lib/orders-stack.ts',
    'lib/support/load.ts',
    'notes.md',
    'servicefull.json',
  ]);
});

const withoutLoad = project({ 'bin/app.ts': 'app 1\n', 'lib/orders-stack.ts': 'stack 1\n' });

test('what is in no design any more is listed until somebody decides, and known again when it comes back', async () => {
  const folder = await exported();
  for (let times = 0; times < 2; times++)
    expect(await writeProject(folder, withoutLoad)).toMatchObject({
      orphaned: ['lib/support/load.ts', 'handlers/put/index.ts'],
    });
  expect(await writeProject(folder, project({ ...first.files, 'lib/support/load.ts': 'load 2\n' }))).toMatchObject({
    written: ['lib/support/load.ts', 'servicefull.json'],
    orphaned: [],
  });
});

test('an orphaned file is removed when a person says so, unless somebody changed it since it was seen', async () => {
  const folder = await exported();
  const decided = { path: 'lib/support/load.ts', take: 'removed', revision: hashOf('load\n') } as const;
  writeFileSync(join(folder, 'lib/support/load.ts'), 'mine\n');
  const next = { ...withoutLoad, decisions: [decided, { ...decided, revision: hashOf('mine\n') }] };
  expect(await writeProject(folder, next)).toMatchObject({ removed: [] });
  expect(read(folder, 'lib/support/load.ts')).toBe('mine\n');
  writeFileSync(join(folder, 'lib/support/load.ts'), 'load\n');
  expect(await writeProject(folder, { ...next, decisions: [decided] })).toMatchObject({
    removed: ['lib/support/load.ts'],
  });
  expect(existsSync(join(folder, 'lib/support'))).toBe(false);
  expect(everything(folder).filter((path) => path.includes('load'))).toEqual([]);
});

const next = project({ 'bin/app.ts': 'app 2\n', 'lib/orders-stack.ts': 'stack 2\n' });

test('a generated file that a person changed is kept, while the others are written, until somebody decides', async () => {
  const folder = await exported();
  writeFileSync(join(folder, 'lib/orders-stack.ts'), 'mine\n');
  for (let times = 0; times < 2; times++) {
    const result = await writeProject(folder, next);
    expect(result).toMatchObject({ status: 'exported', changedByHand: ['lib/orders-stack.ts'] });
    expect(read(folder, 'bin/app.ts')).toBe('app 2\n');
    expect(read(folder, 'lib/orders-stack.ts')).toBe('mine\n');
  }
  // What was generated last is still what the person began with.
  expect(await reviewProject(folder, next)).toMatchObject({
    files: expect.arrayContaining([
      {
        path: 'lib/orders-stack.ts',
        state: 'changed-by-hand',
        current: 'mine\n',
        last: 'stack 1\n',
        revision: hashOf('mine\n'),
      },
    ]) as unknown,
  });
});

test('a decision about a changed file holds for what was seen, not for what somebody wrote since', async () => {
  const folder = await exported();
  writeFileSync(join(folder, 'lib/orders-stack.ts'), 'mine\n');
  const path = 'lib/orders-stack.ts';
  const decide = (text: string, take: FileDecision): ProjectToWrite => ({
    ...next,
    decisions: [{ ...take, revision: hashOf(text) }],
  });
  const generated: FileDecision = { path, take: 'generated', revision: '' };
  expect(await writeProject(folder, decide('seen before\n', generated))).toMatchObject({ changedByHand: [path] });
  expect(read(folder, path)).toBe('mine\n');
  const merged: FileDecision = { path, take: 'merged', text: 'both\n', revision: '' };
  expect(await writeProject(folder, decide('mine\n', merged))).toMatchObject({ changedByHand: [] });
  expect(read(folder, path)).toBe('both\n');
  // What was merged holds what was generated: it is what the next merge begins with.
  expect(read(folder, lastTextPath(path) ?? '')).toBe('stack 2\n');
  expect(await writeProject(folder, decide('both\n', generated))).toMatchObject({ written: [path] });
  expect(read(folder, path)).toBe('stack 2\n');
});

test('force takes what is generated', async () => {
  const folder = await exported();
  writeFileSync(join(folder, 'lib/orders-stack.ts'), 'mine\n');
  expect(await writeProject(folder, { ...next, force: true })).toMatchObject({ changedByHand: [] });
  expect(read(folder, 'lib/orders-stack.ts')).toBe('stack 2\n');
});

test('a file of the person’s where a new generated one belongs is kept', async () => {
  const folder = await exported();
  writeFileSync(join(folder, 'lib/new.ts'), 'mine\n');
  const more = project({ ...first.files, 'lib/new.ts': 'generated\n' });
  for (let times = 0; times < 2; times++)
    expect(await writeProject(folder, more)).toMatchObject({ changedByHand: ['lib/new.ts'] });
  expect(read(folder, 'lib/new.ts')).toBe('mine\n');
});

test('a review says what an export would do, and writes nothing', async () => {
  const folder = await exported();
  writeFileSync(join(folder, 'handlers/put/index.ts'), 'my code\n');
  const before = everything(folder).map((path) => [path, read(folder, path)]);
  const later = project({
    'bin/app.ts': 'app 2\n',
    'lib/orders-stack.ts': 'stack 1\n',
    'a.ts': '',
    'handlers/put/index.ts': 'stub\n',
  });
  const review = await reviewProject(folder, later);
  expect(review.status === 'reviewed' ? review.files.map(({ path, state }) => [path, state]) : review).toEqual([
    ['bin/app.ts', 'changed'],
    ['lib/orders-stack.ts', 'unchanged'],
    ['a.ts', 'added'],
    ['handlers/put/index.ts', 'own'],
    ['lib/support/load.ts', 'orphaned'],
  ]);
  expect(everything(folder).map((path) => [path, read(folder, path)])).toEqual(before);
});

test('the design that was exported last is known to the next review', async () => {
  const folder = tempFolder();
  const design = 'format: servicefull-design\n';
  await writeProject(folder, { ...first, design });
  expect(await reviewProject(folder, first)).toMatchObject({ exportedBefore: true, lastDesign: design });
  const other = tempFolder();
  expect(await reviewProject(other, first)).toMatchObject({ exportedBefore: false });
});

test('a copy of what was generated that is not what the manifest knows is not believed', async () => {
  const folder = await exported();
  writeFileSync(join(folder, 'lib/orders-stack.ts'), 'mine\n');
  writeFileSync(join(folder, lastTextPath('lib/orders-stack.ts') ?? ''), 'somebody else\n');
  const review = await reviewProject(folder, next);
  const found =
    review.status === 'reviewed' ? review.files.find(({ state }) => state === 'changed-by-hand') : undefined;
  expect(found).toMatchObject({ current: 'mine\n' });
  expect(found).not.toHaveProperty('last');
});

test('a link among the copies leads nowhere, and nothing is written', async () => {
  const folder = await exported();
  const outside = tempFolder();
  rmSync(join(folder, '.servicefull'), { recursive: true });
  symlinkSync(outside, join(folder, '.servicefull'));
  expect(await writeProject(folder, next)).toMatchObject({
    status: 'not-writable',
    detail: expect.stringContaining('link-not-allowed') as unknown,
  });
  expect(listing(outside)).toEqual([]);
  expect(read(folder, 'bin/app.ts')).toBe('app 1\n');
});

test('files that are too large or no text are kept, whatever the manifest says', async () => {
  const folder = await exported();
  writeFileSync(join(folder, 'bin/app.ts'), Buffer.alloc(maxFileBytes + 1, 'a'));
  writeFileSync(join(folder, 'lib/orders-stack.ts'), Buffer.from([0xff, 0xfe, 0x00]));
  const review = await reviewProject(folder, next);
  expect(review.status === 'reviewed' ? review.files.map(({ state, current }) => [state, current]) : []).toContainEqual(
    ['changed-by-hand', undefined],
  );
  expect(await writeProject(folder, next)).toMatchObject({ changedByHand: ['bin/app.ts', 'lib/orders-stack.ts'] });
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
    expect(result).toMatchObject({ status: 'exported', repaired: true, written: [], changedByHand: [] });
    expect(listing(folder)).toEqual([
      'bin/app.ts',
      'handlers/put/index.ts',
      'lib/new/stack.ts',
      'lib/orders-stack.ts',
      'servicefull.json',
    ]);
    expect(read(folder, 'bin/app.ts')).toBe('app 2\n');
    expect(readdirSync(folder).some((name) => name.startsWith('.servicefull-'))).toBe(false);
  },
);

test('what a person wrote after an export was killed is not overwritten', async () => {
  const folder = await cutShort(['bin/app.ts']);
  writeFileSync(join(folder, 'bin/app.ts'), 'mine\n');
  expect(await writeProject(folder, second)).toMatchObject({ status: 'exported', changedByHand: ['bin/app.ts'] });
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
