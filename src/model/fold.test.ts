import { expect, test } from 'vitest';
import { fold, rank } from './fold.js';

test('width, case and kana do not matter', () => {
  expect(fold('ＳＱＳ ｷｭｰ')).toBe(fold('sqs きゅー'));
  expect(fold('ステートマシン')).toBe(fold('すてーとましん'));
});

test('every word of the query has to be found', () => {
  expect(rank('sqs fifo', ['SQS queue', 'FIFO'])).toBeDefined();
  expect(rank('sqs table', ['SQS queue', 'FIFO'])).toBeUndefined();
});

test('a name that begins with the query comes before one that only mentions it', () => {
  const name = rank('queue', ['Queue']);
  const mention = rank('queue', ['Topic', 'fans out to a queue']);
  expect(name).toBeLessThan(mention ?? 0);
});

test('a name that is the query itself comes before one that begins with it', () => {
  const found = ['Videos API', 'ListVideos', 'Videos'].map((name) => ({
    name,
    score: rank('videos', [name]) ?? Infinity,
  }));
  expect(found.sort((a, b) => a.score - b.score).map(({ name }) => name)).toEqual([
    'Videos',
    'Videos API',
    'ListVideos',
  ]);
});
