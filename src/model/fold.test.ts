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
