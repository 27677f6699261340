import { createServer as createNetServer } from 'node:net';
import { homedir } from 'node:os';
import { dirname, resolve } from 'node:path';
import { createServer } from 'vite';
import { findAppRoot } from '../src/main/app-root.js';
import { appFolders } from '../src/main/host/app-folders.js';
import { createNodeHost } from '../src/main/host/node-host.js';
import { openInBrowser } from '../src/main/open-in-browser.js';
import { startServer } from '../src/main/server/server.js';
import { languageOf } from '../src/cli/io.js';

/** A port that is free now, for the socket of hot reload. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createNetServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('no free port'));
      });
    });
  });
}

const hotReload = await freePort();
const vite = await createServer({
  server: { middlewareMode: true, host: '127.0.0.1', ws: { host: '127.0.0.1', port: hotReload } },
  appType: 'spa',
  clearScreen: false,
});
const named = process.argv[2];
const startFile = named === undefined ? undefined : resolve(process.env['INIT_CWD'] ?? process.cwd(), named);
const host = await createNodeHost({
  kind: 'loopback',
  version: findAppRoot().version,
  locale: languageOf(process.env) === 'ja' ? 'ja-JP' : 'en-US',
  appFolders: appFolders(process.env, process.platform),
  openInBrowser: async (url) => {
    await openInBrowser(url);
  },
  startFile,
  roots: [startFile === undefined ? process.cwd() : dirname(startFile), homedir()],
});
const server = await startServer({
  host,
  assets: vite.middlewares,
  // Hot reload puts a script into the page and listens on a socket; the built app has neither.
  moreSources: {
    'script-src': ["'unsafe-inline'"],
    'connect-src': [`ws://127.0.0.1:${String(hotReload)}`],
    'worker-src': ['blob:'],
  },
});
process.stdout.write(`Servicefull Studio (development): ${server.url}\n`);

const stop = async (): Promise<void> => {
  host.close();
  await Promise.all([server.close(), vite.close()]);
};
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());
