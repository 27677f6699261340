import { sameInEveryLanguage } from '../../model/localized.js';
import { defineService } from '../define.js';
import { apiAction } from './sdk-actions.js';

const text = { Text: '{% $states.input.text %}' };
const textInLanguage = { ...text, LanguageCode: 'ja' };

export const comprehend = defineService({
  type: 'comprehend',
  category: 'ai',
  icon: 'architecture-service/AmazonComprehend',
  label: { en: 'Comprehend', ja: 'Comprehend' },
  defaultLabel: { en: 'Comprehend', ja: 'Comprehend' },
  description: {
    en: 'Finds sentiment, entities and key phrases in text',
    ja: 'テキストから感情、エンティティ、キーフレーズを検出',
  },
  keywords: ['nlp', 'sentiment', 'entity', 'pii', 'text', '感情分析', '自然言語処理', 'テキスト'],
  fields: {},
  subtitle: () => sameInEveryLanguage('Amazon Comprehend'),
  stateful: false,
  roles: {
    apiIntegration: {
      service: 'comprehend',
      target: 'Comprehend_20171127',
      actions: {
        DetectSentiment: { iam: ['comprehend:DetectSentiment'] },
        DetectKeyPhrases: { iam: ['comprehend:DetectKeyPhrases'] },
        DetectDominantLanguage: { iam: ['comprehend:DetectDominantLanguage'] },
        DetectPiiEntities: { iam: ['comprehend:DetectPiiEntities'] },
      },
      defaultAction: 'DetectSentiment',
    },
    sdkTarget: {
      service: 'comprehend',
      // Only custom models are resources:
      // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncomprehend.html
      actions: {
        detectSentiment: apiAction('comprehend:DetectSentiment', textInLanguage),
        detectEntities: apiAction('comprehend:DetectEntities', textInLanguage, { required: ['Text'] }),
        detectKeyPhrases: apiAction('comprehend:DetectKeyPhrases', textInLanguage),
        detectPiiEntities: apiAction('comprehend:DetectPiiEntities', { ...text, LanguageCode: 'en' }),
        detectDominantLanguage: apiAction('comprehend:DetectDominantLanguage', text),
      },
      defaultAction: 'detectSentiment',
    },
  },
  refusal: {
    en: 'Comprehend is called by a REST API, a state machine or code; this service cannot call it.',
    ja: 'Comprehend は REST API、ステートマシンまたはコードから呼び出します。このサービスからは呼び出せません。',
  },
  attributes: () => ({}),
  construct: () => undefined,
  source: 'https://docs.aws.amazon.com/comprehend/latest/dg/what-is.html',
});
