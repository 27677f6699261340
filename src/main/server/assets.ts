import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { isWithin } from '../host/handles.js';
import { send, text } from './answer.js';

/** Answers a request for a file of the app. */
export type Assets = (request: IncomingMessage, response: ServerResponse) => void;

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.yaml': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** The file of the built app that a path asks for, with its content type; undefined: there is none. */
export async function findAsset(
  folder: string,
  urlPath: string,
): Promise<{ readonly path: string; readonly type: string } | undefined> {
  const wanted = decodePath(urlPath);
  if (wanted === undefined) return undefined;
  try {
    const path = await realpath(join(folder, wanted === '/' ? 'index.html' : wanted));
    const type = contentTypes[extname(path)];
    const isInside = isWithin(await realpath(folder), path);
    return isInside && type !== undefined && (await stat(path)).isFile() ? { path, type } : undefined;
  } catch {
    return undefined;
  }
}

function decodePath(urlPath: string): string | undefined {
  try {
    const path = decodeURIComponent(urlPath);
    return /[\u0000\\]/.test(path) || path.split('/').includes('..') ? undefined : path;
  } catch {
    return undefined;
  }
}

/** Serves the built app. Files in `assets/` have their hash in the name and never change. */
export function serveFolder(folder: string): Assets {
  return (request, response) => {
    void serveFile(folder, request, response);
  };
}

async function serveFile(folder: string, { url = '/', method, headers }: IncomingMessage, response: ServerResponse) {
  const [urlPath = '/'] = url.split(/[?#]/, 1);
  const asset = await findAsset(folder, urlPath);
  if (asset === undefined) {
    send(response, text(404, 'Not found'));
    return;
  }
  const isForever = urlPath.startsWith('/assets/');
  const small = accepts(headers['accept-encoding'], 'gzip') ? await compressedBeside(asset.path) : undefined;
  response.writeHead(200, {
    'Content-Type': asset.type,
    ...(small === undefined ? {} : { 'Content-Encoding': 'gzip' }),
    Vary: 'Accept-Encoding',
    'Cache-Control': isForever ? 'private, max-age=31536000, immutable' : 'no-cache',
  });
  if (method === 'HEAD') {
    response.end();
    return;
  }
  createReadStream(small ?? asset.path)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** Whether a browser takes an encoding; one that gives it the weight 0 does not. */
const accepts = (header: string | string[] | undefined, encoding: string): boolean =>
  String(header ?? '')
    .split(',')
    .some((part) => {
      const [name, ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
      return name === encoding && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
    });

/** The build lays a compressed copy beside every large text. */
async function compressedBeside(path: string): Promise<string | undefined> {
  const compressed = `${path}.gz`;
  const found = await stat(compressed).catch(() => undefined);
  return found?.isFile() === true ? compressed : undefined;
}
