import { field } from '../../model/fields.js';
import { as, call, cdk, create, lit, member, object, ref } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { actionsOn } from './sdk-actions.js';
import { dotted } from './shared.js';

const action = actionsOn('ApplicationId', 'id');

export const emrServerless = defineService({
  type: 'emr-serverless',
  cfnType: 'AWS::EMRServerless::Application',
  category: 'data',
  icon: 'architecture-service/AmazonEMR',
  label: { en: 'EMR Serverless application', ja: 'EMR Serverless アプリケーション' },
  defaultLabel: { en: 'Spark', ja: 'Spark' },
  description: {
    en: 'Runs jobs of Spark or Hive without a cluster to keep',
    ja: 'クラスターを管理せずに Spark または Hive のジョブを実行',
  },
  keywords: ['spark', 'hive', 'big data', 'serverless', 'ビッグデータ', '分析', 'サーバーレス'],
  fields: {
    engine: field.choice({
      label: { en: 'Engine', ja: 'エンジン' },
      options: { SPARK: { en: 'Spark', ja: 'Spark' }, HIVE: { en: 'Hive', ja: 'Hive' } },
      default: 'SPARK',
      source: 'https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/emr-serverless.html',
    }),
    release: field.text({
      label: { en: 'Release', ja: 'リリース' },
      default: 'emr-7.9.0',
      required: true,
      code: true,
      pattern: {
        test: /^emr-\d+\.\d+\.\d+$/,
        hint: { en: 'such as emr-7.9.0', ja: 'emr-7.9.0 のような形式' },
      },
      source: 'https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/release-versions.html',
    }),
  },
  subtitle: ({ props }) => dotted(props.release, props.engine),
  stateful: false,
  roles: {
    eventPublisher: {
      source: 'aws.emr-serverless',
      detailTypes: ['EMR Serverless Job Run State Change', 'EMR Serverless Application State Change'],
      own: { path: ['applicationId'], attribute: 'id' },
    },
    sdkTarget: {
      service: 'emrserverless',
      actions: {
        startJobRun: action('emr-serverless:StartJobRun', ['ExecutionRoleArn', 'JobDriver'], {
          passes: { attributes: ['jobRoleArn'], to: 'emr-serverless.amazonaws.com' },
          environment: ['jobRoleArn'],
          sample: {
            ApplicationId: '{resource}',
            ExecutionRoleArn: '{resource.jobRoleArn}',
            JobDriver: { SparkSubmit: { EntryPoint: '{% $states.input.script %}' } },
          },
          writes: true,
          async: true,
        }),
        startApplication: action('emr-serverless:StartApplication', [], { writes: true, async: true }),
        stopApplication: action('emr-serverless:StopApplication', [], { writes: true, async: true }),
      },
      defaultAction: 'startJobRun',
      optimized: [
        {
          resource: 'arn:aws:states:::emr-serverless:startJobRun',
          action: 'startJobRun',
          patterns: ['REQUEST_RESPONSE', 'RUN_JOB'],
        },
        {
          resource: 'arn:aws:states:::emr-serverless:startApplication',
          action: 'startApplication',
          patterns: ['REQUEST_RESPONSE', 'RUN_JOB'],
        },
        {
          resource: 'arn:aws:states:::emr-serverless:stopApplication',
          action: 'stopApplication',
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
    id: member(self, 'attrApplicationId'),
    arn: member(self, 'attrArn'),
    jobRoleArn: member(as(call(member(self, 'node'), 'findChild', lit('JobRole')), cdk('aws-iam', 'Role')), 'roleArn'),
  }),
  construct: ({ constructId, props }) =>
    create(
      cdk('aws-emrserverless', 'CfnApplication'),
      ref('this'),
      lit(constructId),
      object({ type: lit(props.engine), releaseLabel: lit(props.release), architecture: lit('ARM64') }),
    ),
  // What a job reads and writes, only its author knows.
  further: (_input, self) => [
    {
      type: 'do',
      expression: create(
        cdk('aws-iam', 'Role'),
        self,
        lit('JobRole'),
        object({ assumedBy: create(cdk('aws-iam', 'ServicePrincipal'), lit('emr-serverless.amazonaws.com')) }),
      ),
    },
  ],
  source: 'https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/emr-serverless.html',
});
