import { allow, any, arn, callback, defineOptimized, job, page, passRole, request, text, token } from '../define.js';
import type { OptimizedAction } from '../define.js';

const cluster = { ClusterName: '', CertificateAuthority: '', Endpoint: '' };
const kubernetesJob = { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: '' } };
const passed = (role: string): ReturnType<typeof passRole> => passRole(role, 'eks.amazonaws.com');

const named = arn('eks', 'cluster/{Name}');
const nodegroup = arn('eks', 'nodegroup/{ClusterName}/{NodegroupName}/*');
const profile = arn('eks', 'fargateprofile/{ClusterName}/{FargateProfileName}/*');

const nodegroupRoles = allow(['iam:GetRole', 'iam:ListAttachedRolePolicies'], 'arn:{partition}:iam::{account}:role/*');
const createNodegroup = [
  allow(['ec2:DescribeSubnets', 'eks:CreateNodegroup'], ...any),
  nodegroupRoles,
  passed('{NodeRole}'),
];

/** AWS shows the policy for clusters and node groups only; that of profiles follows the same form. */
const notWritten = text(
  'AWS does not document the permissions for profiles: they follow those of node groups.',
  'プロファイルに必要な許可は AWS のドキュメントに記載がなく、ノードグループの許可に準じています。',
);

/** Kubernetes decides what the role may do with its objects. */
const kubernetes: Pick<OptimizedAction, 'patterns'> = {
  patterns: { ...request(), ...job(), ...callback() },
};

export const eks = defineOptimized({
  id: 'eks',
  api: 'eks',
  label: text('Amazon EKS', 'Amazon EKS'),
  errors: ['EKS.401'],
  source: page('connect-eks'),
  actions: {
    call: {
      label: text('Call the Kubernetes API', 'Kubernetes API の呼び出し'),
      required: [...Object.keys(cluster), 'Method', 'Path'],
      sample: { ...cluster, Method: 'GET', Path: '' },
      patterns: request(),
    },
    runJob: {
      label: text('Run a Kubernetes job', 'Kubernetes ジョブの実行'),
      required: [...Object.keys(cluster), 'Job'],
      sample: { ...cluster, Job: kubernetesJob },
      callback: {
        ...cluster,
        Job: {
          ...kubernetesJob,
          spec: {
            template: {
              spec: {
                containers: [{ name: '', image: '', env: [{ name: 'TASK_TOKEN', value: token }] }],
                restartPolicy: 'Never',
              },
            },
          },
        },
      },
      ...kubernetes,
    },
    createCluster: {
      label: text('Create a cluster', 'クラスターの作成'),
      required: ['Name', 'RoleArn', 'ResourcesVpcConfig'],
      sample: { Name: '', RoleArn: '', ResourcesVpcConfig: { SubnetIds: [] } },
      patterns: {
        ...request(allow('eks:CreateCluster', ...any), passed('{RoleArn}')),
        ...job(
          allow('eks:CreateCluster', ...any),
          allow(['eks:DescribeCluster', 'eks:DeleteCluster'], arn('eks', 'cluster/*')),
          passed('{RoleArn}'),
        ),
      },
    },
    deleteCluster: {
      label: text('Delete a cluster', 'クラスターの削除'),
      required: ['Name'],
      patterns: {
        ...request(allow('eks:DeleteCluster', named)),
        ...job(allow(['eks:DeleteCluster', 'eks:DescribeCluster'], named)),
      },
    },
    createFargateProfile: {
      label: text('Create a Fargate profile', 'Fargate プロファイルの作成'),
      required: ['ClusterName', 'FargateProfileName', 'PodExecutionRoleArn'],
      patterns: {
        ...request(
          allow('eks:CreateFargateProfile', arn('eks', 'cluster/{ClusterName}')),
          passed('{PodExecutionRoleArn}'),
        ),
        RUN_JOB: {
          suffixes: ['.sync'],
          statements: [
            allow('eks:CreateFargateProfile', arn('eks', 'cluster/{ClusterName}')),
            allow(['eks:DescribeFargateProfile', 'eks:DeleteFargateProfile'], profile),
            passed('{PodExecutionRoleArn}'),
          ],
          gap: notWritten,
        },
      },
    },
    deleteFargateProfile: {
      label: text('Delete a Fargate profile', 'Fargate プロファイルの削除'),
      required: ['ClusterName', 'FargateProfileName'],
      patterns: {
        ...request(allow('eks:DeleteFargateProfile', profile)),
        RUN_JOB: {
          suffixes: ['.sync'],
          statements: [allow(['eks:DeleteFargateProfile', 'eks:DescribeFargateProfile'], profile)],
          gap: notWritten,
        },
      },
    },
    createNodegroup: {
      label: text('Create a node group', 'ノードグループの作成'),
      required: ['ClusterName', 'NodegroupName', 'NodeRole', 'Subnets'],
      sample: { ClusterName: '', NodegroupName: '', NodeRole: '', Subnets: [] },
      patterns: {
        ...request(...createNodegroup),
        ...job(...createNodegroup, allow(['eks:DescribeNodegroup', 'eks:DeleteNodegroup'], arn('eks', 'nodegroup/*'))),
      },
    },
    deleteNodegroup: {
      label: text('Delete a node group', 'ノードグループの削除'),
      required: ['ClusterName', 'NodegroupName'],
      patterns: {
        ...request(allow('eks:DeleteNodegroup', nodegroup)),
        ...job(allow(['eks:DeleteNodegroup', 'eks:DescribeNodegroup'], nodegroup)),
      },
    },
  },
});
