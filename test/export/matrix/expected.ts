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

/** Connections that come to nothing by themselves: what calls their first end gets the permission. */
export const silentConnections: ReadonlySet<string> = new Set([
  'polly -completion-notification-> sns-topic',
  // An alarm acts on the instance that it watches, whichever is drawn.
  'cloudwatch-alarm -alarm-action-> ec2-instance',
]);

/** Fields that say something of the design and nothing of AWS, as `owner.field`; after `@` the kind that asks them for nothing. */
export const silentFields: ReadonlySet<string> = new Set([
  'person.description',
  'aws-events.publisher',
  'generic.arnAttribute',
  // Where no origin is drawn.
  'distribution.originDomain',
  // Where nobody says which region it is, the CDK takes two zones.
  'vpc.zones',
  // The only action is the last one as well.
  'receipt-action.position',
  // Rules, schedules and code say in their input what alarms say by these fields.
  ...['rule', 'service-event', 'schedule-call', 'bus-call', 'uses', 'task'].flatMap((kind) => [
    `ssm-opsitem.severity@${kind}`,
    `ssm-opsitem.itemCategory@${kind}`,
  ]),
  // The connection has turned it on.
  's3-bucket.eventBridge@service-event',
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
  'cloudwatch-metric.metricName',
  // In the definition, of which the template has the hash.
  'state-machine.comment',
]);

/** How CloudFormation spells a value; nothing: by what it leaves out. */
export const spellings: Readonly<Record<string, string>> = {
  ANY: '',
  InvokeModel: 'invoke',
  BatchPutItem: 'BatchWriteItem',
  CRITICAL: '1',
  HIGH: '2',
  LOW: '4',
  V1_33: '1.33',
  V1_34: '1.34',
  V1_35: '1.35',
  V1_36: '1.36',
  FIVE_YEARS: '1827',
  OIDC: 'OPENID_CONNECT',
  SIX_MONTHS: '180',
  TEN_YEARS: '3653',
  TWO_YEARS: '731',
  BINARY: 'B',
  COMPLAINTS_ONLY: 'COMPLAINT',
  // The other reason is left out.
  BOUNCES_ONLY: '',
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
