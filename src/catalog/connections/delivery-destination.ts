import { nodeId } from '../../model/design.js';
import { field, resolveProps, type PropsOf } from '../../model/fields.js';
import { sameInEveryLanguage } from '../../model/localized.js';
import { array, call, cdk, create, lit, member, object, ref, type Expr, type Statement } from '../../ts-ast/ast.js';
import { defineConnection, type ConnectedEnd, type Emitter, type RoleOf } from '../define.js';
import { around, lowerCaseName } from '../services/limited-name.js';
import { given } from './shared.js';

const opensearch =
  'https://docs.aws.amazon.com/firehose/latest/dev/create-destination.html#create-destination-opensearch';
const redshift = 'https://docs.aws.amazon.com/firehose/latest/dev/create-destination.html#create-destination-redshift';
const iceberg = 'https://docs.aws.amazon.com/firehose/latest/dev/apache-iceberg-destination.html';
const httpEndpoint = 'https://docs.aws.amazon.com/firehose/latest/dev/create-destination.html#create-destination-http';

const fields = {
  index: field.text({
    label: { en: 'Index', ja: 'インデックス' },
    default: 'records',
    required: true,
    code: true,
    pattern: {
      test: /^[a-z0-9][a-z0-9_.-]{0,79}$/,
      hint: { en: 'lower-case letters, digits, _ and -', ja: '英小文字、数字、_、-' },
    },
    source: opensearch,
  }),
  rotation: field.choice({
    label: { en: 'New index', ja: 'インデックスの切り替え' },
    options: {
      NoRotation: { en: 'Never', ja: 'なし' },
      OneHour: { en: 'Each hour', ja: '1 時間ごと' },
      OneDay: { en: 'Each day', ja: '1 日ごと' },
      OneWeek: { en: 'Each week', ja: '1 週間ごと' },
      OneMonth: { en: 'Each month', ja: '1 か月ごと' },
    },
    default: 'NoRotation',
    source: opensearch,
  }),
  table: field.text({
    label: { en: 'Table', ja: 'テーブル' },
    default: 'records',
    required: true,
    code: true,
    pattern: {
      test: /^[A-Za-z_][A-Za-z0-9_.]{0,254}$/,
      hint: { en: 'the name of a table', ja: 'テーブルの名前' },
    },
    source: redshift,
  }),
  copyOptions: field.text({
    label: { en: 'Options of COPY', ja: 'COPY のオプション' },
    default: "JSON 'auto'",
    required: true,
    code: true,
    source: redshift,
  }),
  uniqueKeys: field.list({
    label: { en: 'Unique keys', ja: '一意キー' },
    help: {
      en: 'Columns by which rows are updated and deleted. Empty: rows are only added.',
      ja: '行の更新と削除に使用する列です。空欄の場合、行の追加だけを行います。',
    },
    source: iceberg,
  }),
  accessKey: field.node({
    label: { en: 'Access key', ja: 'アクセスキー' },
    help: {
      en: 'A secret that holds it as api_key. Empty: none is sent.',
      ja: 'api_key として保存したシークレットです。空欄の場合、送信しません。',
    },
    services: ['secret'],
    source: httpEndpoint,
  }),
} as const;

type By = RoleOf<'deliveryDestination'>['by'];
type FieldName = keyof typeof fields;

const ownFields: Readonly<Record<By, readonly FieldName[]>> = {
  s3: [],
  opensearch: ['index', 'rotation'],
  'opensearch-serverless': ['index'],
  redshift: ['table', 'copyOptions'],
  iceberg: ['uniqueKeys'],
  'http-endpoint': ['accessKey'],
};

