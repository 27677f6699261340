import { field } from '../../model/fields.js';
import { cdk, create, lit, member, object, ref, sym } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { dotted } from './shared.js';

export const ecsCluster = defineService({
  type: 'ecs-cluster',
  cfnType: 'AWS::ECS::Cluster',
  category: 'compute',
  icon: 'architecture-service/AmazonElasticContainerService',
  label: { en: 'ECS cluster', ja: 'ECS クラスター' },
  defaultLabel: { en: 'Cluster', ja: 'クラスター' },
  description: {
    en: 'Where container tasks run, in a network of its own',
    ja: 'コンテナのタスクを実行する場所。専用のネットワークを持つ',
  },
  keywords: ['ecs', 'container', 'fargate', 'vpc', 'コンテナ', 'クラスター'],
  fields: {
    containerInsights: field.boolean({
      label: { en: 'Container Insights', ja: 'Container Insights' },
      default: true,
      source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-container-insights.html',
    }),
  },
  subtitle: ({ props }) => dotted('ECS', props.containerInsights ? 'Insights' : ''),
  stateful: false,
  roles: {
    eventPublisher: {
      source: 'aws.ecs',
      detailTypes: ['ECS Task State Change', 'ECS Container Instance State Change', 'ECS Service Action'],
      own: { path: ['clusterArn'], attribute: 'arn' },
    },
  },
  refusal: {
    en: 'A cluster only runs tasks: connect to a Fargate task.',
    ja: 'クラスターはタスクの実行場所です。Fargate タスクに接続してください。',
  },
  attributes: (_node, self) => ({ arn: member(self, 'clusterArn'), name: member(self, 'clusterName') }),
  construct: ({ constructId, props }) =>
    create(
      cdk('aws-ecs', 'Cluster'),
      ref('this'),
      lit(constructId),
      object({
        containerInsightsV2: sym('aws-ecs', `ContainerInsights.${props.containerInsights ? 'ENABLED' : 'DISABLED'}`),
      }),
    ),
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/clusters.html',
});
