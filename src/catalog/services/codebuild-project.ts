import { field } from '../../model/fields.js';
import { callStatic, cdk, create, lit, member, object, ref, sym } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { actionsOn } from './sdk-actions.js';
import { dotted, logRetention, logRetentionField, removalPolicy } from './shared.js';

const action = actionsOn('ProjectName', 'name');

export const codebuildProject = defineService({
  type: 'codebuild-project',
  cfnType: 'AWS::CodeBuild::Project',
  category: 'compute',
  icon: 'architecture-service/AWSCodeBuild',
  label: { en: 'CodeBuild project', ja: 'CodeBuild プロジェクト' },
  defaultLabel: { en: 'Build', ja: 'ビルド' },
  description: {
    en: 'Runs commands in a fresh container: builds, tests, scripts',
    ja: '新しいコンテナでコマンドを実行。ビルド、テスト、スクリプトに使用',
  },
  keywords: ['build', 'ci', 'test', 'container', 'ビルド', 'テスト', 'コンテナ', 'スクリプト'],
  fields: {
    commands: field.list({
      label: { en: 'Commands', ja: 'コマンド' },
      default: ['echo "No command yet"'],
      required: true,
      source: 'https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html',
    }),
    computeType: field.choice({
      label: { en: 'Size', ja: 'サイズ' },
      options: {
        SMALL: { en: '2 vCPU, 4 GB', ja: '2 vCPU、4 GB' },
        MEDIUM: { en: '4 vCPU, 8 GB', ja: '4 vCPU、8 GB' },
        LARGE: { en: '8 vCPU, 16 GB', ja: '8 vCPU、16 GB' },
      },
      default: 'SMALL',
      source: 'https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-compute-types.html',
    }),
    timeout: field.seconds({
      label: { en: 'Timeout', ja: 'タイムアウト' },
      min: 300,
      max: 129_600,
      step: 60,
      default: 3600,
      source: 'https://docs.aws.amazon.com/codebuild/latest/userguide/limits.html',
    }),
    logRetention: logRetentionField,
  },
  subtitle: ({ props }) => dotted('CodeBuild', props.commands[0] ?? ''),
  stateful: false,
  roles: {
    ruleTarget: {
      construct: cdk('aws-events-targets', 'CodeBuildProject'),
      input: 'event',
      iam: ['codebuild:StartBuild'],
    },
    scheduleTarget: {
      construct: cdk('aws-scheduler-targets', 'CodeBuildStartBuild'),
      iam: ['codebuild:StartBuild'],
    },
    eventPublisher: {
      source: 'aws.codebuild',
      detailTypes: ['CodeBuild Build State Change', 'CodeBuild Build Phase Change'],
      own: { path: ['project-name'], attribute: 'name' },
    },
    metricSource: { metrics: { FailedBuilds: 'Sum', Duration: 'Maximum' } },
    sdkTarget: {
      service: 'codebuild',
      actions: {
        startBuild: action('codebuild:StartBuild', [], {
          sample: { ProjectName: '{resource}' },
          writes: true,
          async: true,
        }),
        startBuildBatch: action('codebuild:StartBuildBatch', [], {
          sample: { ProjectName: '{resource}' },
          writes: true,
          async: true,
        }),
        stopBuild: { iam: ['codebuild:StopBuild'], required: ['Id'], arn: { attribute: 'arn' }, writes: true },
        batchGetBuilds: {
          iam: ['codebuild:BatchGetBuilds'],
          required: ['Ids'],
          arn: { attribute: 'arn' },
          writes: false,
        },
      },
      defaultAction: 'startBuild',
      optimized: [
        {
          resource: 'arn:aws:states:::codebuild:startBuild',
          action: 'startBuild',
          patterns: ['REQUEST_RESPONSE', 'RUN_JOB'],
        },
        {
          resource: 'arn:aws:states:::codebuild:startBuildBatch',
          action: 'startBuildBatch',
          patterns: ['REQUEST_RESPONSE', 'RUN_JOB'],
        },
        { resource: 'arn:aws:states:::codebuild:stopBuild', action: 'stopBuild', patterns: ['REQUEST_RESPONSE'] },
      ],
    },
  },
  refusal: {
    en: 'A build is started by rules, schedules, workflows and code; this service cannot start one.',
    ja: 'ビルドはルール、スケジュール、ワークフロー、コードから開始します。このサービスからは開始できません。',
  },
  attributes: (_node, self) => ({ arn: member(self, 'projectArn'), name: member(self, 'projectName') }),
  construct: ({ id, constructId, props, emitter }) =>
    create(
      cdk('aws-codebuild', 'Project'),
      ref('this'),
      lit(constructId),
      object({
        buildSpec: callStatic(
          'aws-codebuild',
          'BuildSpec.fromObject',
          object({
            version: lit('0.2'),
            phases: object({ build: object({ commands: { type: 'array', items: props.commands.map(lit) } }) }),
          }),
        ),
        environment: object({
          buildImage: sym('aws-codebuild', 'LinuxBuildImage.STANDARD_7_0'),
          computeType: sym('aws-codebuild', `ComputeType.${props.computeType}`),
        }),
        timeout: callStatic('', 'Duration.seconds', lit(props.timeout)),
        logging: object({
          cloudWatch: object({
            logGroup: create(
              cdk('aws-logs', 'LogGroup'),
              ref('this'),
              lit(emitter.constructId(id, 'logs')),
              object({ retention: logRetention(props.logRetention), removalPolicy: removalPolicy('destroy') }),
            ),
          }),
        }),
      }),
    ),
  fromExisting: ({ constructId, by, value }) =>
    callStatic(
      'aws-codebuild',
      by === 'arn' ? 'Project.fromProjectArn' : 'Project.fromProjectName',
      ref('this'),
      lit(constructId),
      value,
    ),
  source: 'https://docs.aws.amazon.com/codebuild/latest/userguide/welcome.html',
});
