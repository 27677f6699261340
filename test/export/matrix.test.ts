import { afterAll, beforeAll, expect, test } from 'vitest';
import { connections } from '../../src/catalog/index.js';
import type { Project } from '../../src/codegen/index.js';
import { generateProject } from '../../src/codegen/targets/cdk-typescript.js';
import { createSynthesiser, type Synthesiser } from '../../src/main/host/synth.js';
import { lookup, nodeId, type Design } from '../../src/model/design.js';
import { constructIdOf } from '../../src/model/names.js';
import { resolveSystem } from '../../src/system/resolve.js';
import { scaled } from '../helpers/scale.js';
import { unexplained } from './matrix/anywhere.js';
import { matrix, type Case } from './matrix/cases.js';
import { changeBetween, says, type Templates } from './matrix/change.js';
import { resourcesOf, silentConnections, silentFields, spellings, translatedFields } from './matrix/expected.js';
import { policyStatementsOf } from './policies.js';
import { isError, translateProblem } from './problem-text.js';
import { isFull } from './project.js';
import { allowedActions, createTemplateCheck } from './templates.js';
import { createTypeCheck } from './type-check.js';

/**
 * What a short run looks at is chosen by the seed, or by parts of the names (`a|b`); `MATRIX_PART=2/8` is the second of eight parts of
 * everything, of which the first ones have each kind with each of its variants.
 */
const seed = Number(process.env['MATRIX_SEED'] ?? '1');
const only = process.env['MATRIX_ONLY']?.split('|');
const slice = /^(\d+)\/(\d+)$/.exec(process.env['MATRIX_PART'] ?? '');
const share = scaled(50);
/** Together in memory, in one program of the type check and in one process of synthesis. */
const chunk = 300;

/** What of a kind or a service a case shows, whichever services meet in it. */
const variantOf = ({ kind = 'service', asks }: Case): string =>
  'ends' in asks ? kind : `${kind} ${asks.owner}.${asks.field} ${JSON.stringify(asks.value)}`;

function variantsFirst(all: readonly Case[]): readonly Case[] {
  const seen = new Set<string>();
  const [first, again]: [Case[], Case[]] = [[], []];
  for (const one of all) {
    (seen.has(variantOf(one)) ? again : first).push(one);
    seen.add(variantOf(one));
  }
  return [...first, ...again];
}

function chosen(): readonly Case[] {
  const all = [...matrix()];
  if (only !== undefined) return all.filter(({ name }) => only.some((part) => name.includes(part)));
  if (slice !== null) {
    const [part, parts] = [Number(slice[1]), Number(slice[2])];
    const length = Math.ceil(all.length / parts);
    return variantsFirst(all).slice((part - 1) * length, part * length);
  }
  if (isFull) return all;
  // A step through the list, so that every kind has its part.
  const step = all.length / share;
  return Array.from({ length: share }, (_, index) => all[Math.floor((index + (seed % 97) / 97) * step)]).flatMap(
    (one) => one ?? [],
  );
}

interface Result {
  readonly made: Case;
  readonly project: Project;
  readonly templates: Templates;
  readonly before: Templates;
}

const cases = chosen();
const wrong = {
  exports: [] as string[],
  says: [] as string[],
  types: [] as string[],
  accepted: [] as string[],
  allowed: [] as string[],
};
const templateCheck = createTemplateCheck();
const typeCheck = createTypeCheck();

const projectOf = (design: Design): Project => generateProject(resolveSystem(design), { language: 'en' });

async function templatesOf(project: Project, synthesiser: Synthesiser): Promise<Templates> {
  const result = await synthesiser.synthesise(project);
  if ('templates' in result) return result.templates;
  throw new Error(result.problems.map(translateProblem).join('; '));
}

