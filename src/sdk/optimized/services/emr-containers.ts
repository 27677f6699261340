import { allow, any, arn, defineOptimized, job, page, request, text } from '../define.js';

const cluster = arn('emr-containers', '/virtualclusters/{VirtualClusterId}');
const deleted = arn('emr-containers', '/virtualclusters/{Id}');

export const emrContainers = defineOptimized({
  id: 'emr-containers',
  api: 'emrcontainers',
  label: text('Amazon EMR on EKS', 'Amazon EMR on EKS'),
  source: page('connect-emr-eks'),
  actions: {
    createVirtualCluster: {
      label: text('Create a virtual cluster', '仮想クラスターの作成'),
      required: ['Name', 'ContainerProvider'],
      sample: { Name: '', ContainerProvider: { Id: '', Type: 'EKS', Info: { EksInfo: { Namespace: '' } } } },
      patterns: request(
        allow('emr-containers:CreateVirtualCluster', ...any),
        allow(
          'iam:CreateServiceLinkedRole',
          'arn:{partition}:iam::{account}:role/aws-service-role/emr-containers.amazonaws.com/AWSServiceRoleForAmazonEMRContainers',
        ),
      ),
    },
    deleteVirtualCluster: {
      label: text('Delete a virtual cluster', '仮想クラスターの削除'),
      required: ['Id'],
      patterns: {
        ...request(allow('emr-containers:DeleteVirtualCluster', deleted)),
        ...job(allow(['emr-containers:DeleteVirtualCluster', 'emr-containers:DescribeVirtualCluster'], deleted)),
      },
    },
    startJobRun: {
      label: text('Run a job', 'ジョブの実行'),
      required: ['VirtualClusterId'],
      sample: { VirtualClusterId: '', ExecutionRoleArn: '', ReleaseLabel: '', JobDriver: {} },
      patterns: {
        ...request(allow('emr-containers:StartJobRun', cluster)),
        ...job(
          allow('emr-containers:StartJobRun', cluster),
          allow(['emr-containers:DescribeJobRun', 'emr-containers:CancelJobRun'], `${cluster}/jobruns/*`),
        ),
      },
    },
  },
});
