import { expect, test } from 'vitest';
import { sourceLimits } from '../../host/source-files.js';
import { readNamedFiles } from './browser-sources.js';

const named = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([path, text]) => ({ path, file: new File([text], path) }));

test('a folder is read as the host reads it: texts of templates, names of code, nothing that tools made', async () => {
  const { files } = await readNamedFiles(
    'shop',
    true,
    named({
      'template.yaml': 'Resources: {}',
      'src/app.ts': 'code',
      'node_modules/a/template.yaml': 'theirs',
      'cdk.out/manifest.json': '{}',
    }),
  );
  expect(files).toEqual([{ path: 'src/app.ts' }, { path: 'template.yaml', text: 'Resources: {}' }]);
});

test('cdk.out is read beside cdk.json', async () => {
  const { files } = await readNamedFiles('shop', true, named({ 'cdk.json': '{}', 'cdk.out/manifest.json': '{}' }));
  expect(files.map(({ path }) => path)).toEqual(['cdk.json', 'cdk.out/manifest.json']);
});

test('a file that was chosen by itself is read whatever it is called', async () => {
  const { files } = await readNamedFiles('stack.txt', false, named({ 'stack.txt': 'Resources: {}' }));
  expect(files).toEqual([{ path: 'stack.txt', text: 'Resources: {}' }]);
});

test('what is too large or no text is named with the reason', async () => {
  const large = new File([], 'large.yaml');
  Object.defineProperty(large, 'size', { value: sourceLimits.fileBytes + 1 });
  const bytes = new File([new Uint8Array([0xff, 0xfe, 0x00])], 'bytes.yaml');
  const { files } = await readNamedFiles('shop', true, [
    { path: 'large.yaml', file: large },
    { path: 'bytes.yaml', file: bytes },
  ]);
  expect(files).toEqual([
    { path: 'bytes.yaml', unread: 'not-text' },
    { path: 'large.yaml', unread: 'too-large' },
  ]);
});
