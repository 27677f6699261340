import { describe, expect, test } from 'vitest';
import { problemsOf } from '../../src/system/problems.js';
import { resolveSystem } from '../../src/system/resolve.js';
import { design, idOf } from './design-text.js';

const kinds = (text: string): string[] =>
  [...resolveSystem(design(text)).connections.values()].map(({ kind, from, to }) => `${from} ${kind} ${to}`);

describe('design text', () => {
  test('connects a chain by the best direct kinds', () => {
    expect(kinds('rest-api -> lambda-function Put(work: transport, mapping: none) -> dynamodb-table Orders')).toEqual([
      'api api-proxy put',
      'put uses orders',
    ]);
  });

  test('takes the same service and label for the same node, and adds its props', () => {
    const made = design(
      'sqs-queue Orders; lambda-function Read; sqs-queue Orders(visibilityTimeout: 60) -> lambda-function Read',
    );
    expect(Object.keys(made.nodes)).toEqual(['orders', 'read']);
    expect(made.nodes[idOf(made, 'Orders')]?.props).toEqual({ visibilityTimeout: 60 });
  });

  test('names kinds and props of connections', () => {
    const made = design('lambda-function A -uses(actions: ["getItem"], invocation: sync)-> dynamodb-table T');
    expect(Object.values(made.connections)).toMatchObject([{ kind: 'uses', props: { actions: ['getItem'] } }]);
  });

  test('keeps a kind that does not fit, as a problem', () => {
    const system = resolveSystem(design('dynamodb-table A -rule-> sqs-queue B'));
    expect(problemsOf(system).map(({ code }) => code)).toContain('illegal-connection');
  });

  test('puts nodes into contexts until the next one', () => {
    const made = design('[Orders: Shop] rest-api -> lambda-function Put -> [Billing] sqs-queue Bills; [] event-bus');
    expect(Object.values(made.nodes).map(({ label, context }) => [label, context])).toEqual([
      ['API', 'orders'],
      ['Put', 'orders'],
      ['Bills', 'billing'],
      ['Events', undefined],
    ]);
    expect(Object.values(made.contexts)[0]).toEqual({ label: 'Orders', team: 'Shop' });
  });

  test('turns a stream on, and adds a Task to a state machine', () => {
    const made = design('dynamodb-table Orders -> pipe P -> state-machine Fulfil -> sqs-queue "Ship it"');
    expect(made.nodes[idOf(made, 'Orders')]?.props).toEqual({ stream: 'NEW_AND_OLD_IMAGES' });
    expect(made.nodes[idOf(made, 'Fulfil')]?.definition?.substitutions).toEqual({
      ShipItUrl: { node: 'ship-it', attribute: 'url' },
    });
    expect(problemsOf(resolveSystem(made))).toEqual([]);
  });

  test('refers to nodes by their labels, and to what exists by its name', () => {
    const made = design(
      'event-bus Default(existing: default) -rule(pattern: {"source":["a, b"]}, deadLetterQueue: Dead, resource: one)-> sqs-queue Q; sqs-queue Dead',
    );
    expect(Object.values(made.connections)).toMatchObject([
      { props: { pattern: '{"source":["a, b"]}', deadLetterQueue: 'dead' }, resource: 'one' },
    ]);
    expect(made.nodes[idOf(made, 'Default')]?.existing).toEqual({ by: 'name', value: 'default' });
  });

  test('says where a text cannot be read', () => {
    expect(() => design('sqs-queue A => lambda-function B')).toThrow(/needs quotes/);
    expect(() => design('sqs-queue A(visibilityTimeout)')).toThrow(/name: value/);
  });
});
