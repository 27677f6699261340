import { field } from '../../model/fields.js';
import { sameInEveryLanguage } from '../../model/localized.js';
import { defineConnection } from '../define.js';
import { given } from './shared.js';

/** What people do: part of the picture, not of the export. */
export const requests = defineConnection({
  kind: 'requests',
  label: { en: 'Requests', ja: 'リクエスト' },
  from: 'client',
  to: 'entryPoint',
  fields: {
    what: field.text({
      label: { en: 'What they do', ja: '利用内容' },
      placeholder: { en: 'Places an order', ja: '注文する' },
    }),
  },
  home: 'to',
  rank: 10,
  tradeOff: {
    en: 'Shows who uses it; nothing is exported for it.',
    ja: '利用者を図に示します。エクスポートには何も追加されません。',
  },
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/framework/welcome.html',
  delivery: () => 'sync',
  describe: (_from, _to, { what }) => (given(what) ? sameInEveryLanguage(what) : { en: 'requests', ja: 'リクエスト' }),
  permissions: () => [],
  emit: () => [],
});
