import { describe, expect, test } from 'vitest';
import { design, idOf } from '../../test/helpers/design-text.js';
import { emptyDesign, entries } from '../model/design.js';
import { addNode, updateNode } from '../model/graph.js';
import { permissionsOf } from './permissions.js';
import { problemsOf } from './problems.js';
import { resolveSystem } from './resolve.js';
import type { System } from './system.js';
import { addTaskFor, removeTask } from './tasks.js';

const codesOf = (text: string): string[] => problemsOf(resolveSystem(design(text))).map(({ code }) => code);

describe('the system of a design', () => {
  test('keeps what did not change', () => {
    const made = design('rest-api A -> lambda-function F -> dynamodb-table T; state-machine M -> dynamodb-table T');
    const before = resolveSystem(made);
    const after = resolveSystem(
      updateNode(made, idOf(made, 'A'), (node) => ({ ...node, label: 'B' })),
      before,
    );
    expect(after.node(idOf(made, 'F'))).toBe(before.node(idOf(made, 'F')));
    expect(after.connections.get('f-to-t')).toBe(before.connections.get('f-to-t'));
    expect(after.connections.get('task:m:t')).toBe(before.connections.get('task:m:t'));
    expect(after.connections.get('a-to-f')).toBe(before.connections.get('a-to-f'));
    expect(resolveSystem(made, before)).toBe(before);
  });

  test('derives a Task, its permission and its label from the definition', () => {
    const system = resolveSystem(design('state-machine M -> dynamodb-table T'));
    expect(system.connections.get('task:m:t')).toMatchObject({
      origin: 'task',
      action: 'putItem',
      label: { en: 'PutItem' },
      states: [['States', 'PutItem T']],
    });
    expect(permissionsOf(system)).toEqual([
      { grantee: 'm', actions: ['dynamodb:PutItem'], resources: [{ node: 't', attribute: 'arn' }] },
    ]);
  });

  test('removing a Task undoes adding it', () => {
    const made = design('state-machine M -> sqs-queue Q; dynamodb-table T');
    const [machine, table] = [idOf(made, 'M'), idOf(made, 'T')];
    const added = addTaskFor(made, machine, table, 'getItem');
    expect(resolveSystem(added).connections.get('task:m:t')?.action).toBe('getItem');
    expect(removeTask(added, machine, table).nodes[machine]?.definition?.substitutions).toEqual(
      made.nodes[machine]?.definition?.substitutions,
    );
    expect(resolveSystem(removeTask(added, machine, table)).connections.has('task:m:t')).toBe(false);
  });

  test('a running job needs to be watched', () => {
    const made = design('state-machine M; state-machine N');
    const permissions = permissionsOf(
      resolveSystem(addTaskFor(made, idOf(made, 'M'), idOf(made, 'N'), 'startExecution', 'RUN_JOB')),
    );
    expect(permissions.flatMap(({ actions }) => actions)).toEqual(
      expect.arrayContaining(['states:StartExecution', 'states:DescribeExecution', 'events:PutRule']),
    );
  });

  test('Transcribe has no resource to name for starting a job, and says so', () => {
    const permissions = permissionsOf(resolveSystem(design('state-machine M -> transcribe')));
    expect(permissions.map(({ resources }) => resources)).toEqual([[]]);
    expect(permissions[0]?.anyResource?.en).toContain('no resource');
  });

  test('shows what a field refers to', () => {
    const system = resolveSystem(design('sqs-queue Q(deadLetterQueue: D); sqs-queue D'));
    expect([...system.connections.values()]).toMatchObject([{ origin: 'reference', from: 'q', to: 'd' }]);
  });

  test('reports what is wrong, and never throws', () => {
    expect(codesOf('quantum-box Q')).toEqual(['unknown-service']);
    expect(codesOf('sqs-queue Q -teleport-> lambda-function F')).toContain('unknown-connection-kind');
    expect(codesOf('dynamodb-table T(stream: none) -s3-notification-> lambda-function F')).toContain(
      'illegal-connection',
    );
    expect(codesOf('sqs-queue Q(visibilityTimeout: 50000)')).toContain('field-out-of-range');
    expect(codesOf('event-bus B -rule(pattern: {"source":"x"})-> lambda-function F')).toContain('code-invalid');
    expect(codesOf('pipe P')).toEqual(['pipe-incomplete', 'pipe-incomplete']);
    expect(codesOf('rest-api A')).toEqual(['route-without-target']);
    expect(codesOf('lambda-function F')).toEqual(['not-connected']);
    expect(
      codesOf('rest-api A -(path: /{a})-> lambda-function F; rest-api A -(path: /{b})-> lambda-function G'),
    ).toContain('route-twice');
    expect(codesOf('rest-api A -(mapping: missing)-> sqs-queue Q')).toEqual(['mapping-missing']);
    expect(codesOf('sqs-queue Q -> lambda-function F(timeout: 60)')).toContain('visibility-too-short');
    expect(codesOf('sqs-queue Q -> lambda-function F; sqs-queue Q -> lambda-function F')).toContain('mapping-twice');
    expect(codesOf('sqs-queue Q(visibilityTimeout: 60) -> lambda-function F(timeout: 60)')).not.toContain(
      'visibility-too-short',
    );
    expect(
      codesOf(
        'state-machine M(definition: {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"${Gone}","End":true}}})',
      ),
    ).toEqual(expect.arrayContaining(['substitution-unknown', 'task-without-node']));
  });
});

