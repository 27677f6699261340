import { expect, test } from 'vitest';
import { problemsIn } from '../../../test/helpers/asl-problems.js';
import type { ActionLookup } from './options.js';

const arn = 'arn:aws:states:::sqs:sendMessage';

test('the catalog of actions is asked for what it knows', () => {
  const actions: ActionLookup = {
    find: (kind, service, action) => {
      if (kind === 'optimized') return { status: 'known', patterns: ['REQUEST_RESPONSE'] };
      if (service !== 's3') return service === 'old' ? { status: 'retired' } : { status: 'unknown-service' };
      if (action === 'selectObjectContent') return { status: 'blocked' };
      if (action !== 'getObject') return { status: 'unknown-action', nearest: 'getObject' };
      return {
        status: 'known',
        parameters: new Set(['Bucket', 'Key', 'Range']),
        required: ['Bucket', 'Key'],
        errors: ['S3.NoSuchKeyException'],
      };
    },
  };
  const codes = (Resource: string, fields: object = {}): string[] =>
    problemsIn(
      JSON.stringify({ StartAt: 'First', States: { First: { Type: 'Task', Resource, End: true, ...fields } } }),
      'json',
      { actions },
    ).map(({ code }) => code);
  const sdk = 'arn:aws:states:::aws-sdk';
  expect(codes(`${sdk}:s3:getObject`, { Parameters: { 'Bucket.$': '$.b', Key: 'k', Range: '0-' } })).toEqual([]);
  expect(codes(`${sdk}:s3:getObject`)).toEqual([]);
  expect(codes(`${sdk}:s3:getObject`, { Parameters: { bucket: 'b', Key: 'k' } })).toEqual([
    'parameter-missing',
    'parameter-unknown',
  ]);
  expect(codes(`${sdk}:s3:getObjet`)).toEqual(['action-misspelt']);
  expect(codes(`${sdk}:s3:selectObjectContent`)).toEqual(['action-blocked']);
  expect(codes(`${sdk}:old:getObject`)).toEqual(['action-retired']);
  expect(codes(`${sdk}:s4:getObject`)).toEqual(['service-unknown']);
  expect(codes(`${arn}.waitForTaskToken`, { Parameters: { 't.$': '$$.Task.Token' } })).toEqual(['pattern-not-offered']);
  expect(codes(`${sdk}:s3:getObject`, { Retry: [{ ErrorEquals: ['s3.NoSuchKeyException'] }] })).toEqual([
    'error-never-raised',
  ]);
});
