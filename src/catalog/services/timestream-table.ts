import { field } from '../../model/fields.js';
import { call, cdk, create, lit, member, object, ref } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { noResource } from '../permissions.js';
import { existingByArn, existingByArnProblems, partOfArn } from './existing-arn.js';
import { actionsOn } from './sdk-actions.js';
import { dotted, removalPolicy, removalPolicyField } from './shared.js';

const retention = 'https://docs.aws.amazon.com/timestream/latest/developerguide/storage.html';
const on = actionsOn('TableName', 'name');

export const timestreamTable = defineService({
  type: 'timestream-table',
  cfnType: 'AWS::Timestream::Table',
  category: 'data',
  icon: 'architecture-service/AmazonTimestream',
  label: { en: 'Timestream table', ja: 'Timestream テーブル' },
  defaultLabel: { en: 'Measurements', ja: '測定値' },
  description: { en: 'Measurements over time, queried by SQL', ja: '時系列の測定値を保存し、SQL でクエリ' },
  keywords: ['timestream', 'time series', 'live analytics', 'telemetry', '時系列', '測定', 'テレメトリ'],
  fields: {
    memoryHours: field.number({
      label: { en: 'Memory store (hours)', ja: 'メモリストアの保持期間 (時間)' },
      min: 1,
      max: 8766,
      default: 24,
      unit: 'count',
      source: retention,
    }),
    magneticDays: field.number({
      label: { en: 'Magnetic store (days)', ja: 'マグネティックストアの保持期間 (日)' },
      min: 1,
      max: 73_000,
      default: 365,
      unit: 'count',
      source: retention,
    }),
    removalPolicy: removalPolicyField,
  },
  subtitle: ({ props }) => dotted('Timestream', `${String(props.memoryHours)} h`, `${String(props.magneticDays)} d`),
  stateful: true,
  roles: {
    iotAction: {
      action: 'timestream',
      // https://docs.aws.amazon.com/iot/latest/developerguide/timestream-rule-action.html
      permissions: ({ id }) => [
        { actions: ['timestream:WriteRecords'], resources: [{ node: id, attribute: 'arn' }] },
        { actions: ['timestream:DescribeEndpoints'], resources: [], anyResource: noResource },
      ],
      own: ({ id }, emitter) => ({
        databaseName: emitter.attribute(id, 'databaseName'),
        tableName: emitter.attribute(id, 'name'),
      }),
    },
    // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html
    pipeTarget: {
      parameters: 'TimestreamParameters',
      iam: ['timestream:WriteRecords', 'timestream:DescribeEndpoints'],
      permissions: ({ id }) => [
        { actions: ['timestream:WriteRecords'], resources: [{ node: id, attribute: 'arn' }] },
        { actions: ['timestream:DescribeEndpoints'], resources: [], anyResource: noResource },
      ],
    },
    sdkTarget: {
      service: 'timestreamwrite',
      codeOnly: true,
      actions: {
        writeRecords: on('timestream:WriteRecords', ['DatabaseName', 'Records'], {
          anywhere: ['timestream:DescribeEndpoints'],
          writes: true,
          environment: ['databaseName'],
        }),
      },
      defaultAction: 'writeRecords',
    },
  },
  refusal: {
    en: 'A table takes records of rules, pipes, workflows and code; this service cannot write any.',
    ja: 'テーブルには、ルール、パイプ、ワークフロー、コードから書き込みます。このサービスからは書き込めません。',
  },
  attributes: (node, self) =>
    node.node.origin === 'existing'
      ? { arn: self, databaseName: partOfArn(self, 1), name: partOfArn(self, 3) }
      : { arn: member(self, 'attrArn'), name: member(self, 'attrName'), databaseName: member(self, 'databaseName') },
  construct: ({ id, constructId, props, emitter }) => {
    const database = emitter.variable(id, 'database');
    emitter.before(
      {
        type: 'const',
        name: database,
        value: create(cdk('aws-timestream', 'CfnDatabase'), ref('this'), lit(emitter.constructId(id, 'database'))),
      },
      // Both are kept or deleted: a database that holds a table cannot be deleted.
      { type: 'do', expression: call(ref(database), 'applyRemovalPolicy', removalPolicy(props.removalPolicy)) },
    );
    return create(
      cdk('aws-timestream', 'CfnTable'),
      ref('this'),
      lit(constructId),
      object({
        databaseName: member(ref(database), 'ref'),
        retentionProperties: object({
          MemoryStoreRetentionPeriodInHours: lit(String(props.memoryHours)),
          MagneticStoreRetentionPeriodInDays: lit(String(props.magneticDays)),
        }),
      }),
    );
  },
  further: ({ props }, self) => [
    { type: 'do', expression: call(self, 'applyRemovalPolicy', removalPolicy(props.removalPolicy)) },
  ],
  // `…:database/name/table/name`
  fromExisting: existingByArn,
  problems: existingByArnProblems,
  source: 'https://docs.aws.amazon.com/timestream/latest/developerguide/what-is-timestream.html',
});
