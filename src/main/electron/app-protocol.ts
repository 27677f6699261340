import { protocol, session } from 'electron';
import { readFile } from 'node:fs/promises';
import { contentSecurityPolicy } from '../content-security-policy.js';
import { findAsset } from '../server/assets.js';

/** The app's own origin: files of the built renderer, and nothing else of the disk. */
export const appOrigin = 'app://studio';

/** Before the app is ready: makes app:// behave as https does (workers, modules, a real origin). */
export function declareAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built renderer under app://studio/. */
export function serveAppProtocol(rendererFolder: string): void {
  session.defaultSession.protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    const asset = url.host === 'studio' ? await findAsset(rendererFolder, url.pathname) : undefined;
    if (asset === undefined) return new Response('Not found', { status: 404 });
    return new Response(await readFile(asset.path), {
      headers: {
        'Content-Type': asset.type,
        'Content-Security-Policy': contentSecurityPolicy(),
        'X-Content-Type-Options': 'nosniff',
      },
    });
  });
}
