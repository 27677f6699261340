import { allow, any, arn, defineOptimized, job, page, request, text } from '../define.js';

const workgroup = arn('athena', 'workgroup/{WorkGroup}');
const anyWorkgroup = arn('athena', 'workgroup/*');
const catalogs = arn('athena', 'datacatalog/*');

/** A query reads and writes what its tables and its result location are made of. */
const data = [
  allow(
    [
      's3:GetBucketLocation',
      's3:GetObject',
      's3:ListBucket',
      's3:ListBucketMultipartUploads',
      's3:ListMultipartUploadParts',
      's3:AbortMultipartUpload',
      's3:CreateBucket',
      's3:PutObject',
    ],
    'arn:{partition}:s3:::*',
  ),
  allow(
    [
      'glue:CreateDatabase',
      'glue:GetDatabase',
      'glue:GetDatabases',
      'glue:UpdateDatabase',
      'glue:DeleteDatabase',
      'glue:CreateTable',
      'glue:UpdateTable',
      'glue:GetTable',
      'glue:GetTables',
      'glue:DeleteTable',
      'glue:BatchDeleteTable',
      'glue:BatchCreatePartition',
      'glue:CreatePartition',
      'glue:UpdatePartition',
      'glue:GetPartition',
      'glue:GetPartitions',
      'glue:BatchGetPartition',
      'glue:DeletePartition',
      'glue:BatchDeletePartition',
    ],
    arn('glue', 'catalog'),
    arn('glue', 'database/*'),
    arn('glue', 'table/*'),
    arn('glue', 'userDefinedFunction/*'),
  ),
  allow('lakeformation:GetDataAccess', ...any),
];

export const athena = defineOptimized({
  id: 'athena',
  api: 'athena',
  label: text('Amazon Athena', 'Amazon Athena'),
  source: page('connect-athena'),
  actions: {
    startQueryExecution: {
      label: text('Run a query', 'クエリの実行'),
      required: ['QueryString'],
      sample: { QueryString: '', WorkGroup: 'primary' },
      patterns: {
        ...request(allow(['athena:StartQueryExecution', 'athena:GetDataCatalog'], workgroup, catalogs), ...data),
        ...job(
          allow(
            [
              'athena:StartQueryExecution',
              'athena:StopQueryExecution',
              'athena:GetQueryExecution',
              'athena:GetDataCatalog',
            ],
            workgroup,
            catalogs,
          ),
          ...data,
        ),
      },
    },
    stopQueryExecution: {
      label: text('Stop a query', 'クエリの停止'),
      required: ['QueryExecutionId'],
      patterns: request(allow('athena:StopQueryExecution', anyWorkgroup)),
    },
    getQueryExecution: {
      label: text('Get the state of a query', 'クエリの状態の取得'),
      required: ['QueryExecutionId'],
      patterns: request(allow('athena:GetQueryExecution', anyWorkgroup)),
    },
    getQueryResults: {
      label: text('Get the results of a query', 'クエリの結果の取得'),
      required: ['QueryExecutionId'],
      patterns: request(allow('athena:GetQueryResults', anyWorkgroup), allow('s3:GetObject', 'arn:{partition}:s3:::*')),
    },
  },
});
