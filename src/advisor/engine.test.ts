import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { design, idOf } from '../../test/helpers/design-text.js';
import { entries, lookup, type Design, type DesignNode } from '../model/design.js';
import { updateNode } from '../model/graph.js';
import { translate } from '../model/localized.js';
import { problemsOf } from '../system/problems.js';
import { resolveSystem } from '../system/resolve.js';
import type { Finding } from './define.js';
import { applyFinding } from './apply.js';
import { advise } from './engine.js';
import { shortHash } from './fingerprint.js';

const findingsOf = (made: Design): readonly Finding[] => advise(resolveSystem(made));
const nodeOf = (made: Design, id: string): DesignNode | undefined => lookup(made.nodes, id);

/** The design after the first finding of a rule is applied. */
function applied(made: Design, rule: string): Design {
  const system = resolveSystem(made);
  const finding = advise(system).find((one) => one.rule.id === rule && one.applicable);
  if (finding === undefined) throw new Error(`${rule} finds nothing`);
  return applyFinding(system, finding);
}
const kindsOf = (made: Design): string[] =>
  Object.values(made.connections)
    .map(({ kind, from, to }) => `${from} ${kind} ${to}`)
    .sort();

const direct = 'rest-api Api -> lambda-function Put(work: transport, mapping: picks) -> dynamodb-table Orders';

describe('a finding', () => {
  test('is the same whatever the order in which its design was drawn', () => {
    const made = design(`${direct}; sqs-queue Jobs -> lambda-function Relay(work: transport) -> event-bus Events`);
    const turned: Design = {
      ...made,
      nodes: Object.fromEntries(entries(made.nodes).reverse()),
      connections: Object.fromEntries(entries(made.connections).reverse()),
    };
    expect(findingsOf(made)).toHaveLength(2);
    expect(findingsOf(turned).map(({ id, fingerprint }) => [id, fingerprint])).toEqual(
      findingsOf(made).map(({ id, fingerprint }) => [id, fingerprint]),
    );
  });

  test('stays dismissed when a node is renamed, and returns when the function changes', () => {
    const made = design(direct);
    const [finding] = findingsOf(made);
    const dismissed: Design = {
      ...made,
      decisions: [
        { rule: finding?.rule.id ?? '', fingerprint: finding?.fingerprint ?? '', reason: 'It will compute soon.' },
      ],
    };
    const renamed = updateNode(dismissed, idOf(made, 'Put'), (node) => ({ ...node, label: 'Save' }));
    const changed = updateNode(dismissed, idOf(made, 'Put'), (node) => ({
      ...node,
      props: { ...node.props, mapping: 'none' },
    }));
    expect(findingsOf(dismissed)[0]?.dismissed).toEqual({ reason: 'It will compute soon.' });
    expect(findingsOf(renamed)[0]?.dismissed).toEqual({ reason: 'It will compute soon.' });
    expect(findingsOf(changed)[0]?.dismissed).toBeUndefined();
  });

  test('has a fingerprint of 16 digits that does not change between versions', () => {
    // Written in design files: a change of the hash brings back everything that was dismissed.
    expect(shortHash('')).toBe('cbf29ce484222325');
    expect(shortHash('a')).toBe('af63dc4c8601ec8c');
  });
});

