import { defineObservation } from '../observe.js';
import { apiName, marked, nameOf, viewFunction } from '../functions.js';

/** A function that reads files for an API: CloudFront hands them out of the bucket. */
export const filesFromDistribution = defineObservation({
  id: 'files-from-distribution',
  family: 'direct-integration',
  severity: 'suggestion',
  title: {
    en: 'CloudFront can deliver the files of "{target}"',
    ja: '「{target}」のファイルは CloudFront で配信できます',
  },
  what: {
    en: '"{lambda}" answers "{api}" with objects of "{target}". A CloudFront distribution with the bucket as its origin can deliver them.',
    ja: '「{lambda}」は、「{target}」のオブジェクトで「{api}」に応答しています。バケットをオリジンとする CloudFront ディストリビューションで配信できます。',
  },
  why: {
    en: 'Files come from a cache near the reader, of any size and in ranges. No function runs for them, and an API passes on 10 MB at most.',
    ja: 'ファイルは閲覧者に近いキャッシュから、サイズの制限なく範囲指定でも配信されます。関数の実行は不要です。API で返せるのは 10 MB までです。',
  },
  tradeOff: {
    en: 'Readers use the address of the distribution. Signed URLs are made by code: a function that makes them stays.',
    ja: '閲覧者はディストリビューションのアドレスを使用します。署名付き URL の作成にはコードが必要なため、その関数は残します。',
  },
  source: {
    url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
    title: { en: 'Restrict access to an Amazon S3 origin', ja: 'Amazon S3 オリジンへのアクセスの制限' },
    date: '2026-11-25',
  },
  anchor: 'lambda-function',
  reach: 2,
  *find(system, node) {
    const view = viewFunction(system, node);
    const { call } = view;
    if (
      call?.target.service.type !== 's3-bucket' ||
      call.action !== 'getObject' ||
      !['transport', 'unknown'].includes(view.work)
    )
      return;
    const route = view.callers.find(({ kind }) => kind === 'api-proxy');
    const api = route && system.node(route.from);
    // A REST API can hand out objects itself, which is another finding.
    if (api === undefined || api.service.type === 'rest-api') return;
    yield {
      nodes: marked(api, node, call.target),
      facts: {
        lambda: nameOf(node),
        api: nameOf(api),
        target: nameOf(call.target),
        action: apiName(call.action),
        work: view.work,
      },
      verdict: 'question',
      confidence: view.work === 'transport' ? 'medium' : 'low',
      function: node.id,
      mechanism: 'cloudfront-s3-origin',
      evidence: [
        {
          text: { en: '"{api}" answers with "{lambda}".', ja: '「{api}」は「{lambda}」で応答しています。' },
          node: api.id,
        },
        {
          text: { en: 'It only reads: {action}.', ja: '行う呼び出しは読み取り ({action}) だけです。' },
          node: call.target.id,
        },
      ],
      limits: [
        {
          text: {
            en: 'The objects go out as they are, and reading them needs no decision by code.',
            ja: 'オブジェクトをそのまま配信し、読み取りの可否をコードで判断していない必要があります。',
          },
          state: 'check',
        },
      ],
      applicable: false,
    };
  },
  examples: {
    hits: [
      'http-api Api -> lambda-function Load(work: transport, mapping: none) -uses(actions: ["getObject"])-> s3-bucket Files',
      'http-api Api -> lambda-function Load(work: unknown) -uses(actions: ["getObject"])-> s3-bucket Files',
    ],
    misses: [
      'http-api Api -> lambda-function Load(work: transform) -uses(actions: ["getObject"])-> s3-bucket Files',
      'http-api Api -> lambda-function Save(work: transport) -uses(actions: ["putObject"])-> s3-bucket Files',
    ],
  },
});
