import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkTemplate } from './connection-check.js';

const corpus = join(import.meta.dirname, '../../../shared/corpus/cfn');

test('each connection that a template states is drawn', () => {
  const text = `
Transform: AWS::Serverless-2016-10-31
Resources:
  Orders: { Type: AWS::SQS::Queue }
  Told: { Type: AWS::SNS::Topic }
  Save:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Queue: { Type: SQS, Properties: { Queue: !GetAtt Orders.Arn } }
        Topic: { Type: SNS, Properties: { Topic: !Ref Told } }
        Get: { Type: Api, Properties: { Path: /, Method: get } }
        Daily: { Type: Schedule, Properties: { Schedule: rate(1 day) } }
`;
  expect(checkTemplate('template.yaml', text)).toEqual({ expected: 4, missed: [] });
});

describe.runIf(existsSync(corpus))('templates that people wrote', () => {
  test('at least 98 % of what they state is drawn', () => {
    const checked = readdirSync(corpus).map((file) => checkTemplate(file, readFileSync(join(corpus, file), 'utf8')));
    const missed = checked.flatMap((one) => one.missed);
    const parts = missed.filter(({ why }) => why === 'an end is no node');
    const expected = checked.reduce((sum, one) => sum + one.expected, 0) - parts.length;
    const drawn = expected - (missed.length - parts.length);
    const percentage = (100 * drawn) / expected;
    process.stdout.write(
      [
        `connections: ${String(drawn)} of ${String(expected)} (${percentage.toFixed(1)} %), ${String(parts.length)} lead to no node\n`,
        ...missed.map(({ why, what, from, to, at }) => `  ${why}: ${what} ${from ?? '?'} -> ${to ?? '?'} at ${at}\n`),
      ].join(''),
    );
    expect(percentage).toBeGreaterThanOrEqual(98);
  });
});
