import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../../../test/helpers/temp-folder.js';
import { createHandles } from './handles.js';

/** A folder that was opened, with a secret beside it. */
function scene() {
  const base = tempFolder();
  const opened = join(base, 'opened');
  mkdirSync(opened);
  writeFileSync(join(base, 'secret.yaml'), 'secret');
  writeFileSync(join(opened, 'design.yaml'), 'design');
  return { base, opened, secret: join(base, 'secret.yaml'), handles: createHandles() };
}

test('handles say nothing about the path, and the same file has the same one', async () => {
  const { opened, handles } = scene();
  await handles.grantFolder(opened);
  const handle = await handles.handleOf(join(opened, 'design.yaml'));
  expect(handle).not.toContain('design');
  expect(await handles.handleOf(join(opened, '..', 'opened', 'design.yaml'))).toBe(handle);
  expect(await handles.pathOf(handle)).toBe(join(opened, 'design.yaml'));
});

test('what lies outside is refused: beside, above, through a link to a file or a folder, through a link to nothing', async () => {
  const { base, opened, secret, handles } = scene();
  await handles.grantFolder(opened);
  symlinkSync(secret, join(opened, 'link.yaml'));
  symlinkSync(base, join(opened, 'linked'));
  symlinkSync(join(base, 'new.yaml'), join(opened, 'dangling.yaml'));
  for (const path of [
    secret,
    base,
    `${opened}-2/a.yaml`,
    join(opened, 'link.yaml'),
    join(opened, 'linked', 'secret.yaml'),
    join(opened, 'linked', 'new.yaml'),
    join(opened, 'dangling.yaml'),
  ])
    await expect(handles.handleOf(path), path).rejects.toThrow(/outside-folders|link-not-allowed|ENOENT/);
});

test('a file that becomes a link after its handle was made no longer opens', async () => {
  const { opened, secret, handles } = scene();
  await handles.grantFolder(opened);
  const handle = await handles.handleOf(join(opened, 'design.yaml'));
  rmSync(join(opened, 'design.yaml'));
  symlinkSync(secret, join(opened, 'design.yaml'));
  await expect(handles.pathOf(handle)).rejects.toThrow('outside-folders');
});

test('a folder on the way that becomes a link no longer opens', async () => {
  const { base, opened, handles } = scene();
  mkdirSync(join(opened, 'sub'));
  writeFileSync(join(opened, 'sub', 'secret.yaml'), '');
  await handles.grantFolder(opened);
  const handle = await handles.handleOf(join(opened, 'sub', 'secret.yaml'));
  renameSync(join(opened, 'sub'), join(opened, 'old'));
  symlinkSync(base, join(opened, 'sub'));
  await expect(handles.pathOf(handle)).rejects.toThrow('outside-folders');
});

test('a chosen file does not open its neighbours, and an invented handle opens nothing', async () => {
  const { opened, secret, handles } = scene();
  await handles.grantFile(secret);
  await expect(handles.handleOf(join(opened, 'design.yaml'))).rejects.toThrow('outside-folders');
  for (const handle of [secret, '__proto__', 'constructor', ''])
    await expect(handles.pathOf(handle)).rejects.toThrow('unknown-handle');
});
