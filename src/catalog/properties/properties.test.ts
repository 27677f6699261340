import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '../further.js';
import { serviceOf } from '../index.js';
import { scaled } from '../../../test/helpers/scale.js';
import { lookup, type Json } from '../../model/design.js';
import type { Field } from '../../model/fields.js';
import type { ServiceProperties } from './define.js';
import { allProperties, propertiesOf } from './index.js';

const same = (value: Json): Json => value;

function valueOf(field: Field): fc.Arbitrary<Json> | undefined {
  switch (field.kind) {
    case 'choice':
      return fc.constantFrom(...Object.keys(field.options));
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc.integer({ min: 1, max: 20 }).map((value) => value * 60);
    case 'text':
    case 'code':
      return fc.string({ minLength: 1, maxLength: 8 });
    default:
      return undefined;
  }
}

/** The fields of a service that are written in a type, found by trying each. */
function written(properties: ServiceProperties, type: string): [string, fc.Arbitrary<Json>][] {
  return Object.entries(serviceOf(properties.service)?.fields ?? {}).flatMap(([name, field]) => {
    const values = valueOf(field);
    if (values === undefined) return [];
    const isWritten = fc
      .sample(values, { numRuns: 5, seed: 1 })
      .some(
        (value) =>
          lookup(properties.decode(type, properties.encode(type, {}, { [name]: value }), same), name) === value,
      );
    return isWritten ? [[name, values] as [string, fc.Arbitrary<Json>]] : [];
  });
}

const cases = allProperties.flatMap((properties) =>
  properties.cfnTypes.map((type) => [type, properties.service, properties] as const),
);

describe.each(cases)('%s as %s', (type, _service, properties) => {
  const fields = written(properties, type);

  test('nothing changed changes nothing', () => {
    const given = { Tags: [{ Key: 'a', Value: 'b' }] };
    expect(properties.encode(type, given, {})).toBe(given);
  });

  test.runIf(fields.length > 0)('a changed field is read back, and no other with it', () => {
    fc.assert(
      fc.property(fc.record(Object.fromEntries(fields)), fc.constantFrom(...fields), (before, [name, values]) => {
        const given = properties.encode(type, { Own: { Ref: 'Else' } }, before);
        fc.assert(
          fc.property(values, (value) => {
            const now = properties.encode(type, given, { [name]: value });
            const read = properties.decode(type, given, same);
            expect(properties.decode(type, now, same)).toEqual({ ...read, [name]: value });
            expect(now['Own']).toEqual({ Ref: 'Else' });
          }),
          { numRuns: 3 },
        );
      }),
      { numRuns: scaled(10) },
    );
  });
});

test('what is a function of CloudFormation is no value of a field', () => {
  const queue = propertiesOf('sqs-queue');
  expect(queue?.decode('AWS::SQS::Queue', { VisibilityTimeout: { Ref: 'Timeout' } }, same)).not.toHaveProperty(
    'visibilityTimeout',
  );
  expect(queue?.decode('AWS::SQS::Queue', { VisibilityTimeout: { Ref: 'Timeout' } }, () => '45')).toMatchObject({
    visibilityTimeout: 45,
  });
});

test('a renamed key is renamed wherever the table says it', () => {
  const table = {
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [
      { AttributeName: 'other', AttributeType: 'S' },
      { AttributeName: 'id', AttributeType: 'N' },
    ],
  };
  expect(propertiesOf('dynamodb-table')?.encode('AWS::DynamoDB::Table', table, { partitionKey: 'pk' })).toEqual({
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    AttributeDefinitions: [
      { AttributeName: 'other', AttributeType: 'S' },
      { AttributeName: 'pk', AttributeType: 'N' },
    ],
  });
});
