import { services } from '../catalog/index.js';
import '../catalog/further.js';
import type { Json } from '../model/design.js';
import { isAlarmTopic, isProvider } from './cdk-helpers.js';
import type { SourceResource } from './source.js';
import { at, listOf, textOf } from './values.js';

/** What a CloudFormation type becomes: a service of the catalog, a node that says its type, or plumbing. */

/** Types beside those that the catalog names: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-resources-and-properties.html */
const furtherTypes: Readonly<Record<string, string>> = {
  'AWS::Serverless::Function': 'lambda-function',
  'AWS::Serverless::StateMachine': 'state-machine',
  'AWS::Serverless::Api': 'rest-api',
  'AWS::Serverless::HttpApi': 'http-api',
  'AWS::Serverless::WebSocketApi': 'websocket-api',
  'AWS::Serverless::SimpleTable': 'dynamodb-table',
  'AWS::Serverless::GraphQLApi': 'appsync-api',
  'AWS::DynamoDB::Table': 'dynamodb-table',
  'AWS::Scheduler::Schedule': 'schedule',
  'AWS::MSK::ServerlessCluster': 'msk-cluster',
  'AWS::CloudWatch::MetricStream': 'metric-stream',
  'AWS::SageMaker::Endpoint': 'sagemaker-endpoint',
  'AWS::Elasticsearch::Domain': 'opensearch-domain',
};

const byType = new Map<string, string>();
for (const service of services)
  if (service.cfnType !== undefined && !byType.has(service.cfnType)) byType.set(service.cfnType, service.type);

/** Service of the catalog, with the props that the choice of it goes with; undefined: it is no node. */
export interface NodeType {
  readonly service: string;
}

const generic: NodeType = { service: 'generic' };

/** What a resource is drawn as; undefined: it serves another one. */
export function serviceOfResource(resource: SourceResource): NodeType | undefined {
  const { type, effective } = resource;
  if (plumbingOf(type) !== undefined || isProvider(resource)) return undefined;
  switch (type) {
    case 'AWS::Events::Rule':
      return isSchedule(resource) ? { service: 'schedule' } : undefined;
    case 'AWS::ApiGatewayV2::Api':
      return { service: textOf(at(effective, 'ProtocolType')) === 'WEBSOCKET' ? 'websocket-api' : 'http-api' };
    case 'AWS::Events::EventBus':
      return { service: at(effective, 'EventSourceName') === undefined ? 'event-bus' : 'partner-events' };
    case 'AWS::AmazonMQ::Broker':
      return { service: /rabbit/i.test(words(at(effective, 'EngineType'))) ? 'rabbitmq-broker' : 'activemq-broker' };
    case 'AWS::SSM::Document':
      return { service: words(at(effective, 'DocumentType')) === 'Automation' ? 'ssm-automation' : 'ssm-document' };
    case 'AWS::RDS::DBInstance':
      return at(effective, 'DBClusterIdentifier') === undefined ? { service: 'rds-instance' } : undefined;
    default: {
      const service = Object.hasOwn(furtherTypes, type) ? furtherTypes[type] : byType.get(type);
      return service === undefined ? generic : { service };
    }
  }
}

const words = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** A rule that calls its targets at set times. */
export const isSchedule = ({ type, effective }: SourceResource): boolean =>
  type === 'AWS::Events::Rule' &&
  at(effective, 'ScheduleExpression') !== undefined &&
  at(effective, 'EventPattern') === undefined;

/** Shown only where something leads to it or comes from it: else it is kept, and hidden. */
const hiddenUnlessConnected: ReadonlySet<string> = new Set([
  'AWS::Logs::LogGroup',
  'AWS::CloudWatch::Alarm',
  'AWS::SSM::Parameter',
  'AWS::KMS::Key',
]);

export const isHiddenUnlessConnected = (resource: SourceResource): boolean =>
  isAlarmTopic(resource) ||
  (hiddenUnlessConnected.has(resource.type) &&
    (resource.type !== 'AWS::SSM::Parameter' || typeof at(resource.effective, 'Value') !== 'string'));

