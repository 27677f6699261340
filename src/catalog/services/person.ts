import { field } from '../../model/fields.js';
import { defineService } from '../define.js';
import { dotted } from './shared.js';

export const person = defineService({
  type: 'person',
  category: 'other',
  icon: 'resource/Users',
  label: { en: 'People', ja: '利用者' },
  defaultLabel: { en: 'Customers', ja: '顧客' },
  description: {
    en: 'Whoever uses the system: shown in pictures, exported as nothing',
    ja: 'システムを利用する人。図に表示され、リソースとしては出力されない',
  },
  keywords: ['person', 'user', 'actor', 'customer', 'client', 'browser', 'ユーザー', '利用者', '顧客', 'アクター'],
  fields: {
    description: field.text({ label: { en: 'Description', ja: '説明' } }),
  },
  subtitle: ({ props }) =>
    dotted(
      props.description === undefined || props.description === '' ? { en: 'people', ja: '人' } : props.description,
    ),
  stateful: false,
  roles: { client: {} },
  refusal: {
    en: 'People use what answers requests: an API, a distribution, a user pool or a channel.',
    ja: '利用者は、API、ディストリビューション、ユーザープール、チャンネルなど、リクエストに応答するものを利用します。',
  },
  attributes: () => ({}),
  construct: () => undefined,
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/framework/welcome.html',
});
