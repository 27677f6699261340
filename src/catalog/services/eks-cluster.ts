import { field } from '../../model/fields.js';
import { callStatic, cdk, create, lit, member, object, ref, sym } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { dotted } from './shared.js';

/** The API of Kubernetes decides who may do what; IAM is not asked. */
const kubernetes = {
  iam: [],
  resource: { parameter: 'ClusterName', attribute: 'name' },
  writes: true,
  integrationOnly: true,
} as const;
const cluster = {
  ClusterName: '{resource}',
  CertificateAuthority: '{resource.certificateAuthority}',
  Endpoint: '{resource.endpoint}',
} as const;

export const eksCluster = defineService({
  type: 'eks-cluster',
  cfnType: 'AWS::EKS::Cluster',
  category: 'compute',
  icon: 'architecture-service/AmazonElasticKubernetesService',
  label: { en: 'EKS cluster', ja: 'EKS クラスター' },
  defaultLabel: { en: 'Kubernetes', ja: 'Kubernetes' },
  description: {
    en: 'Kubernetes whose nodes AWS runs, for workflows that start jobs in it',
    ja: 'AWS がノードを管理する Kubernetes。ワークフローからジョブを実行',
  },
  keywords: ['kubernetes', 'k8s', 'container', 'コンテナ', 'クラスター'],
  fields: {
    version: field.choice({
      label: { en: 'Kubernetes version', ja: 'Kubernetes のバージョン' },
      options: {
        V1_34: { en: '1.34', ja: '1.34' },
        V1_35: { en: '1.35', ja: '1.35' },
        V1_36: { en: '1.36', ja: '1.36' },
      },
      default: 'V1_35',
      source: 'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html',
    }),
  },
  subtitle: ({ props }) => dotted('EKS', props.version.replace('V1_', '1.')),
  stateful: true,
  roles: {
    sdkTarget: {
      service: 'eks',
      actions: {
        runJob: {
          ...kubernetes,
          required: ['ClusterName', 'CertificateAuthority', 'Endpoint', 'Job'],
          sample: {
            ...cluster,
            Job: {
              apiVersion: 'batch/v1',
              kind: 'Job',
              metadata: { generateName: 'job-' },
              spec: {
                template: {
                  spec: {
                    containers: [{ name: 'main', image: 'public.ecr.aws/docker/library/alpine:3' }],
                    restartPolicy: 'Never',
                  },
                },
              },
            },
          },
          async: true,
        },
        call: {
          ...kubernetes,
          required: ['ClusterName', 'CertificateAuthority', 'Endpoint', 'Method', 'Path'],
          sample: { ...cluster, Method: 'GET', Path: '/api/v1/namespaces/default/pods' },
        },
        describeCluster: {
          iam: ['eks:DescribeCluster'],
          required: ['Name'],
          resource: { parameter: 'Name', attribute: 'name' },
          arn: { attribute: 'arn' },
          writes: false,
        },
      },
      defaultAction: 'runJob',
      optimized: [
        {
          resource: 'arn:aws:states:::eks:runJob',
          action: 'runJob',
          patterns: ['REQUEST_RESPONSE', 'RUN_JOB', 'WAIT_FOR_TASK_TOKEN'],
        },
        { resource: 'arn:aws:states:::eks:call', action: 'call', patterns: ['REQUEST_RESPONSE'] },
      ],
    },
  },
  refusal: {
    en: 'A job is run by workflows and code; this service cannot run one.',
    ja: 'ジョブはワークフローとコードから実行します。このサービスからは実行できません。',
  },
  attributes: (_node, self) => ({
    arn: member(self, 'clusterArn'),
    name: member(self, 'clusterName'),
    endpoint: member(self, 'clusterEndpoint'),
    certificateAuthority: member(self, 'clusterCertificateAuthorityData'),
  }),
  construct: ({ constructId, props }) =>
    create(
      cdk('aws-eks-v2', 'Cluster'),
      ref('this'),
      lit(constructId),
      object({ version: sym('aws-eks-v2', `KubernetesVersion.${props.version}`) }),
    ),
  fromExisting: ({ constructId, value }) =>
    callStatic(
      'aws-eks-v2',
      'Cluster.fromClusterAttributes',
      ref('this'),
      lit(constructId),
      object({ clusterName: value }),
    ),
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/what-is-eks.html',
});
