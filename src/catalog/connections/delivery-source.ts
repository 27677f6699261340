import { resolveProps, field } from '../../model/fields.js';
import { array, cdk, create, lit, member, object, ref, type Expr, type Statement } from '../../ts-ast/ast.js';
import { defineConnection, type ConnectedEnd, type Emitter, type RoleOf } from '../define.js';
import type { RolePermission } from '../target-role.js';
import { brokerFields } from './source-fields.js';

const database = 'https://docs.aws.amazon.com/firehose/latest/dev/writing-with-database.html';

const fields = {
  topic: brokerFields.topic,
  connectivity: field.choice({
    label: { en: 'Connectivity', ja: '接続方法' },
    help: {
      en: 'Private: the cluster allows multi-VPC connections, which are turned on after it is created.',
      ja: 'プライベートの場合、クラスターの作成後にマルチ VPC 接続を有効にします。',
    },
    options: { PRIVATE: { en: 'Private', ja: 'プライベート' }, PUBLIC: { en: 'Public', ja: 'パブリック' } },
    default: 'PRIVATE',
    advanced: true,
    source: 'https://docs.aws.amazon.com/firehose/latest/dev/writing-with-msk.html',
  }),
  tables: field.list({
    label: { en: 'Tables', ja: 'テーブル' },
    help: {
      en: 'As schema.table or database.table.',
      ja: 'スキーマ.テーブル、またはデータベース.テーブルの形式です。',
    },
    default: ['public.orders'],
    required: true,
    source: database,
  }),
  watermarkTable: field.text({
    label: { en: 'Watermark table', ja: 'ウォーターマークテーブル' },
    help: { en: 'Firehose marks its progress there.', ja: 'Firehose が進行状況を記録するテーブルです。' },
    default: 'public.firehose_watermark',
    required: true,
    code: true,
    advanced: true,
    source: database,
  }),
  endpointService: field.text({
    label: { en: 'VPC endpoint service', ja: 'VPC エンドポイントサービス' },
    help: {
      en: 'Name of the service that leads to the database over PrivateLink.',
      ja: 'PrivateLink 経由でデータベースに接続するサービスの名前です。',
    },
    default: 'com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0',
    required: true,
    code: true,
    pattern: {
      test: /^com\.amazonaws\.[a-z0-9.-]+\.vpce-svc-[a-z0-9]+$/,
      hint: { en: 'it begins with com.amazonaws.vpce', ja: 'com.amazonaws.vpce で始めてください。' },
    },
    source: database,
  }),
} as const;

/**
 * Changes of a database are kept in Iceberg tables of the Glue catalog, which Firehose makes as it meets them:
 * https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#using-iam-iceberg
 */
export const glueTables: RolePermission = {
  actions: ['glue:CreateDatabase', 'glue:CreateTable', 'glue:GetDatabase', 'glue:GetTable', 'glue:UpdateTable'],
  resources: [],
  arns: [
    'arn:{partition}:glue:{region}:{account}:catalog',
    'arn:{partition}:glue:{region}:{account}:database/*',
    'arn:{partition}:glue:{region}:{account}:table/*/*',
  ],
};

type By = RoleOf<'deliverySource'>['by'];

const ownFields: Readonly<Record<By, readonly (keyof typeof fields)[]>> = {
  kinesis: [],
  msk: ['topic', 'connectivity'],
  database: ['tables', 'watermarkTable', 'endpointService'],
};

