import awsBatch from 'aws-icons/icons/architecture-service/AWSBatch.svg?url&no-inline';
import awsCloudFormation from 'aws-icons/icons/architecture-service/AWSCloudFormation.svg?url&no-inline';
import awsCodeBuild from 'aws-icons/icons/architecture-service/AWSCodeBuild.svg?url&no-inline';
import awsCodePipeline from 'aws-icons/icons/architecture-service/AWSCodePipeline.svg?url&no-inline';
import awsElementalMediaConvert from 'aws-icons/icons/architecture-service/AWSElementalMediaConvert.svg?url&no-inline';
import awsElementalMediaLive from 'aws-icons/icons/architecture-service/AWSElementalMediaLive.svg?url&no-inline';
import awsGlue from 'aws-icons/icons/architecture-service/AWSGlue.svg?url&no-inline';
import awsGlueDataBrew from 'aws-icons/icons/architecture-service/AWSGlueDataBrew.svg?url&no-inline';
import awsIdentityandAccessManagement from 'aws-icons/icons/architecture-service/AWSIdentityandAccessManagement.svg?url&no-inline';
import awsKeyManagementService from 'aws-icons/icons/architecture-service/AWSKeyManagementService.svg?url&no-inline';
import awsLambda from 'aws-icons/icons/architecture-service/AWSLambda.svg?url&no-inline';
import awsOrganizations from 'aws-icons/icons/architecture-service/AWSOrganizations.svg?url&no-inline';
import awsSecretsManager from 'aws-icons/icons/architecture-service/AWSSecretsManager.svg?url&no-inline';
import awsStepFunctions from 'aws-icons/icons/architecture-service/AWSStepFunctions.svg?url&no-inline';
import awsSystemsManager from 'aws-icons/icons/architecture-service/AWSSystemsManager.svg?url&no-inline';
import amazonAPIGateway from 'aws-icons/icons/architecture-service/AmazonAPIGateway.svg?url&no-inline';
import amazonAthena from 'aws-icons/icons/architecture-service/AmazonAthena.svg?url&no-inline';
import amazonBedrock from 'aws-icons/icons/architecture-service/AmazonBedrock.svg?url&no-inline';
import amazonBedrockAgentCore from 'aws-icons/icons/architecture-service/AmazonBedrockAgentCore.svg?url&no-inline';
import amazonCloudWatch from 'aws-icons/icons/architecture-service/AmazonCloudWatch.svg?url&no-inline';
import amazonCognito from 'aws-icons/icons/architecture-service/AmazonCognito.svg?url&no-inline';
import amazonComprehend from 'aws-icons/icons/architecture-service/AmazonComprehend.svg?url&no-inline';
import amazonDataFirehose from 'aws-icons/icons/architecture-service/AmazonDataFirehose.svg?url&no-inline';
import amazonDynamoDB from 'aws-icons/icons/architecture-service/AmazonDynamoDB.svg?url&no-inline';
import amazonEC2 from 'aws-icons/icons/architecture-service/AmazonEC2.svg?url&no-inline';
import amazonEMR from 'aws-icons/icons/architecture-service/AmazonEMR.svg?url&no-inline';
import amazonElasticContainerService from 'aws-icons/icons/architecture-service/AmazonElasticContainerService.svg?url&no-inline';
import amazonElasticKubernetesService from 'aws-icons/icons/architecture-service/AmazonElasticKubernetesService.svg?url&no-inline';
import amazonEventBridge from 'aws-icons/icons/architecture-service/AmazonEventBridge.svg?url&no-inline';
import amazonKinesisDataStreams from 'aws-icons/icons/architecture-service/AmazonKinesisDataStreams.svg?url&no-inline';
import amazonLocationService from 'aws-icons/icons/architecture-service/AmazonLocationService.svg?url&no-inline';
import amazonManagedWorkflowsforApacheAirflow from 'aws-icons/icons/architecture-service/AmazonManagedWorkflowsforApacheAirflow.svg?url&no-inline';
import amazonOpenSearchService from 'aws-icons/icons/architecture-service/AmazonOpenSearchService.svg?url&no-inline';
import amazonPersonalize from 'aws-icons/icons/architecture-service/AmazonPersonalize.svg?url&no-inline';
import amazonPolly from 'aws-icons/icons/architecture-service/AmazonPolly.svg?url&no-inline';
import amazonRDS from 'aws-icons/icons/architecture-service/AmazonRDS.svg?url&no-inline';
import amazonRedshift from 'aws-icons/icons/architecture-service/AmazonRedshift.svg?url&no-inline';
import amazonRekognition from 'aws-icons/icons/architecture-service/AmazonRekognition.svg?url&no-inline';
import amazonSageMakerAI from 'aws-icons/icons/architecture-service/AmazonSageMakerAI.svg?url&no-inline';
import amazonSimpleEmailService from 'aws-icons/icons/architecture-service/AmazonSimpleEmailService.svg?url&no-inline';
import amazonSimpleNotificationService from 'aws-icons/icons/architecture-service/AmazonSimpleNotificationService.svg?url&no-inline';
import amazonSimpleQueueService from 'aws-icons/icons/architecture-service/AmazonSimpleQueueService.svg?url&no-inline';
import amazonSimpleStorageService from 'aws-icons/icons/architecture-service/AmazonSimpleStorageService.svg?url&no-inline';
import amazonTextract from 'aws-icons/icons/architecture-service/AmazonTextract.svg?url&no-inline';
import amazonTranscribe from 'aws-icons/icons/architecture-service/AmazonTranscribe.svg?url&no-inline';
import amazonTranslate from 'aws-icons/icons/architecture-service/AmazonTranslate.svg?url&no-inline';
import { lookup } from '../../model/design.js';

