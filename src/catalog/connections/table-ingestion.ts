import { nodeId } from '../../model/design.js';
import { field } from '../../model/fields.js';
import { fileNameOf } from '../../model/names.js';
import { cdk, create, lit, member, object, ref } from '../../ts-ast/ast.js';
import { defineConnection, type End } from '../define.js';
import { lowerCaseName } from '../services/limited-name.js';
import { targetRole, type RolePermission } from '../target-role.js';

const source = 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/configure-client-ddb.html';
const exportPrefix = 'export/';

const fields = {
  index: field.text({
    label: { en: 'Index', ja: 'インデックス' },
    default: 'items',
    required: true,
    code: true,
    pattern: {
      test: /^[a-z0-9][a-z0-9_.-]{0,79}$/,
      hint: { en: 'lower-case letters, digits, _ and -', ja: '英小文字、数字、_、-' },
    },
    source,
  }),
  exportBucket: field.node({
    label: { en: 'Bucket of the first export', ja: '初回エクスポート用のバケット' },
    help: {
      en: 'What is in the table already comes through it. Empty: only changes from now on.',
      ja: '既存の項目は、このバケットを経由して取り込みます。空欄の場合、以降の変更だけを取り込みます。',
    },
    services: ['s3-bucket'],
    source,
  }),
  maxUnits: field.number({
    label: { en: 'Maximum capacity (OCU)', ja: '最大キャパシティ (OCU)' },
    min: 1,
    max: 96,
    default: 2,
    unit: 'count',
    advanced: true,
    source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ingestion-scaling.html',
  }),
} as const;

const needs = (
  table: End<'replicatedTable'>,
  domain: End<'ingestionTarget'>,
  bucket: string | undefined,
): readonly RolePermission[] => [
  {
    actions: ['dynamodb:DescribeContinuousBackups', 'dynamodb:DescribeTable'],
    resources: [{ node: table.id, attribute: 'arn' }],
  },
  {
    actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
    resources: [{ node: table.id, attribute: 'streamArn' }],
  },
  { actions: ['es:DescribeDomain'], resources: [{ node: domain.id, attribute: 'arn' }] },
  {
    actions: ['es:ESHttpGet', 'es:ESHttpHead', 'es:ESHttpPost', 'es:ESHttpPut'],
    resources: [{ node: domain.id, attribute: 'arn', suffix: '/*' }],
  },
  ...(bucket === undefined
    ? []
    : [
        { actions: ['dynamodb:ExportTableToPointInTime'], resources: [{ node: table.id, attribute: 'arn' }] },
        {
          actions: ['dynamodb:DescribeExport'],
          resources: [{ node: table.id, attribute: 'arn', suffix: '/export/*' }],
        },
        {
          actions: ['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject', 's3:PutObjectAcl'],
          resources: [{ node: nodeId(bucket), attribute: 'arn', suffix: `/${exportPrefix}*` }],
        },
      ]),
];

export const tableIngestion = defineConnection({
  kind: 'table-ingestion',
  label: { en: 'OpenSearch Ingestion', ja: 'OpenSearch Ingestion' },
  from: 'replicatedTable',
  to: 'ingestionTarget',
  fields,
  home: 'to',
  rank: 10,
  tradeOff: {
    en: 'Searches see each change within seconds, without code; a pipeline is paid by the hour.',
    ja: '変更はコードなしで数秒以内に検索に反映されます。パイプラインは時間課金です。',
  },
  source,
  delivery: () => 'async',
  prepare: (from) =>
    from.node.service === 'dynamodb-table' ? { from: { stream: 'NEW_AND_OLD_IMAGES', pointInTimeRecovery: true } } : {},
  describe: (_from, _to, { index }) => ({ en: `index ${index}`, ja: `インデックス ${index}` }),
  permissions: (from, to, { exportBucket }) =>
    needs(from, to, exportBucket).map((one) => ({ ...one, grantee: from.id, byConstruct: true })),
  emit: (connections, emitter) =>
    connections.map(({ id, from, to, props }) => {
      const bucket = props.exportBucket === undefined ? undefined : nodeId(props.exportBucket);
      return {
        type: 'do',
        expression: create(
          cdk('aws-osis', 'CfnPipeline'),
          ref('this'),
          lit(emitter.constructId(id, 'pipeline')),
          object({
            pipelineName: lowerCaseName(from.id, maxPipelineName),
            minUnits: lit(1),
            maxUnits: lit(props.maxUnits),
            pipelineRoleArn: member(
              targetRole(id, 'osis-pipelines.amazonaws.com', needs(from, to, props.exportBucket), emitter),
              'roleArn',
            ),
            pipelineConfigurationBody: emitter.templateFile(
              `templates/pipelines/${fileNameOf(id)}.yaml`,
              pipelineText(props.index, bucket !== undefined),
              {
                TableArn: emitter.attribute(from.id, 'arn'),
                ...(bucket === undefined ? {} : { BucketName: emitter.attribute(bucket, 'name') }),
                Region: member(ref('this'), 'region'),
                Endpoint: emitter.attribute(to.id, 'url'),
              },
            ),
          }),
        ),
      };
    }),
});

/** https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_CreatePipeline.html */
const maxPipelineName = 28;

/** What `${Name}` stands for is filled in when the stack is built; the rest is for the pipeline. */
const pipelineText = (index: string, exports: boolean): string =>
  [
    'version: "2"',
    'items:',
    '  source:',
    '    dynamodb:',
    '      tables:',
    '        - table_arn: "${TableArn}"',
    '          stream:',
    '            start_position: LATEST',
    ...(exports
      ? [
          '          export:',
          '            s3_bucket: "${BucketName}"',
          '            s3_region: "${Region}"',
          `            s3_prefix: ${exportPrefix}`,
        ]
      : []),
    '      aws:',
    '        region: "${Region}"',
    '  sink:',
    '    - opensearch:',
    '        hosts:',
    '          - "${Endpoint}"',
    `        index: ${index}`,
    '        index_type: custom',
    `        document_id: '\${getMetadata("primary_key")}'`,
    `        action: '\${getMetadata("opensearch_action")}'`,
    `        document_version: '\${getMetadata("document_version")}'`,
    '        document_version_type: external',
    '        aws:',
    '          region: "${Region}"',
    '',
  ].join('\n');
