import { field } from '../../model/fields.js';
import { cdk, create, lit, member, object, ref, sym, template } from '../../ts-ast/ast.js';
import { defineService, type SdkAction } from '../define.js';
import { iotTarget } from '../roles/iot.js';
import { dotted, removalPolicy, removalPolicyField } from './shared.js';

/** Its own HTTP API, which IAM knows by method. */
const action = (method: 'Get' | 'Post' | 'Put' | 'Delete'): SdkAction => ({
  iam: [`es:ESHttp${method}`],
  required: [],
  resource: { parameter: 'Endpoint', attribute: 'url' },
  arn: { attribute: 'arn', suffixes: ['/*'] },
  writes: method !== 'Get',
});

export const opensearchDomain = defineService({
  type: 'opensearch-domain',
  cfnType: 'AWS::OpenSearchService::Domain',
  category: 'data',
  icon: 'architecture-service/AmazonOpenSearchService',
  label: { en: 'OpenSearch domain', ja: 'OpenSearch ドメイン' },
  defaultLabel: { en: 'Search', ja: '検索' },
  description: { en: 'Full-text and vector search over documents', ja: 'ドキュメントの全文検索とベクトル検索' },
  keywords: ['search', 'full text', 'vector', 'elasticsearch', '検索', '全文検索', 'ベクトル'],
  fields: {
    nodes: field.number({
      label: { en: 'Data nodes', ja: 'データノード数' },
      min: 1,
      max: 80,
      default: 2,
      unit: 'count',
      source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/limits.html',
    }),
    instanceType: field.text({
      label: { en: 'Instance type', ja: 'インスタンスタイプ' },
      default: 'm7g.medium.search',
      required: true,
      code: true,
      suggestions: ['m7g.medium.search', 'm7g.large.search', 'r7g.large.search'],
      pattern: {
        test: /^[a-z0-9]+\.[a-z0-9]+\.search$/,
        hint: {
          en: 'a type such as m7g.medium.search',
          ja: 'm7g.medium.search のようなタイプを指定してください。',
        },
      },
      source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/supported-instance-types.html',
    }),
    removalPolicy: removalPolicyField,
  },
  subtitle: ({ props }) => dotted(`${String(props.nodes)} × ${props.instanceType.replace('.search', '')}`),
  stateful: true,
  roles: {
    dataSource: {
      by: 'opensearch',
      operations: {
        GET: { iam: ['es:ESHttpGet'] },
        POST: { iam: ['es:ESHttpPost'], writes: true },
        PUT: { iam: ['es:ESHttpPut'], writes: true },
      },
      resources: [{ attribute: 'arn', suffix: '/*' }],
    },
    iotAction: iotTarget('openSearch', { endpoint: 'url' }, ['es:ESHttpPut'], { attribute: 'arn', suffix: '/*' }),
    ingestionTarget: {},
    deliveryDestination: {
      by: 'opensearch',
      own: ({ id }, emitter) => ({ domainArn: emitter.attribute(id, 'arn') }),
      // https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#using-iam-es
      permissions: ({ id }) => [
        {
          actions: ['es:DescribeDomain', 'es:DescribeDomainConfig', 'es:DescribeDomains'],
          resources: [{ node: id, attribute: 'arn' }],
        },
        {
          actions: ['es:ESHttpGet', 'es:ESHttpPost', 'es:ESHttpPut'],
          resources: [{ node: id, attribute: 'arn', suffix: '/*' }],
        },
      ],
    },
    sdkTarget: {
      service: 'opensearch',
      codeOnly: true,
      actions: {
        httpGet: action('Get'),
        httpPost: action('Post'),
        httpPut: action('Put'),
        httpDelete: action('Delete'),
      },
      defaultAction: 'httpPost',
    },
  },
  refusal: {
    en: 'A domain is called by code over HTTPS; this service cannot call it.',
    ja: 'ドメインはコードから HTTPS で呼び出します。このサービスからは呼び出せません。',
  },
  attributes: (_node, self) => ({
    arn: member(self, 'domainArn'),
    name: member(self, 'domainName'),
    url: template('https://', member(self, 'domainEndpoint')),
  }),
  construct: ({ constructId, props }) =>
    create(
      cdk('aws-opensearchservice', 'Domain'),
      ref('this'),
      lit(constructId),
      object({
        version: sym('aws-opensearchservice', 'EngineVersion.OPENSEARCH_3_3'),
        capacity: object({
          dataNodes: lit(props.nodes),
          dataNodeInstanceType: lit(props.instanceType),
          multiAzWithStandbyEnabled: lit(false),
        }),
        zoneAwareness:
          props.nodes >= 2 && props.nodes % 2 === 0
            ? object({ enabled: lit(true), availabilityZoneCount: lit(2) })
            : undefined,
        encryptionAtRest: object({ enabled: lit(true) }),
        nodeToNodeEncryption: lit(true),
        enforceHttps: lit(true),
        tlsSecurityPolicy: sym('aws-opensearchservice', 'TLSSecurityPolicy.TLS_1_2'),
        removalPolicy: removalPolicy(props.removalPolicy),
      }),
    ),
  source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/what-is.html',
});
