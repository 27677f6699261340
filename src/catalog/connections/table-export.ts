import { field } from '../../model/fields.js';
import { array, callStatic, cdk, create, lit, object, ref } from '../../ts-ast/ast.js';
import { defineConnection, type End } from '../define.js';
import { policyStatement, type RolePermission } from '../target-role.js';
import { given } from './shared.js';

const source = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.HowItWorks.html';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport_Requesting.html */
const needs = (table: End<'exportedTable'>, bucket: End<'exportDestination'>): readonly RolePermission[] => [
  { actions: ['dynamodb:ExportTableToPointInTime'], resources: [{ node: table.id, attribute: 'arn' }] },
  {
    actions: ['s3:AbortMultipartUpload', 's3:PutObject', 's3:PutObjectAcl'],
    resources: [{ node: bucket.id, attribute: 'arn', suffix: '/*' }],
  },
];

export const tableExport = defineConnection({
  kind: 'table-export',
  label: { en: 'Export at set times', ja: '定期的なエクスポート' },
  from: 'exportedTable',
  to: 'exportDestination',
  fields: {
    everyHours: field.number({
      label: { en: 'Every (hours)', ja: '間隔 (時間)' },
      min: 1,
      max: 8760,
      default: 24,
      unit: 'count',
      source: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html',
    }),
    format: field.choice({
      label: { en: 'Format', ja: '形式' },
      options: {
        DYNAMODB_JSON: { en: 'DynamoDB JSON', ja: 'DynamoDB JSON' },
        ION: { en: 'Amazon Ion', ja: 'Amazon Ion' },
      },
      default: 'DYNAMODB_JSON',
      source,
    }),
    prefix: field.text({
      label: { en: 'Prefix', ja: 'プレフィックス' },
      code: true,
      placeholder: 'exports/orders',
      source,
    }),
  },
  home: 'from',
  rank: 10,
  tradeOff: {
    en: 'The whole table each time, without reading capacity; EventBridge Scheduler asks for it.',
    ja: '読み込みキャパシティを使わずに、毎回テーブル全体を出力します。EventBridge Scheduler が実行します。',
  },
  source,
  delivery: () => 'async',
  // An export is made of the backups.
  prepare: (from) => (from.node.service === 'dynamodb-table' ? { from: { pointInTimeRecovery: true } } : {}),
  describe: (_from, _to, { everyHours }) => ({
    en: `export every ${String(everyHours)} h`,
    ja: `${String(everyHours)} 時間ごとにエクスポート`,
  }),
  permissions: (from, to) => needs(from, to).map((one) => ({ ...one, grantee: from.id, byConstruct: true })),
  emit: (connections, emitter) =>
    connections.map(({ id, from, to, props }) => ({
      type: 'do',
      expression: create(
        cdk('aws-scheduler', 'Schedule'),
        ref('this'),
        lit(emitter.constructId(id, 'schedule')),
        object({
          schedule: callStatic(
            'aws-scheduler',
            'ScheduleExpression.rate',
            callStatic('', 'Duration.hours', lit(props.everyHours)),
          ),
          target: create(
            cdk('aws-scheduler-targets', 'Universal'),
            object({
              service: lit('dynamodb'),
              action: lit('exportTableToPointInTime'),
              input: callStatic(
                'aws-scheduler',
                'ScheduleTargetInput.fromObject',
                object({
                  TableArn: emitter.attribute(from.id, 'arn'),
                  S3Bucket: emitter.attribute(to.id, 'name'),
                  S3Prefix: given(props.prefix) ? lit(props.prefix) : undefined,
                  ExportFormat: lit(props.format),
                }),
              ),
              policyStatements: array(needs(from, to).map((one) => policyStatement(one, emitter))),
            }),
          ),
        }),
      ),
    })),
});
