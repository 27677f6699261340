import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/**
 * The desktop app as it is packed, without the runtime: a folder that looks like one stands in. What the archive holds,
 * which fuses are set and what the system is told of the app are the real thing.
 */

const require = createRequire(import.meta.url);

/** Marks the fuses in Electron's executable: version, count, one state each. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuses = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeInspect',
  'asarIntegrity',
  'onlyAsar',
  'v8Snapshot',
  'fileProtocol',
] as const;

const work = mkdtempSync(join(tmpdir(), 'servicefull-packaging-'));
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

function standInRuntime(): string {
  const folder = join(work, 'runtime');
  for (const sub of ['locales', 'resources']) mkdirSync(join(folder, sub), { recursive: true });
  const { version } = require('electron/package.json') as { readonly version: string };
  const states = fuses.map(() => '1').join('');
  writeFileSync(
    join(folder, 'electron'),
    Buffer.concat([Buffer.from(`#!/bin/sh\n# ${fuseSentinel}`), Buffer.from([1, fuses.length]), Buffer.from(states)]),
  );
  for (const name of ['chrome-sandbox', 'chrome_crashpad_handler', 'LICENSE', 'LICENSES.chromium.html'])
    writeFileSync(join(folder, name), '');
  for (const name of ['en-US', 'ja', 'de']) writeFileSync(join(folder, 'locales', `${name}.pak`), '');
  writeFileSync(join(folder, 'version'), version);
  for (const name of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) chmodSync(join(folder, name), 0o755);
  return folder;
}

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
}

/** The paths in an archive: a JSON header of known length comes first. https://github.com/electron/asar#format */
function filesIn(asar: Buffer): readonly string[] {
  const header = JSON.parse(asar.toString('utf8', 16, 16 + asar.readUInt32LE(12))) as Entry;
  const walk = ({ files = {} }: Entry, path: string): readonly string[] =>
    Object.entries(files).flatMap(([name, entry]) => [`${path}/${name}`, ...walk(entry, `${path}/${name}`)]);
  return walk(header, '');
}

let packed: string;
let archive: readonly string[];

beforeAll(() => {
  if (!['dist/renderer/index.html', 'dist/main/main.js'].every((path) => existsSync(path)))
    execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'pipe' });
  const output = join(work, 'release');
  execFileSync(
    process.execPath,
    [
      require.resolve('electron-builder/cli.js'),
      ...['--linux', 'dir', '--x64', '--publish', 'never', '--config', 'electron-builder.yml'],
      `-c.electronDist=${standInRuntime()}`,
      `-c.directories.output=${output}`,
    ],
    { stdio: 'pipe', env: { ...process.env, DEBUG: '' } },
  );
  packed = join(output, 'linux-unpacked');
  archive = filesIn(readFileSync(join(packed, 'resources', 'app.asar')));
}, 180_000);

describe('the archive', () => {
  test('holds the bundles, the built renderer, and the licences', () => {
    for (const path of ['/package.json', '/LICENSE', '/NOTICE', '/dist/main/main.js', '/dist/main/preload.cjs'])
      expect(archive).toContain(path);
    expect(archive).toContain('/dist/renderer/index.html');
    // Compressed copies are for the server; the desktop reads the files themselves.
    const built = readdirSync('dist/renderer/assets')
      .filter((name) => !name.endsWith('.gz'))
      .map((name) => `/dist/renderer/assets/${name}`);
    expect(built.filter((path) => !archive.includes(path))).toEqual([]);
  });

  test('holds nothing else: no sources, tests, dependencies or command line', () => {
    const known = ['/package.json', '/LICENSE', '/NOTICE', '/dist', '/dist/main', '/dist/renderer'];
    const unknown = archive.filter(
      (path) => !known.includes(path) && !path.startsWith('/dist/main/') && !path.startsWith('/dist/renderer/'),
    );
    expect(unknown).toEqual([]);
  });

  test('starts at a file that is in it', () => {
    const text = readFileSync('package.json', 'utf8');
    const { main } = JSON.parse(text) as { readonly main: string };
    expect(archive).toContain(`/${main}`);
  });
});

test('the runtime is no Node, takes no flags from outside and runs this archive only', () => {
  const bytes = readFileSync(join(packed, 'servicefull-studio'));
  const at = bytes.indexOf(fuseSentinel) + fuseSentinel.length + 2;
  const states = Object.fromEntries(fuses.map((name, index) => [name, String.fromCharCode(bytes[at + index] ?? 0)]));
  expect(states).toEqual({
    runAsNode: '0',
    nodeOptions: '0',
    nodeInspect: '0',
    asarIntegrity: '1',
    onlyAsar: '1',
    fileProtocol: '0',
    // Left as the runtime has them: the app keeps no cookies, and takes no snapshot.
    cookieEncryption: '1',
    v8Snapshot: '1',
  });
});

test('only the languages of the app are packed', () => {
  expect(readdirSync(join(packed, 'locales')).sort()).toEqual(['en-US.pak', 'ja.pak']);
});

describe('what the systems are told', () => {
  const config = load(readFileSync('electron-builder.yml', 'utf8')) as Readonly<
    Record<'linux' | 'mac' | 'win' | 'nsis', Readonly<Record<string, unknown>>>
  >;

  test('every platform has its packages', () => {
    expect([config.linux['target'], config.mac['target'], config.win['target']]).toEqual([
      ['AppImage', 'deb'],
      ['dmg'],
      ['nsis'],
    ]);
  });

  test('a design of its own glob on Linux; elsewhere "Open with" for .yaml, never the default', () => {
    expect(config.linux['fileAssociations']).toMatchObject([{ ext: 'servicefull.yaml' }]);
    expect(config.mac['fileAssociations']).toMatchObject([{ ext: 'yaml', rank: 'Alternate' }]);
    expect(config.win).not.toHaveProperty('fileAssociations');
    const script = readFileSync(join('build', 'installer.nsh'), 'utf8');
    const written = script.split('\n').filter((line) => /WriteReg/.test(line) && /\\\.ya?ml/.test(line));
    expect(written.filter((line) => !line.includes('OpenWithProgids'))).toEqual([]);
    expect(written).toHaveLength(2);
  });

  test('icons are there, as the platforms want them', () => {
    expect(readFileSync('build/icon.ico').readUInt16LE(2)).toBe(1);
    const icns = readFileSync('build/icon.icns');
    expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length]);
    for (const size of [16, 32, 48, 128, 256, 512]) {
      const png = readFileSync(`build/icons/${size}x${size}.png`);
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    }
    expect(existsSync('build/installer.nsh')).toBe(true);
  });
});
