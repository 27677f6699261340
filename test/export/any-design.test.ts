import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connections, services } from '../../src/catalog/index.js';
import { generateProject } from '../../src/codegen/targets/cdk-typescript.js';
import { createSynthesiser } from '../../src/main/host/synth.js';
import { lookup, type Design, type NodeId } from '../../src/model/design.js';
import type { Field } from '../../src/model/fields.js';
import { constructIdOf } from '../../src/model/names.js';
import { isError } from '../../src/model/problems.js';
import { resolveSystem } from '../../src/system/resolve.js';
import { changedResources, type Templates } from './matrix/change.js';
import { translateProblem } from './problem-text.js';
import { isFull } from './project.js';
import { randomDesign, randomOf, withNodeAlone, withOneMore, withOtherLabels } from './random-design.js';
import { createTemplateCheck, withoutAssetHashes } from './templates.js';

/** Seeds of the designs: one of them is run again by `ANY_SEED=17`. */
const only = process.env['ANY_SEED'];
const count = isFull ? 500 : 10;
const seeds = only === undefined ? Array.from({ length: count }, (_, index) => index + 1) : [Number(only)];
/** They grow with the seed, so that what fails first is small. */
const sizeOf = (seed: number): number => (isFull || only !== undefined ? 1 + (seed % 60) : 1 + (seed % 12));

interface Synthesised {
  readonly seed: number;
  readonly design: Design;
  readonly templates: Templates;
}

const synthesiser = createSynthesiser();
const check = createTemplateCheck();
const synthesised: Synthesised[] = [];
const failed: string[] = [];
const refused: string[] = [];

/** The templates of a design; `undefined` where it says why it has none. */
async function templatesOf(design: Design): Promise<Templates | undefined> {
  const project = generateProject(resolveSystem(design), { language: 'en' });
  if (project.plan === undefined) {
    const reasons = project.problems.filter(isError);
    if (reasons.length === 0) throw new Error('neither files nor a reason');
    return undefined;
  }
  const result = await synthesiser.synthesise(project);
  if ('templates' in result) return withoutHashes(result.templates);
  throw new Error(result.problems.map(translateProblem).join('; '));
}

/**
 * Bundles differ each time that they are made; versions and deployments are new with each change of their content. A policy says
 * the same in any order.
 */
const withoutHashes = (templates: Templates): Templates =>
  withSortedStatements(
    JSON.parse(
      JSON.stringify(withoutAssetHashes(templates)).replaceAll(
        /((?:CurrentVersion|Deployment)[0-9A-F]{8})[0-9a-f]{32}/g,
        '$1',
      ),
    ),
  ) as Templates;

function withSortedStatements(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSortedStatements);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]: [string, unknown]) => [
      key,
      key === 'Statement' && Array.isArray(one)
        ? (one as readonly unknown[])
            .map((statement) => [JSON.stringify(statement), statement] as const)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([, statement]) => statement)
        : withSortedStatements(one),
    ]),
  );
}