export const deliveryDestination = defineConnection({
  kind: 'delivery-destination',
  label: { en: 'Firehose destination', ja: 'Firehose の送信先' },
  from: 'deliveryStream',
  to: 'deliveryDestination',
  fields,
  home: 'from',
  rank: 10,
  tradeOff: {
    en: 'Written in batches by time or size, whichever comes first; no order, and rarely twice.',
    ja: '時間またはサイズの先に達した条件でまとめて書き込みます。順序は保証されず、まれに重複します。',
  },
  source: 'https://docs.aws.amazon.com/firehose/latest/dev/create-destination.html',
  delivery: () => 'async',
  // Firehose calls a cluster over its public address:
  // https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#using-iam-rs-vpc
  prepare: (_from, to) => (to.node.service === 'redshift-data' ? { to: { publiclyAccessible: true } } : {}),
  optionsFor: (_from, to) =>
    Object.fromEntries(
      Object.keys(fields)
        .filter((name) => !ownFields[to.role.by].some((own) => own === name))
        .map((name) => [name, []]),
    ),
  describe: (from, to, props) => {
    const prefix = from.props['prefix'];
    switch (to.role.by) {
      case 'opensearch':
      case 'opensearch-serverless':
        return sameInEveryLanguage(props.index);
      case 'redshift':
        return sameInEveryLanguage(props.table);
      default:
        return to.role.by === 's3' && typeof prefix === 'string' && prefix !== ''
          ? sameInEveryLanguage(prefix)
          : { en: 'batches', ja: 'まとめて書き込み' };
    }
  },
  permissions: (from, to, props) =>
    [
      ...(to.role.by === 's3'
        ? [
            // https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#using-iam-s3
            {
              actions: ['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'],
              resources: [{ node: to.id, attribute: 'arn', suffix: '/*' }],
            },
            {
              actions: ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'],
              resources: [{ node: to.id, attribute: 'arn' }],
            },
          ]
        : to.role.permissions(to, props)),
      ...(to.role.by === 'http-endpoint' && props.accessKey !== undefined
        ? [
            {
              actions: ['secretsmanager:GetSecretValue'],
              resources: [{ node: nodeId(props.accessKey), attribute: 'arn' }],
            },
          ]
        : []),
      { actions: ['logs:PutLogEvents'], resources: [{ node: from.id, attribute: 'logsArn' }] },
    ].map((permission) => ({ grantee: from.id, ...permission })),
  emit: (connections, emitter) =>
    connections.flatMap(({ id, from, to }): readonly Statement[] =>
      // A collection knows its readers and writers by its own policy, beside IAM.
      to.role.by === 'opensearch-serverless'
        ? [
            {
              type: 'do',
              expression: create(
                cdk('aws-opensearchserverless', 'CfnAccessPolicy'),
                ref('this'),
                lit(emitter.constructId(id, 'access')),
                object({
                  name: lowerCaseName(from.id, maxPolicyName),
                  type: lit('data'),
                  policy: accessPolicy(emitter.attribute(to.id, 'name'), member(emitter.role(from.id), 'roleArn')),
                }),
              ),
            },
          ]
        : [],
    ),
});

/** https://docs.aws.amazon.com/opensearch-service/latest/ServerlessAPIReference/API_CreateAccessPolicy.html */
const maxPolicyName = 32;

/** https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#using-iam-serverless */
const accessPolicy = (collection: Expr, role: Expr): Expr =>
  call(
    ref('this'),
    'toJsonString',
    array([
      object({
        Rules: array([
          object({
            ResourceType: lit('index'),
            Resource: array([around('index/', collection, '/*')]),
            Permission: array(
              ['aoss:CreateIndex', 'aoss:UpdateIndex', 'aoss:DescribeIndex', 'aoss:WriteDocument'].map(lit),
            ),
          }),
        ]),
        Principal: array([role]),
      }),
    ]),
  );

type Props = PropsOf<typeof fields>;

/** What the configuration of a destination says of the connection. */
export function destinationConfiguration(
  { connection, other }: ConnectedEnd,
  role: Exclude<RoleOf<'deliveryDestination'>, { by: 's3' }>,
  emitter: Emitter,
): Readonly<Record<string, Expr | undefined>> {
  const props = resolveProps(fields, connection.props);
  return { ...role.own(other, emitter, props), ...ofConnection(role.by, props, emitter) };
}

function ofConnection(by: By, props: Props, emitter: Emitter): Readonly<Record<string, Expr | undefined>> {
  switch (by) {
    case 's3':
    case 'iceberg':
      return {};
    case 'opensearch':
      return { indexName: lit(props.index), indexRotationPeriod: lit(props.rotation) };
    case 'opensearch-serverless':
      return { indexName: lit(props.index) };
    case 'redshift':
      return {
        copyCommand: object({
          dataTableName: lit(props.table),
          copyOptions: given(props.copyOptions) ? lit(props.copyOptions) : undefined,
        }),
      };
    case 'http-endpoint':
      return {
        secretsManagerConfiguration:
          props.accessKey === undefined
            ? undefined
            : object({ enabled: lit(true), secretArn: emitter.attribute(nodeId(props.accessKey), 'arn') }),
      };
  }
}
