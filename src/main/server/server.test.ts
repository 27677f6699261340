import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tempFolder } from '../../../test/helpers/temp-folder.js';
import { appFolders } from '../host/app-folders.js';
import { createNodeHost } from '../host/node-host.js';
import { serveFolder } from './assets.js';
import { startServer, type RunningServer } from './server.js';

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let server: RunningServer;
let folder: string;
let cookie: string;

beforeEach(async () => {
  folder = tempFolder();
  const renderer = join(folder, 'renderer');
  mkdirSync(join(renderer, 'assets'), { recursive: true });
  writeFileSync(join(renderer, 'index.html'), '<!doctype html>the app');
  writeFileSync(join(renderer, 'assets', 'main.js'), 'main');
  writeFileSync(join(folder, 'secret.js'), 'secret');
  symlinkSync(join(folder, 'secret.js'), join(renderer, 'assets', 'link.js'));
  const host = await createNodeHost({
    kind: 'loopback',
    version: '1.0.0',
    locale: 'en-US',
    appFolders: appFolders({}, 'linux', folder),
    openInBrowser: () => Promise.resolve(),
    roots: [folder],
  });
  server = await startServer({ host, assets: serveFolder(renderer) });
  const welcome = await send('GET', new URL(server.url).pathname + new URL(server.url).search);
  cookie = welcome.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
});

afterEach(() => server.close());

