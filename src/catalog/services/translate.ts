import { sameInEveryLanguage } from '../../model/localized.js';
import { defineService } from '../define.js';
import { apiAction } from './sdk-actions.js';

export const translateService = defineService({
  type: 'translate',
  category: 'ai',
  icon: 'architecture-service/AmazonTranslate',
  label: { en: 'Translate', ja: 'Translate' },
  defaultLabel: { en: 'Translate', ja: 'Translate' },
  description: { en: 'Translates text between languages', ja: 'テキストを別の言語に翻訳' },
  keywords: ['language', 'machine translation', 'text', '翻訳', '言語', 'テキスト'],
  fields: {},
  subtitle: () => sameInEveryLanguage('Amazon Translate'),
  stateful: false,
  roles: {
    apiIntegration: {
      service: 'translate',
      target: 'AWSShineFrontendService_20170701',
      actions: { TranslateText: { iam: ['translate:TranslateText'] } },
      defaultAction: 'TranslateText',
    },
    sdkTarget: {
      service: 'translate',
      actions: {
        // A terminology and parallel data are the only resources, and both are optional:
        // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazontranslate.html
        translateText: apiAction('translate:TranslateText', {
          Text: '{% $states.input.text %}',
          SourceLanguageCode: 'auto',
          TargetLanguageCode: 'ja',
        }),
      },
      defaultAction: 'translateText',
    },
  },
  refusal: {
    en: 'Translate is called by a REST API, a state machine or code; this service cannot call it.',
    ja: 'Translate は REST API、ステートマシンまたはコードから呼び出します。このサービスからは呼び出せません。',
  },
  attributes: () => ({}),
  construct: () => undefined,
  source: 'https://docs.aws.amazon.com/translate/latest/dg/what-is.html',
});