export const deliverySource = defineConnection({
  kind: 'delivery-source',
  label: { en: 'Firehose source', ja: 'Firehose のソース' },
  from: 'deliverySource',
  to: 'deliveryStream',
  fields,
  home: 'to',
  rank: 10,
  tradeOff: {
    en: 'Firehose reads the stream by itself; nothing else can then put records into it.',
    ja: 'Firehose がストリームを直接読み取ります。この場合、ほかからレコードを書き込むことはできません。',
  },
  source: 'https://docs.aws.amazon.com/firehose/latest/dev/create-name.html',
  delivery: () => 'async',
  optionsFor: ({ role }) =>
    Object.fromEntries(
      Object.keys(fields)
        .filter((name) => !ownFields[role.by].some((own) => own === name))
        .map((name) => [name, []]),
    ),
  describe: ({ role }, _to, { topic, tables }) =>
    role.by === 'msk'
      ? { en: topic, ja: topic }
      : role.by === 'database'
        ? { en: `changes of ${tables.join(', ')}`, ja: `${tables.join('、')} の変更` }
        : { en: 'records', ja: 'レコード' },
  permissions: (from, to, props) =>
    from.role.permissions(from, props).map((permission) => ({ grantee: to.id, ...permission })),
  emit: (connections, emitter) =>
    connections.flatMap(({ id, from, props }): readonly Statement[] =>
      from.role.by === 'msk' && from.node.origin === 'created' && props.connectivity === 'PRIVATE'
        ? [
            {
              type: 'do',
              expression: create(
                cdk('aws-msk', 'CfnClusterPolicy'),
                ref('this'),
                lit(emitter.constructId(id, 'policy')),
                object({ clusterArn: emitter.attribute(from.id, 'arn'), policy: letFirehoseIn(from.id, emitter) }),
              ),
            },
          ]
        : [],
    ),
});

/** https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#access-to-msk */
const letFirehoseIn = (cluster: Parameters<Emitter['attribute']>[0], emitter: Emitter): Expr =>
  create(
    cdk('aws-iam', 'PolicyDocument'),
    object({
      statements: array([
        create(
          cdk('aws-iam', 'PolicyStatement'),
          object({
            principals: array([create(cdk('aws-iam', 'ServicePrincipal'), lit('firehose.amazonaws.com'))]),
            actions: array([lit('kafka:CreateVpcConnection')]),
            resources: array([emitter.attribute(cluster, 'arn')]),
            conditions: object({
              StringEquals: object({ 'aws:SourceAccount': member(ref('this'), 'account') }),
            }),
          }),
        ),
      ]),
    }),
  );

/** Properties of a delivery stream that reads by itself. */
export function sourceConfiguration(
  { connection, other }: ConnectedEnd,
  role: RoleOf<'deliverySource'>,
  roleArn: Expr,
  emitter: Emitter,
): Readonly<Record<string, Expr>> {
  const props = resolveProps(fields, connection.props);
  switch (role.by) {
    case 'kinesis':
      return {
        deliveryStreamType: lit('KinesisStreamAsSource'),
        kinesisStreamSourceConfiguration: object({
          kinesisStreamArn: emitter.attribute(other.id, 'arn'),
          roleArn,
        }),
      };
    case 'msk':
      return {
        deliveryStreamType: lit('MSKAsSource'),
        mskSourceConfiguration: object({
          mskClusterArn: emitter.attribute(other.id, 'arn'),
          topicName: lit(props.topic),
          authenticationConfiguration: object({ connectivity: lit(props.connectivity), roleArn }),
        }),
      };
    case 'database': {
      const isPostgres = other.props['engine'] === 'postgresql';
      return {
        deliveryStreamType: lit('DatabaseAsSource'),
        databaseSourceConfiguration: object({
          type: lit(isPostgres ? 'PostgreSQL' : 'MySQL'),
          endpoint: emitter.attribute(other.id, 'host'),
          port: lit(isPostgres ? 5432 : 3306),
          sslMode: lit('Enabled'),
          databases: object({ include: array([emitter.attribute(other.id, 'database')]) }),
          tables: object({ include: array(props.tables.map(lit)) }),
          snapshotWatermarkTable: lit(props.watermarkTable),
          databaseSourceAuthenticationConfiguration: object({
            secretsManagerConfiguration: object({
              enabled: lit(true),
              secretArn: emitter.attribute(other.id, 'secretArn'),
              roleArn,
            }),
          }),
          databaseSourceVpcConfiguration: object({ vpcEndpointServiceName: lit(props.endpointService) }),
        }),
      };
    }
  }
}
