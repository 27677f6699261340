import { defineConnection } from '../define.js';

export const streamDestination = defineConnection({
  kind: 'stream-destination',
  label: { en: 'Kinesis stream of changes', ja: '変更の Kinesis ストリーム' },
  from: 'changeSource',
  to: 'changeDestination',
  fields: {},
  home: 'from',
  rank: 10,
  tradeOff: {
    en: 'Kept up to a year, for any number of readers; records may come twice and out of order.',
    ja: '最長 1 年間保持し、複数のコンシューマーが読み取れます。重複や順序の入れ替わりが起こり得ます。',
  },
  source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/kds.html',
  delivery: () => 'async',
  describe: () => ({ en: 'changes', ja: '変更' }),
  permissions: (from, to) => [
    // By the role that DynamoDB makes itself: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/kds_iam.html
    {
      grantee: from.id,
      actions: ['kinesis:DescribeStream', 'kinesis:PutRecord', 'kinesis:PutRecords'],
      resources: [{ node: to.id, attribute: 'arn' }],
      byConstruct: true,
    },
  ],
  emit: () => [],
});
