import { sameInEveryLanguage } from '../../model/localized.js';
import { defineConnection } from '../define.js';

export const deliveryDestination = defineConnection({
  kind: 'delivery-destination',
  label: { en: 'Firehose destination', ja: 'Firehose の送信先' },
  from: 'deliveryStream',
  to: 'deliveryDestination',
  fields: {},
  home: 'from',
  rank: 10,
  tradeOff: {
    en: 'Written in batches by time or size, whichever comes first; no order, and rarely twice.',
    ja: '時間またはサイズの先に達した条件でまとめて書き込みます。順序は保証されず、まれに重複します。',
  },
  source: 'https://docs.aws.amazon.com/firehose/latest/dev/create-destination.html',
  delivery: () => 'async',
  describe: (from) => {
    const prefix = from.props['prefix'];
    return typeof prefix === 'string' && prefix !== ''
      ? sameInEveryLanguage(prefix)
      : { en: 'batches', ja: 'まとめて書き込み' };
  },
  permissions: (from, to) => [
    // https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#using-iam-s3
    {
      grantee: from.id,
      actions: ['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'],
      resources: [{ node: to.id, attribute: 'arn', suffix: '/*' }],
    },
    {
      grantee: from.id,
      actions: ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'],
      resources: [{ node: to.id, attribute: 'arn' }],
    },
    { grantee: from.id, actions: ['logs:PutLogEvents'], resources: [{ node: from.id, attribute: 'logsArn' }] },
  ],
  emit: () => [],
});
