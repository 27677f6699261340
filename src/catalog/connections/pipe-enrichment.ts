import { defineConnection } from '../define.js';

export const pipeEnrichment = defineConnection({
  kind: 'pipe-enrichment',
  label: { en: 'Enrichment', ja: 'エンリッチメント' },
  from: 'pipe',
  to: 'pipeEnrichment',
  fields: {},
  home: 'from',
  rank: 20,
  tradeOff: {
    en: 'Called for each batch; its answer goes on to the target.',
    ja: 'バッチごとに呼び出され、その応答がターゲットに渡されます。',
  },
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/pipes-enrichment.html',
  delivery: () => 'sync',
  describe: () => ({ en: 'enrichment', ja: 'エンリッチメント' }),
  permissions: (from, to) => [
    { grantee: from.id, actions: to.role.iam, resources: [{ node: to.id, attribute: 'arn' }] },
  ],
  emit: () => [],
});
