import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '../../src/catalog/further.js';
import { advise } from '../../src/advisor/engine.js';
import { connections, services } from '../../src/catalog/index.js';
import { generateProject } from '../../src/codegen/targets/cdk-typescript.js';
import type { Design } from '../../src/model/design.js';
import { invariant } from '../../src/model/invariant.js';
import { parseDesign } from '../../src/model/parse.js';
import { placeProblems } from '../../src/model/places.js';
import { isError } from '../../src/model/problems.js';
import { serialiseDesign } from '../../src/model/serialise.js';
import { problemsOf } from '../../src/system/problems.js';
import { resolveSystem } from '../../src/system/resolve.js';
import { scaled } from '../helpers/scale.js';

/**
 * Whatever stands in a file: no exception, no hang, every problem with its place. Files are made in three ways: real
 * designs with their text torn, real designs with their values swapped, and designs made up from the catalog.
 */

const folder = join(import.meta.dirname, '../../templates/designs');
const seeds = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));

/** Everything the app does with a file that it opens. An assertion of the test runner costs more than a case: invariants. */
function useFile(text: string): void {
  const result = parseDesign(text, { file: 'design.yaml' });
  invariant(result.design !== undefined || result.problems.some(isError), 'no design and no error');
  for (const found of result.problems) invariant(found.place !== undefined, `no place for ${found.code}`);
  if (result.design !== undefined) useDesign(result.design, text);
}

function useDesign(design: Design, text: string): void {
  const system = resolveSystem(design);
  for (const found of placeProblems(problemsOf(system), text))
    invariant((found.place?.line ?? 0) > 0, `no place for ${found.code}`);
  const findings = advise(system);
  for (const finding of findings) if (finding.applicable) finding.rule.apply(system, finding);
  const project = generateProject(system, { language: 'en' });
  // An export of errors is none at all.
  invariant(project.files.size > 0 === !project.problems.some(isError), 'files with errors, or none without');
  const again = parseDesign(serialiseDesign(design));
  invariant(again.design !== undefined, 'what was saved does not open');
}

const token = fc.oneof(
  fc.constantFrom(
    'null',
    '~',
    '[]',
    '{}',
    '-',
    ':',
    '"',
    "'",
    '|',
    '>',
    '&a',
    '*a',
    '!!str',
    '!x',
    '\t',
    '\n',
    '\r',
    '  ',
    '#',
    '0x1F',
    '1e400',
    '-.inf',
    '.nan',
    '__proto__',
    'constructor',
    'toString',
    '<<',
    '? ',
    '%YAML 1.2',
    '---',
    '...',
    '${X}',
    '{% $eval("1") %}',
    '{% [',
    '$.a[*]',
    '\u0000',
    '\uFEFF',
    '\u2028',
    '../../../etc/passwd',
    '<img src=x onerror=alert(1)>',
    '注文',
    '🚀',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

/** One tear of a text: something taken out, put in, or doubled, anywhere. */
const tear = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.nat({ max: 60 }),
  insert: fc.oneof({ weight: 3, arbitrary: token }, { weight: 1, arbitrary: fc.constant('') }),
  double: fc.boolean(),
});

const tornText = fc
  .tuple(fc.nat({ max: Math.max(0, seeds.length - 1) }), fc.array(tear, { minLength: 1, maxLength: 5 }))
  .map(([seed, tears]) =>
    tears.reduce((text, { at, remove, insert, double }) => {
      const position = Math.floor(at * text.length);
      const piece = text.slice(position, position + remove);
      return text.slice(0, position) + (double ? piece + piece : '') + insert + text.slice(position + remove);
    }, seeds[seed] ?? ''),
  );

const anyJson = fc.jsonValue({ maxDepth: 2 });
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'gone', 'constructor-2');
const propNames = [
  ...new Set([
    ...services.flatMap((service) => Object.keys(service.fields)),
    ...connections.flatMap((connection) => Object.keys(connection.fields)),
  ]),
];
const props = fc.dictionary(fc.constantFrom(...propNames, 'other'), fc.oneof(anyJson, token, id), { maxKeys: 6 });
const definition = fc.record({
  format: fc.constantFrom('json', 'yaml'),
  text: fc.oneof(
    fc.constant(
      '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"${BArn}"},"End":true}}}',
    ),
    fc.json(),
    token,
  ),
  substitutions: fc.dictionary(
    fc.constantFrom('BArn', 'X'),
    fc.record({ node: id, attribute: fc.constantFrom('arn', 'name', 'nothing') }),
  ),
});
const node = fc.record(
  {
    service: fc.constantFrom(...services.map((service) => service.type), 'unknown-thing'),
    label: token,
    context: fc.constantFrom('one', 'two', 'gone'),
    origin: fc.constantFrom('created', 'existing'),
    existing: fc.record({ by: fc.constantFrom('name', 'arn', 'ssm-parameter', 'export'), value: token }),
    props,
    overrides: fc.dictionary(fc.constantFrom('Name', 'A.B', '__x'), anyJson),
    definition,
  },
  { requiredKeys: ['service', 'label'] },
);
const connection = fc.record(
  {
    kind: fc.constantFrom(...connections.map((kind) => kind.kind), 'unknown-kind'),
    from: id,
    to: id,
    props,
    resource: fc.constantFrom('r', 's'),
  },
  { requiredKeys: ['kind', 'from', 'to'] },
);
const madeUp = fc
  .record({
    nodes: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), node, { noNullPrototype: true }),
    connections: fc.dictionary(fc.constantFrom('p', 'q', 'r', 's', 't', 'u'), connection, { noNullPrototype: true }),
  })
  .map((parts) =>
    JSON.stringify({
      format: 'servicefull-design',
      version: 1,
      settings: { name: 'Made up' },
      contexts: { one: { label: 'One' }, two: { label: 'Two' } },
      ...parts,
    }),
  );

/** A real design with some values replaced by others of any kind. */
const swapped = fc
  .tuple(
    fc.nat({ max: Math.max(0, seeds.length - 1) }),
    fc.array(fc.tuple(fc.nat(), fc.oneof(anyJson, token, id)), { minLength: 1, maxLength: 4 }),
  )
  .map(([seed, swaps]) => {
    const design = parseDesign(seeds[seed] ?? '').design;
    return swaps.reduce((text, [at, value]) => swap(text, at, value), JSON.stringify(design ?? {}));
  });

/** Replaces the value after the nth colon of a JSON text by another, if the text stays JSON. */
function swap(text: string, at: number, value: unknown): string {
  const holders: { holder: Record<string, unknown>; key: string }[] = [];
  const root: unknown = JSON.parse(text);
  const visit = (current: unknown): void => {
    if (typeof current !== 'object' || current === null) return;
    for (const [key, item] of Object.entries(current)) {
      holders.push({ holder: current as Record<string, unknown>, key });
      visit(item);
    }
  };
  visit(root);
  const chosen = holders[at % Math.max(1, holders.length)];
  if (chosen !== undefined) chosen.holder[chosen.key] = value;
  return JSON.stringify(root);
}

describe('a file of any kind is read, advised on and exported without an exception', () => {
  test('there are real designs to start from', () => {
    expect(seeds.length).toBeGreaterThan(0);
  });
  test.each([
    ['real designs with their text torn', tornText, scaled(200)],
    ['real designs with values swapped', swapped, scaled(150)],
    ['designs made up from the catalog', madeUp, scaled(150)],
  ])('%s', { timeout: 3_600_000 }, (_, files, numRuns) => {
    fc.assert(fc.property(files, useFile), { numRuns });
  });
});
