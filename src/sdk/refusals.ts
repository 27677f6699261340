import type { Text } from './text.js';

/** Why Step Functions does not call an action. */
export type Refusal = 'streams' | 'excluded' | 'notOffered' | 'retired' | 'serviceUnknown' | 'actionUnknown';

/** The words for it, with the facts `service` and `action`. */
export const refusalTexts: Readonly<Record<Refusal, Text>> = {
  streams: {
    en: '{service}:{action} answers with a stream of events, which Step Functions cannot receive.',
    ja: '{service}:{action} は応答をイベントのストリームで返し、Step Functions では受け取れません。',
  },
  excluded: {
    en: 'Step Functions does not offer {action} of {service}.',
    ja: 'Step Functions では {service} の {action} を呼び出せません。',
  },
  notOffered: {
    en: 'Step Functions does not offer {service}.',
    ja: 'Step Functions では {service} を呼び出せません。',
  },
  retired: {
    en: 'AWS has shut {service} down: the API does not exist any more.',
    ja: '{service} は AWS が提供を終了したため、API はもう存在しません。',
  },
  serviceUnknown: {
    en: 'There is no AWS service {service}.',
    ja: 'AWS に {service} というサービスはありません。',
  },
  actionUnknown: {
    en: '{service} has no action {action}.',
    ja: '{service} に {action} というアクションはありません。',
  },
};
