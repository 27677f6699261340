import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { aliases } from '../../src/sdk/aliases.js';
import { loadSdkCatalog, type SdkCatalog } from '../../src/sdk/catalog.js';
import { wordsOf } from '../../src/sdk/names.js';
import { searchActions } from '../../src/sdk/search.js';
import { usualActions } from '../../src/sdk/usual.js';
import { scaled } from '../helpers/scale.js';

let catalog: SdkCatalog;

beforeAll(async () => {
  catalog = await loadSdkCatalog();
});

const find = (query: string, limit = 5): readonly string[] =>
  searchActions(catalog, query, limit).map(({ service, action }) => `${service.id}:${action}`);

describe('a query finds', () => {
  test.each([
    ['put item', 'dynamodb:putItem'],
    ['item put', 'dynamodb:putItem'],
    ['ddb putItem', 'dynamodb:putItem'],
    ['PUTITEM', 'dynamodb:putItem'],
    ['putitem', 'dynamodb:putItem'],
    ['dynamodb:putItem', 'dynamodb:putItem'],
    ['arn:aws:states:::aws-sdk:dynamodb:putItem.waitForTaskToken', 'dynamodb:putItem'],
    ['bedrock invoke', 'bedrockruntime:invokeModel'],
    ['converse', 'bedrockruntime:converse'],
    ['eb put events', 'eventbridge:putEvents'],
    ['step functions start', 'sfn:startExecution'],
    ['list objects', 's3:listObjectsV2'],
    ['sqs send', 'sqs:sendMessage'],
    ['get secret', 'secretsmanager:getSecretValue'],
    ['describe db instances', 'rds:describeDBInstances'],
    ['文字起こし', 'transcribe:startTranscriptionJob'],
    ['文字起こし 開始', 'transcribe:startTranscriptionJob'],
    ['翻訳', 'translate:translateText'],
    ['音声合成', 'polly:startSpeechSynthesisTask'],
    ['通知', 'sns:publish'],
    ['キューに送信', 'sqs:sendMessage'],
    ['テーブルに書き込み', 'dynamodb:putItem'],
    ['項目を削除', 'dynamodb:deleteItem'],
    ['ﾒｰﾙ送信', 'sesv2:sendEmail'],
    ['動画変換', 'mediaconvert:createJob'],
    ['領収書', 'textract:startDocumentTextDetection'],
    ['生成AI', 'bedrockruntime:invokeModel'],
  ])('%s: %s', (query, first) => {
    expect(find(query)[0]).toBe(first);
  });

  test('nothing where nothing is meant', () => {
    for (const query of ['', '   ', 'を', 'zzzzqq', 'dynamodb invokeModel']) expect(find(query)).toEqual([]);
  });

  test('what Step Functions cannot call, after what it can, with the reason', () => {
    const hits = searchActions(catalog, 'bedrock converse', 5);
    expect(hits[0]?.action).toBe('converse');
    expect(hits.find(({ action }) => action === 'converseStream')?.refusal).toBe('streams');
  });

  test('any action by its service and name, whatever the order and the case', () => {
    const all = [...catalog.services.values()].flatMap((service) =>
      service.actions.map((action) => ({ service, action })),
    );
    fc.assert(
      fc.property(fc.nat(all.length - 1), fc.boolean(), fc.boolean(), (at, isReversed, isSpaced) => {
        const one = all[at]!;
        const name = isSpaced ? wordsOf(one.action).join(' ') : one.action;
        const parts = isReversed ? [name, one.service.id] : [one.service.id, name];
        expect(find(parts.join(' '), 3)).toContain(`${one.service.id}:${one.action}`);
      }),
      { numRuns: scaled(150) },
    );
  });

  test('an answer for any text, however strange', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (query) => {
        expect(searchActions(catalog, query, 7).length).toBeLessThanOrEqual(7);
      }),
      { numRuns: scaled(60) },
    );
  });
});

describe('the words for search', () => {
  const hasAction = (service: string, action: string): boolean =>
    catalog.services.get(service)?.actions.includes(action) === true;

  test('name services, words and actions that exist', () => {
    const words = new Set([...catalog.services.values()].flatMap(({ actions }) => actions.flatMap(wordsOf)));
    const wrong: string[] = [];
    for (const [key, { services = [], words: meant = [], actions = [] }] of aliases) {
      wrong.push(...services.filter((id) => !catalog.services.has(id)).map((id) => `${key}: ${id}`));
      wrong.push(...meant.filter((word) => !words.has(word)).map((word) => `${key}: ${word}`));
      for (const name of actions) {
        const [service = '', action = ''] = name.split(':');
        if (!hasAction(service, action)) wrong.push(`${key}: ${name}`);
      }
    }
    for (const [service, actions] of usualActions)
      wrong.push(...actions.filter((action) => !hasAction(service, action)).map((action) => `${service}:${action}`));
    expect(wrong).toEqual([]);
  });

  test('are found as they are written', () => {
    const silent = [...aliases.keys()].filter((key) => find(key).length === 0);
    expect(silent).toEqual([]);
  });
});
