import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../../model/design.js';
import { scaled } from '../../../../test/helpers/scale.js';
import { readProperties, writeProperties } from './yaml-text.js';

test('the short forms of functions are read as templates mean them', () => {
  const text = 'Name: !Sub "${AWS::StackName}-q"\nArn: !GetAtt Dead.Queue.Arn\nJoined: !Join [":", [a, !Ref b]]\n';
  expect(readProperties(text)).toEqual({
    value: {
      Name: { 'Fn::Sub': '${AWS::StackName}-q' },
      Arn: { 'Fn::GetAtt': ['Dead', 'Queue.Arn'] },
      Joined: { 'Fn::Join': [':', ['a', { Ref: 'b' }]] },
    },
  });
});

test.each(['a: [', '- 1', 'text', 'a: 1\na: 2', 'a: &x [1]\nb: *x', `${'['.repeat(200)}${']'.repeat(200)}`])(
  'what is no map of properties says so: %s',
  (text) => {
    expect(readProperties(text)).toHaveProperty('problem');
  },
);

test('a text of nothing is nothing', () => {
  expect(readProperties(' \n')).toEqual({ value: undefined });
});

test('what is written is read again', () => {
  const value = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;
  fc.assert(
    fc.property(fc.dictionary(fc.string({ maxLength: 12 }), value), (properties) => {
      // YAML has one zero.
      const plain = JSON.parse(JSON.stringify(properties)) as Readonly<Record<string, Json>>;
      const text = Object.keys(plain).length === 0 ? '{}' : writeProperties(plain);
      expect(readProperties(text)).toEqual({ value: plain });
    }),
    { numRuns: scaled(200) },
  );
});