beforeAll(async () => {
  for (const seed of seeds) {
    try {
      const design = randomDesign(seed, sizeOf(seed));
      const templates = await templatesOf(design);
      if (templates === undefined) refused.push(String(seed));
      else synthesised.push({ seed, design, templates });
    } catch (error) {
      failed.push(`seed ${String(seed)}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  printHits();
}, 3_600_000);
afterAll(() => {
  synthesiser.dispose();
  check.free();
});

/** What of the catalog the designs have: kind -> how often, and each option of each field of services and kinds. */
function hits(): { readonly kinds: ReadonlyMap<string, number>; readonly options: ReadonlySet<string> } {
  const kinds = new Map<string, number>();
  const options = new Set<string>();
  const see = (owner: string, props: Readonly<Record<string, unknown>>): void => {
    for (const [name, value] of Object.entries(props)) options.add(`${owner}.${name}: ${String(value)}`);
  };
  for (const { design } of synthesised) {
    const system = resolveSystem(design);
    for (const { service, node } of system.nodes.values()) see(service.type, node.props);
    for (const { kind, definition, props } of system.connections.values()) {
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if (definition !== undefined) see(kind, props);
    }
  }
  return { kinds, options };
}

const optionsOf = (owner: string, fields: Readonly<Record<string, Field>>): readonly string[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    field.kind === 'choice'
      ? Object.keys(field.options)
          .filter((option) => option !== field.default)
          .map((option) => `${owner}.${name}: ${option}`)
      : field.kind === 'boolean'
        ? [`${owner}.${name}: ${String(!field.default)}`]
        : [],
  );

const allOptions = [
  ...services.flatMap(({ type, fields }) => optionsOf(type, fields)),
  ...connections.flatMap(({ kind, fields }) => optionsOf(kind, fields)),
];

function printHits(): void {
  const tell = (line: string): void => {
    process.stdout.write(`${line}\n`);
  };
  const { kinds, options } = hits();
  tell(
    `Random designs: seeds ${String(seeds[0])} to ${String(seeds.at(-1))}, ${String(synthesised.length)} synthesised`,
  );
  if (refused.length > 0) tell(`Refused with a reason: ${refused.join(', ')}`);
  for (const [kind, times] of [...kinds].sort()) tell(`${String(times).padStart(6)}  ${kind}`);
  const missed = allOptions.filter((option) => !options.has(option));
  tell(`${String(allOptions.length - missed.length)} of ${String(allOptions.length)} options of fields`);
  if (isFull && missed.length > 0) tell(`Not met: ${missed.join(', ')}`);
}

test('any legal design exports and synthesises, or says why not', () => {
  expect(failed).toEqual([]);
  // Most get this far, or the test says little.
  expect(synthesised.length).toBeGreaterThan(seeds.length * 0.8);
});

test('CloudFormation accepts their templates', { timeout: 3_600_000 }, () => {
  const errors = synthesised.flatMap(({ seed, templates }) =>
    Object.values(templates).flatMap((template) =>
      check.errorsOf(template).map((error) => `seed ${String(seed)}: ${error}`),
    ),
  );
  expect(errors).toEqual([]);
});

test.runIf(isFull)('every kind is met', () => {
  const { kinds } = hits();
  expect(connections.map(({ kind }) => kind).filter((kind) => !kinds.has(kind))).toEqual([]);
});

describe('what a change of the design changes', () => {
  /** Runs a change on each design; what it changes beyond what it may is said with its seed. */
  async function changes(
    change: (
      one: Synthesised,
    ) => { readonly design: Design; readonly mayChange: (resource: Resource) => boolean } | undefined,
  ): Promise<void> {
    const wrong: string[] = [];
    let compared = 0;
    for (const one of synthesised) {
      const changed = change(one);
      const templates = changed === undefined ? undefined : await templatesOf(changed.design);
      if (changed === undefined || templates === undefined) continue;
      compared++;
      const beyond = changedResources(one.templates, templates).filter((resource) => !changed.mayChange(resource));
      if (beyond.length > 0)
        wrong.push(`seed ${String(one.seed)}: ${beyond.map(({ id, type, how }) => `${how} ${type} ${id}`).join(', ')}`);
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(synthesised.length / 4);
  }
  type Resource = ReturnType<typeof changedResources>[number];

  /**
   * What one stack has once for all its nodes: its dead-letter queue as long as a node has none of its own, with the policy that
   * names who may send to it, and the role of a custom resource of the CDK, which names what it may change.
   */
  const isShared = ({ id, type }: Resource): boolean =>
    id.startsWith('DeadLetters') || (type === 'AWS::IAM::Role' && id.includes('CustomResourceProviderRole'));

  /**
   * What names an end names it anew where the end is another resource now: a stream that reads from Kafka is made anew, as
   * CloudFormation has it. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesisfirehose-deliverystream.html
   */
  const names = (before: Templates, { stack, id }: Resource, end: NodeId): boolean => {
    const { Resources: resources = {} } = before[stack] as { readonly Resources?: Readonly<Record<string, unknown>> };
    return JSON.stringify(resources[id] ?? '').includes(`"${constructIdOf(end).replaceAll('_', '')}`);
  };

  test('a changed label changes no logical id', { timeout: 3_600_000 }, async () => {
    await changes(({ seed, design }) => ({
      design: withOtherLabels(design, randomOf(seed)),
      mayChange: ({ how }) => how === 'changed',
    }));
  });

  test('a node that nothing is connected with changes nothing else', { timeout: 3_600_000 }, async () => {
    await changes(({ seed, design }) => {
      const more = withNodeAlone(design, randomOf(seed));
      return more && { design: more.design, mayChange: (resource) => resource.how === 'added' || isShared(resource) };
    });
  });

  test(
    'a connection changes its ends, their policies, and the deployment of an API',
    { timeout: 3_600_000 },
    async () => {
      await changes(({ seed, design, templates }) => {
        const more = withOneMore(design, randomOf(seed));
        if (more === undefined) return undefined;
        const isStream = (end: NodeId): boolean => lookup(design.nodes, end)?.service === 'firehose-stream';
        // Logical ids have no underscores.
        const belongs = (id: string, node: NodeId): boolean => id.startsWith(constructIdOf(node).replaceAll('_', ''));
        return {
          design: more.design,
          mayChange: (resource) =>
            resource.how === 'added' ||
            resource.type === 'AWS::ApiGateway::Deployment' ||
            isShared(resource) ||
            more.ends.some((end) => belongs(resource.id, end) || (isStream(end) && names(templates, resource, end))),
        };
      });
    },
  );
});