describe('replacing a function', () => {
  test('takes its dead-letter queue along, unless something else uses it', () => {
    const own = `${direct}; lambda-function Put(deadLetterQueue: Failed); sqs-queue Failed`;
    expect(Object.keys(applied(design(own), 'api-gateway-direct-integration').nodes)).toEqual(['api', 'orders']);
    const shared = `${own}; sqs-queue Failed -> lambda-function Alarm(work: transform)`;
    expect(nodeOf(applied(design(shared), 'api-gateway-direct-integration'), 'failed')).toBeDefined();
  });

  test('keeps the function for whatever else calls it', () => {
    const made = design(`${direct}; event-bus Events -> lambda-function Put`);
    const [finding] = findingsOf(made);
    expect(finding?.verdict).toBe('partly');
    expect(kindsOf(applied(made, 'api-gateway-direct-integration'))).toEqual([
      'api api-integration orders',
      'events rule put',
      'put uses orders',
    ]);
  });

  test('keeps the routes as they are', () => {
    const made = design(`
      rest-api Api -api-proxy(method: PUT, path: /orders/{id})-> lambda-function Put(work: transport) -> dynamodb-table Orders
      rest-api Api -api-proxy(method: POST, path: /orders)-> lambda-function Put`);
    const routes = Object.values(applied(made, 'api-gateway-direct-integration').connections).map(({ props }) => props);
    expect(routes).toEqual([
      { method: 'PUT', path: '/orders/{id}', action: 'PutItem', mapping: 'missing' },
      { method: 'POST', path: '/orders', action: 'PutItem', mapping: 'missing' },
    ]);
  });

  test('names the method of a route where none is written: other routes have another usual one', () => {
    const made = design(direct);
    const bare: Design = {
      ...made,
      connections: Object.fromEntries(
        entries(made.connections).map(([id, one]) => [id, one.kind === 'api-proxy' ? { ...one, props: {} } : one]),
      ),
    };
    const [integration] = Object.values(applied(bare, 'api-gateway-direct-integration').connections);
    expect(integration?.props).toMatchObject({ method: 'ANY', path: '/' });
  });

  test('says a route as it is, also where its path has the braces of a placeholder', () => {
    const [finding] = findingsOf(
      design(
        'rest-api Api -api-proxy(method: PUT, path: /{target})-> lambda-function Put(work: unknown) -> sqs-queue Jobs',
      ),
    );
    const words = finding?.evidence.map(({ text }) => translate(text, 'en', finding.facts));
    expect(words?.[0]).toContain('PUT /{target}');
  });

  test('leaves the answer open where nothing is sent but values are picked', () => {
    const made = design(
      'http-api Api -> lambda-function List(work: transport, mapping: picks) -uses(actions: ["scan"])-> dynamodb-table Orders',
    );
    const after = applied(made, 'api-gateway-direct-integration');
    expect(problemsOf(resolveSystem(after)).map(({ code }) => code)).toContain('mapping-missing');
  });

  test('does not promise an HTTP API what it cannot do', () => {
    const made = design(
      'http-api Api -> lambda-function Put(work: transport, mapping: picks) -> dynamodb-table Orders',
    );
    expect(kindsOf(applied(made, 'api-gateway-direct-integration'))).toEqual(['api http-api-integration put-workflow']);
  });

  test('is no direct integration for a function that makes two calls, but a workflow', () => {
    const rulesOf = (made: Design): string[] => findingsOf(made).map(({ rule }) => rule.id);
    const made = design(`${direct}; lambda-function Put -> sqs-queue Jobs`);
    expect(rulesOf(made)).toEqual(['api-calls-several']);
    const twice = design(
      'rest-api Api -> lambda-function Put(work: transport) -uses(actions: ["getItem", "putItem"])-> dynamodb-table Orders',
    );
    expect(rulesOf(twice)).toEqual(['api-calls-several']);
  });
});