/** How the owner of plumbing is found. */
export interface Plumbing {
  /** Properties that name whom it serves, the first that leads somewhere. */
  readonly serves: readonly (readonly (string | number)[])[];
  /** The owner stands for it where something refers to it: an alias for its function. */
  readonly standsFor?: true;
  /** Kept and hidden: what watches and logs. */
  readonly hidden?: true;
}

const serving = (...properties: readonly string[]): Plumbing => ({ serves: properties.map((name) => name.split('.')) });
const partOf = (...properties: readonly string[]): Plumbing => ({ ...serving(...properties), standsFor: true });
const hidden = (...properties: readonly string[]): Plumbing => ({ ...serving(...properties), hidden: true });

const exact: Readonly<Record<string, Plumbing>> = {
  'AWS::Lambda::Version': partOf('FunctionName'),
  'AWS::Lambda::Alias': partOf('FunctionName'),
  'AWS::Lambda::Url': partOf('TargetFunctionArn'),
  'AWS::Lambda::Permission': serving('FunctionName'),
  'AWS::Lambda::EventInvokeConfig': serving('FunctionName'),
  'AWS::Lambda::EventSourceMapping': serving('FunctionName'),
  'AWS::Lambda::LayerVersion': serving(),
  'AWS::Lambda::LayerVersionPermission': serving('LayerVersionArn'),
  'AWS::Lambda::CodeSigningConfig': serving(),
  'AWS::Serverless::LayerVersion': serving(),
  'AWS::Serverless::Connector': serving('Source.Id'),
  'AWS::StepFunctions::StateMachineAlias': partOf('RoutingConfiguration.0.StateMachineVersionArn'),
  'AWS::StepFunctions::StateMachineVersion': partOf('StateMachineArn'),
  'AWS::ApiGateway::Stage': partOf('RestApiId'),
  'AWS::ApiGateway::Deployment': partOf('RestApiId'),
  'AWS::ApiGateway::Resource': partOf('RestApiId'),
  'AWS::ApiGateway::Method': serving('RestApiId'),
  'AWS::ApiGateway::Model': serving('RestApiId'),
  'AWS::ApiGateway::RequestValidator': serving('RestApiId'),
  'AWS::ApiGateway::Authorizer': serving('RestApiId'),
  'AWS::ApiGateway::GatewayResponse': serving('RestApiId'),
  'AWS::ApiGateway::DocumentationPart': serving('RestApiId'),
  'AWS::ApiGateway::DocumentationVersion': serving('RestApiId'),
  'AWS::ApiGateway::UsagePlan': serving('ApiStages.0.ApiId'),
  'AWS::ApiGateway::UsagePlanKey': serving('UsagePlanId'),
  'AWS::ApiGateway::ApiKey': serving('StageKeys.0.RestApiId'),
  'AWS::ApiGateway::BasePathMapping': serving('RestApiId'),
  'AWS::ApiGateway::Account': serving(),
  'AWS::ApiGatewayV2::Stage': partOf('ApiId'),
  'AWS::ApiGatewayV2::ApiMapping': serving('ApiId'),
  'AWS::AppSync::DataSource': serving('ApiId'),
  'AWS::AppSync::FunctionConfiguration': serving('ApiId'),
  'AWS::SNS::Subscription': serving('TopicArn'),
  'AWS::SNS::TopicPolicy': serving('Topics.0'),
  'AWS::SNS::TopicInlinePolicy': serving('TopicArn'),
  'AWS::SQS::QueuePolicy': serving('Queues.0'),
  'AWS::SQS::QueueInlinePolicy': serving('Queue'),
  'AWS::S3::BucketPolicy': serving('Bucket'),
  'AWS::Events::EventBusPolicy': serving('EventBusName'),
  'AWS::Events::Archive': serving('SourceArn'),
  'AWS::Events::Connection': serving(),
  'AWS::Events::Endpoint': serving('EventBuses.0.EventBusArn'),
  'AWS::EventSchemas::Discoverer': serving('SourceArn'),
  'AWS::Logs::SubscriptionFilter': serving('LogGroupName'),
  'AWS::Logs::MetricFilter': hidden('LogGroupName'),
  'AWS::Logs::LogStream': hidden('LogGroupName'),
  'AWS::Logs::ResourcePolicy': serving(),
  'AWS::Logs::QueryDefinition': hidden('LogGroupNames.0'),
  'AWS::CloudWatch::Dashboard': hidden(),
  'AWS::CloudWatch::CompositeAlarm': hidden(),
  'AWS::CloudWatch::AnomalyDetector': hidden(),
  'AWS::CloudFormation::WaitCondition': serving('Handle'),
  'AWS::CloudFormation::WaitConditionHandle': serving(),
  'AWS::CloudFormation::CustomResource': serving(),
  'AWS::CloudFormation::Macro': serving('FunctionName'),
  'AWS::CDK::Metadata': hidden(),
  'AWS::KMS::Alias': partOf('TargetKeyId'),
  'AWS::ElasticLoadBalancingV2::Listener': partOf('LoadBalancerArn'),
  'AWS::ElasticLoadBalancingV2::ListenerRule': serving('ListenerArn'),
  'AWS::ElasticLoadBalancingV2::ListenerCertificate': serving('ListenerArn'),
  'AWS::ElasticLoadBalancingV2::TargetGroup': serving(),
  'AWS::ECS::Service': partOf('TaskDefinition'),
  'AWS::Batch::JobDefinition': serving(),
  'AWS::Batch::ComputeEnvironment': serving(),
  'AWS::RDS::DBInstance': partOf('DBClusterIdentifier'),
  'AWS::RDS::DBSubnetGroup': serving(),
  'AWS::RDS::DBParameterGroup': serving(),
  'AWS::RDS::DBClusterParameterGroup': serving(),
  'AWS::RDS::DBProxy': partOf('DBProxyName'),
  'AWS::RDS::DBProxyTargetGroup': serving('DBClusterIdentifiers.0', 'DBInstanceIdentifiers.0'),
  'AWS::DocDB::DBInstance': partOf('DBClusterIdentifier'),
  'AWS::DocDB::DBSubnetGroup': serving(),
  'AWS::DocDB::DBClusterParameterGroup': serving(),
  'AWS::MSK::Configuration': serving(),
  'AWS::MSK::ClusterPolicy': serving('ClusterArn'),
  'AWS::MSK::BatchScramSecret': serving('ClusterArn'),
  'AWS::Timestream::Database': serving(),
  'AWS::MemoryDB::SubnetGroup': serving(),
  'AWS::ElastiCache::SubnetGroup': serving(),
  'AWS::ElastiCache::ParameterGroup': serving(),
  'AWS::SecretsManager::RotationSchedule': serving('SecretId'),
  'AWS::SecretsManager::ResourcePolicy': serving('SecretId'),
  'AWS::SecretsManager::SecretTargetAttachment': partOf('SecretId'),
  'AWS::WAFv2::WebACLAssociation': serving('WebACLArn'),
  'AWS::WAFv2::LoggingConfiguration': serving('ResourceArn'),
  'AWS::WAFv2::IPSet': serving(),
  'AWS::CodeDeploy::Application': serving(),
  'AWS::CodeDeploy::DeploymentGroup': serving(),
  'AWS::CodeDeploy::DeploymentConfig': serving(),
  'AWS::CertificateManager::Certificate': serving(),
  'AWS::Route53::RecordSet': serving('AliasTarget.DNSName'),
  'AWS::Route53::RecordSetGroup': serving('RecordSets.0.AliasTarget.DNSName'),
  'AWS::ServiceDiscovery::HttpNamespace': serving(),
  'AWS::ServiceDiscovery::PrivateDnsNamespace': serving(),
  'AWS::ServiceDiscovery::PublicDnsNamespace': serving(),
  'AWS::SSM::Association': serving('Name'),
  'AWS::EFS::MountTarget': serving('FileSystemId'),
  'AWS::EFS::AccessPoint': partOf('FileSystemId'),
  'AWS::AutoScaling::LaunchConfiguration': serving(),
  'AWS::Redshift::ClusterSubnetGroup': serving(),
  'AWS::Redshift::ClusterParameterGroup': serving(),
  'AWS::AppConfig::Deployment': serving('ConfigurationProfileId'),
  'AWS::AppConfig::DeploymentStrategy': serving(),
  'AWS::AppConfig::Environment': serving(),
  'AWS::AppConfig::HostedConfigurationVersion': serving('ConfigurationProfileId'),
  'AWS::DynamoDB::TablePolicy': serving('TableName'),
  'AWS::Glue::SecurityConfiguration': serving(),
  'AWS::Glue::Trigger': serving('WorkflowName'),
  'AWS::IoT::TopicRuleDestination': serving(),
  'AWS::IoT::Policy': serving(),
  'AWS::IoT::PolicyPrincipalAttachment': serving('PolicyName'),
  'AWS::IoT::ThingPrincipalAttachment': serving('ThingName'),
};

