import { expect, test } from 'vitest';
import { isTemplate } from './is-template.js';

test.each([
  "AWSTemplateFormatVersion: '2010-09-09'\nResources: {}",
  'Resources:\n  A:\n    Type: AWS::SQS::Queue\n',
  '{"Resources":{"A":{"Type":"AWS::SQS::Queue"}}}',
  '{\n  "AWSTemplateFormatVersion": "2010-09-09"\n}',
  '{"Comment":"x","StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}',
  'openapi: 3.0.1\npaths: {}',
])('%j is imported', (text) => {
  expect(isTemplate(text)).toBe(true);
});

test.each([
  'format: servicefull-design\nversion: 1\nnodes: {}',
  'We have many Resources: people, time, money.',
  'just words',
  '',
  '{"StartAt":"A"}',
])('%j is not', (text) => {
  expect(isTemplate(text)).toBe(false);
});