describe('a pipe in the place of a function', () => {
  test('takes filter and batch over, within what its target takes', () => {
    const pattern = '{"eventName":["INSERT"]}';
    const made = design(
      `dynamodb-table Orders(stream: NEW_IMAGE) -event-source-mapping(batchSize: 50, filterPattern: ${JSON.stringify(pattern)}, parallelization: 2)-> ` +
        'lambda-function Publish(work: transport, mapping: none) -> event-bus Events',
    );
    const [finding] = findingsOf(made);
    const limits = finding?.limits.map(({ text }) => translate(text, 'en', finding.facts));
    expect(limits?.filter((words) => words.includes('parallelization'))).toHaveLength(1);
    const source = Object.values(applied(made, 'stream-or-queue-to-pipe').connections).find(
      ({ kind }) => kind === 'pipe-source',
    );
    expect(source?.props).toEqual({ batchSize: 10, filterPattern: pattern });
  });

  test('keeps a function that computes as its enrichment', () => {
    const made = design(
      'sqs-queue Orders -> lambda-function Price(work: transport, mapping: computes) -> event-bus Events',
    );
    const after = applied(made, 'stream-or-queue-to-pipe');
    expect(kindsOf(after)).toEqual([
      'orders pipe-source price-pipe',
      'price-pipe pipe-enrichment price',
      'price-pipe pipe-target events',
    ]);
    expect(nodeOf(after, 'price')?.props).toEqual({ work: 'transform' });
  });

  test('stands where the function stood', () => {
    const made = design('sqs-queue Orders -> lambda-function Relay(work: transport) -> event-bus Events');
    const placed: Design = { ...made, layout: { ...made.layout, nodes: { relay: { x: 40, y: 80 } } } };
    expect(applied(placed, 'stream-or-queue-to-pipe').layout.nodes).toEqual({ 'relay-pipe': { x: 40, y: 80 } });
  });
});

test('a Task is not promised a call that nothing names: one of two nodes of an API without resources', () => {
  const one = 'state-machine Flow -> lambda-function Listen(work: transport) -> transcribe Speech';
  const elsewhere = `${one}; [Other] transcribe Captions`;
  const beside = `${one}; transcribe Captions`;
  expect([one, elsewhere, beside].map((text) => findingsOf(design(text))[0]?.applicable)).toEqual([true, true, false]);
});

describe('events that a function published', () => {
  const rule = (label: string, pattern: object): string =>
    `event-bus Events -rule(pattern: ${JSON.stringify(pattern)})-> lambda-function ${label}(work: transform)`;
  const targetOf = (source: string, ...rules: readonly string[]) => {
    const chain = `${source} -> lambda-function Publish(work: transport, mapping: none) -> event-bus Events`;
    const made = design([chain, ...rules].join('\n'));
    const finding = findingsOf(made).find(({ applicable }) => applicable);
    const after = finding && applyFinding(resolveSystem(made), finding);
    return Object.values(after?.connections ?? {}).find(({ to, kind }) => to === 'events' && kind !== 'uses')?.props;
  };
  const ordered = rule('Ship', { source: ['shop'], 'detail-type': ['Ordered'] });

  test('keep the names that the rule of the bus matches', () => {
    const names = { eventSource: 'shop', detailType: 'Ordered' };
    expect(targetOf('sqs-queue Orders', ordered)).toEqual({
      mapping: 'custom',
      inputTemplate: '<$.body>',
      ...names,
    });
    expect(targetOf('http-api Api', ordered)).toMatchObject({ subtype: 'EventBridge-PutEvents', ...names });
    // Events of AWS are never the function's.
    const aws = rule('Watch', { source: ['aws.s3'], 'detail-type': ['Object Created'] });
    expect(targetOf('sqs-queue Orders', ordered, aws)).toMatchObject(names);
  });

  test('are a gap where rules match by several names, or something else publishes too', () => {
    expect(targetOf('sqs-queue Orders', ordered, rule('Bill', { source: ['billing'] }))).toEqual({
      mapping: 'missing',
    });
    expect(targetOf('http-api Api', rule('Bill', { source: ['a', 'b'] }))).toMatchObject({ mapping: 'missing' });
    expect(targetOf('sqs-queue Orders', ordered, 'lambda-function Other -> event-bus Events')).toEqual({
      mapping: 'missing',
    });
  });

  test('are free where no rule matches by name', () => {
    expect(targetOf('dynamodb-table Orders(stream: NEW_IMAGE)', rule('Ship', { detail: { paid: [true] } }))).toEqual(
      {},
    );
  });
});

