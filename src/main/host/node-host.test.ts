import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../../../test/helpers/temp-folder.js';
import type { Host } from '../../host/host.js';
import { appFolders } from './app-folders.js';
import { callHost } from './call.js';
import { createNodeHost, type NodeHost } from './node-host.js';

const home = (): string => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'designs'));
  writeFileSync(join(folder, 'designs', 'orders.yaml'), 'orders\n');
  return folder;
};

const start = (folder: string, more: { readonly startFile?: string } = {}): Promise<NodeHost> =>
  createNodeHost({
    kind: 'loopback',
    version: '1.0.0',
    locale: 'en-US',
    appFolders: appFolders({}, 'linux', join(folder, '.app')),
    openInBrowser: () => Promise.resolve(),
    roots: [folder],
    ...more,
  });

test('a person finds a file in the chooser, opens, saves and finds it among the recent ones of the next start', async () => {
  const folder = home();
  const host = await start(folder);
  const top = await host.listFolder?.(undefined);
  const designs = top?.entries.find(({ name }) => name === 'designs');
  const listing = await host.listFolder?.(designs?.handle);
  expect(listing?.ancestors.map(({ handle }) => handle)).toEqual([top?.handle]);
  const handle = listing?.entries.find(({ name }) => name === 'orders.yaml')?.handle ?? '';
  const found = await host.read(handle);
  if (found.status !== 'read') throw new Error(found.status);
  expect(found.file.text).toBe('orders\n');
  await host.save({ handle, text: 'changed\n', revision: found.file.revision });
  expect(readFileSync(join(folder, 'designs', 'orders.yaml'), 'utf8')).toBe('changed\n');

  const [recent] = await (await start(folder)).recentFiles();
  expect(recent?.name).toBe('orders.yaml');
});

test('the chooser shows folders and designs only, and nothing that leads out of its roots', async () => {
  const folder = home();
  const outside = tempFolder();
  writeFileSync(join(outside, 'theirs.yaml'), '');
  writeFileSync(join(folder, 'notes.txt'), '');
  writeFileSync(join(folder, '.hidden.yaml'), '');
  symlinkSync(outside, join(folder, 'link'));
  symlinkSync(join(outside, 'theirs.yaml'), join(folder, 'link.yaml'));
  const listing = await (await start(folder)).listFolder?.(undefined);
  expect(listing?.entries.map(({ name }) => name)).toEqual(['designs']);
});

test.each(['../orders.yaml', 'a/b.yaml', 'a\\b.yaml', '..', '.', '', 'C:a.yaml', 'a\u0000.yaml'])(
  'a new file named %j is refused',
  async (name) => {
    const host = await start(home());
    const top = await host.listFolder?.(undefined);
    await expect(host.fileIn?.(top?.handle ?? '', name)).rejects.toThrow('invalid-name');
  },
);

test('the work of an app that was killed is offered at the next start, that of a running one is not', async () => {
  const folder = home();
  const killed = await start(folder, { startFile: join(folder, 'designs', 'orders.yaml') });
  const handle = (await killed.info()).startFile ?? '';
  await killed.writeJournal({ document: '../../escape', name: 'Orders', handle, text: 'unsaved' });
  await killed.writeJournal({ document: 'other', name: 'Other', text: 'more' });

  const beside = await start(folder);
  expect(await beside.readJournal()).toEqual([]);
  killed.close();
  const entries = await beside.readJournal();
  expect(entries.map(({ text }) => text).sort()).toEqual(['more', 'unsaved']);
  const orders = entries.find(({ name }) => name === 'Orders');
  expect((await beside.read(orders?.handle ?? '')).status).toBe('read');

  await beside.discardJournal('../../escape');
  await beside.discardJournal('../../escape');
  expect((await beside.readJournal()).map(({ name }) => name)).toEqual(['Other']);
  expect(readdirSync(folder).sort()).toEqual(['.app', 'designs']);
});

test('settings come back; a damaged file reads as none', async () => {
  const folder = home();
  const host = await start(folder);
  await host.writeSettings({ language: 'ja', 'panel.height': 240 });
  expect(await (await start(folder)).readSettings()).toEqual({ language: 'ja', 'panel.height': 240 });
  writeFileSync(join(folder, '.app', '.config', 'servicefull-studio', 'settings.json'), '{');
  expect(await host.readSettings()).toEqual({});
});

test('only https links of known documentation are opened', async () => {
  const opened: string[] = [];
  const folder = home();
  const host = await createNodeHost({
    kind: 'loopback',
    version: '1.0.0',
    locale: 'en-US',
    appFolders: appFolders({}, 'linux', folder),
    openInBrowser: (url) => {
      opened.push(url);
      return Promise.resolve();
    },
  });
  await host.openExternal('https://docs.aws.amazon.com/lambda/');
  for (const url of [
    'http://docs.aws.amazon.com/',
    'https://docs.aws.amazon.com.example.com/',
    'https://docs.aws.amazon.com:8443/',
    'https://user@docs.aws.amazon.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    '--help',
  ])
    await expect(host.openExternal(url), url).rejects.toThrow('outside-folders');
  expect(opened).toEqual(['https://docs.aws.amazon.com/lambda/']);
});

test.each([
  ['constructor', [], 'unknown-method'],
  ['__proto__', [], 'unknown-method'],
  ['close', [], 'unknown-method'],
  ['chooseFile', [], 'not-available'],
  ['read', [], 'invalid-arguments'],
  ['read', [{ path: '/etc/passwd' }], 'invalid-arguments'],
  ['read', ['handle', 'more'], 'invalid-arguments'],
  ['save', [{ handle: 'a', text: 'b' }], 'invalid-arguments'],
  ['save', [{ handle: 'a', text: 'b', revision: null, path: '/etc/passwd' }], 'invalid-arguments'],
  ['writeSettings', [{ a: { b: 1 } }], 'invalid-arguments'],
  ['read', ['/etc/passwd'], 'unknown-handle'],
])('a call of %s with %j over a border is refused: %s', async (method, args, code) => {
  const host: Host = await start(home());
  await expect(callHost(host, method, args)).rejects.toThrow(code);
});
