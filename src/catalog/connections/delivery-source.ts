import { defineConnection } from '../define.js';

export const deliverySource = defineConnection({
  kind: 'delivery-source',
  label: { en: 'Firehose source', ja: 'Firehose のソース' },
  from: 'deliverySource',
  to: 'deliveryStream',
  fields: {},
  home: 'to',
  rank: 10,
  tradeOff: {
    en: 'Firehose reads the stream by itself; nothing else can then put records into it.',
    ja: 'Firehose がストリームを直接読み取ります。この場合、ほかからレコードを書き込むことはできません。',
  },
  source: 'https://docs.aws.amazon.com/firehose/latest/dev/writing-with-kinesis-streams.html',
  delivery: () => 'async',
  describe: () => ({ en: 'records', ja: 'レコード' }),
  permissions: (from, to) => [
    {
      grantee: to.id,
      actions: ['kinesis:DescribeStream', 'kinesis:GetRecords', 'kinesis:GetShardIterator', 'kinesis:ListShards'],
      resources: [{ node: from.id, attribute: 'arn' }],
    },
  ],
  emit: () => [],
});
