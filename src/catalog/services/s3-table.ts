import { field } from '../../model/fields.js';
import { array, call, cdk, create, lit, member, object, ref, type Expr } from '../../ts-ast/ast.js';
import { noResource } from '../permissions.js';
import { defineService } from '../define.js';
import { around, lowerCaseName } from './limited-name.js';
import { dotted, removalPolicy, removalPolicyField } from './shared.js';

const naming = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-buckets-naming.html';
const name = {
  test: /^[a-z0-9](?:[a-z0-9_]{0,253}[a-z0-9])?$/,
  hint: { en: 'lower-case letters, digits and _', ja: '英小文字、数字、_' },
};

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-buckets-naming.html */
const maxBucketName = 63;

export const s3Table = defineService({
  type: 's3-table',
  cfnType: 'AWS::S3Tables::TableBucket',
  category: 'data',
  icon: 'resource/AmazonSimpleStorageServiceS3Tables',
  label: { en: 'S3 table (Iceberg)', ja: 'S3 テーブル (Iceberg)' },
  defaultLabel: { en: 'Iceberg table', ja: 'Iceberg テーブル' },
  description: {
    en: 'An Apache Iceberg table in a table bucket, queried with SQL',
    ja: 'テーブルバケット内の Apache Iceberg テーブル。SQL でクエリ可能',
  },
  keywords: ['iceberg', 's3 tables', 'lake', 'analytics', 'テーブル', 'データレイク', '分析'],
  fields: {
    namespace: field.text({
      label: { en: 'Namespace', ja: '名前空間' },
      default: 'app',
      required: true,
      code: true,
      pattern: name,
      source: naming,
    }),
    table: field.text({
      label: { en: 'Table', ja: 'テーブル' },
      default: 'records',
      required: true,
      code: true,
      pattern: name,
      source: naming,
    }),
    columns: field.map({
      label: { en: 'Columns', ja: '列' },
      help: {
        en: 'Names with types of Iceberg. Empty: id and data, both string.',
        ja: '列名と Iceberg の型です。空欄の場合、文字列型の id と data になります。',
      },
      keyLabel: { en: 'Name', ja: '名前' },
      valueLabel: { en: 'Type', ja: '型' },
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_s3TableBuckets_SchemaField.html',
    }),
    removalPolicy: removalPolicyField,
  },
  subtitle: ({ props }) => dotted('Iceberg', `${props.namespace}.${props.table}`),
  stateful: true,
  roles: {
    deliveryDestination: {
      by: 'iceberg',
      own: ({ id, props }, emitter, { uniqueKeys }) => ({
        catalogConfiguration: object({ catalogArn: emitter.attribute(id, 'catalogArn') }),
        destinationTableConfigurationList: array([
          object({
            destinationDatabaseName: lit(String(props['namespace'])),
            destinationTableName: lit(String(props['table'])),
            uniqueKeys: Array.isArray(uniqueKeys) && uniqueKeys.length > 0 ? array(uniqueKeys.map(key)) : undefined,
          }),
        ]),
      }),
      // https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-integrating-firehose.html
      permissions: ({ id, props }) => [
        {
          actions: ['glue:GetDatabase', 'glue:GetTable', 'glue:UpdateTable'],
          resources: [{ node: id, attribute: 'catalogArn' }],
          arns: [
            'arn:{partition}:glue:{region}:{account}:catalog',
            'arn:{partition}:glue:{region}:{account}:catalog/s3tablescatalog',
            `arn:{partition}:glue:{region}:{account}:database/${String(props['namespace'])}`,
            `arn:{partition}:glue:{region}:{account}:table/${String(props['namespace'])}/${String(props['table'])}`,
          ],
        },
        { actions: ['lakeformation:GetDataAccess'], resources: [], anyResource: noResource },
      ],
    },
  },
  refusal: {
    en: 'An Iceberg table is written by Firehose and by query engines; this service cannot write to it.',
    ja: 'Iceberg テーブルには Firehose とクエリエンジンで書き込みます。このサービスからは書き込めません。',
  },
  attributes: ({ id, props }, self) => ({
    arn: member(self, 'attrTableBucketArn'),
    name: lit(props.table),
    catalogArn: call(
      ref('this'),
      'formatArn',
      object({
        service: lit('glue'),
        resource: lit('catalog'),
        resourceName: around('s3tablescatalog/', lowerCaseName(id, maxBucketName)),
      }),
    ),
  }),
  construct: ({ id, constructId }): Expr =>
    create(
      cdk('aws-s3tables', 'CfnTableBucket'),
      ref('this'),
      lit(constructId),
      object({ tableBucketName: lowerCaseName(id, maxBucketName) }),
    ),
  further: ({ id, props, emitter }, self) => {
    const namespace = emitter.variable(id, 'namespace');
    const table = emitter.variable(id, 'table');
    const columns = Object.entries(props.columns);
    const bucketArn = member(self, 'attrTableBucketArn');
    // Within the bucket, so that what waits for the bucket waits for its table.
    return [
      {
        type: 'const',
        name: namespace,
        value: create(
          cdk('aws-s3tables', 'CfnNamespace'),
          self,
          lit('Namespace'),
          object({ tableBucketArn: bucketArn, namespace: lit(props.namespace) }),
        ),
      },
      {
        type: 'const',
        name: table,
        value: create(
          cdk('aws-s3tables', 'CfnTable'),
          self,
          lit('Table'),
          object({
            tableBucketArn: bucketArn,
            namespace: lit(props.namespace),
            tableName: lit(props.table),
            openTableFormat: lit('ICEBERG'),
            icebergMetadata: object({
              icebergSchema: object({
                schemaFieldList: array(
                  (columns.length === 0 ? defaultColumns : columns).map(([column, type]) =>
                    object({ name: lit(column), type: lit(type) }),
                  ),
                ),
              }),
            }),
          }),
        ),
      },
      { type: 'do', expression: call(ref(table), 'addDependency', ref(namespace)) },
      ...[self, ref(namespace), ref(table)].map((resource) => ({
        type: 'do' as const,
        expression: call(resource, 'applyRemovalPolicy', removalPolicy(props.removalPolicy)),
      })),
    ];
  },
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables.html',
});

const defaultColumns = [
  ['id', 'string'],
  ['data', 'string'],
] as const;

const key = (column: unknown): Expr => lit(String(column));
