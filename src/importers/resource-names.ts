/**
 * Under which property a resource has its name and how its ARN is written, by the service of the catalog that it becomes:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export interface Naming {
  readonly service: string;
  readonly types: readonly string[];
  readonly property: string;
  /** Service of the ARN, and what stands before the name behind the account. */
  readonly arn: readonly [service: string, prefix: string];
  /** The name is a path itself, or has what follows it as its own. */
  readonly isPath?: true;
}

const naming = (
  service: string,
  types: readonly string[],
  property: string,
  ...arn: readonly [string, string]
): Naming => ({ service, types, property, arn });

export const namings: readonly Naming[] = [
  naming('sqs-queue', ['AWS::SQS::Queue'], 'QueueName', 'sqs', ''),
  naming('sns-topic', ['AWS::SNS::Topic'], 'TopicName', 'sns', ''),
  naming(
    'lambda-function',
    ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
    'FunctionName',
    'lambda',
    'function:',
  ),
  naming(
    'dynamodb-table',
    ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable', 'AWS::Serverless::SimpleTable'],
    'TableName',
    'dynamodb',
    'table/',
  ),
  naming('s3-bucket', ['AWS::S3::Bucket'], 'BucketName', 's3', ''),
  naming('kinesis-stream', ['AWS::Kinesis::Stream'], 'Name', 'kinesis', 'stream/'),
  naming(
    'firehose-stream',
    ['AWS::KinesisFirehose::DeliveryStream'],
    'DeliveryStreamName',
    'firehose',
    'deliverystream/',
  ),
  naming('state-machine', ['AWS::StepFunctions::StateMachine'], 'StateMachineName', 'states', 'stateMachine:'),
  naming('state-machine', ['AWS::Serverless::StateMachine'], 'Name', 'states', 'stateMachine:'),
  naming('activity', ['AWS::StepFunctions::Activity'], 'Name', 'states', 'activity:'),
  naming('event-bus', ['AWS::Events::EventBus'], 'Name', 'events', 'event-bus/'),
  naming('api-destination', ['AWS::Events::ApiDestination'], 'Name', 'events', 'api-destination/'),
  naming('schedule-group', ['AWS::Scheduler::ScheduleGroup'], 'Name', 'scheduler', 'schedule-group/'),
  naming('pipe', ['AWS::Pipes::Pipe'], 'Name', 'pipes', 'pipe/'),
  { ...naming('log-group', ['AWS::Logs::LogGroup'], 'LogGroupName', 'logs', 'log-group:'), isPath: true },
  { ...naming('ssm-parameter', ['AWS::SSM::Parameter'], 'Name', 'ssm', 'parameter/'), isPath: true },
  { ...naming('secret', ['AWS::SecretsManager::Secret'], 'Name', 'secretsmanager', 'secret:'), isPath: true },
  naming('ecs-cluster', ['AWS::ECS::Cluster'], 'ClusterName', 'ecs', 'cluster/'),
  naming('fargate-task', ['AWS::ECS::TaskDefinition'], 'Family', 'ecs', 'task-definition/'),
  naming('codebuild-project', ['AWS::CodeBuild::Project'], 'Name', 'codebuild', 'project/'),
  naming('codepipeline', ['AWS::CodePipeline::Pipeline'], 'Name', 'codepipeline', ''),
  naming('glue-job', ['AWS::Glue::Job'], 'Name', 'glue', 'job/'),
  naming('glue-crawler', ['AWS::Glue::Crawler'], 'Name', 'glue', 'crawler/'),
  naming('athena-workgroup', ['AWS::Athena::WorkGroup'], 'Name', 'athena', 'workgroup/'),
  naming('batch-job', ['AWS::Batch::JobDefinition'], 'JobDefinitionName', 'batch', 'job-definition/'),
  naming('batch-job', ['AWS::Batch::JobQueue'], 'JobQueueName', 'batch', 'job-queue/'),
  naming('ecr-repository', ['AWS::ECR::Repository'], 'RepositoryName', 'ecr', 'repository/'),
  naming('iot-rule', ['AWS::IoT::TopicRule'], 'RuleName', 'iot', 'rule/'),
  naming(
    'opensearch-domain',
    ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
    'DomainName',
    'es',
    'domain/',
  ),
  naming('sagemaker-endpoint', ['AWS::SageMaker::Endpoint'], 'EndpointName', 'sagemaker', 'endpoint/'),
  naming('location-tracker', ['AWS::Location::Tracker'], 'TrackerName', 'geo', 'tracker/'),
  { ...naming('kms-key', ['AWS::KMS::Alias'], 'AliasName', 'kms', ''), isPath: true },
];

export interface ArnParts {
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** All behind the account. */
  readonly rest: string;
}

/** The parts of an ARN; undefined: a text is none. */
export function arnParts(text: string): ArnParts | undefined {
  if (!text.startsWith('arn:')) return undefined;
  const [, , service, region, account, ...rest] = text.split(':');
  if (service === undefined || region === undefined || account === undefined || rest.length === 0) return undefined;
  return { service, region, account, rest: rest.join(':') };
}

/** The name in an ARN and how such names are told; undefined: of a service that is not known. */
export function nameInArn({ service, rest }: ArnParts): { readonly naming: Naming; readonly name: string } | undefined {
  for (const one of namings) {
    const [arnService, prefix] = one.arn;
    if (arnService !== service || !rest.startsWith(prefix)) continue;
    const behind = rest.slice(prefix.length);
    const name =
      one.isPath === true
        ? behind
            .replace(/:\*$|:log-stream:.*$/, '')
            .replace(/-\?{6}$|-[A-Za-z0-9]{6}$|[*]$/, (end) => (one.service === 'secret' ? '' : end))
        : (/^[^:/]*/.exec(behind)?.[0] ?? '');
    return { naming: one, name };
  }
  return undefined;
}

/** A parameter is named with a slash in front, and its ARN without. */
export const bareName = (service: string, name: string): string =>
  service === 'ssm-parameter' ? name.replace(/^\/+/, '') : name;
