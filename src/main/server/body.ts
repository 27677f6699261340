import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { maxFileBytes } from '../../model/parse.js';

/** The largest request saves a whole design as a JSON string, or exports a project. */
const maxBodyBytes = 3 * maxFileBytes;

const bodySchema = z.strictObject({ args: z.array(z.unknown()).max(10) });

export type Body =
  { readonly args: readonly unknown[] } | { readonly status: 400 | 413 | 415; readonly reason: string };

/** The arguments of a call: JSON `{ "args": [...] }` of a limited size. */
export async function readJsonBody(request: IncomingMessage, maxBytes: number = maxBodyBytes): Promise<Body> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return { status: 415, reason: 'JSON only' };
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return { status: 413, reason: 'Too large' };
  const chunks: Uint8Array[] = [];
  let length = 0;
  // The request stays open when reading ends early, so that the answer arrives.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes: unknown = chunk;
    if (!(bytes instanceof Uint8Array)) return { status: 400, reason: 'Bytes expected' };
    length += bytes.length;
    if (length > maxBytes) return { status: 413, reason: 'Too large' };
    chunks.push(bytes);
  }
  try {
    const body = bodySchema.safeParse(
      JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))),
    );
    return body.success ? { args: body.data.args } : { status: 400, reason: 'Arguments expected' };
  } catch {
    return { status: 400, reason: 'Not JSON' };
  }
}
