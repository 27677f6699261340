import { field, resolveProps } from '../../model/fields.js';
import { call, callStatic, cdk, create, lit, member, object, ref, sym, type Expr } from '../../ts-ast/ast.js';
import { originFields } from '../connections/origin.js';
import { defineService, type ConnectedEnd, type Emitter } from '../define.js';
import { apiAction } from './sdk-actions.js';
import { dotted } from './shared.js';

export const distribution = defineService({
  type: 'distribution',
  cfnType: 'AWS::CloudFront::Distribution',
  category: 'api',
  icon: 'architecture-service/AmazonCloudFront',
  label: { en: 'CloudFront distribution', ja: 'CloudFront ディストリビューション' },
  defaultLabel: { en: 'Distribution', ja: 'ディストリビューション' },
  description: {
    en: 'Answers from a cache near the viewer, in front of buckets and APIs',
    ja: 'バケットや API の前段で、視聴者に近いキャッシュから応答',
  },
  keywords: ['cdn', 'cache', 'edge', 'website', 'キャッシュ', 'コンテンツ配信', 'ウェブサイト'],
  fields: {
    comment: field.text({ label: { en: 'Description', ja: '説明' } }),
    originDomain: field.text({
      label: { en: 'Domain of the default origin', ja: 'デフォルトオリジンのドメイン' },
      help: {
        en: 'Answers what no drawn origin does.',
        ja: '図のオリジンに該当しないリクエストに応答します。',
      },
      default: 'www.example.com',
      required: true,
      code: true,
      pattern: {
        test: /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/,
        hint: { en: 'a domain such as www.example.com', ja: 'www.example.com のようなドメインを指定してください。' },
      },
      source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistS3AndCustomOrigins.html',
    }),
    rootObject: field.text({
      label: { en: 'Root object', ja: 'ルートオブジェクト' },
      default: 'index.html',
      code: true,
      source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html',
    }),
    priceClass: field.choice({
      label: { en: 'Price class', ja: '料金クラス' },
      options: {
        PRICE_CLASS_100: { en: 'North America and Europe', ja: '北米と欧州' },
        PRICE_CLASS_200: { en: 'With Asia, Africa and the Middle East', ja: '北米、欧州、アジア、中東、アフリカ' },
        PRICE_CLASS_ALL: { en: 'All edge locations', ja: 'すべてのエッジロケーション' },
      },
      default: 'PRICE_CLASS_200',
      advanced: true,
      source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/PriceClass.html',
    }),
  },
  subtitle: () => dotted('CloudFront', 'HTTPS'),
  stateful: false,
  roles: {
    entryPoint: {},
    distribution: {},
    protectedByAcl: { attribute: 'arn', scope: 'CLOUDFRONT' },
    aliasTarget: { by: 'distribution' },
    sdkTarget: {
      service: 'cloudfront',
      actions: {
        createInvalidation: apiAction(
          'cloudfront:CreateInvalidation',
          {
            DistributionId: '{resource}',
            InvalidationBatch: {
              CallerReference: '{% $states.context.Execution.Name %}',
              Paths: { Quantity: 1, Items: ['/*'] },
            },
          },
          { resource: { parameter: 'DistributionId', attribute: 'id' }, arn: { attribute: 'arn' }, writes: true },
        ),
      },
      defaultAction: 'createInvalidation',
    },
  },
  refusal: {
    en: 'A distribution answers requests from outside; this service cannot call it.',
    ja: 'ディストリビューションは外部からのリクエストに応答します。このサービスからは呼び出せません。',
  },
  attributes: (_node, self) => ({
    arn: member(self, 'distributionArn'),
    id: member(self, 'distributionId'),
    url: { type: 'template', parts: ['https://', member(self, 'distributionDomainName')] },
  }),
  construct: ({ constructId, props, emitter, incoming, outgoing }) => {
    const acl = incoming.find(({ connection }) => connection.kind === 'web-acl-association');
    const origins = outgoing
      .filter(({ connection }) => connection.kind === 'origin')
      .map((end) => ({ end, pattern: resolveProps(originFields, jsonOf(end)).pathPattern }));
    const whole = origins.find(({ pattern }) => pattern === '*');
    const others = new Map(origins.filter((one) => one !== whole).map(({ pattern, end }) => [pattern, end]));
    others.delete('*');
    return create(
      cdk('aws-cloudfront', 'Distribution'),
      ref('this'),
      lit(constructId),
      object({
        comment: props.comment === undefined || props.comment === '' ? undefined : lit(props.comment.slice(0, 128)),
        defaultBehavior:
          whole === undefined
            ? behavior(create(cdk('aws-cloudfront-origins', 'HttpOrigin'), lit(props.originDomain)), false)
            : behaviorOf(whole.end, emitter),
        additionalBehaviors:
          others.size === 0
            ? undefined
            : {
                type: 'object',
                entries: [...others].map(([pattern, end]) => [pattern, behaviorOf(end, emitter)] as const),
              },
        defaultRootObject:
          whole?.end.service.roles.origin?.by !== 'bucket' || props.rootObject === ''
            ? undefined
            : lit(props.rootObject),
        webAclId: acl === undefined ? undefined : emitter.attribute(acl.other.id, 'arn'),
        priceClass: sym('aws-cloudfront', `PriceClass.${props.priceClass}`),
      }),
    );
  },
  source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Introduction.html',
});

