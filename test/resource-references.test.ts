import { expect, test } from 'vitest';
import { generateProject } from '../src/codegen/targets/cdk-typescript.js';
import { emptyDesign, nodeId, type Design, type Json } from '../src/model/design.js';
import { design as drawn } from './helpers/design-text.js';
import { changeNodeId } from '../src/model/graph.js';
import { referencesInside, withTarget } from '../src/model/references.js';
import { nodeFields } from '../src/system/node-fields.js';
import { problemsOf } from '../src/system/problems.js';
import { resolveSystem } from '../src/system/resolve.js';

const made = (endpoint: Json): Design => ({
  ...emptyDesign('Shop'),
  nodes: {
    [nodeId('orders')]: { service: 'sqs-queue', label: 'Orders', origin: 'created', props: {} },
    [nodeId('news')]: { service: 'generic', label: 'News', origin: 'created', props: { cfnType: 'AWS::SNS::Topic' } },
    [nodeId('link')]: {
      service: 'generic',
      label: 'Link',
      origin: 'created',
      props: {
        cfnType: 'AWS::SNS::Subscription',
        properties: { Protocol: 'sqs', TopicArn: { Ref: 'news' }, Endpoint: endpoint },
      },
    },
  },
});

const stackOf = (design: Design): string =>
  generateProject(resolveSystem(design), { language: 'en' }).files.get('lib/shop-stack.ts') ?? '';

test('a reference to a node becomes one to its construct, and is drawn', () => {
  const design = made({ 'Fn::GetAtt': ['orders', 'arn'] });
  const text = stackOf(design);
  expect(text).toContain('TopicArn: news.ref');
  expect(text).toContain('Endpoint: orders.queueArn');
  expect(text.indexOf('const orders')).toBeLessThan(text.indexOf("'Link'"));
  const drawn = resolveSystem(design).outgoing(nodeId('link'));
  expect(drawn.map(({ to, label, origin }) => [to, label.en, origin])).toEqual([
    ['news', 'TopicArn', 'reference'],
    ['orders', 'Endpoint', 'reference'],
  ]);
});

test('a reference to a node that is gone is a problem, since logical ids begin with a capital', () => {
  const codes = (endpoint: Json) => problemsOf(resolveSystem(made(endpoint))).map(({ code }) => code);
  expect(codes({ Ref: 'gone' })).toContain('dangling-node');
  expect(codes({ Ref: 'Elsewhere' })).not.toContain('dangling-node');
});

test('a function that uses a resource is told which one, and may do what it lists', () => {
  const text = stackOf(
    drawn(
      'lambda-function Tell -uses(actions: ["sns:Publish"])-> generic News(cfnType: AWS::SNS::Topic, arnAttribute: TopicArn)',
      'Shop',
    ),
  );
  expect(text).toContain("tell.addEnvironment('NEWS_REF', news.ref)");
  expect(text).toContain("news.getAtt('TopicArn').toString()");
});

test('other logical ids stay as they are written', () => {
  expect(stackOf(made({ 'Fn::GetAtt': ['Elsewhere', 'Arn'] }))).toContain("'Fn::GetAtt': ['Elsewhere', 'Arn']");
});

test('a node under another id is still referred to', () => {
  const design = changeNodeId(made({ 'Fn::GetAtt': 'orders.arn' }), nodeId('orders'), nodeId('queue'), nodeFields);
  expect(stackOf(design)).toContain('Endpoint: queue.queueArn');
});

test('two resources that refer to each other are a problem', () => {
  const design = made({ 'Fn::GetAtt': ['orders', 'arn'] });
  const both: Design = {
    ...design,
    nodes: {
      ...design.nodes,
      [nodeId('news')]: {
        service: 'generic',
        label: 'News',
        origin: 'created',
        props: { cfnType: 'AWS::SNS::Topic', properties: { DisplayName: { Ref: 'link' } } },
      },
    },
  };
  expect(generateProject(resolveSystem(both), { language: 'en' }).problems.map(({ code }) => code)).toEqual([
    'resource-cycle',
  ]);
});

test('what is not a reference is left alone, and depth has an end', () => {
  const value = { a: [{ Ref: 'x' }, { Ref: 'x', b: 1 }, { 'Fn::GetAtt': ['x'] }] };
  expect([...referencesInside(value)].map(({ target, path }) => [target, path])).toEqual([['x', ['a', 0]]]);
  expect(withTarget(value, 'y', 'z')).toBe(value);
  let deep: Json = { Ref: 'x' };
  for (let level = 0; level < 20_000; level++) deep = [deep];
  expect([...referencesInside(deep)]).toEqual([]);
  expect(withTarget(deep, 'x', 'y')).toBe(deep);
});
