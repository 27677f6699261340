import { afterAll, describe, expect, test } from 'vitest';
import type { Plan, Project } from '../../src/codegen/index.js';
import { generateProject } from '../../src/codegen/targets/cdk-typescript.js';
import {
  nodeId,
  connectionId,
  contextId,
  emptyDesign,
  type Connection,
  type Design,
  type Json,
} from '../../src/model/design.js';
import { createSynthesiser } from '../../src/main/host/synth.js';
import { resolveSystem } from '../../src/system/resolve.js';
import { translateProblem } from './problem-text.js';
import { createTemplateCheck } from './templates.js';

const synthesiser = createSynthesiser();
const check = createTemplateCheck();
afterAll(() => {
  synthesiser.dispose();
  check.free();
});

type Node = readonly [service: string, context: string, props?: Readonly<Record<string, Json>>];
type Line = readonly [from: string, kind: string, to: string, props?: Readonly<Record<string, Json>>];

/** A design of nodes in contexts and lines between them. */
function draw(nodes: Readonly<Record<string, Node>>, lines: readonly Line[]): Design {
  const contexts = [...new Set(Object.values(nodes).map(([, context]) => context))].filter((id) => id !== '');
  return {
    ...emptyDesign('Shop'),
    contexts: Object.fromEntries(contexts.map((id) => [contextId(id), { label: id }])),
    nodes: Object.fromEntries(
      Object.entries(nodes).map(([id, [service, context, props = {}]]) => [
        nodeId(id),
        {
          service,
          label: id,
          origin: 'created' as const,
          props,
          ...(context === '' ? {} : { context: contextId(context) }),
        },
      ]),
    ),
    connections: Object.fromEntries(
      lines.map(([from, kind, to, props = {}], index): [string, Connection] => [
        connectionId(`line-${String(index)}`),
        { kind, from: nodeId(from), to: nodeId(to), props },
      ]),
    ),
  };
}

const generate = (design: Design): Project => generateProject(resolveSystem(design), { language: 'en' });

/** Stack -> stacks that it refers to. */
const references = ({ stacks }: Plan): Record<string, string[]> =>
  Object.fromEntries(stacks.map(({ id, references: own }) => [id, [...new Set(own.map(({ stack }) => stack))].sort()]));

async function synthesise(design: Design): Promise<Plan> {
  const project = generate(design);
  const result = await synthesiser.synthesise(project);
  if ('problems' in result) throw new Error([...result.problems, ...project.problems].map(translateProblem).join('\n'));
  expect(Object.values(result.templates).flatMap((template) => check.errorsOf(template))).toEqual([]);
  if (project.plan === undefined) throw new Error('no plan');
  return project.plan;
}

describe('contexts that synthesise', () => {
  test('a rule to a queue of another context lives with the queue', async () => {
    const plan = await synthesise(
      draw({ bus: ['event-bus', 'sales'], queue: ['sqs-queue', 'warehouse'] }, [['bus', 'rule', 'queue']]),
    );
    expect(references(plan)).toEqual({ shared: [], warehouse: ['shared'] });
  });

  test('two contexts that subscribe to each other meet at their buses in the shared stack', async () => {
    const plan = await synthesise(
      draw(
        {
          'sales-bus': ['event-bus', 'sales'],
          sell: ['lambda-function', 'sales'],
          'stock-bus': ['event-bus', 'stock'],
          count: ['lambda-function', 'stock'],
        },
        [
          ['sell', 'uses', 'sales-bus'],
          ['sales-bus', 'rule', 'count'],
          ['count', 'uses', 'stock-bus'],
          ['stock-bus', 'rule', 'sell'],
        ],
      ),
    );
    expect(references(plan)).toEqual({ shared: [], sales: ['shared'], stock: ['shared'] });
  });

  test('object events reach a function elsewhere that reads the bucket through EventBridge', async () => {
    const plan = await synthesise(
      draw({ uploads: ['s3-bucket', 'intake'], resize: ['lambda-function', 'media'] }, [
        ['uploads', 's3-notification', 'resize'],
        ['resize', 'uses', 'uploads', { actions: ['getObject'] }],
      ]),
    );
    expect(references(plan)).toEqual({ intake: [], media: ['intake'] });
  });

  test('an alarm calls the function of another context that it watches', async () => {
    const plan = await synthesise(
      draw({ alarm: ['cloudwatch-alarm', 'watch'], sell: ['lambda-function', 'sales'] }, [
        ['sell', 'alarm-metric', 'alarm'],
        ['alarm', 'alarm-action', 'sell'],
        ['alarm', 'alarm-action', 'sell', { state: 'OK' }],
      ]),
    );
    expect(references(plan)).toEqual({ sales: [], watch: ['sales'] });
  });

  test('a bus without a context that only one context uses is between contexts', async () => {
    const plan = await synthesise(
      draw({ bus: ['event-bus', ''], queue: ['sqs-queue', 'warehouse'] }, [['bus', 'rule', 'queue']]),
    );
    expect(references(plan)).toEqual({ shared: [], warehouse: ['shared'] });
  });

  test('a rule with targets in two contexts becomes one rule in each', async () => {
    const design = draw(
      { bus: ['event-bus', 'sales'], a: ['sqs-queue', 'one'], b: ['sqs-queue', 'two'], c: ['sqs-queue', 'two'] },
      [
        ['bus', 'rule', 'a'],
        ['bus', 'rule', 'b'],
        ['bus', 'rule', 'c'],
      ],
    );
    const shared: Design = {
      ...design,
      connections: Object.fromEntries(
        Object.entries(design.connections).map(([id, line]) => [id, { ...line, resource: 'order-placed' }]),
      ),
    };
    const plan = await synthesise(shared);
    const rules = (id: string): number =>
      JSON.stringify(plan.stacks.find((stack) => stack.id === id)?.statements).split('"Rule"').length - 1;
    expect([rules('one'), rules('two')]).toEqual([1, 1]);
  });
});

