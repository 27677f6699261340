import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { corpus, tell } from '../asl/corpus.js';
import { importTemplate, missesOf } from './drawn.js';
import { expectedConnections, plainTemplate, type ExpectedConnection } from './expected-connections.js';

interface Read {
  readonly file: string;
  readonly ms: number;
  readonly lost: readonly string[];
  readonly expected: number;
  readonly misses: readonly ExpectedConnection[];
}

/** Types that a definition is told the ARN of and that are no node: what they serve is. */
const isPlumbing = (type: unknown): boolean => typeof type === 'string' && type.startsWith('AWS::IAM::');

function read(file: string, text: string): Read {
  const start = performance.now();
  const imported = importTemplate(file, text);
  const ms = performance.now() - start;
  const template = plainTemplate(text);
  const resources = (template?.['Resources'] ?? {}) as Readonly<Record<string, { readonly Type?: unknown }>>;
  const expected = template === undefined ? [] : expectedConnections(template);
  const between = expected.filter(({ to }) => !isPlumbing(resources[to ?? '']?.Type));
  const rows = imported.report.inputs.flatMap((input) => input.resources.map(({ logicalId }) => logicalId));
  return {
    file,
    ms,
    lost: Object.keys(resources).filter(
      (id) => !id.startsWith('Fn::') && rows.filter((row) => row === id).length !== 1,
    ),
    expected: between.length,
    misses: missesOf(between, imported),
  };
}

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
  expect(read('template.yaml', text)).toMatchObject({ expected: 4, misses: [], lost: [] });
});

const folder = corpus === undefined ? undefined : join(corpus, 'cfn');

describe.skipIf(folder === undefined)('published templates', () => {
  test('open, keep every resource, and show what they connect', { timeout: 120_000 }, () => {
    const files = readdirSync(folder ?? '').filter((file) => file !== 'index.json' && file !== 'README.md');
    const all = files.map((file) => read(file, readFileSync(join(folder ?? '', file), 'utf8')));
    const times = all.map(({ ms }) => ms).sort((a, b) => a - b);
    const expected = all.reduce((sum, one) => sum + one.expected, 0);
    const misses = all.flatMap(({ file, misses: missed }) =>
      missed.map(({ what, from, to, at }) => `${file}: ${what} ${from ?? '?'} -> ${to ?? '?'} (${at})`),
    );
    tell(
      `Import: ${String(all.length)} templates, median ${(times[times.length >> 1] ?? 0).toFixed(1)} ms, ` +
        `longest ${(times.at(-1) ?? 0).toFixed(0)} ms; connections ${String(expected - misses.length)} of ${String(expected)}`,
    );
    for (const miss of misses) tell(`  not drawn: ${miss}`);
    expect(all.filter(({ lost }) => lost.length > 0)).toEqual([]);
    expect((expected - misses.length) / expected).toBeGreaterThanOrEqual(0.98);
  });
});
