import { createServer, type IncomingMessage } from 'node:http';
import type { Host } from '../../host/host.js';
import { invariant } from '../../model/invariant.js';
import { contentSecurityPolicy } from '../content-security-policy.js';
import { callHost } from '../host/call.js';
import { detailOf, Refusal } from '../host/failure.js';
import { apiHeader, createAccess, type Access } from './access.js';
import type { Assets } from './assets.js';
import { readJsonBody } from './body.js';
import { json, send, text, type Answer } from './answer.js';

export interface ServerOptions {
  readonly host: Host;
  readonly assets: Assets;
  /** 0: one that is free. */
  readonly port?: number;
  /** Sources beyond the policy, for the development server only. */
  readonly moreSources?: Readonly<Record<string, readonly string[]>>;
}

export interface RunningServer {
  /** The address to open, with its token. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Serves the app and its host on an address of this computer only. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  invariant(typeof address === 'object' && address !== null, 'a listening server has a port');
  const access = createAccess(address.port);
  const policy = contentSecurityPolicy(options.moreSources);
  server.on('request', (request, response) => {
    for (const [name, value] of securityHeaders(policy)) response.setHeader(name, value);
    answer(request, access, options.host).then(
      (found) => (found === 'asset' ? options.assets(request, response) : send(response, found)),
      () => response.destroy(),
    );
  });
  return {
    url: `http://127.0.0.1:${String(address.port)}/?token=${access.token}`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const securityHeaders = (policy: string): readonly (readonly [string, string])[] => [
  ['Content-Security-Policy', policy],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
];

/** What a request gets; `asset`: a file of the app. */
async function answer(request: IncomingMessage, access: Access, host: Host): Promise<Answer | 'asset'> {
  if (!access.hasOwnHost(request)) return text(403, 'Unknown host');
  const base = `http://${request.headers.host ?? ''}`;
  if (!URL.canParse(request.url ?? '/', base)) return text(400, 'Bad address');
  const url = new URL(request.url ?? '/', base);
  const isReading = request.method === 'GET' || request.method === 'HEAD';

  if (isReading && url.pathname === '/' && access.hasToken(url)) return welcome(access);
  // Browsers ask for it on their own while the welcome page is open; the app names its own icon.
  if (isReading && url.pathname === '/favicon.ico') return { status: 204, body: '', headers: {} };
  if (!access.hasCookie(request)) return text(403, closedDoor);
  if (url.pathname.startsWith('/host/')) return api(request, access, host, url.pathname.slice('/host/'.length));
  return isReading ? 'asset' : text(405, 'Method not allowed');
}

const closedDoor =
  'Open the address that was printed at start: it carries the key.\n' +
  '起動時に表示されたアドレスを開いてください。アクセス用のキーが含まれています。\n';

/** A page that goes on by itself, not a redirect: after one, a browser that came from elsewhere keeps the cookie back. */
const welcome = ({ cookie }: Access): Answer => ({
  status: 200,
  body: '<!doctype html><title>Servicefull Studio</title><meta http-equiv="refresh" content="0;url=/">',
  headers: { 'Content-Type': 'text/html; charset=utf-8', 'Set-Cookie': cookie },
});

async function api(request: IncomingMessage, access: Access, host: Host, method: string): Promise<Answer> {
  if (request.method !== 'POST') return text(405, 'Method not allowed');
  if (!access.hasOwnOrigin(request) || request.headers[apiHeader] !== '1') return text(403, 'Wrong origin');
  const body = await readJsonBody(request);
  if ('status' in body) return { ...text(body.status, body.reason), headers: { Connection: 'close' } };
  try {
    return json(200, { value: (await callHost(host, method, body.args)) ?? null });
  } catch (error) {
    if (!(error instanceof Refusal)) return json(500, { error: { code: 'failed', message: detailOf(error) } });
    const isUnknown = error.code === 'unknown-method' || error.code === 'not-available';
    return json(isUnknown ? 404 : 400, { error: { code: error.code, message: error.message } });
  }
}