async function resultsOf(part: readonly Case[], synthesiser: Synthesiser): Promise<readonly Result[]> {
  const known = new Map<Design, Templates>([]);
  const before = async (design: Design): Promise<Templates> => {
    if (Object.keys(design.nodes).length === 0) return {};
    const templates = known.get(design) ?? (await templatesOf(projectOf(design), synthesiser));
    known.set(design, templates);
    return templates;
  };
  const results: Result[] = [];
  for (const made of part) {
    try {
      const project = projectOf(made.design);
      const problems = project.problems.filter(isError);
      if (problems.length > 0) throw new Error(problems.map(translateProblem).join('; '));
      const templates = await templatesOf(project, synthesiser);
      results.push({ made, project, templates, before: await before(made.before) });
    } catch (error) {
      wrong.exports.push(`${made.name} => ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return results;
}

/** What the templates lack of what a case asks for. */
function lacking({ made, templates, before }: Result): string | undefined {
  const change = changeBetween(before, templates);
  const { asks, design } = made;
  if ('ends' in asks) {
    if (silentConnections.has(made.name)) return undefined;
    const types = made.kind === undefined ? [] : (lookup(resourcesOf, made.kind) ?? []);
    const text = [...change.added].flat().join('\n');
    const { nodes } = resolveSystem(design);
    const isResource = (id: string): boolean => nodes.get(nodeId(id))?.service.cfnType !== undefined;
    const missing = [
      ...(types.length === 0 || types.some((type) => change.types.has(type)) ? [] : [types.join(' or ')]),
      ...(types.length === 0 ? [] : asks.ends.filter((id) => isResource(id) && !text.includes(constructIdOf(id)))),
    ];
    return missing.length === 0 ? undefined : `no ${missing.join(', ')} in ${[...change.types].join(', ')}`;
  }
  const field = `${asks.owner}.${asks.field}`;
  if (silentFields.has(field) || silentFields.has(`${field}@${made.kind ?? ''}`)) return undefined;
  if (change.isEmpty) return `${field} changes nothing`;
  if (translatedFields.has(field) || says(change, asks.value, spellings)) return undefined;
  return `${field} is said in none of ${[...change.added.values()].slice(0, 8).join(', ')}`;
}

function lookAt(results: readonly Result[]): void {
  wrong.types.push(...typeCheck.errorsOf(new Map(results.map(({ made, project }) => [made.name, project.files]))));
  for (const { made, project, templates, before } of results) {
    const say = (list: string[], text: string): void => {
      list.push(`${made.name} => ${text}`);
    };
    const lack = lacking({ made, project, templates, before });
    if (lack !== undefined) say(wrong.says, lack);
    for (const template of Object.values(templates))
      for (const error of templateCheck.errorsOf(template)) say(wrong.accepted, error);
    for (const action of allowedActions(Object.values(templates)))
      if (action.includes('*')) say(wrong.allowed, `allows ${action}`);
    for (const action of unexplained(policyStatementsOf(templates), project.files))
      say(wrong.allowed, `${action} on *`);
  }
}

beforeAll(async () => {
  for (let at = 0; at < cases.length; at += chunk) {
    const synthesiser = createSynthesiser();
    try {
      lookAt(await resultsOf(cases.slice(at, at + chunk), synthesiser));
    } finally {
      synthesiser.dispose();
    }
  }
  printCases();
}, 3_600_000);
afterAll(() => {
  templateCheck.free();
});

function printCases(): void {
  const counts = new Map<string, number>();
  for (const { kind = 'services and their fields' } of cases) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const variants = new Set(cases.map(variantOf)).size;
  process.stdout.write(
    `Matrix: ${String(cases.length)} designs, ${String(variants)} kinds and variants, seed ${String(seed)}\n`,
  );
  for (const [kind, count] of [...counts].sort()) process.stdout.write(`${String(count).padStart(6)}  ${kind}\n`);
}

/** One line for each cause, with the first case and how many there are. */
function grouped(lines: readonly string[]): readonly string[] {
  const byCause = new Map<string, string[]>();
  for (const line of lines) {
    const cause = line.replace(/^.*? (?:=> |lib\/|test\/|bin\/)/, '').replaceAll(/[0-9a-f]{8,}|\d+/g, '#');
    byCause.set(cause, [...(byCause.get(cause) ?? []), line]);
  }
  return [...byCause.values()].map((same) => `${String(same.length)} × ${same[0] ?? ''}`);
}

test('every case exports and synthesises', () => {
  expect(grouped(wrong.exports)).toEqual([]);
});

test('the templates say what was asked', () => {
  expect(grouped(wrong.says)).toEqual([]);
});

test('the emitted files pass the type check', () => {
  expect(grouped(wrong.types)).toEqual([]);
});

test('CloudFormation accepts the templates', () => {
  expect(grouped(wrong.accepted)).toEqual([]);
});

test('nothing is allowed by a wildcard, and on every resource only with the reason beside it', () => {
  expect(grouped(wrong.allowed)).toEqual([]);
});

test.runIf(isFull && only === undefined)('every kind has its cases', () => {
  const kinds = new Set(cases.map(({ kind }) => kind));
  expect(connections.map(({ kind }) => kind).filter((kind) => !kinds.has(kind))).toEqual([]);
  expect(cases.length).toBeGreaterThan(400);
});