const jsonOf = ({ connection }: ConnectedEnd): Readonly<Record<string, string>> => {
  const pattern = connection.props['pathPattern'];
  return typeof pattern === 'string' ? { pathPattern: pattern } : {};
};

function behaviorOf({ other, service }: ConnectedEnd, emitter: Emitter): Expr {
  const by = service.roles.origin?.by;
  // An address has no construct to ask for.
  if (by === 'url')
    return behavior(create(cdk('aws-cloudfront-origins', 'HttpOrigin'), lit(hostOf(other.props['url']))), true);
  const self = emitter.construct(other.id);
  switch (by) {
    case 'bucket':
      return behavior(callStatic('aws-cloudfront-origins', 'S3BucketOrigin.withOriginAccessControl', self), false);
    case 'load-balancer':
      return behavior(
        create(
          cdk('aws-cloudfront-origins', 'LoadBalancerV2Origin'),
          self,
          object({
            httpPort:
              other.props['port'] === 80 || typeof other.props['port'] !== 'number'
                ? undefined
                : lit(other.props['port']),
            // Its listener has no certificate.
            protocolPolicy: sym('aws-cloudfront', 'OriginProtocolPolicy.HTTP_ONLY'),
          }),
        ),
        true,
      );
    case 'function-url': {
      const url = call(member(self, 'node'), 'findChild', lit('FunctionUrl'));
      const functionUrl: Expr = { type: 'as', value: url, class: cdk('aws-lambda', 'FunctionUrl') };
      return behavior(
        other.props['functionUrl'] === 'AWS_IAM'
          ? callStatic('aws-cloudfront-origins', 'FunctionUrlOrigin.withOriginAccessControl', functionUrl)
          : create(cdk('aws-cloudfront-origins', 'FunctionUrlOrigin'), functionUrl),
        true,
      );
    }
    case 'rest-api':
      return behavior(create(cdk('aws-cloudfront-origins', 'RestApiOrigin'), self), true);
    default:
      // The endpoint is a URL; an origin is its host.
      return behavior(
        create(
          cdk('aws-cloudfront-origins', 'HttpOrigin'),
          callStatic('', 'Fn.select', lit(2), callStatic('', 'Fn.split', lit('/'), emitter.attribute(other.id, 'url'))),
        ),
        true,
      );
  }
}

/** The host of an address, which is all that an origin is. */
const hostOf = (url: unknown): string => {
  const [, host = 'www.example.com'] = /^https?:\/\/([^/:?#\s]+)/.exec(typeof url === 'string' ? url : '') ?? [];
  return host;
};

/** An API answers every method and is not cached; it must not see the host name of the distribution. */
const behavior = (origin: Expr, isApi: boolean): Expr =>
  object({
    origin,
    viewerProtocolPolicy: sym('aws-cloudfront', 'ViewerProtocolPolicy.REDIRECT_TO_HTTPS'),
    ...(isApi
      ? {
          allowedMethods: sym('aws-cloudfront', 'AllowedMethods.ALLOW_ALL'),
          cachePolicy: sym('aws-cloudfront', 'CachePolicy.CACHING_DISABLED'),
          originRequestPolicy: sym('aws-cloudfront', 'OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER'),
        }
      : { responseHeadersPolicy: sym('aws-cloudfront', 'ResponseHeadersPolicy.SECURITY_HEADERS') }),
  });
