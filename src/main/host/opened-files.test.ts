import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../../../test/helpers/temp-folder.js';
import { openSources } from './opened-files.js';

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = tempFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const pathsOf = (files: readonly { readonly path: string }[]): readonly string[] => files.map(({ path }) => path);
const textOf = (files: readonly { readonly path: string; readonly text?: string }[], path: string) =>
  files.find((file) => file.path === path)?.text;

test('a folder gives the texts of templates and definitions, and only the names of code', async () => {
  const folder = folderOf({
    'template.yaml': 'Resources: {}',
    'flow/order.asl.json': '{}',
    'src/app.py': 'print(1)',
    'package-lock.json': '{}',
  });
  const { files, isFolder } = await openSources(folder);
  expect(isFolder).toBe(true);
  expect(pathsOf(files)).toEqual(['flow/order.asl.json', 'package-lock.json', 'src/app.py', 'template.yaml']);
  expect(textOf(files, 'template.yaml')).toBe('Resources: {}');
  expect(textOf(files, 'flow/order.asl.json')).toBe('{}');
  expect(textOf(files, 'src/app.py')).toBeUndefined();
  expect(textOf(files, 'package-lock.json')).toBeUndefined();
});

test('what tools fetched or made is passed over', async () => {
  const folder = folderOf({
    'template.yaml': '',
    'node_modules/a/template.yaml': '',
    '.git/config.json': '',
    '.aws-sam/build/template.yaml': '',
    'service/dist/template.yaml': '',
    'cdk.out/Shop.template.json': '',
  });
  expect(pathsOf((await openSources(folder)).files)).toEqual(['template.yaml']);
});

test('the output of cdk synth is read in the folder of a CDK app, and where it was chosen itself', async () => {
  const folder = folderOf({ 'cdk.json': '{}', 'cdk.out/Shop.template.json': '{}' });
  expect(pathsOf((await openSources(folder)).files)).toEqual(['cdk.json', 'cdk.out/Shop.template.json']);
  expect(pathsOf((await openSources(join(folder, 'cdk.out'))).files)).toEqual(['Shop.template.json']);
});

test('links that lead out of the folder are not followed', async () => {
  const outside = folderOf({ 'secret.yaml': 'secret', 'more/secret.json': 'secret' });
  const folder = folderOf({ 'template.yaml': 'own' });
  symlinkSync(join(outside, 'secret.yaml'), join(folder, 'link.yaml'));
  symlinkSync(outside, join(folder, 'linked'));
  symlinkSync(join(folder, 'template.yaml'), join(folder, 'same.yaml'));
  const { files } = await openSources(folder);
  expect(pathsOf(files)).toEqual(['same.yaml', 'template.yaml']);
  expect(JSON.stringify(files)).not.toContain('secret');
});

test('a template brings the files that it names, where they may be read', async () => {
  const folder = folderOf({
    'app/template.yaml': 'DefinitionUri: flow/order.asl.json\nContentUri: ../outside.graphql',
    'app/flow/order.asl.json': '{}',
    'outside.graphql': 'type Query',
  });
  const template = join(folder, 'app/template.yaml');
  const refused = await openSources(template);
  expect(pathsOf(refused.files)).toEqual(['template.yaml']);
  const allowed = await openSources(template, () => Promise.resolve(true));
  expect(pathsOf(allowed.files)).toEqual(['template.yaml', 'flow/order.asl.json']);
});

test('what is no text is named, not read', async () => {
  const folder = folderOf({});
  writeFileSync(join(folder, 'template.yaml'), Buffer.from([0xff, 0xfe, 0x00]));
  expect((await openSources(folder)).files).toEqual([{ path: 'template.yaml', unread: 'not-text' }]);
});