/** A request as anybody could send it: no header comes by itself, and the path is sent as it is. */
function send(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body?: string | Buffer,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port: server.port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

const origin = (): string => `http://127.0.0.1:${String(server.port)}`;
const ownHeaders = (): Record<string, string> => ({
  cookie,
  origin: origin(),
  'content-type': 'application/json',
  'x-servicefull': '1',
});
const without = (name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(ownHeaders()).filter(([key]) => key !== name));

test('the printed address opens the app, and the page may call its host', async () => {
  const welcome = await send('GET', `/?token=${new URL(server.url).searchParams.get('token') ?? ''}`);
  expect(welcome.headers['set-cookie']?.[0]).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
  // The token itself is not what later requests are made with.
  expect(welcome.headers['set-cookie']?.[0]).not.toContain(new URL(server.url).searchParams.get('token'));
  expect((await send('GET', '/', { cookie })).body).toContain('the app');
  const reply = await send('POST', '/host/info', ownHeaders(), JSON.stringify({ args: [] }));
  expect(JSON.parse(reply.body)).toMatchObject({ value: { kind: 'loopback', version: '1.0.0' } });
});

test('an answer of undefined arrives as null', async () => {
  const reply = await send('POST', '/host/writeSettings', ownHeaders(), JSON.stringify({ args: [{ theme: 'dark' }] }));
  expect(reply).toMatchObject({ status: 200, body: '{"value":null}' });
});

test('the app runs under a policy of its own files, without inline scripts, frames and sniffing', async () => {
  const { headers } = await send('GET', '/', { cookie });
  const policy = headers['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('a compressed copy goes to browsers that take one, and to no other', async () => {
  const path = join(folder, 'renderer', 'assets', 'main.js');
  writeFileSync(`${path}.gz`, gzipSync('main'));
  const get = (encoding: string) => send('GET', '/assets/main.js', { cookie, 'accept-encoding': encoding });
  const compressed = await get('br, gzip');
  expect(compressed.headers['content-encoding']).toBe('gzip');
  expect(compressed.headers['content-type']).toBe('text/javascript; charset=utf-8');
  for (const encoding of ['br', 'gzip;q=0', 'gzipped']) {
    const plain = await get(encoding);
    expect(plain.headers['content-encoding'], encoding).toBeUndefined();
    expect(plain.body, encoding).toBe('main');
  }
  expect((await send('GET', '/assets/main.js.gz', { cookie })).status).toBe(404);
});

test('without token or cookie there is nothing, not even the page', async () => {
  for (const path of ['/', '/assets/main.js', '/?token=', '/?token=wrong', `/?token=${'a'.repeat(43)}`])
    expect((await send('GET', path)).status, path).toBe(403);
  expect((await send('GET', '/', { cookie: `${cookie}x` })).status).toBe(403);
  expect((await send('POST', '/host/info', without('cookie'), '{"args":[]}')).status).toBe(403);
});

test('a name that somebody pointed at this machine is refused, even with the cookie', async () => {
  for (const host of ['evil.example', `evil.example:${String(server.port)}`, '127.0.0.1', '127.0.0.1:1']) {
    expect((await send('GET', '/', { cookie, host })).status, host).toBe(403);
    expect((await send('POST', '/host/info', { ...ownHeaders(), host }, '{"args":[]}')).status, host).toBe(403);
  }
});

test('a page of another origin cannot call the host, even if the browser sent the cookie along', async () => {
  const body = '{"args":[]}';
  const call = async (headers: Record<string, string>) => (await send('POST', '/host/info', headers, body)).status;
  expect(await call({ ...ownHeaders(), origin: 'http://evil.example' })).toBe(403);
  expect(await call({ ...ownHeaders(), origin: 'null' })).toBe(403);
  expect(await call({ ...ownHeaders(), origin: `http://127.0.0.1:${String(server.port + 1)}` })).toBe(403);
  expect(await call({ ...ownHeaders(), 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await call(without('origin'))).toBe(403);
  expect(await call(without('x-servicefull'))).toBe(403);
  // The question that a browser asks before such a call gets no permission.
  const preflight = await send('OPTIONS', '/host/info', { ...without('cookie'), origin: 'http://evil.example' });
  expect(preflight.status).toBe(403);
  expect(preflight.headers['access-control-allow-origin']).toBeUndefined();
});

test('no path leads out of the app’s folder', async () => {
  for (const path of [
    '/../secret.js',
    '/assets/../../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/assets/..%5c..%5csecret.js',
    '/assets/link.js',
    '//secret.js',
    '/%00',
    '/%ff',
    '/assets',
    '/assets/',
  ]) {
    const reply = await send('GET', path, { cookie });
    expect([400, 404], path).toContain(reply.status);
    expect(reply.body, path).not.toContain('secret');
  }
});

test('what is no call of the host is refused with a reason', async () => {
  const post = async (path: string, body: string, headers = ownHeaders()) =>
    (await send('POST', path, headers, body)).status;
  expect(await post('/host/info', 'args')).toBe(400);
  expect(await post('/host/info', '[]')).toBe(400);
  expect(await post('/host/info', '{"args":{}}')).toBe(400);
  expect(await post('/host/info', '{"args":[],"more":1}')).toBe(400);
  expect(await post('/host/info', '{"args":[]}', { ...ownHeaders(), 'content-type': 'text/plain' })).toBe(415);
  expect(await post('/host/nothing', '{"args":[]}')).toBe(404);
  expect(await post('/host/__proto__', '{"args":[]}')).toBe(404);
  expect(await post('/host/chooseFile', '{"args":[]}')).toBe(404);
  expect(await post('/host/read', '{"args":["/etc/passwd"]}')).toBe(400);
  expect((await send('GET', '/host/info', { cookie })).status).toBe(405);
  expect((await send('POST', '/', ownHeaders(), '{}')).status).toBe(405);
});

test('keys of a prototype in JSON stay data', async () => {
  const files = '{"__proto__":"x","constructor":"y"}';
  const listing = await send('POST', '/host/listFolder', ownHeaders(), '{"args":[null]}');
  const folderHandle = /"handle":"([^"]+)"/.exec(listing.body)?.[1] ?? '';
  const request = `{"folder":"${folderHandle}","files":${files},"writtenOnce":[],"force":true,"__proto__":{"a":1}}`;
  await send('POST', '/host/exportProject', ownHeaders(), `{"args":[${request}]}`);
  await send('POST', '/host/writeSettings', ownHeaders(), '{"args":[{"__proto__":{"polluted":true}}]}');
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  expect(Reflect.get({}, 'a')).toBeUndefined();
});

test('a body that is too large is refused, announced or not', async () => {
  const announced = await send('POST', '/host/info', { ...ownHeaders(), 'content-length': '99999999999' });
  expect(announced.status).toBe(413);
  const chunked = await send(
    'POST',
    '/host/info',
    { ...ownHeaders(), 'transfer-encoding': 'chunked' },
    Buffer.alloc(61 * 1024 * 1024, 32),
  );
  expect(chunked.status).toBe(413);
});
