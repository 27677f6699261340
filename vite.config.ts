import react from '@vitejs/plugin-react';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';
import { serviceIcons } from './scripts/service-icons.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Lays a compressed copy beside every large text that was written, for the server; the same bytes for the same text. */
const compressedCopies = (): Plugin => ({
  name: 'compressed-copies',
  apply: 'build',
  writeBundle({ dir }, bundle) {
    if (dir === undefined) return;
    for (const { fileName } of Object.values(bundle)) {
      if (!/\.(?:js|css|html|svg)$/.test(fileName)) continue;
      const path = join(dir, fileName);
      const content = readFileSync(path);
      if (content.length >= 1024) writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
    }
  },
});

/** In the page, the package `yaml` comes after the first picture; the workers have it from the first. */
const yamlLater = (): Plugin => ({
  name: 'yaml-later',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === 'yaml' && importer?.endsWith('/yaml/whole-yaml.ts') !== true
      ? here('src/renderer/yaml/yaml.ts')
      : undefined,
});

/** The renderer: one build for Electron (app://) and for the loopback server. */
export default defineConfig({
  root: here('src/renderer'),
  base: './',
  plugins: [yamlLater(), react(), serviceIcons(here('src/catalog/services')), compressedCopies()],
  worker: { format: 'es', plugins: () => [serviceIcons(here('src/catalog/services'))] },
  // Starter designs live outside the root.
  server: { fs: { allow: [here('.')] } },
  build: {
    outDir: here('dist/renderer'),
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy allows files of our own only; nothing is turned into a data: URL.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    // What a file imports the browser finds by itself; naming all of it beforehand is a list that the first load pays for.
    modulePreload: { resolveDependencies: (_name, files, { hostType }) => (hostType === 'html' ? files : []) },
  },
});