test('several filtered ways from one stream to a function are one finding, and become a pipe each', () => {
  const esm = (event: string): string =>
    `dynamodb-table Orders -event-source-mapping(filterPattern: ${JSON.stringify({ eventName: [event] })})-> lambda-function Relay`;
  const made = design(`
    dynamodb-table Orders(stream: NEW_IMAGE)
    lambda-function Relay(work: transport, mapping: none) -> event-bus Events
    ${esm('INSERT')}
    ${esm('REMOVE')}`);
  expect(findingsOf(made).map(({ verdict }) => verdict)).toEqual(['replace']);
  expect(kindsOf(applied(made, 'stream-or-queue-to-pipe'))).toEqual([
    'orders pipe-source relay-pipe',
    'orders pipe-source relay-pipe-2',
    'relay-pipe pipe-target events',
    'relay-pipe-2 pipe-target events',
  ]);
});

describe('a function that calls a function', () => {
  const across = (invocation: string) =>
    design(
      `[Shop] rest-api Api -> lambda-function Order(work: transform); [Billing] lambda-function Bill(work: transform); ` +
        `lambda-function Order -uses(invocation: ${invocation})-> lambda-function Bill`,
    );

  test('in another context, without waiting, publishes an event instead', () => {
    const after = applied(across('async'), 'orchestrate-or-choreograph');
    expect(kindsOf(after)).toEqual(['api api-proxy order', 'events rule bill', 'order uses events']);
    expect(nodeOf(after, 'events')?.context).toBeUndefined();
    expect(Object.values(after.connections).find(({ kind }) => kind === 'rule')?.props).toEqual({
      pattern: '{"source":["order"],"detail-type":["OrderCompleted"]}',
    });
  });

  test('in another context, waiting, is a question and nothing to apply', () => {
    const finding = findingsOf(across('sync')).find(({ rule }) => rule.id === 'orchestrate-or-choreograph');
    expect(finding).toMatchObject({ verdict: 'question', applicable: false });
  });

  test('in the same context becomes the next state of the workflow that calls it', () => {
    const made = design('state-machine Flow -> lambda-function Check -> lambda-function Charge');
    const after = applied(made, 'orchestrate-or-choreograph');
    expect(Object.keys(after.nodes)).toEqual(['flow', 'check', 'charge']);
    expect(after.connections).toEqual({});
    const called = resolveSystem(after)
      .outgoing(idOf(after, 'Flow'))
      .map(({ to }) => to);
    expect(called).toEqual(['check', 'charge']);
  });

  test('and is called by it again is left as it is: a workflow would call itself', () => {
    const made = design(
      'rest-api Api -> lambda-function Check -> lambda-function Charge -> lambda-function Refund -> lambda-function Check',
    );
    expect(findingsOf(made).map(({ applicable }) => applicable)).toEqual([false, false, false]);
  });

  test('with a task token at hand is left as it is: the other may have to answer', () => {
    const made = design('state-machine Flow -> lambda-function Ask(work: transform) -> lambda-function Notify');
    const waiting = updateNode(made, idOf(made, 'Flow'), (node) => ({
      ...node,
      ...(node.definition === undefined
        ? {}
        : {
            definition: {
              ...node.definition,
              text: node.definition.text.replace(':invoke', ':invoke.waitForTaskToken'),
            },
          }),
    }));
    expect(findingsOf(made)[0]?.applicable).toBe(true);
    expect(findingsOf(waiting)[0]?.applicable).toBe(false);
  });

  test('without waiting changes nothing for the states behind it', () => {
    const made = design(
      'state-machine Flow -> lambda-function Check -uses(invocation: async)-> lambda-function Log; state-machine Flow -> sqs-queue Jobs',
    );
    const text = nodeOf(applied(made, 'orchestrate-or-choreograph'), 'flow')?.definition?.text ?? '';
    const { States } = z.object({ States: z.record(z.string(), z.looseObject({})) }).parse(JSON.parse(text));
    expect(States['Log']).toMatchObject({ Output: '{% $states.input %}' });
  });

  test('is a question while only one of them belongs to a context', () => {
    const [finding] = findingsOf(
      design(
        '[Shop] lambda-function A; [] lambda-function B; lambda-function A -uses(invocation: async)-> lambda-function B',
      ),
    );
    expect(finding).toMatchObject({ verdict: 'question', applicable: false });
  });
});
