import { nodeId } from '../../model/design.js';
import { field } from '../../model/fields.js';
import { call, cdk, create, lit, member, object, ref, template, type Expr } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { actionsOn } from './sdk-actions.js';
import { dotted } from './shared.js';
import { mayUse, ownBucket, serviceRole } from './slim.js';

const action = actionsOn('Name', 'name');
const jobs = 'https://docs.aws.amazon.com/databrew/latest/dg/jobs.html';

export const databrewJob = defineService({
  type: 'databrew-job',
  cfnType: 'AWS::DataBrew::Job',
  category: 'data',
  icon: 'architecture-service/AWSGlueDataBrew',
  label: { en: 'DataBrew job', ja: 'DataBrew ジョブ' },
  defaultLabel: { en: 'Data profile', ja: 'データプロファイル' },
  description: { en: 'Profiles data in S3 without code', ja: 'コードなしで S3 のデータをプロファイリング' },
  keywords: ['data quality', 'profile', 'データ品質', 'プロファイル', '分析'],
  fields: {
    bucket: field.node({
      label: { en: 'Bucket', ja: 'バケット' },
      help: { en: 'Empty: one of its own.', ja: '空欄の場合、専用のバケットを作成します。' },
      services: ['s3-bucket'],
      source: jobs,
    }),
    key: field.text({
      label: { en: 'Key of the data', ja: 'データのキー' },
      default: 'data.csv',
      required: true,
      code: true,
      source: jobs,
    }),
  },
  subtitle: ({ props }) => dotted('DataBrew', props.key),
  stateful: false,
  roles: {
    eventPublisher: {
      source: 'aws.databrew',
      detailTypes: ['DataBrew Job State Change'],
      own: { path: ['jobName'], attribute: 'name' },
    },
    sdkTarget: {
      service: 'databrew',
      actions: {
        startJobRun: action('databrew:StartJobRun', [], {
          sample: { Name: '{resource}' },
          writes: true,
          async: true,
        }),
        describeJobRun: action('databrew:DescribeJobRun', ['RunId']),
      },
      defaultAction: 'startJobRun',
      optimized: [
        {
          resource: 'arn:aws:states:::databrew:startJobRun',
          action: 'startJobRun',
          patterns: ['REQUEST_RESPONSE', 'RUN_JOB'],
        },
      ],
    },
  },
  refusal: {
    en: 'A job is started by schedules, workflows and code; this service cannot start one.',
    ja: 'ジョブはスケジュール、ワークフロー、コードから開始します。このサービスからは開始できません。',
  },
  attributes: (_node, self) => ({
    name: member(self, 'ref'),
    arn: call(
      ref('this'),
      'formatArn',
      object({ service: lit('databrew'), resource: lit('job'), resourceName: member(self, 'ref') }),
    ),
  }),
  construct: ({ id, constructId, props, emitter }) => {
    const name = template(member(ref('this'), 'stackName'), `-${constructId}`);
    const role = emitter.variable(id, 'role');
    emitter.before({
      type: 'const',
      name: role,
      value: serviceRole(emitter, id, 'databrew.amazonaws.com', ['service-role/AWSGlueDataBrewServiceRole']),
    });
    let bucket: Expr;
    if (props.bucket === undefined) {
      const own = emitter.variable(id, 'bucket');
      emitter.before({ type: 'const', name: own, value: ownBucket(emitter, id) });
      bucket = ref(own);
    } else bucket = emitter.construct(nodeId(props.bucket));
    emitter.before(mayUse(ref(role), bucket, ['s3:GetObject', 's3:ListBucket', 's3:PutObject']));
    return create(
      cdk('aws-databrew', 'CfnJob'),
      ref('this'),
      lit(constructId),
      object({
        name,
        type: lit('PROFILE'),
        roleArn: member(ref(role), 'roleArn'),
        datasetName: member(
          create(
            cdk('aws-databrew', 'CfnDataset'),
            ref('this'),
            lit(emitter.constructId(id, 'dataset')),
            object({
              name,
              input: object({
                s3InputDefinition: object({ bucket: member(bucket, 'bucketName'), key: lit(props.key) }),
              }),
            }),
          ),
          'ref',
        ),
        outputLocation: object({ bucket: member(bucket, 'bucketName'), key: lit('profiles/') }),
      }),
    );
  },
  source: jobs,
});
