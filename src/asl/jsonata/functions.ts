import type { Json } from '../../model/design.js';
import { Fault } from './errors.js';
import { md5 } from './md5.js';

/**
 * The functions that Step Functions adds to JSONata, and those of JSONata that could take too long as they are:
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html#jsonata-functions-provided-by-sfn
 */
export interface AddedFunction {
  readonly implementation: (...values: readonly unknown[]) => unknown;
  /** Of JSONata; without one the values are taken as they come. */
  readonly signature?: string;
}

const maxRange = 1_000;
const maxHashed = 10_000;
/** Longer texts cannot be passed on anyway. */
export const maxText = 1_000_000;

const wholeNumber = (name: string, index: number, value: unknown): number => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Fault('argument-number', { name, index });
  return Math.round(value);
};

/** Undefined comes in, undefined goes out: as the functions of JSONata do. */
const passing =
  (implementation: (...values: readonly unknown[]) => unknown) =>
  (...values: readonly unknown[]): unknown =>
    values[0] === undefined ? undefined : implementation(...values);

function partition(list: unknown, size: unknown): unknown {
  if (!Array.isArray(list)) throw new Fault('argument-list', { name: 'partition', index: 1 });
  const length = wholeNumber('partition', 2, size);
  if (length < 1) throw new Fault('argument-positive', { name: 'partition', index: 2 });
  const items: readonly unknown[] = list;
  return Array.from({ length: Math.ceil(items.length / length) }, (_, index) =>
    items.slice(index * length, (index + 1) * length),
  );
}

function range(first: unknown, last: unknown, by: unknown): unknown {
  const from = wholeNumber('range', 1, first);
  const to = wholeNumber('range', 2, last);
  const step = wholeNumber('range', 3, by);
  if (step === 0) throw new Fault('argument-step');
  const count = Math.max(0, Math.floor((to - from) / step) + 1);
  if (count > maxRange) throw new Fault('range-size');
  return Array.from({ length: count }, (_, index) => from + index * step);
}

const algorithms = ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];

async function hash(content: unknown, algorithm: unknown): Promise<string> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  if (text.length > maxHashed) throw new Fault('hash-size');
  if (typeof algorithm !== 'string' || !algorithms.includes(algorithm))
    throw new Fault('hash-algorithm', { values: algorithms.join(', ') });
  const bytes = new TextEncoder().encode(text);
  const digest = algorithm === 'MD5' ? md5(bytes) : new Uint8Array(await crypto.subtle.digest(algorithm, bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The same seed gives the same number; which one it is differs from the service. */
function random(seed: unknown): number {
  if (seed === undefined) return Math.random();
  let state = wholeNumber('random', 1, seed) | 0;
  state = (state + 0x6d2b_79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

function parse(text: unknown): Json {
  if (typeof text !== 'string') throw new Fault('argument-text', { name: 'parse', index: 1 });
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new Fault('no-json');
  }
}

function pad(text: unknown, width: unknown, filler: unknown): unknown {
  if (typeof text !== 'string' || typeof width !== 'number') return undefined;
  if (Math.abs(width) > maxText) throw new Fault('size');
  const characters = Array.from(text).length;
  const missing = Math.abs(Math.trunc(width)) - characters;
  if (missing <= 0) return text;
  const unit = Array.from(typeof filler === 'string' && filler !== '' ? filler : ' ');
  const padding = Array.from({ length: missing }, (_, index) => unit[index % unit.length]).join('');
  return width < 0 ? padding + text : text + padding;
}

/** Compares by content, but not each with each. */
function distinct(list: unknown): unknown {
  if (!Array.isArray(list) || list.length <= 1) return list;
  const found = new Map<string, unknown>();
  for (const item of list as readonly unknown[]) {
    const key = canonical(item);
    if (!found.has(key)) found.set(key, item);
  }
  return Object.assign([...found.values()], 'sequence' in list ? { sequence: true } : {});
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

export const addedFunctions: Readonly<Record<string, AddedFunction>> = {
  partition: { implementation: passing(partition) },
  range: { implementation: passing(range) },
  hash: { implementation: passing(hash) },
  random: { implementation: random },
  uuid: { implementation: () => crypto.randomUUID() },
  parse: { implementation: passing(parse) },
  pad: { implementation: passing(pad), signature: '<s-ns?:s>' },
  distinct: { implementation: distinct, signature: '<x:x>' },
  eval: {
    implementation: () => {
      throw new Fault('eval');
    },
  },
};
