import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { serviceIcons } from './scripts/service-icons.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The renderer: one build for Electron (app://) and for the loopback server. */
export default defineConfig({
  root: here('src/renderer'),
  base: './',
  plugins: [react(), serviceIcons(here('src/catalog/services'))],
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
  },
});
