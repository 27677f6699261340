import { field } from '../../model/fields.js';
import { callStatic, cdk, create, lit, member, object, ref, sym } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { afterInArn } from './existing-arn.js';
import { actionsOn } from './sdk-actions.js';
import { dotted, removalPolicy, removalPolicyField } from './shared.js';

const action = actionsOn('RepositoryName', 'name');

export const ecrRepository = defineService({
  type: 'ecr-repository',
  cfnType: 'AWS::ECR::Repository',
  category: 'compute',
  icon: 'architecture-service/AmazonElasticContainerRegistry',
  label: { en: 'ECR repository', ja: 'ECR リポジトリ' },
  defaultLabel: { en: 'Images', ja: 'イメージ' },
  description: {
    en: 'Keeps container images, and tells when one is pushed or scanned',
    ja: 'コンテナイメージを保管し、プッシュやスキャンをイベントで通知',
  },
  keywords: ['container', 'docker', 'image', 'registry', 'コンテナ', 'イメージ', 'レジストリ'],
  fields: {
    immutable: field.boolean({
      label: { en: 'Immutable tags', ja: 'タグの変更を禁止' },
      default: true,
      source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html',
    }),
    removalPolicy: removalPolicyField,
  },
  subtitle: () => dotted('ECR'),
  stateful: true,
  roles: {
    eventPublisher: {
      source: 'aws.ecr',
      detailTypes: ['ECR Image Action', 'ECR Image Scan'],
      own: { path: ['repository-name'], attribute: 'name' },
    },
    sdkTarget: {
      service: 'ecr',
      actions: {
        describeImages: action('ecr:DescribeImages', []),
        batchDeleteImage: action('ecr:BatchDeleteImage', ['ImageIds'], { writes: true }),
        startImageScan: action('ecr:StartImageScan', ['ImageId'], { writes: true, async: true }),
      },
      defaultAction: 'describeImages',
    },
  },
  refusal: {
    en: 'Images are pushed by builds; workflows and code ask for them. This service cannot.',
    ja: 'イメージはビルドでプッシュし、ワークフローとコードから参照します。このサービスからは参照できません。',
  },
  attributes: (_node, self) => ({ arn: member(self, 'repositoryArn'), name: member(self, 'repositoryName') }),
  construct: ({ constructId, props }) =>
    create(
      cdk('aws-ecr', 'Repository'),
      ref('this'),
      lit(constructId),
      object({
        imageScanOnPush: lit(true),
        imageTagMutability: sym('aws-ecr', `TagMutability.${props.immutable ? 'IMMUTABLE' : 'MUTABLE'}`),
        removalPolicy: removalPolicy(props.removalPolicy),
      }),
    ),
  fromExisting: ({ constructId, by, value }) =>
    callStatic(
      'aws-ecr',
      'Repository.fromRepositoryName',
      ref('this'),
      lit(constructId),
      by === 'arn' ? afterInArn(value, ':repository/') : value,
    ),
  source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/what-is-ecr.html',
});
