import type { Localized } from '../../model/localized.js';
import { named, sameReason, type Explain } from './finding.js';

const managed = (name: string): string => `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${name}]`;

/** What cdk-nag finds in services whose definition is slim: how they are run is for whoever sets them up. */
const findings: Readonly<Record<string, readonly string[]>> = {
  'activemq-broker': ['AwsSolutions-VPC7'],
  'aurora-cluster': ['AwsSolutions-RDS6', 'AwsSolutions-RDS10', 'AwsSolutions-RDS11', 'AwsSolutions-RDS14'],
  'appsync-api': [managed('service-role/AWSAppSyncPushToCloudWatchLogs')],
  'batch-job': ['AwsSolutions-VPC7'],
  'cloud-map-service': ['AwsSolutions-VPC7'],
  'codebuild-project': [
    'AwsSolutions-CB4',
    'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:log-group:/aws/codebuild/<…>:*]',
    'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:codebuild:<AWS::Region>:<AWS::AccountId>:report-group/<…>-*]',
  ],
  codepipeline: ['AwsSolutions-S1'],
  'databrew-job': ['AwsSolutions-S1', managed('service-role/AWSGlueDataBrewServiceRole')],
  'documentdb-cluster': [
    'AwsSolutions-VPC7',
    'AwsSolutions-SMG4',
    'AwsSolutions-DOC2',
    'AwsSolutions-DOC3',
    'AwsSolutions-DOC5[LogExport::authenticate]',
    'AwsSolutions-DOC5[LogExport::createIndex]',
    'AwsSolutions-DOC5[LogExport::dropCollection]',
  ],
  'ec2-instance': [
    'AwsSolutions-VPC7',
    'AwsSolutions-EC26',
    'AwsSolutions-EC29',
    managed('AmazonSSMManagedInstanceCore'),
  ],
  'eks-cluster': [
    'AwsSolutions-VPC7',
    ...[
      'AmazonEKSClusterPolicy',
      'AmazonEKSComputePolicy',
      'AmazonEKSBlockStoragePolicy',
      'AmazonEKSLoadBalancingPolicy',
      'AmazonEKSNetworkingPolicy',
      'AmazonEKSWorkerNodePolicy',
      'AmazonEC2ContainerRegistryReadOnly',
    ].map(managed),
  ],
  'emr-cluster': [
    'AwsSolutions-EMR2',
    'AwsSolutions-EMR4',
    'AwsSolutions-EMR5',
    'AwsSolutions-EMR6',
    managed('service-role/AmazonElasticMapReduceRole'),
    managed('service-role/AmazonElasticMapReduceforEC2Role'),
  ],
  'ecs-cluster': ['AwsSolutions-ECS4'],
  'firehose-stream': ['AwsSolutions-KDF1', 'AwsSolutions-IAM5'],
  'glue-crawler': ['AwsSolutions-S1', 'AwsSolutions-GL1', managed('service-role/AWSGlueServiceRole')],
  'glue-job': ['AwsSolutions-GL1', 'AwsSolutions-GL3', managed('service-role/AWSGlueServiceRole')],
  'image-builder-pipeline': [managed('EC2InstanceProfileForImageBuilder'), managed('AmazonSSMManagedInstanceCore')],
  'kms-key': ['AwsSolutions-KMS5'],
  'load-balancer': ['AwsSolutions-VPC7', 'AwsSolutions-ELB2', 'AwsSolutions-EC23'],
  'medialive-channel': ['AwsSolutions-S1'],
  'msk-cluster': ['AwsSolutions-VPC7', 'AwsSolutions-MSK2', 'AwsSolutions-MSK6'],
  'opensearch-domain': [
    'AwsSolutions-OS1',
    'AwsSolutions-OS3',
    'AwsSolutions-OS4',
    'AwsSolutions-OS5',
    'AwsSolutions-OS7',
    'AwsSolutions-OS9[LogExport::SEARCH_SLOW_LOGS]',
    'AwsSolutions-OS9[LogExport::INDEX_SLOW_LOGS]',
  ],
  'rabbitmq-broker': ['AwsSolutions-VPC7'],
  'rds-instance': [
    'AwsSolutions-VPC7',
    'AwsSolutions-SMG4',
    'AwsSolutions-RDS3',
    'AwsSolutions-RDS10',
    'AwsSolutions-RDS11',
  ],
  'redshift-data': [
    'AwsSolutions-RS1',
    'AwsSolutions-RS2',
    'AwsSolutions-RS4',
    'AwsSolutions-RS5',
    'AwsSolutions-RS8',
    'AwsSolutions-RS11',
  ],
  secret: ['AwsSolutions-SMG4'],
  'timestream-table': ['AwsSolutions-TS3'],
};

const words = (label: string): Localized => ({
  en: `The design names "${label}" and leaves how it is protected and run to whoever sets it up.`,
  ja: `設計は「${label}」を示すだけで、保護と運用の設定は構築する担当者に委ねています。`,
});

export const explainSlim: Explain = ({ node }) => {
  const own = findings[node.service.type];
  return own === undefined ? {} : sameReason(own, words(named(node)));
};
