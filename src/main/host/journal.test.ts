import { mkdirSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../../../test/helpers/temp-folder.js';
import { revisionAt } from './files.js';
import { createJournal } from './journal.js';

/** An entry of a process that is there: the parent of this one. */
async function offered(written: Date): Promise<readonly string[]> {
  const state = tempFolder();
  mkdirSync(join(state, 'journal'));
  const entry = { document: 'd', name: 'Orders', text: 'x', process: process.ppid, session: 's' };
  writeFileSync(join(state, 'journal', 'd.json'), JSON.stringify({ ...entry, written: written.toISOString() }));
  const journal = createJournal({ state, config: state });
  return (await journal.read()).map(({ name }) => name);
}

test('work that a running app holds is not offered to another', async () => {
  expect(await offered(new Date())).toEqual([]);
});

test('work from before the machine was restarted is offered, whoever has the number of its process now', async () => {
  expect(await offered(new Date(Date.now() - (uptime() + 60) * 1000))).toEqual(['Orders']);
});

test('work that a file holds since the last save is not offered, also when the app was killed right then', async () => {
  const state = tempFolder();
  const path = join(state, 'orders.yaml');
  const journal = createJournal({ state, config: state });
  const offer = async () => (await journal.read()).map(({ text }) => text);
  await journal.write({ document: 'd', name: 'Orders', text: 'a: 1\n' });
  await journal.expectSave('d', path, 'a: 2\n');
  expect(await offer()).toEqual(['a: 1\n']);
  writeFileSync(path, 'a: 2\n');
  expect(await offer()).toEqual([]);
  await journal.write({ document: 'd', name: 'Orders', path, text: 'a: 2\n' });
  expect(await offer()).toEqual([]);
});

test('work that goes on while a save is under way is based on what that save wrote', async () => {
  const state = tempFolder();
  const path = join(state, 'orders.yaml');
  const journal = createJournal({ state, config: state });
  writeFileSync(path, 'a: 1\n');
  const before = (await revisionAt(path)) ?? '';
  await journal.expectSave('d', path, 'a: 2\n');
  await journal.write({ document: 'd', name: 'Orders', path, revision: before, text: 'a: 3\n' });
  const offered = async () => (await journal.read()).map(({ text, revision }) => [text, revision]);
  expect(await offered()).toEqual([['a: 3\n', before]]);
  writeFileSync(path, 'a: 2\n');
  expect(await offered()).toEqual([['a: 3\n', await revisionAt(path)]]);
});