/** Whole families that only serve: by the beginning of the type. */
const families: readonly (readonly [string, Plumbing])[] = [
  ['Custom::', serving('ServiceToken')],
  ['AWS::IAM::', serving('Roles.0', 'Users.0', 'Groups.0')],
  ['AWS::ApiGateway::', serving('RestApiId')],
  ['AWS::ApiGatewayV2::', serving('ApiId')],
  ['AWS::AppSync::', serving('ApiId')],
  ['AWS::Cognito::', serving('UserPoolId', 'IdentityPoolId')],
  ['AWS::CloudFront::', serving('DistributionId')],
  ['AWS::ApplicationAutoScaling::', serving('ScalingTargetId')],
  ['AWS::OpenSearchServerless::', serving()],
  ['AWS::EC2::', serving('VpcId', 'InstanceId')],
];

/** Members of those families that are drawn. */
const drawn: ReadonlySet<string> = new Set([
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGatewayV2::Api',
  'AWS::AppSync::GraphQLApi',
  'AWS::AppSync::Api',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::IdentityPool',
  'AWS::CloudFront::Distribution',
  'AWS::OpenSearchServerless::Collection',
  'AWS::EC2::Instance',
  'AWS::EC2::VPC',
  'AWS::EC2::SpotFleet',
  'AWS::EC2::EC2Fleet',
  'AWS::RDS::DBInstance',
]);

/** How a resource of a type serves others; undefined: it is a node. An instance of a cluster is part of the cluster. */
export function plumbingOf(type: string): Plumbing | undefined {
  if (drawn.has(type)) return undefined;
  if (Object.hasOwn(exact, type)) return exact[type];
  return families.find(([prefix]) => type.startsWith(prefix))?.[1];
}

/** The properties of a resource that name whom it serves. */
export const servedBy = ({ type, effective }: SourceResource): readonly Json[] => {
  const plumbing = plumbingOf(type) ?? (Object.hasOwn(exact, type) ? exact[type] : undefined);
  return (plumbing?.serves ?? []).flatMap((path) => {
    const value = at(effective, ...path.map((key) => (/^\d+$/.test(key as string) ? Number(key) : key)));
    return value === undefined ? [] : listOf(value).slice(0, 1);
  });
};

/** Whether what leads to a resource leads to whom it serves. */
export const standsForOwner = ({ type }: SourceResource): boolean =>
  Object.hasOwn(exact, type) && exact[type]?.standsFor === true;

export const isKeptHidden = ({ type }: SourceResource): boolean =>
  hiddenUnlessConnected.has(type) || (Object.hasOwn(exact, type) && exact[type]?.hidden === true);
