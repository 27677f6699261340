import type { NodeId } from '../../model/design.js';
import { field } from '../../model/fields.js';
import { array, call, cdk, create, lit, member, object, ref, type Expr, type Statement } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { around, lowerCaseName } from './limited-name.js';
import { dotted, removalPolicy, removalPolicyField } from './shared.js';

/** https://docs.aws.amazon.com/opensearch-service/latest/ServerlessAPIReference/API_CreateCollection.html */
const maxName = 32;

export const opensearchCollection = defineService({
  type: 'opensearch-collection',
  cfnType: 'AWS::OpenSearchServerless::Collection',
  category: 'data',
  icon: 'resource/AmazonOpenSearchServiceIndex',
  label: { en: 'OpenSearch Serverless collection', ja: 'OpenSearch Serverless コレクション' },
  defaultLabel: { en: 'Collection', ja: 'コレクション' },
  description: {
    en: "Indexes of documents or logs without a cluster of one's own",
    ja: 'クラスターの管理が不要な、ドキュメントやログのインデックス',
  },
  keywords: ['search', 'serverless', 'full text', 'vector', 'logs', '検索', '全文検索', 'ベクトル', 'コレクション'],
  fields: {
    collectionType: field.choice({
      label: { en: 'Collection type', ja: 'コレクションタイプ' },
      options: {
        SEARCH: { en: 'Search', ja: '検索' },
        TIMESERIES: { en: 'Time series', ja: '時系列' },
        VECTORSEARCH: { en: 'Vector search', ja: 'ベクトル検索' },
      },
      default: 'SEARCH',
      source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-overview.html',
    }),
    standby: field.boolean({
      label: { en: 'Standby replicas', ja: 'スタンバイレプリカ' },
      help: { en: 'In a second zone, at twice the price.', ja: '別のゾーンに配置します。料金は 2 倍になります。' },
      default: true,
      source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-manage.html',
    }),
    removalPolicy: removalPolicyField,
  },
  subtitle: ({ props }) => dotted('OpenSearch Serverless', collectionTypes[props.collectionType]),
  stateful: true,
  roles: {
    deliveryDestination: {
      by: 'opensearch-serverless',
      own: ({ id }, emitter) => ({ collectionEndpoint: emitter.attribute(id, 'url') }),
      // https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#using-iam-serverless
      permissions: ({ id }) => [
        { actions: ['aoss:APIAccessAll', 'aoss:BatchGetCollection'], resources: [{ node: id, attribute: 'arn' }] },
      ],
    },
  },
  refusal: {
    en: 'A collection takes documents of Firehose here; this service cannot write any.',
    ja: 'コレクションには Firehose からドキュメントを書き込みます。このサービスからは書き込めません。',
  },
  attributes: ({ id }, self) => ({
    arn: member(self, 'attrArn'),
    url: member(self, 'attrCollectionEndpoint'),
    name: lowerCaseName(id, maxName),
  }),
  construct: ({ id, constructId, props }) =>
    create(
      cdk('aws-opensearchserverless', 'CfnCollection'),
      ref('this'),
      lit(constructId),
      object({
        name: lowerCaseName(id, maxName),
        type: lit(props.collectionType),
        standbyReplicas: lit(props.standby ? 'ENABLED' : 'DISABLED'),
      }),
    ),
  further: ({ id, props, emitter }, self) => [
    ...(['encryption', 'network'] as const).flatMap((type): readonly Statement[] => {
      const name = emitter.variable(id, type);
      return [
        {
          type: 'const',
          name,
          value: create(
            cdk('aws-opensearchserverless', 'CfnSecurityPolicy'),
            ref('this'),
            lit(emitter.constructId(id, type)),
            object({ name: lowerCaseName(id, maxName), type: lit(type), policy: policyOf(type, id) }),
          ),
        },
        { type: 'do', expression: call(self, 'addDependency', ref(name)) },
      ];
    }),
    { type: 'do', expression: call(self, 'applyRemovalPolicy', removalPolicy(props.removalPolicy)) },
  ],
  source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless.html',
});

const collectionTypes = {
  SEARCH: { en: 'search', ja: '検索' },
  TIMESERIES: { en: 'time series', ja: '時系列' },
  VECTORSEARCH: { en: 'vectors', ja: 'ベクトル' },
} as const;

/** Without an encryption policy no collection is made; who reaches it is said by its data policy and by IAM. */
function policyOf(type: 'encryption' | 'network', id: NodeId): Expr {
  const rules = array([
    object({
      ResourceType: lit('collection'),
      Resource: array([around('collection/', lowerCaseName(id, maxName))]),
    }),
  ]);
  const policy =
    type === 'encryption'
      ? object({ Rules: rules, AWSOwnedKey: lit(true) })
      : array([object({ Rules: rules, AllowFromPublic: lit(true) })]);
  return call(ref('this'), 'toJsonString', policy);
}
