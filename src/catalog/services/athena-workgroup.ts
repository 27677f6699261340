import { sameInEveryLanguage } from '../../model/localized.js';
import { nodeId } from '../../model/design.js';
import { field } from '../../model/fields.js';
import { call, callStatic, cdk, create, lit, member, object, ref, template } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { partOfArn } from './existing-arn.js';

export const athenaWorkgroup = defineService({
  type: 'athena-workgroup',
  cfnType: 'AWS::Athena::WorkGroup',
  category: 'data',
  icon: 'architecture-service/AmazonAthena',
  label: { en: 'Athena workgroup', ja: 'Athena ワークグループ' },
  defaultLabel: { en: 'Queries', ja: 'クエリ' },
  description: { en: 'Runs SQL over files in S3', ja: 'S3 のファイルに SQL を実行' },
  keywords: ['sql', 'query', 'analytics', 'data lake', 'クエリ', '分析', 'データレイク'],
  fields: {
    results: field.node({
      label: { en: 'Bucket for results', ja: '結果を保存するバケット' },
      help: {
        en: 'Empty: storage that Athena manages.',
        ja: '空欄の場合、Athena のマネージドストレージに保存されます。',
      },
      services: ['s3-bucket'],
      source: 'https://docs.aws.amazon.com/athena/latest/ug/querying.html',
    }),
    bytesScanned: field.megabytes({
      label: { en: 'Data scanned by one query', ja: '1 クエリのスキャン上限' },
      min: 10,
      max: 1_000_000,
      default: 10_000,
      source: 'https://docs.aws.amazon.com/athena/latest/ug/workgroups-setting-control-limits-cloudwatch.html',
    }),
  },
  subtitle: () => sameInEveryLanguage('Athena SQL'),
  stateful: false,
  roles: {
    sdkTarget: {
      service: 'athena',
      actions: {
        startQueryExecution: {
          iam: ['athena:StartQueryExecution'],
          required: ['QueryString'],
          resource: { parameter: 'WorkGroup', attribute: 'name' },
          arn: { attribute: 'arn' },
          sample: { QueryString: '{% $states.input.query %}', WorkGroup: '{resource}' },
          writes: true,
          async: true,
        },
        getQueryExecution: {
          iam: ['athena:GetQueryExecution'],
          required: ['QueryExecutionId'],
          arn: { attribute: 'arn' },
          writes: false,
        },
        getQueryResults: {
          iam: ['athena:GetQueryResults'],
          required: ['QueryExecutionId'],
          arn: { attribute: 'arn' },
          writes: false,
        },
        stopQueryExecution: {
          iam: ['athena:StopQueryExecution'],
          required: ['QueryExecutionId'],
          arn: { attribute: 'arn' },
          writes: true,
        },
      },
      defaultAction: 'startQueryExecution',
      optimized: [
        {
          resource: 'arn:aws:states:::athena:startQueryExecution',
          action: 'startQueryExecution',
          patterns: ['REQUEST_RESPONSE', 'RUN_JOB'],
        },
      ],
    },
  },
  refusal: {
    en: 'A query is started by a state machine or by code; this service cannot start one.',
    ja: 'クエリはステートマシンまたはコードから開始します。このサービスからは開始できません。',
  },
  attributes: ({ node }, self) => {
    const name =
      node.origin === 'existing' ? member(member(self, 'workGroupRef'), 'workGroupName') : member(self, 'name');
    return {
      name,
      arn: call(
        ref('this'),
        'formatArn',
        object({ service: lit('athena'), resource: lit('workgroup'), resourceName: name }),
      ),
    };
  },
  construct: ({ constructId, props, emitter }) =>
    create(
      cdk('aws-athena', 'CfnWorkGroup'),
      ref('this'),
      lit(constructId),
      object({
        name: template(member(ref('this'), 'stackName'), `-${constructId}`),
        recursiveDeleteOption: lit(true),
        workGroupConfiguration: object({
          enforceWorkGroupConfiguration: lit(true),
          publishCloudWatchMetricsEnabled: lit(true),
          bytesScannedCutoffPerQuery: lit(props.bytesScanned * 1_000_000),
          ...(props.results === undefined
            ? { managedQueryResultsConfiguration: object({ enabled: lit(true) }) }
            : {
                resultConfiguration: object({
                  outputLocation: template('s3://', emitter.attribute(nodeId(props.results), 'name'), '/athena/'),
                  encryptionConfiguration: object({ encryptionOption: lit('SSE_S3') }),
                }),
              }),
        }),
      }),
    ),
  fromExisting: ({ constructId, by, value }) =>
    callStatic(
      'aws-athena',
      'CfnWorkGroup.fromWorkGroupName',
      ref('this'),
      lit(constructId),
      by === 'arn' ? partOfArn(value, 1) : value,
    ),
  source: 'https://docs.aws.amazon.com/athena/latest/ug/what-is.html',
});
