import { nodeId } from '../../model/design.js';
import { field } from '../../model/fields.js';
import {
  array,
  call,
  callStatic,
  cdk,
  create,
  lit,
  member,
  object,
  ref,
  type Expr,
  type Statement,
} from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { actionsOn } from './sdk-actions.js';
import { dotted } from './shared.js';
import { mayUse, ownBucket, serviceRole } from './slim.js';

const action = actionsOn('Name', 'name');

const artifactActions = ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'];

/** The bucket names the project rather than the other way round: in two stacks that would be a circle. */
const admits = (bucket: Expr, project: Expr): Statement => ({
  type: 'do',
  expression: call(
    bucket,
    'addToResourcePolicy',
    create(
      cdk('aws-iam', 'PolicyStatement'),
      object({
        actions: array(artifactActions.map(lit)),
        resources: array([call(bucket, 'arnForObjects', lit('*'))]),
        principals: array([member(project, 'grantPrincipal')]),
      }),
    ),
  ),
});

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
  attributes: (_node, self) => ({
    arn: callStatic('aws-codepipeline', 'CfnPipeline.arnForPipeline', self),
    name: member(member(self, 'pipelineRef'), 'pipelineName'),
  }),
  // The class of CDK allows itself all that begins with `s3:GetObject`, and more.
  construct: ({ id, constructId, props, emitter }) => {
    const roleName = emitter.variable(id, 'role');
    const role = ref(roleName);
    const named = (word: string, value: Expr): Expr => {
      const name = emitter.variable(id, word);
      emitter.before({ type: 'const', name, value });
      return ref(name);
    };
    emitter.before({ type: 'const', name: roleName, value: serviceRole(emitter, id, 'codepipeline.amazonaws.com') });
    const source =
      props.bucket === undefined
        ? named('source', ownBucket(emitter, id, 'source', true))
        : emitter.construct(nodeId(props.bucket));
    const artifacts = named('artifacts', ownBucket(emitter, id, 'artifacts'));
    const project = props.project === undefined ? undefined : nodeId(props.project);
    emitter.before(
      mayUse(role, source, ['s3:GetObject', 's3:GetObjectVersion', 's3:GetBucketVersioning']),
      mayUse(role, artifacts, artifactActions),
    );
    if (project !== undefined)
      emitter.before(
        {
          type: 'do',
          expression: call(
            role,
            'addToPolicy',
            create(
              cdk('aws-iam', 'PolicyStatement'),
              object({
                actions: array([lit('codebuild:StartBuild'), lit('codebuild:BatchGetBuilds')]),
                resources: array([emitter.attribute(project, 'arn')]),
              }),
            ),
          ),
        },
        emitter.sameStack(id, project)
          ? mayUse(emitter.construct(project), artifacts, artifactActions, 'addToRolePolicy')
          : admits(artifacts, emitter.construct(project)),
      );
    return create(
      cdk('aws-codepipeline', 'CfnPipeline'),
      ref('this'),
      lit(constructId),
      object({
        pipelineType: lit('V2'),
        roleArn: member(role, 'roleArn'),
        artifactStore: object({ type: lit('S3'), location: member(artifacts, 'bucketName') }),
        stages: array([
          stage('Source', 'Source', 'S3', {
            configuration: object({
              S3Bucket: member(source, 'bucketName'),
              S3ObjectKey: lit(props.key),
              PollForSourceChanges: lit('false'),
            }),
            outputArtifacts: array([object({ name: lit('Source') })]),
          }),
          project === undefined
            ? stage('Approve', 'Approval', 'Manual', {})
            : stage('Build', 'Build', 'CodeBuild', {
                configuration: object({ ProjectName: emitter.attribute(project, 'name') }),
                inputArtifacts: array([object({ name: lit('Source') })]),
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

/** A stage of one action. */
const stage = (name: string, category: string, provider: string, more: Readonly<Record<string, Expr>>): Expr =>
  object({
    name: lit(name),
    actions: array([
      object({
        name: lit(name),
        actionTypeId: object({
          category: lit(category),
          owner: lit('AWS'),
          provider: lit(provider),
          version: lit('1'),
        }),
        ...more,
      }),
    ]),
  });
