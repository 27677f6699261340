/** The connection kinds by which a mechanism of the reference is drawn. Pipes, events of services and Tasks have rules. */
export const mechanisms: Readonly<Record<string, readonly string[]>> = {
  'apigw-rest-aws-integration': ['api-integration', 'http-proxy'],
  'apigw-http-api-subtype': ['http-api-integration'],
  'apigw-http-api-proxy': ['http-proxy'],
  'apigw-websocket-aws': ['websocket-integration'],
  'appsync-datasource-resolver': ['resolver'],
  'aws-service-event': ['rule'],
  'cfn-stream-destination': ['stream-destination', 'table-export', 'table-ingestion', 'zero-etl'],
  'cloudfront-origin': ['origin'],
  'cloudwatch-alarm-action': ['alarm-action'],
  'cognito-native': ['user-pool-delivery'],
  'eventbridge-custom-bus-subscriber': ['bus-subscriber', 'bus-call', 'bus-source'],
  'eventbridge-rule-target': ['rule'],
  'eventbridge-scheduler-target': ['schedule-target', 'schedule-call'],
  'firehose-destination': ['delivery-destination'],
  'firehose-source': ['delivery-source'],
  'iot-rule-action': ['iot-action'],
  'lambda-destination': ['lambda-destination'],
  'lambda-event-source-mapping': ['event-source-mapping'],
  'logs-subscription': ['log-subscription', 'metric-delivery'],
  's3-notification': ['s3-notification'],
  'service-native-sns-notification': ['completion-notification'],
  'ses-event-destination': ['ses-event-destination'],
  'ses-receipt-rule-action': ['receipt-action'],
  'sns-subscription': ['subscription'],
};

/** Rows whose end is a field of a node: the whole design, by source and target. */
export const wholes: Readonly<Record<string, string>> = {
  'sfn http-endpoint': 'state-machine Caller -task-> api-destination Partner',
  'sfn activity-worker':
    'state-machine Caller -task-> activity Work; lambda-function Worker -uses(actions: ["getActivityTask", "sendTaskSuccess"])-> activity Work',
  'sfn-distributed-map-s3 sfn s3': `state-machine Caller(definition: ${JSON.stringify({
    QueryLanguage: 'JSONata',
    StartAt: 'Each',
    States: {
      Each: {
        Type: 'Map',
        ItemReader: { Resource: 'arn:aws:states:::s3:listObjectsV2', Arguments: { Bucket: '${Files}' } },
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
          StartAt: 'Read',
          States: {
            Read: {
              Type: 'Task',
              Resource: 'arn:aws:states:::aws-sdk:s3:getObject',
              Arguments: { Bucket: '${Files}', Key: '{% $states.input.Key %}' },
              End: true,
            },
          },
        },
        ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Arguments: { Bucket: '${Files}', Prefix: 'out' } },
        End: true,
      },
    },
  })}, substitutions: {"Files": "files.name"}); s3-bucket Files`,
  'sfn scheduler': 'state-machine Caller -task-> schedule-group Reminders',
  'dynamodb dynamodb-streams': 'dynamodb-table Orders(stream: NEW_AND_OLD_IMAGES)',
  'dynamodb opensearch':
    'dynamodb-table Orders -table-ingestion(exportBucket: Export)-> opensearch-domain Search; s3-bucket Export',
  'firehose splunk': 'firehose-stream Delivery(partner: splunk)',
  'firehose snowflake': 'firehose-stream Delivery(partner: snowflake)',
  // What Redshift copies, and what does not fit into a table, is in a bucket.
  'firehose redshift':
    'firehose-stream Delivery -> redshift-data Warehouse; firehose-stream Delivery -> s3-bucket Staging',
  'firehose iceberg-s3tables':
    'firehose-stream Delivery -> s3-table Table; firehose-stream Delivery -> s3-bucket Failed',
  'rds-database firehose': 'aurora-cluster Database -> firehose-stream Delivery -> s3-table Table',
  'cognito sns-sms': 'user-pool Users(sms: true)',
  'apigateway-rest mock': 'rest-api Api(mockRoutes: {"GET /health": "{}"})',
  'appsync none': 'appsync-api Api(localResolvers: ["Mutation.notify"])',
  'iot-core cloudwatch': 'iot-rule Rule(metric: true)',
  'iot-core msk':
    'vpc Network(internet: true); msk-cluster Kafka(vpc: Network); iot-rule Rule -iot-action-> msk-cluster Kafka',
  'ses-inbound add-header': 'ses-receipt-rule Mail(headerName: X-Seen)',
  'ses-inbound bounce': 'ses-receipt-rule Mail(bounce: MAILBOX_FULL)',
  'ses-inbound stop': 'ses-receipt-rule Mail(stop: true)',
  'ses-inbound workmail':
    'ses-receipt-rule Mail(workMail: "arn:aws:workmail:us-east-1:111122223333:organization/m-0123456789abcdef0123456789abcdef")',
  'ses-outbound cloudwatch': 'ses-configuration-set Set(metrics: true)',
  'ses-outbound eventbridge-bus': 'ses-configuration-set Set -> aws-events Events(publisher: aws.ses)',
  // The role is handed on by whoever starts a job.
  'polly-synthesis-task sns':
    'lambda-function Caller -(actions: ["startSpeechSynthesisTask"])-> polly Jobs -> sns-topic Done',
  'rekognition-video sns':
    'lambda-function Caller -(actions: ["startLabelDetection"])-> rekognition Jobs -> sns-topic Done',
  'textract-async sns':
    'lambda-function Caller -(actions: ["startDocumentAnalysis"])-> textract Jobs -> sns-topic Done',
};

/** Parameters of a pipe's target that are left out while there is nothing to say. */
export const optionalParameters: ReadonlySet<string> = new Set([
  'CloudWatchLogsParameters',
  'HttpParameters',
  'SqsQueueParameters',
]);

/** Of the types that a row names, those of which any says it. */
export const alternatives: readonly (readonly string[])[] = [
  // A row of custom event buses names what all of them need together.
  ['AWS::EventsV2::Subscriber', 'AWS::EventsV2::EventSource'],
  ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'],
  ['AWS::Cognito::UserPool', 'AWS::Cognito::LogDeliveryConfiguration'],
  ['AWS::RDS::Integration', 'AWS::Redshift::Integration'],
  ['AWS::AppSync::Resolver', 'AWS::AppSync::FunctionConfiguration'],
  ['AWS::ApiGatewayV2::Integration', 'AWS::ApiGatewayV2::VpcLink'],
];

/** Other paths to the same action: of a query protocol it stands in the body, of a newer version in the path. */
export const uriAlternatives: Readonly<Record<string, string>> = {
  'email:action/SendEmail': 'email:path/v2/email/outbound-emails',
  'sns:action/Publish': 'sns:path//',
};

/** Actions of one purpose: an integration needs the one that it calls. */
export const actionAlternatives: readonly (readonly string[])[] = [
  ['bedrock:InvokeModel', 'bedrock:CreateModelCustomizationJob'],
  ['firehose:PutRecord', 'firehose:PutRecordBatch'],
  ['kinesis:PutRecord', 'kinesis:PutRecords'],
  ['states:StartExecution', 'states:StartSyncExecution'],
  ['redshift-data:ExecuteStatement', 'redshift-data:BatchExecuteStatement'],
];

/** Actions that the reference lists and that the documentation does not ask for, with where it says so. */
export const unneeded: Readonly<Record<string, string>> = {
  // The API of Kubernetes decides who may do what.
  'eks:DescribeCluster': 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html',
};
