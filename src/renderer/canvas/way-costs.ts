import { lookup } from '../../model/design.js';
import type { Localized } from '../../model/localized.js';

/**
 * What a way costs more than the two services alone, in USD per million, us-east-1, 2026, rounded. Only what has a source:
 * a way that is not listed says nothing about money.
 */
interface WayCost {
  readonly words: Localized;
  readonly source: string;
}

const integration: WayCost = {
  words: { en: 'No charge of its own', ja: '追加料金なし' },
  source: 'https://aws.amazon.com/api-gateway/pricing/',
};

const costs: Readonly<Record<string, WayCost>> = {
  'direct:api-integration': integration,
  'direct:http-api-integration': integration,
  'through:pipe': {
    words: {
      en: '$0.40 per million more, counted after the filter',
      ja: '100 万件あたり +$0.40 (フィルター通過後)',
    },
    source: 'https://aws.amazon.com/eventbridge/pricing/',
  },
  'through:express-workflow': {
    words: { en: 'From $1.00 per million more', ja: '100 万件あたり +$1.00 から' },
    source: 'https://aws.amazon.com/step-functions/pricing/',
  },
  'through:standard-workflow': {
    words: {
      en: '$25 per million state transitions more',
      ja: '状態遷移 100 万回あたり +$25',
    },
    source: 'https://aws.amazon.com/step-functions/pricing/',
  },
  'through:lambda-function': {
    words: {
      en: '$0.41 per million more, at 128 MB and 100 ms',
      ja: '100 万件あたり +$0.41 (128 MB、100 ms の場合)',
    },
    source: 'https://aws.amazon.com/lambda/pricing/',
  },
};

/** The cost of a way; undefined: nothing is known for certain. */
export const costOf = (way: string): WayCost | undefined => lookup(costs, way);
