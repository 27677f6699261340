import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { maxFileBytes } from '../../model/parse.js';
import { writeAtomically } from './atomic-write.js';
import { decodeText, readContent } from './files.js';

/** A journal entry holds a whole design as a JSON string, which can be six times as long as the text. */
const maxBytes = 6 * maxFileBytes + 1024 * 1024;

/** A JSON file of the app's own. What is missing or was damaged reads as undefined: the app starts all the same. */
export async function readOwnJson<T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> {
  const content = await readContent(path, maxBytes);
  const text = content.status === 'read' ? decodeText(content.bytes) : undefined;
  if (text === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Writes it whole, readable by the person only. */
export async function writeOwnJson(path: string, value: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeAtomically(path, `${JSON.stringify(value, null, 2)}\n`);
}