/** How a service is called on a card, and AWS's drawing of it. */
export interface TaskService {
  readonly label: string;
  readonly icon: string | undefined;
}

/** The services that workflows call most, by the name that ASL writes. Others are called by that name. */
const services: Readonly<Record<string, readonly [label: string, icon: string]>> = {
  lambda: ['Lambda', awsLambda],
  dynamodb: ['DynamoDB', amazonDynamoDB],
  sqs: ['SQS', amazonSimpleQueueService],
  sns: ['SNS', amazonSimpleNotificationService],
  events: ['EventBridge', amazonEventBridge],
  eventbridge: ['EventBridge', amazonEventBridge],
  states: ['Step Functions', awsStepFunctions],
  sfn: ['Step Functions', awsStepFunctions],
  ecs: ['ECS', amazonElasticContainerService],
  eks: ['EKS', amazonElasticKubernetesService],
  batch: ['Batch', awsBatch],
  s3: ['S3', amazonSimpleStorageService],
  bedrock: ['Bedrock', amazonBedrock],
  bedrockruntime: ['Bedrock', amazonBedrock],
  bedrockagent: ['Bedrock', amazonBedrock],
  bedrockagentruntime: ['Bedrock', amazonBedrock],
  bedrockagentcore: ['Bedrock AgentCore', amazonBedrockAgentCore],
  transcribe: ['Transcribe', amazonTranscribe],
  translate: ['Translate', amazonTranslate],
  polly: ['Polly', amazonPolly],
  rekognition: ['Rekognition', amazonRekognition],
  textract: ['Textract', amazonTextract],
  comprehend: ['Comprehend', amazonComprehend],
  sagemaker: ['SageMaker AI', amazonSageMakerAI],
  sagemakerruntime: ['SageMaker AI', amazonSageMakerAI],
  glue: ['Glue', awsGlue],
  databrew: ['DataBrew', awsGlueDataBrew],
  athena: ['Athena', amazonAthena],
  elasticmapreduce: ['EMR', amazonEMR],
  emr: ['EMR', amazonEMR],
  'emr-containers': ['EMR on EKS', amazonEMR],
  emrserverless: ['EMR Serverless', amazonEMR],
  'emr-serverless': ['EMR Serverless', amazonEMR],
  codebuild: ['CodeBuild', awsCodeBuild],
  codepipeline: ['CodePipeline', awsCodePipeline],
  mediaconvert: ['MediaConvert', awsElementalMediaConvert],
  medialive: ['MediaLive', awsElementalMediaLive],
  apigateway: ['API Gateway', amazonAPIGateway],
  cloudformation: ['CloudFormation', awsCloudFormation],
  cloudwatch: ['CloudWatch', amazonCloudWatch],
  cloudwatchlogs: ['CloudWatch Logs', amazonCloudWatch],
  cognitoidentityprovider: ['Cognito', amazonCognito],
  ec2: ['EC2', amazonEC2],
  rds: ['RDS', amazonRDS],
  rdsdata: ['RDS Data', amazonRDS],
  redshiftdata: ['Redshift Data', amazonRedshift],
  ssm: ['Systems Manager', awsSystemsManager],
  secretsmanager: ['Secrets Manager', awsSecretsManager],
  kms: ['KMS', awsKeyManagementService],
  kinesis: ['Kinesis', amazonKinesisDataStreams],
  firehose: ['Firehose', amazonDataFirehose],
  ses: ['SES', amazonSimpleEmailService],
  sesv2: ['SES', amazonSimpleEmailService],
  organizations: ['Organizations', awsOrganizations],
  iam: ['IAM', awsIdentityandAccessManagement],
  sts: ['STS', awsIdentityandAccessManagement],
  opensearch: ['OpenSearch', amazonOpenSearchService],
  location: ['Location', amazonLocationService],
  personalize: ['Personalize', amazonPersonalize],
  mwaa: ['MWAA', amazonManagedWorkflowsforApacheAirflow],
};

export function taskServiceOf(name: string): TaskService {
  const known = lookup(services, name);
  if (known !== undefined) return { label: known[0], icon: known[1] };
  return { label: name.charAt(0).toUpperCase() + name.slice(1), icon: undefined };
}
