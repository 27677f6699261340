/** Types of the resources that a connection of a kind comes to: one of them is there. A new kind adds its line. */
export const resourcesOf: Readonly<Record<string, readonly string[]>> = {
  'alarm-action': ['AWS::CloudWatch::Alarm'],
  'alarm-metric': ['AWS::CloudWatch::Alarm'],
  'api-integration': ['AWS::ApiGateway::Method'],
  'api-proxy': ['AWS::ApiGateway::Method', 'AWS::ApiGatewayV2::Route'],
  'delivery-destination': ['AWS::KinesisFirehose::DeliveryStream'],
  'delivery-source': ['AWS::KinesisFirehose::DeliveryStream'],
  'event-source-mapping': ['AWS::Lambda::EventSourceMapping'],
  'http-api-integration': ['AWS::ApiGatewayV2::Integration'],
  'iot-action': ['AWS::IoT::TopicRule'],
  'lambda-destination': ['AWS::Lambda::EventInvokeConfig'],
  'log-subscription': ['AWS::Logs::SubscriptionFilter'],
  origin: ['AWS::CloudFront::Distribution'],
  'pipe-enrichment': ['AWS::Pipes::Pipe'],
  'pipe-source': ['AWS::Pipes::Pipe'],
  'pipe-target': ['AWS::Pipes::Pipe'],
  rule: ['AWS::Events::Rule'],
  's3-notification': ['Custom::S3BucketNotifications'],
  'schedule-target': ['AWS::Scheduler::Schedule'],
  subscription: ['AWS::SNS::Subscription'],
  authorizer: ['AWS::ApiGateway::Authorizer', 'AWS::ApiGatewayV2::Authorizer'],
  'bus-call': ['AWS::EventsV2::Subscriber'],
  'bus-source': ['AWS::EventsV2::EventSource'],
  'bus-subscriber': ['AWS::EventsV2::Subscriber'],
  'http-proxy': ['AWS::ApiGateway::Method', 'AWS::ApiGatewayV2::Integration'],
  'metric-delivery': ['AWS::CloudWatch::MetricStream'],
  'receipt-action': ['AWS::SES::ReceiptRule'],
  'schedule-call': ['AWS::Scheduler::Schedule'],
  'service-event': ['AWS::Events::Rule'],
  'ses-event-destination': ['AWS::SES::ConfigurationSetEventDestination'],
  'stream-destination': ['AWS::DynamoDB::GlobalTable'],
  'table-export': ['AWS::Scheduler::Schedule'],
  'table-ingestion': ['AWS::OSIS::Pipeline'],
  'websocket-integration': ['AWS::ApiGatewayV2::Integration'],
  'zero-etl': ['AWS::Redshift::Integration', 'AWS::RDS::Integration'],
  'completion-notification': ['AWS::IAM::Role'],
  task: ['AWS::StepFunctions::StateMachine'],
  uses: ['AWS::IAM::Policy'],
  'websocket-route': ['AWS::ApiGatewayV2::Route'],
};

/** Fields that say something of the design and nothing of AWS, as `owner.field`. */
export const silentFields: ReadonlySet<string> = new Set([
  'lambda-function.work',
  'lambda-function.mapping',
  'requests.what',
  // An API that caches nothing has no key of a cache.
  'api-integration.cacheParameters',
]);

/** Fields whose value has a name of its own in AWS: an SDK action is an IAM action, a gap shows in its own way. */
export const translatedFields: ReadonlySet<string> = new Set([
  'uses.actions',
  'uses.invocation',
  'state-machine.logging',
  'iot-action.separator',
]);

/** How CloudFormation spells a value; nothing: by what it leaves out. */
export const spellings: Readonly<Record<string, string>> = {
  ANY: '',
  FIVE_YEARS: '1827',
  OIDC: 'OPENID_CONNECT',
  SIX_MONTHS: '180',
  TEN_YEARS: '3653',
  TWO_YEARS: '731',
  BINARY: 'B',
  COMPLAINTS_ONLY: 'COMPLAINT',
  BOUNCES_ONLY: 'BOUNCE',
  CUSTOMER_MANAGED_KEY: 'AWS::KMS::Key',
  NUMBER: 'N',
  ONE_MONTH: '30',
  ONE_WEEK: '7',
  ONE_YEAR: '365',
  REQUIRED: 'ON',
  THREE_MONTHS: '90',
  UNCOMPRESSED: '',
  destroy: 'Delete',
  missing: '',
};
