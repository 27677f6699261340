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
  sym,
  type Statement,
} from '../../ts-ast/ast.js';
import { defineService, type NodeView, type TargetArguments, type Unready } from '../define.js';
import { dotted, logRetention, logRetentionField, removalPolicy } from './shared.js';

const sizes = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html';

const withoutCluster: Unready = ({ props }) =>
  typeof props['cluster'] === 'string'
    ? undefined
    : {
        en: 'This task has no cluster to run in. Choose one in its settings first.',
        ja: 'このタスクには実行先のクラスターがありません。先に設定でクラスターを選択してください。',
      };

const inCluster: TargetArguments = ({ id, props }, emitter) => ({
  positional: [],
  options: {
    cluster: emitter.construct(nodeId(String(props['cluster']))),
    taskDefinition: emitter.construct(id),
  },
});

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html */
const runsTask = ({ id }: NodeView) => [
  { actions: ['ecs:RunTask'], resources: [{ node: id, attribute: 'arn' }] },
  {
    actions: ['iam:PassRole'],
    resources: [
      { node: id, attribute: 'taskRoleArn' },
      { node: id, attribute: 'executionRoleArn' },
    ],
    passedTo: 'ecs-tasks.amazonaws.com',
  },
];

export const fargateTask = defineService({
  type: 'fargate-task',
  cfnType: 'AWS::ECS::TaskDefinition',
  category: 'compute',
  icon: 'architecture-service/AWSFargate',
  label: { en: 'Fargate task', ja: 'Fargate タスク' },
  defaultLabel: { en: 'Task', ja: 'タスク' },
  description: {
    en: 'Runs a container until it ends: for work that takes longer than a function may',
    ja: 'コンテナを終了まで実行。関数の時間制限を超える処理に使用',
  },
  keywords: ['ecs', 'container', 'docker', 'task', 'service', 'コンテナ', 'タスク', '長時間', 'サービス'],
  fields: {
    cluster: field.node({
      label: { en: 'Cluster', ja: 'クラスター' },
      services: ['ecs-cluster'],
      source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/clusters.html',
    }),
    image: field.text({
      label: { en: 'Container image', ja: 'コンテナイメージ' },
      default: 'public.ecr.aws/docker/library/alpine:3',
      required: true,
      code: true,
      pattern: {
        test: /^[^\s]{1,512}$/,
        hint: { en: 'repository and tag, without spaces', ja: 'リポジトリとタグ (空白は不可)' },
      },
      source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html',
    }),
    size: field.choice({
      label: { en: 'Size', ja: 'サイズ' },
      options: {
        '256-512': { en: '0.25 vCPU, 0.5 GB', ja: '0.25 vCPU、0.5 GB' },
        '512-1024': { en: '0.5 vCPU, 1 GB', ja: '0.5 vCPU、1 GB' },
        '1024-2048': { en: '1 vCPU, 2 GB', ja: '1 vCPU、2 GB' },
        '2048-4096': { en: '2 vCPU, 4 GB', ja: '2 vCPU、4 GB' },
        '4096-8192': { en: '4 vCPU, 8 GB', ja: '4 vCPU、8 GB' },
      },
      default: '256-512',
      source: sizes,
    }),
    architecture: field.choice({
      label: { en: 'Architecture', ja: 'アーキテクチャ' },
      options: { ARM64: { en: 'ARM64', ja: 'ARM64' }, X86_64: { en: 'X86_64', ja: 'X86_64' } },
      default: 'ARM64',
      advanced: true,
      source: sizes,
    }),
    desiredCount: field.number({
      label: { en: 'Tasks that always run', ja: '常時実行するタスク数' },
      help: {
        en: 'More than 0 makes a service, which needs a cluster.',
        ja: '0 より大きい場合、サービスになります。クラスターが必要です。',
      },
      min: 0,
      max: 5000,
      default: 0,
      unit: 'count',
      advanced: true,
      source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_services.html',
    }),
    logRetention: logRetentionField,
  },
  subtitle: ({ props }) =>
    dotted(
      props.desiredCount > 0
        ? { en: `service of ${String(props.desiredCount)}`, ja: `サービス ${String(props.desiredCount)}` }
        : 'Fargate',
      props.image.replace(/^.*\//, ''),
    ),
  stateful: false,
  roles: {
    eventPublisher: {
      source: 'aws.ecs',
      detailTypes: ['ECS Task State Change'],
      own: { path: ['taskDefinitionArn'], attribute: 'arn' },
    },
    ruleTarget: {
      construct: cdk('aws-events-targets', 'EcsTask'),
      input: 'none',
      iam: ['ecs:RunTask'],
      permissions: runsTask,
      arguments: inCluster,
      unready: withoutCluster,
    },
    scheduleTarget: {
      construct: cdk('aws-scheduler-targets', 'EcsRunFargateTask'),
      iam: ['ecs:RunTask'],
      permissions: runsTask,
      arguments: (node, emitter, props) => {
        const { options } = inCluster(node, emitter, props);
        const [cluster, taskDefinition] = [options?.['cluster'], options?.['taskDefinition']];
        return { positional: cluster === undefined ? [] : [cluster], options: { taskDefinition } };
      },
      unready: withoutCluster,
    },
    pipeTarget: {
      parameters: 'EcsTaskParameters',
      iam: ['ecs:RunTask', 'iam:PassRole'],
      target: ({ props }, emitter) => emitter.attribute(nodeId(String(props['cluster'])), 'arn'),
      own: ({ id, props }, emitter) => {
        const network = member(emitter.construct(nodeId(String(props['cluster']))), 'vpc');
        const group = emitter.variable(id, 'pipe', 'security', 'group');
        emitter.before({
          type: 'const',
          name: group,
          value: create(
            cdk('aws-ec2', 'SecurityGroup'),
            ref('this'),
            lit(emitter.constructId(id, 'pipe', 'security', 'group')),
            object({ vpc: network }),
          ),
        });
        return {
          ecsTaskParameters: object({
            taskDefinitionArn: emitter.attribute(id, 'arn'),
            launchType: lit('FARGATE'),
            networkConfiguration: object({
              awsvpcConfiguration: object({
                subnets: member(call(network, 'selectSubnets'), 'subnetIds'),
                securityGroups: array([member(ref(group), 'securityGroupId')]),
              }),
            }),
          }),
        };
      },
      permissions: runsTask,
      unready: withoutCluster,
    },
    sdkTarget: {
      service: 'ecs',
      actions: {
        runTask: {
          iam: ['ecs:RunTask'],
          required: ['TaskDefinition'],
          resource: { parameter: 'TaskDefinition', attribute: 'arn' },
          arn: { attribute: 'arn' },
          passes: { attributes: ['taskRoleArn', 'executionRoleArn'], to: 'ecs-tasks.amazonaws.com' },
          sample: {
            LaunchType: 'FARGATE',
            Cluster: '{% $states.input.cluster %}',
            TaskDefinition: '{resource}',
            NetworkConfiguration: { AwsvpcConfiguration: { Subnets: '{% $states.input.subnets %}' } },
          },
          writes: true,
          async: true,
        },
      },
      defaultAction: 'runTask',
      optimized: [
        {
          resource: 'arn:aws:states:::ecs:runTask',
          action: 'runTask',
          patterns: ['REQUEST_RESPONSE', 'RUN_JOB', 'WAIT_FOR_TASK_TOKEN'],
        },
      ],
    },
  },
  refusal: {
    en: 'A task is run by rules, schedules, workflows and code; this service cannot run it.',
    ja: 'タスクはルール、スケジュール、ワークフロー、コードから実行します。このサービスからは実行できません。',
  },
  attributes: (_node, self) => ({
    arn: member(self, 'taskDefinitionArn'),
    name: member(self, 'family'),
    taskRoleArn: member(member(self, 'taskRole'), 'roleArn'),
    executionRoleArn: member(call(self, 'obtainExecutionRole'), 'roleArn'),
  }),
  construct: ({ constructId, props }) => {
    const [cpu, memory] = props.size.split('-').map(Number);
    return create(
      cdk('aws-ecs', 'FargateTaskDefinition'),
      ref('this'),
      lit(constructId),
      object({
        cpu: lit(cpu ?? 256),
        memoryLimitMiB: lit(memory ?? 512),
        runtimePlatform: object({
          cpuArchitecture: sym('aws-ecs', `CpuArchitecture.${props.architecture}`),
          operatingSystemFamily: sym('aws-ecs', 'OperatingSystemFamily.LINUX'),
        }),
      }),
    );
  },
  further: ({ id, props, emitter }, self): readonly Statement[] => [
    {
      type: 'do',
      expression: call(
        self,
        'addContainer',
        lit('Main'),
        object({
          image: callStatic('aws-ecs', 'ContainerImage.fromRegistry', lit(props.image)),
          readonlyRootFilesystem: lit(true),
          logging: callStatic(
            'aws-ecs',
            'LogDrivers.awsLogs',
            object({
              streamPrefix: lit(id),
              logGroup: create(
                cdk('aws-logs', 'LogGroup'),
                ref('this'),
                lit(emitter.constructId(id, 'logs')),
                object({ retention: logRetention(props.logRetention), removalPolicy: removalPolicy('destroy') }),
              ),
            }),
          ),
        }),
      ),
    },
    ...(props.desiredCount === 0 || props.cluster === undefined
      ? []
      : [
          {
            type: 'do' as const,
            expression: create(
              cdk('aws-ecs', 'FargateService'),
              ref('this'),
              lit(emitter.constructId(id, 'service')),
              object({
                cluster: emitter.construct(nodeId(props.cluster)),
                taskDefinition: self,
                desiredCount: lit(props.desiredCount),
                circuitBreaker: object({ rollback: lit(true) }),
                minHealthyPercent: lit(100),
              }),
            ),
          },
        ]),
  ],
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AWS_Fargate.html',
});
