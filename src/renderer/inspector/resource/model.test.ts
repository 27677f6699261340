import { beforeAll, expect, test } from 'vitest';
import { findResourceType, learnResourceTypes } from '../../../cfn/known-types.js';
import type { ResourceType } from '../../../cfn/resource-type.js';
import { findNames } from './find-names.js';
import { editingOf, itemWords, propertyRows, withEntry } from './model.js';

const known = new Map<string, ResourceType>();

beforeAll(async () => {
  const names = ['AWS::SQS::QueuePolicy', 'AWS::ECS::Service', 'AWS::RDS::DBInstance'];
  await learnResourceTypes(names);
  for (const name of names) {
    const found = findResourceType(name);
    if (found.status === 'known') known.set(name, found.type);
  }
});

const propertiesOf = (name: string) => known.get(name)?.properties ?? new Map<string, never>();

test('required properties come first, then those that are written or added; the rest can be added', () => {
  const properties = propertiesOf('AWS::RDS::DBInstance');
  const { rows, others } = propertyRows(properties, { Odd: 1, Engine: 'mysql' }, new Set(['AllocatedStorage']));
  expect(rows.map(({ name, property }) => [name, property !== undefined])).toEqual([
    ['AllocatedStorage', true],
    ['Engine', true],
    ['Odd', false],
  ]);
  expect(others).toHaveLength(properties.size - 2);
  expect(propertyRows(propertiesOf('AWS::SQS::QueuePolicy'), {}, new Set()).rows.map(({ name }) => name)).toEqual([
    'PolicyDocument',
    'Queues',
  ]);
});

test('the control fits the type, and what is written decides where it is another', () => {
  const service = propertiesOf('AWS::ECS::Service');
  const as = (name: string, value?: Parameters<typeof editingOf>[2]): string => {
    const property = service.get(name);
    if (property === undefined) throw new Error(name);
    const editing = editingOf(name, property.type, value);
    return editing.as === 'field' ? editing.field.kind : editing.as;
  };
  expect(as('ServiceName')).toBe('text');
  expect(as('LaunchType')).toBe('choice');
  expect(as('DesiredCount', '2')).toBe('number');
  expect(as('EnableECSManagedTags')).toBe('switch');
  expect(as('NetworkConfiguration')).toBe('structure');
  expect(as('LoadBalancers')).toBe('items');
  expect(as('ServiceName', { Ref: 'Name' })).toBe('json');
  expect(as('DesiredCount', 'many')).toBe('json');
  expect(as('LoadBalancers', {})).toBe('json');
});

test('an entry is set in its place, and a name of an object is a name like any other', () => {
  expect(Object.entries(withEntry({ a: 1, b: 2 }, 'a', 3))).toEqual([
    ['a', 3],
    ['b', 2],
  ]);
  expect(withEntry({ a: 1 }, 'a', undefined)).toEqual({});
  const odd = withEntry({}, '__proto__', 1);
  expect(Object.keys(odd)).toEqual(['__proto__']);
  expect(itemWords({ Type: '', Name: 'x' })).toBe('x');
});

test('names are found by their parts, whole names and beginnings first', () => {
  const names = ['AWS::SNS::Topic', 'AWS::SNS::TopicPolicy', 'AWS::IoT::TopicRule', 'AWS::SQS::Queue'];
  expect(findNames(names, 'topic', 9)).toEqual(['AWS::SNS::Topic', 'AWS::SNS::TopicPolicy', 'AWS::IoT::TopicRule']);
  expect(findNames(names, 'policy sns', 9)).toEqual(['AWS::SNS::TopicPolicy']);
  expect(findNames(names, 'AWS::SQS::', 9)).toEqual(['AWS::SQS::Queue']);
  expect(findNames(names, '', 2)).toHaveLength(2);
});
