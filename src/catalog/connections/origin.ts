import { field } from '../../model/fields.js';
import { sameInEveryLanguage } from '../../model/localized.js';
import { defineConnection } from '../define.js';

const behaviors =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html';

export const originFields = {
  pathPattern: field.text({
    label: { en: 'Path pattern', ja: 'パスパターン' },
    help: { en: '* is the default origin.', ja: '* はデフォルトのオリジンです。' },
    default: '*',
    required: true,
    code: true,
    placeholder: '/api/*',
    pattern: {
      test: /^[A-Za-z0-9_\-.*$/~"'@:+&?]{1,255}$/,
      hint: { en: 'a path such as /api/*', ja: '/api/* のようなパスを指定してください。' },
    },
    source: behaviors,
  }),
} as const;

/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CustomOriginConfig.html */
const isReachable = (port: unknown): boolean => typeof port !== 'number' || port === 80 || port === 443 || port >= 1024;

export const origin = defineConnection({
  kind: 'origin',
  label: { en: 'Origin', ja: 'オリジン' },
  from: 'distribution',
  to: 'origin',
  fields: originFields,
  home: 'from',
  rank: 10,
  tradeOff: {
    en: 'Requests that match the path go there; a bucket stays private, and answers are cached.',
    ja: 'パスに一致したリクエストを転送します。バケットは非公開のまま、応答をキャッシュできます。',
  },
  source: behaviors,
  delivery: () => 'sync',
  // The policy of the bucket names the distribution, which names the bucket: in two stacks that is a circle.
  refuse: (from, to) =>
    to.node.origin === 'existing' && (to.role.by === 'load-balancer' || to.role.by === 'function-url')
      ? {
          en: 'Only a resource of this design says by which address it is reached.',
          ja: 'アドレスがわかるのは、この設計で作成するリソースだけです。',
        }
      : to.role.by === 'bucket' && from.node.context !== to.node.context
        ? {
            en: 'A bucket and the distribution in front of it belong to the same context.',
            ja: 'バケットとその前段のディストリビューションは、同じコンテキストに配置します。',
          }
        : to.role.by === 'load-balancer' && !isReachable(to.props['port'])
          ? {
              en: 'CloudFront reaches the ports 80, 443 and from 1024 on. Change the port of the load balancer.',
              ja: 'CloudFront が接続できるポートは 80、443、1024 以降です。ロードバランサーのポートを変更してください。',
            }
          : undefined,
  // Facing the internet, signed with IAM: what a distribution can call.
  prepare: (_from, to) =>
    to.node.service === 'load-balancer'
      ? { to: { scheme: 'internetFacing' } }
      : to.node.service === 'lambda-function'
        ? { to: { functionUrl: 'AWS_IAM' } }
        : {},
  initialProps: (_from, to) => ({ pathPattern: to.role.by === 'bucket' ? '*' : '/api/*' }),
  describe: (_from, _to, { pathPattern }) => sameInEveryLanguage(pathPattern),
  // The policy of the bucket is written by the construct of the origin.
  permissions: (from, to) =>
    to.role.by === 'bucket'
      ? [
          {
            grantee: from.id,
            actions: ['s3:GetObject'],
            resources: [{ node: to.id, attribute: 'arn', suffix: '/*' }],
            byConstruct: true,
          },
        ]
      : [],
  handlerType: () => 'LambdaFunctionURLHandler',
  emit: () => [],
});
