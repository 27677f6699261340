import { nodeId } from '../../model/design.js';
import { field } from '../../model/fields.js';
import { array, call, callStatic, cdk, create, lit, member, object, ref } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { actionsOn } from './sdk-actions.js';
import { dotted } from './shared.js';
import { ownBucket } from './slim.js';

const action = actionsOn('Name', 'name');

export const codepipeline = defineService({
  type: 'codepipeline',
  cfnType: 'AWS::CodePipeline::Pipeline',
  category: 'other',
  icon: 'architecture-service/AWSCodePipeline',
  label: { en: 'CodePipeline pipeline', ja: 'CodePipeline パイプライン' },
  defaultLabel: { en: 'Release', ja: 'リリース' },
  description: {
    en: 'Takes an archive from S3, and builds or approves it',
    ja: 'S3 のアーカイブを取得し、ビルドまたは承認を実行',
  },
  keywords: ['ci', 'cd', 'deploy', 'release', 'パイプライン', 'デプロイ', 'リリース'],
  fields: {
    bucket: field.node({
      label: { en: 'Bucket of the source', ja: 'ソースのバケット' },
      help: { en: 'Empty: one of its own.', ja: '空欄の場合、専用のバケットを作成します。' },
      services: ['s3-bucket'],
      source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-S3.html',
    }),
    key: field.text({
      label: { en: 'Key of the source', ja: 'ソースのキー' },
      default: 'source.zip',
      required: true,
      code: true,
      source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-S3.html',
    }),
    project: field.node({
      label: { en: 'Build', ja: 'ビルド' },
      help: { en: 'Empty: a person approves the source.', ja: '空欄の場合、ソースを手動で承認します。' },
      services: ['codebuild-project'],
      source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodeBuild.html',
    }),
  },
  subtitle: ({ props }) => dotted('CodePipeline', props.key),
  stateful: false,
  roles: {
    ruleTarget: {
      construct: cdk('aws-events-targets', 'CodePipeline'),
      input: 'none',
      iam: ['codepipeline:StartPipelineExecution'],
    },
    scheduleTarget: {
      construct: cdk('aws-scheduler-targets', 'CodePipelineStartPipelineExecution'),
      iam: ['codepipeline:StartPipelineExecution'],
    },
    eventPublisher: {
      source: 'aws.codepipeline',
      detailTypes: [
        'CodePipeline Pipeline Execution State Change',
        'CodePipeline Stage Execution State Change',
        'CodePipeline Action Execution State Change',
      ],
      own: { path: ['pipeline'], attribute: 'name' },
    },
    sdkTarget: {
      service: 'codepipeline',
      actions: {
        startPipelineExecution: action('codepipeline:StartPipelineExecution', [], {
          sample: { Name: '{resource}' },
          writes: true,
          async: true,
        }),
        getPipelineState: action('codepipeline:GetPipelineState', []),
      },
      defaultAction: 'startPipelineExecution',
    },
  },
  refusal: {
    en: 'A pipeline is started by rules, schedules, workflows and code; this service cannot start one.',
    ja: 'パイプラインはルール、スケジュール、ワークフロー、コードから開始します。このサービスからは開始できません。',
  },
  attributes: (_node, self) => ({ arn: member(self, 'pipelineArn'), name: member(self, 'pipelineName') }),
  construct: ({ id, constructId, props, emitter }) => {
    const source = emitter.variable(id, 'source');
    emitter.before({
      type: 'const',
      name: source,
      value: create(cdk('aws-codepipeline', 'Artifact'), lit('Source')),
    });
    return create(
      cdk('aws-codepipeline', 'Pipeline'),
      ref('this'),
      lit(constructId),
      object({
        stages: array([
          object({
            stageName: lit('Source'),
            actions: array([
              create(
                cdk('aws-codepipeline-actions', 'S3SourceAction'),
                object({
                  actionName: lit('Source'),
                  bucket:
                    props.bucket === undefined
                      ? ownBucket(emitter, id, 'source')
                      : emitter.construct(nodeId(props.bucket)),
                  bucketKey: lit(props.key),
                  output: ref(source),
                }),
              ),
            ]),
          }),
          object({
            stageName: lit(props.project === undefined ? 'Approve' : 'Build'),
            actions: array([
              props.project === undefined
                ? create(
                    cdk('aws-codepipeline-actions', 'ManualApprovalAction'),
                    object({ actionName: lit('Approve') }),
                  )
                : create(
                    cdk('aws-codepipeline-actions', 'CodeBuildAction'),
                    object({
                      actionName: lit('Build'),
                      project: emitter.construct(nodeId(props.project)),
                      input: ref(source),
                    }),
                  ),
            ]),
          }),
        ]),
      }),
    );
  },
  fromExisting: ({ constructId, by, value }) =>
    callStatic(
      'aws-codepipeline',
      'Pipeline.fromPipelineArn',
      ref('this'),
      lit(constructId),
      by === 'arn' ? value : call(ref('this'), 'formatArn', object({ service: lit('codepipeline'), resource: value })),
    ),
  source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/welcome.html',
});