test('a rule of several targets has one pattern', () => {
  const drawn = design('event-bus B -> sqs-queue Q; event-bus B -> sqs-queue R');
  const withPatterns = (...patterns: string[]): System =>
    resolveSystem({
      ...drawn,
      connections: Object.fromEntries(
        entries(drawn.connections).map(([id, connection], index) => [
          id,
          { ...connection, resource: 'orders', props: { pattern: patterns[index] ?? '' } },
        ]),
      ),
    });
  const codes = (system: System): string[] => problemsOf(system).map(({ code }) => code);
  expect(codes(withPatterns('{"source":["a"]}', '{"source":["b"]}'))).toContain('rule-patterns-differ');
  expect(codes(withPatterns('{"source":["a"]}', '{"source":["a"]}'))).toEqual([]);
});

describe('what AWS refuses is a problem before', () => {
  test.each([
    [
      'sqs-queue Dead; sqs-queue Q(queueType: fifo, deadLetterQueue: Dead) -> lambda-function F',
      'dead-letter-queue-type',
    ],
    ['sqs-queue Dead(queueType: fifo); lambda-function F(deadLetterQueue: Dead)', 'dead-letter-queue-type'],
    [
      'sqs-queue Dead(queueType: fifo); event-bus B -rule(deadLetterQueue: Dead)-> lambda-function F',
      'dead-letter-queue-type',
    ],
    [
      'rest-api A -api-proxy(path: /a/{id}, method: GET)-> lambda-function F; rest-api A -api-proxy(path: /a/{name}/b)-> lambda-function G',
      'route-parameters-differ',
    ],
    ['rest-api A -api-proxy(path: /a~b)-> lambda-function F', 'field-pattern'],
    ['rest-api A -> lambda-function F(environment: {"AWS_REGION": "eu-west-1"})', 'field-pattern'],
    ['rest-api A -> lambda-function F(environment: {"A-B": "1"})', 'field-pattern'],
  ])('%s', (text, code) => {
    expect(codesOf(text)).toContain(code);
  });

  test.each([
    'sqs-queue Dead(queueType: fifo); sqs-queue Q(queueType: fifo, deadLetterQueue: Dead) -> lambda-function F',
    'rest-api A -api-proxy(path: /a/{id}, method: GET)-> lambda-function F; rest-api A -api-proxy(path: /a/{id}/{name})-> lambda-function G',
    'http-api A -api-proxy(path: /a/{id}, method: GET)-> lambda-function F; http-api A -api-proxy(path: /a/{name}, method: PUT)-> lambda-function G',
    'http-api A -api-proxy(path: /a~b)-> lambda-function F',
  ])('but not: %s', (text) => {
    expect(codesOf(text)).toEqual([]);
  });

  test.each([
    ['sqs-queue', 'arn', 'orders', 1],
    ['sqs-queue', 'arn', 'arn:aws:sqs:eu-west-1:111122223333:orders', 0],
    ['dynamodb-table', 'arn', 'arn:aws:dynamodb:eu-west-1:111122223333:orders', 1],
    ['dynamodb-table', 'arn', 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders', 0],
    ['s3-bucket', 'name', 'My bucket', 1],
    ['s3-bucket', 'name', 'my-bucket', 0],
  ] as const)('an existing %s by %s "%s"', (service, by, value, count) => {
    const node = { service, label: 'It', origin: 'existing' as const, existing: { by, value }, props: {} };
    const { design: made } = addNode(emptyDesign('Test'), node);
    expect(problemsOf(resolveSystem(made)).filter(({ code }) => code === 'field-pattern')).toHaveLength(count);
  });
});
