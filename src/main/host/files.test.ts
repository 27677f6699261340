import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../../../test/helpers/temp-folder.js';
import { maxFileBytes } from '../../model/parse.js';
import { readFileFor, revisionAt, saveText } from './files.js';

async function opened(path: string) {
  const result = await readFileFor(path, 'handle');
  if (result.status !== 'read') throw new Error(result.status);
  return result.file;
}

test('a save replaces the file, keeps its mode and leaves nothing else behind', async () => {
  const path = join(tempFolder(), 'design.yaml');
  writeFileSync(path, 'a: 1\n');
  chmodSync(path, 0o640);
  const { revision } = await opened(path);
  const result = await saveText(path, 'a: 2\n', revision);
  expect(result).toEqual({ status: 'saved', revision: await revisionAt(path) });
  expect(readFileSync(path, 'utf8')).toBe('a: 2\n');
  expect(statSync(path).mode & 0o777).toBe(0o640);
  expect(readdirSync(join(path, '..'))).toEqual(['design.yaml']);
});

test('a save clears away what a killed one left, and nothing that is being written', async () => {
  const path = join(tempFolder(), 'design.yaml');
  const [old, young, other] = ['.design.yaml.0123456789ab.tmp', '.design.yaml.ba9876543210.tmp', '.design.yaml.tmp'];
  for (const name of [old, young, other]) writeFileSync(join(path, '..', name), '');
  for (const name of [old, other]) utimesSync(join(path, '..', name), 0, 0);
  await saveText(path, 'a: 1\n', null);
  expect(readdirSync(join(path, '..')).sort()).toEqual([young, other, 'design.yaml'].sort());
});

test('a file that somebody else changed is not overwritten, unless the person says so', async () => {
  const path = join(tempFolder(), 'design.yaml');
  writeFileSync(path, 'mine\n');
  const { revision } = await opened(path);
  writeFileSync(path, 'theirs\n');
  expect(await saveText(path, 'mine again\n', revision)).toEqual({
    status: 'changed-on-disk',
    text: 'theirs\n',
    revision: await revisionAt(path),
  });
  expect(readFileSync(path, 'utf8')).toBe('theirs\n');
  expect((await saveText(path, 'mine again\n', null)).status).toBe('saved');
});

test('a file that was deleted meanwhile is written anew', async () => {
  const path = join(tempFolder(), 'design.yaml');
  expect((await saveText(path, 'a: 1\n', 'revision of the deleted file')).status).toBe('saved');
});

test('a file over 20 MB, bytes that are no text, a folder and a missing file are told apart', async () => {
  const folder = tempFolder();
  const big = join(folder, 'big.yaml');
  writeFileSync(big, '');
  truncateSync(big, maxFileBytes + 1);
  const binary = join(folder, 'binary.yaml');
  writeFileSync(binary, Buffer.from([0xff, 0xfe, 0x00]));
  mkdirSync(join(folder, 'sub'));
  const statusOf = async (name: string) => (await readFileFor(join(folder, name), 'handle')).status;
  expect(await statusOf('big.yaml')).toBe('too-large');
  expect(await statusOf('binary.yaml')).toBe('not-readable');
  expect(await statusOf('sub')).toBe('not-readable');
  expect(await statusOf('none.yaml')).toBe('not-found');
});

test('a save into a folder that is not there is an answer, not an exception', async () => {
  expect((await saveText(join(tempFolder(), 'none', 'a.yaml'), 'a', null)).status).toBe('not-writable');
});
