// node scripts/first-load.mjs [--json]: what the page loads before it can draw a design, by file, with what is in it.
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { root, say } from './lib/run.mjs';

process.env.NODE_ENV = 'production';
const { build } = await import('vite');

/** Modules from which everything that is loaded before the first drawing is reached, beside the entry. */
const startsOfDrawing = [
  '/src/renderer/shell/editor-screen.tsx',
  // Of a design with APIs, queues and pipes.
  ...['rest', 'sources', 'pipes'].map((set) => `/src/catalog/sets/${set}.ts`),
];

const { output } = await build({
  configFile: join(root, 'vite.config.ts'),
  logLevel: 'error',
  build: { write: false, reportCompressedSize: false },
});
const byName = new Map(output.map((file) => [file.fileName, file]));
const loaded = new Set();
const visit = (name) => {
  const file = byName.get(name);
  if (file === undefined || loaded.has(name)) return;
  loaded.add(name);
  if (file.type === 'chunk') [...file.imports, ...(file.viteMetadata?.importedCss ?? [])].forEach(visit);
};
for (const file of output)
  if (file.type === 'chunk' && (file.isEntry || startsOfDrawing.some((start) => file.facadeModuleId?.endsWith(start))))
    visit(file.fileName);
visit('index.html');

/** The largest parts by package or folder, before they are made small. */
function partsOf({ modules }) {
  const sizes = new Map();
  for (const [id, { renderedLength }] of Object.entries(modules)) {
    const at = id.lastIndexOf('node_modules/');
    const path = at < 0 ? id.replace(root, '') : id.slice(at + 'node_modules/'.length);
    const part = path
      .split('/')
      .slice(0, at < 0 ? 3 : path.startsWith('@') ? 2 : 1)
      .join('/');
    sizes.set(part, (sizes.get(part) ?? 0) + renderedLength);
  }
  return [...sizes].sort(([, a], [, b]) => b - a).map(([part, size]) => `${part} ${Math.round(size / 1024)} kB`);
}

const files = [...loaded]
  .map((name) => {
    const file = byName.get(name);
    return {
      name,
      bytes: gzipSync(file.type === 'chunk' ? file.code : file.source, { level: 9 }).length,
      parts: file.type === 'chunk' ? partsOf(file).slice(0, 12) : [],
    };
  })
  .sort((a, b) => b.bytes - a.bytes);

if (process.argv.includes('--json')) process.stdout.write(JSON.stringify(files));
else {
  for (const { name, bytes, parts } of files)
    say(`${(bytes / 1024).toFixed(1).padStart(7)} kB ${name}: ${parts.join(', ')}`);
  say(`${(files.reduce((sum, { bytes }) => sum + bytes, 0) / 1024).toFixed(1).padStart(7)} kB in all, by gzip`);
}