test('a context of nothing but APIs without resources becomes no stack', () => {
  const drawn = draw({ model: ['bedrock-model', 'ai'], ask: ['lambda-function', 'web'] }, [['ask', 'uses', 'model']]);
  const { plan } = generateProject(resolveSystem(drawn), { language: 'en' });
  expect(plan?.stacks.map(({ id }) => id)).toEqual(['web']);
});

describe('what cannot be put in an order', () => {
  test('contexts that use each other synchronously are a problem with a way out, not a failed synthesis', () => {
    const { files, problems } = generate(
      draw(
        {
          sell: ['lambda-function', 'sales'],
          orders: ['dynamodb-table', 'sales'],
          count: ['lambda-function', 'stock'],
          items: ['dynamodb-table', 'stock'],
        },
        [
          ['sell', 'uses', 'items'],
          ['count', 'uses', 'orders'],
        ],
      ),
    );
    expect(files.size).toBe(0);
    expect(problems.map(({ code, facts }) => [code, facts])).toContainEqual([
      'stack-cycle',
      { contexts: 'sales, stock', connections: 'count → orders, sell → items' },
    ]);
  });

  test('two functions that know each other by environment variables are a problem', () => {
    const { files, problems } = generate(
      draw({ ping: ['lambda-function', ''], pong: ['lambda-function', ''] }, [
        ['ping', 'uses', 'pong'],
        ['pong', 'uses', 'ping'],
      ]),
    );
    expect(files.size).toBe(0);
    expect(problems.map(({ code, facts }) => [code, facts])).toContainEqual([
      'resource-cycle',
      { nodes: 'ping, pong' },
    ]);
  });
});

test('a function that has to know the distribution before its own API is a problem', () => {
  const { problems } = generate(
    draw({ site: ['distribution', ''], api: ['rest-api', ''], clear: ['lambda-function', ''] }, [
      ['site', 'origin', 'api', { pathPattern: '/api/*' }],
      ['api', 'api-proxy', 'clear'],
      ['clear', 'uses', 'site', { actions: ['createInvalidation'] }],
    ]),
  );
  expect(problems.map(({ code, facts }) => [code, facts])).toContainEqual([
    'resource-cycle',
    { nodes: 'api, clear, site' },
  ]);
});

describe('moved nodes', () => {
  const moved = (service: string): Design => {
    const design = draw({ thing: [service, 'sales'], other: ['sqs-queue', 'stock'] }, []);
    return {
      ...design,
      nodes: Object.fromEntries(
        Object.entries(design.nodes).map(([id, node]) => [id, id === 'thing' ? { ...node, stack: 'stock' } : node]),
      ),
    };
  };

  test('what keeps data stays in its stack, and the design says so', () => {
    const { plan, problems } = generate(moved('dynamodb-table'));
    expect(plan?.stacks.map(({ id }) => id)).toEqual(['stock']);
    expect(problems.map(({ code }) => code)).toContain('replaces-resource');
  });

  test('what keeps none follows its context', () => {
    expect(generate(moved('lambda-function')).plan?.stacks.map(({ id }) => id)).toEqual(['sales', 'stock']);
  });
});

describe('names', () => {
  test('hostile ids and labels give a project that synthesises', async () => {
    const design = draw(
      {
        events: ['event-bus', 'a-1'],
        dependencies: ['sqs-queue', 'a-1'],
        env: ['sqs-queue', 'a1'],
        class: ['lambda-function', 'a1'],
        'stack-name': ['dynamodb-table', 'a1'],
        'events-resource': ['sqs-queue', 'a1'],
      },
      [
        ['class', 'uses', 'dependencies'],
        ['events', 'rule', 'env'],
      ],
    );
    const label = '*/ `${process.exit()}` \'"\u2028</script>';
    await synthesise({
      ...design,
      settings: { ...design.settings, name: label, tags: { "it's": label } },
      nodes: Object.fromEntries(
        Object.entries(design.nodes).map(([id, node]) => [id, { ...node, label, comment: label }]),
      ),
    });
  });

  test('text that the CDK would replace is a problem', () => {
    const design = draw({ queue: ['sqs-queue', ''] }, []);
    const { files, problems } = generate({
      ...design,
      nodes: Object.fromEntries(
        Object.entries(design.nodes).map(([id, node]) => [
          id,
          { ...node, overrides: { QueueName: '${Token[AWS.Region.0]}' } },
        ]),
      ),
    });
    expect(files.size).toBe(0);
    expect(problems.map(({ code }) => code)).toContain('text-reserved');
  });
});
