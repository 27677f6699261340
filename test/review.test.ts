import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { advise } from '../src/advisor/engine.js';
import { generateProject } from '../src/codegen/targets/cdk-typescript.js';
import { design as drawn } from './helpers/design-text.js';
import { parseXml } from './pictures/xml.js';
import { languages, type Language } from '../src/model/localized.js';
import type { Design } from '../src/model/design.js';
import { parseDesign } from '../src/model/parse.js';
import { resolveSystem } from '../src/system/resolve.js';
import { reviewDocument, reviewHtml, reviewMarkdown, type ReviewDocument } from '../src/review/index.js';

const folder = join(import.meta.dirname, '../templates/designs');
const templates = readdirSync(folder).map((name): [string, Design] => {
  const { design } = parseDesign(readFileSync(join(folder, name), 'utf8'));
  if (design === undefined) throw new Error(name);
  return [name, design];
});

function documentOf(design: Design, language: Language): ReviewDocument {
  const system = resolveSystem(design);
  return reviewDocument({ system, findings: advise(system), project: generateProject(system, { language }), language });
}

/** The body as XML: every element is closed, every text escaped. */
const bodyOf = (html: string) => parseXml(`<main>${html.split('<main>')[1]?.split('</main>')[0] ?? ''}</main>`);
const blocksOf = (made: ReviewDocument, id: string) => made.sections.find((section) => section.id === id)?.blocks ?? [];
const textOf = (made: ReviewDocument): string => JSON.stringify(made);
/** Pipes that part the cells of a line. */
const cellsIn = (line: string): number => (line.match(/(?<!\\)\|/g) ?? []).length;

describe.each(templates)('%s', (_, design) => {
  test.each(languages)('in %s: every section, nothing left open, well-formed in both forms', (language) => {
    const made = documentOf(design, language);
    expect(made.sections.map(({ id }) => id)).toEqual([
      'picture',
      'contexts',
      'connections',
      'decisions',
      'findings',
      'permissions',
      'costs',
      'code',
    ]);
    expect(textOf(made)).not.toMatch(
      /\{(?:words|label|name|count|service|title|team|region|year)\}|undefined|\[object/,
    );
    const html = reviewHtml(made, '<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect(html).toContain(`<html lang="${language}">`);
    bodyOf(html);
    const markdown = reviewMarkdown(made, { file: 'a.svg' });
    for (const block of markdown.split('\n\n')) {
      const rows = block.trimEnd().split('\n');
      if (!block.startsWith('| ')) continue;
      expect(new Set(rows.map(cellsIn)).size, block).toBe(1);
    }
  });

  test('every node, connection and owned function is in it', () => {
    const made = documentOf(design, 'en');
    const rows = (id: string): number =>
      blocksOf(made, id).reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0), 0);
    const system = resolveSystem(design);
    expect(rows('contexts')).toBe(system.nodes.size);
    expect(rows('connections')).toBe(system.connections.size);
    const functions = [...system.nodes.values()].filter(
      ({ service, node }) => service.type === 'lambda-function' && node.origin === 'created',
    );
    expect(rows('code')).toBeGreaterThanOrEqual(functions.length);
  });
});

const evil =
  '<img src=x onerror=alert(1)>"\'&amp; | `x` [a](javascript:alert(1)) ](http://evil) \n# no\n- no \u0000\u202e';

test.each(languages)('texts that were written to do harm stay texts, in %s', (language) => {
  const base = drawn(
    '[Shop] rest-api Api -> lambda-function Put(work: transport, mapping: none) -> dynamodb-table Orders',
  );
  const hostile: Design = {
    ...base,
    settings: { ...base.settings, name: evil, region: evil },
    contexts: Object.fromEntries(
      Object.entries(base.contexts).map(([id, one]) => [id, { ...one, label: evil, team: evil, comment: evil }]),
    ),
    nodes: Object.fromEntries(
      Object.entries(base.nodes).map(([id, one]) => [id, { ...one, label: evil, comment: evil }]),
    ),
    connections: Object.fromEntries(
      Object.entries(base.connections).map(([id, one]) => [id, { ...one, comment: evil }]),
    ),
    notes: { n: { text: evil } } as unknown as Design['notes'],
    decisions: [{ rule: evil, fingerprint: 'x', reason: evil }],
  };
  const made = documentOf(hostile, language);
  const html = reviewHtml(made, '');
  expect(html).not.toMatch(/<img|<script|javascript:[^(]*"|[\u0000\u202e]/i);
  expect([...new Set([...html.matchAll(/<(\w+)/g)].map(([, name]) => name))].sort()).toEqual(
    expect.arrayContaining(['a', 'body', 'h1', 'td']),
  );
  for (const link of html.matchAll(/href="([^"]*)"/g)) expect(link[1]).toMatch(/^(?:#[a-z]+|https:\/\/)/);
  bodyOf(html);

  const markdown = reviewMarkdown(made, { file: 'a b).svg' });
  expect(markdown).toContain('](<a%20b).svg>)');
  expect(markdown).not.toMatch(/[\u0000\u202e]/);
  // Outside of code, each sign that would begin something has its backslash.
  const plain = markdown.replace(/\\./g, '').replace(/`[^`\n]*`/g, '');
  expect(plain).not.toMatch(/(?<!\]\()<\w/);
  expect(
    [...plain.matchAll(/\]\(([^)]*)\)/g)].map(([, url]) => url).filter((url) => !/^<(?:https:|a%20b)/.test(url ?? '')),
  ).toEqual([]);
  expect(markdown.split('\n').filter((text) => /^#+ no|^- no/.test(text))).toEqual([]);
});

test('a decision is a record with its reason, and what is decided is not open any more', () => {
  const base = drawn('rest-api Api -> lambda-function Put(work: transport, mapping: none) -> dynamodb-table Orders');
  const [finding] = advise(resolveSystem(base));
  if (finding === undefined) throw new Error('nothing was found');
  const open = documentOf(base, 'en');
  expect(blocksOf(open, 'decisions')).toEqual([{ kind: 'text', text: 'No decision is recorded.', tone: 'hint' }]);
  const decided = { rule: finding.rule.id, fingerprint: finding.fingerprint, reason: 'The team knows Lambda best.' };
  const made = documentOf({ ...base, decisions: [decided] }, 'en');
  const text = JSON.stringify(blocksOf(made, 'decisions'));
  expect(text).toContain('ADR-001');
  expect(text).toContain('Reason: The team knows Lambda best.');
  expect(blocksOf(made, 'findings').length).toBeLessThan(blocksOf(open, 'findings').length);
  expect(JSON.stringify(blocksOf(made, 'code'))).toContain('The team knows Lambda best.');
});

test('a connection tells its delivery and what happens when it fails', () => {
  const made = documentOf(
    drawn('sqs-queue Dead; event-bus Bus -rule(deadLetterQueue: Dead, retryAttempts: 3)-> lambda-function F'),
    'en',
  );
  expect(JSON.stringify(blocksOf(made, 'connections'))).toMatch(/asynchronous.*: 3.*Dead/);
});

test('a design of nothing and a design with errors have a document', () => {
  expect(documentOf(drawn(''), 'ja').title).toBe('Test');
  const broken = drawn('rest-api Api -rule-> sqs-queue Q');
  expect(documentOf(broken, 'en').sections).toHaveLength(8);
});
