import type { Json } from '../../model/design.js';
import { isMap } from '../../model/json.js';
import type { JsonMap } from '../source.js';

/** Policy templates of SAM: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html */

const read = ['dynamodb:GetItem', 'dynamodb:Scan', 'dynamodb:Query', 'dynamodb:BatchGetItem'];
const write = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:BatchWriteItem'];

/** By name: the parameter that names the resource, and what is allowed on it. */
const templates: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  DynamoDBCrudPolicy: ['TableName', [...read, ...write, 'dynamodb:DeleteItem']],
  DynamoDBReadPolicy: ['TableName', read],
  DynamoDBWritePolicy: ['TableName', write],
  DynamoDBReconfigurePolicy: ['TableName', ['dynamodb:UpdateTable']],
  S3CrudPolicy: ['BucketName', ['s3:GetObject', 's3:ListBucket', 's3:PutObject', 's3:DeleteObject']],
  S3ReadPolicy: ['BucketName', ['s3:GetObject', 's3:ListBucket']],
  S3WritePolicy: ['BucketName', ['s3:PutObject']],
  S3FullAccessPolicy: ['BucketName', ['s3:GetObject', 's3:ListBucket', 's3:PutObject', 's3:DeleteObject']],
  SQSSendMessagePolicy: ['QueueName', ['sqs:SendMessage']],
  SNSPublishMessagePolicy: ['TopicName', ['sns:Publish']],
  SNSCrudPolicy: ['TopicName', ['sns:Publish', 'sns:Subscribe', 'sns:ListSubscriptionsByTopic']],
  LambdaInvokePolicy: ['FunctionName', ['lambda:InvokeFunction']],
  StepFunctionsExecutionPolicy: ['StateMachineName', ['states:StartExecution']],
  EventBridgePutEventsPolicy: ['EventBusName', ['events:PutEvents']],
  KinesisCrudPolicy: ['StreamName', ['kinesis:PutRecord', 'kinesis:PutRecords']],
  FirehoseCrudPolicy: ['DeliveryStreamName', ['firehose:PutRecord', 'firehose:PutRecordBatch']],
  FirehoseWritePolicy: ['DeliveryStreamName', ['firehose:PutRecord', 'firehose:PutRecordBatch']],
  SSMParameterReadPolicy: ['ParameterName', ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath']],
  SSMParameterWithSlashPrefixReadPolicy: ['ParameterName', ['ssm:GetParameter', 'ssm:GetParameters']],
  AWSSecretsManagerGetSecretValuePolicy: ['SecretArn', ['secretsmanager:GetSecretValue']],
  RekognitionDetectOnlyPolicy: ['', ['rekognition:DetectLabels', 'rekognition:DetectFaces', 'rekognition:DetectText']],
  RekognitionLabelsPolicy: ['', ['rekognition:DetectLabels']],
  ComprehendBasicAccessPolicy: ['', ['comprehend:DetectSentiment', 'comprehend:DetectEntities']],
  TextractPolicy: ['', ['textract:DetectDocumentText', 'textract:AnalyzeDocument']],
  PollyFullAccessPolicy: ['', ['polly:SynthesizeSpeech']],
};

/** A policy template as the document that SAM makes of it; undefined: it is none that is known. */
export function policyTemplateOf(policy: JsonMap): JsonMap | undefined {
  const keys = Object.keys(policy);
  const [name] = keys;
  if (name === undefined || keys.length !== 1 || !Object.hasOwn(templates, name)) return undefined;
  const [parameter = '', actions = []] = templates[name] ?? [];
  const parameters = policy[name];
  const resource: Json | undefined =
    isMap(parameters) && Object.hasOwn(parameters, parameter) ? parameters[parameter] : undefined;
  return { Statement: [{ Effect: 'Allow', Action: actions, Resource: resource === undefined ? '*' : [resource] }] };
}
