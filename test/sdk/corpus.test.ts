import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { loadSdkCatalog, type SdkCatalog } from '../../src/sdk/catalog.js';
import { checkParameters, findAction } from '../../src/sdk/lookup.js';

const corpus = [process.env['SERVICEFULL_SHARED'], join(process.cwd(), '..', 'shared')]
  .map((path) => (path === undefined ? '' : join(path, 'corpus')))
  .find((path) => path !== '' && existsSync(join(path, 'asl')));

if (corpus === undefined) process.stdout.write('Skipped: no corpus in SERVICEFULL_SHARED or ../shared\n');

interface Call {
  readonly file: string;
  readonly service: string;
  readonly action: string;
  /** Names of the arguments; undefined: they are one expression. */
  readonly names: readonly string[] | undefined;
}

type Tree = Readonly<Record<string, unknown>>;
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The calls in whatever a file holds: states at any depth, and definitions that stand in a text. */
function* callsIn(value: unknown, file: string): Generator<Call> {
  if (typeof value === 'string' && /^\s*\{/.test(value) && value.includes('aws-sdk:')) {
    yield* callsIn(read(value), file);
    return;
  }
  if (Array.isArray(value)) for (const one of value) yield* callsIn(one, file);
  if (!isTree(value)) return;
  const resource = value['Resource'];
  const found = typeof resource === 'string' ? /:aws-sdk:(\w+):(\w+)/.exec(resource) : null;
  if (found !== null && value['Type'] === 'Task') {
    const args = value['Arguments'] ?? value['Parameters'] ?? {};
    const names = isTree(args) ? Object.keys(args) : undefined;
    yield { file, service: found[1] ?? '', action: found[2] ?? '', names };
  }
  for (const one of Object.values(value)) yield* callsIn(one, file);
}

function read(text: string): unknown {
  const documents = parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false, strict: false });
  return Array.isArray(documents) ? documents.map((one) => one.toJS({ maxAliasCount: -1 }) as unknown) : [];
}

function callsOf(folder: string): readonly Call[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:json|ya?ml)$/.test(name) && !/(?:^|\/)index\.json$/.test(name))
    .flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return text.includes('aws-sdk:') ? [...callsIn(read(text), name)] : [];
    });
}

describe.skipIf(corpus === undefined)('AWS SDK Tasks of published definitions', () => {
  let catalog: SdkCatalog;
  let calls: readonly Call[];

  beforeAll(async () => {
    catalog = await loadSdkCatalog();
    calls = ['asl', 'cfn', 'serverless-video'].flatMap((folder) => callsOf(join(corpus ?? '', folder)));
  });

  test('resolve, with their parameters known; retired services are named as such', () => {
    const unresolved: string[] = [];
    const retired = new Set<string>();
    let resolved = 0;
    let checked = 0;
    for (const { file, service, action, names } of calls) {
      const found = findAction(catalog, service, action);
      if (found.action === undefined) {
        if (found.refusal === 'retired') retired.add(`${service}:${action}`);
        else unresolved.push(`${file} ${service}:${action} ${found.refusal}`);
        continue;
      }
      resolved++;
      if (names === undefined) continue;
      checked += names.length;
      const { unknown } = checkParameters(found.action, names);
      unresolved.push(...unknown.map(({ name }) => `${file} ${service}:${action} ${name}`));
    }
    const services = [...new Set([...retired].map((name) => name.split(':')[0]))];
    process.stdout.write(
      `AWS SDK Tasks: ${String(calls.length)}, resolved ${String(resolved)} with ${String(checked)} parameters, ` +
        `retired ${String(calls.length - resolved - unresolved.length)} (${services.join(', ')})\n`,
    );
    expect(unresolved).toEqual([]);
    expect(calls.length).toBeGreaterThan(0);
  });

  test('give all that their actions require', () => {
    const missing = calls.flatMap(({ file, service, action, names }) => {
      const found = findAction(catalog, service, action).action;
      if (found === undefined || names === undefined) return [];
      return checkParameters(found, names).missing.map((name) => `${file} ${service}:${action} ${name}`);
    });
    process.stdout.write(`AWS SDK Tasks without a required parameter: ${String(missing.length)}\n`);
    for (const one of missing) process.stdout.write(`  ${one}\n`);
    expect(missing.length / calls.length).toBeLessThan(0.05);
  });
});
