/** Service ids as Step Functions writes them, by the names that SDKs use. */

const boto: Readonly<Record<string, string>> = {
  stepfunctions: 'sfn',
  events: 'eventbridge',
  logs: 'cloudwatchlogs',
  'cognito-idp': 'cognitoidentityprovider',
  'cognito-identity': 'cognitoidentity',
  'iot-data': 'iotdataplane',
  'lex-runtime': 'lexruntime',
  'lexv2-runtime': 'lexruntimev2',
  elbv2: 'elasticloadbalancingv2',
  elb: 'elasticloadbalancing',
  ce: 'costexplorer',
  es: 'elasticsearch',
  deploy: 'codedeploy',
  'application-autoscaling': 'applicationautoscaling',
  stepfunction: 'sfn',
  eventbridgeclient: 'eventbridge',
  cloudwatchevents: 'eventbridge',
  iotdata: 'iotdataplane',
  cognitoidentityserviceprovider: 'cognitoidentityprovider',
  dynamodbstreams: 'dynamodbstreams',
  emr: 'emr',
  mediastore: 'mediastore',
};

/** `client-cognito-identity-provider`, `StepFunctions` and `stepfunctions` alike. */
export function serviceId(name: string): string {
  const lower = name.toLowerCase();
  const plain = lower.replace(/[^a-z0-9]/g, '');
  if (Object.hasOwn(boto, lower)) return boto[lower] ?? plain;
  return Object.hasOwn(boto, plain) ? (boto[plain] ?? plain) : plain;
}

/** `put_item` -> `PutItem`, `putItem` -> `PutItem`. */
export const operationName = (method: string): string =>
  method
    .split('_')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');

const document: Readonly<Record<string, string>> = {
  get: 'GetItem',
  put: 'PutItem',
  update: 'UpdateItem',
  delete: 'DeleteItem',
  batchget: 'BatchGetItem',
  batchwrite: 'BatchWriteItem',
  transactget: 'TransactGetItems',
  transactwrite: 'TransactWriteItems',
};

/** The API's name for a method of the document client. */
export function documentOperation(name: string): string {
  const key = name.toLowerCase();
  return Object.hasOwn(document, key) ? (document[key] ?? name) : operationName(name);
}

/** APIs that Step Functions does not call: neither optimized nor among the SDK integrations. */
const withoutIntegration: ReadonlySet<string> = new Set([
  'iotdataplane',
  'sfn:GetActivityTask',
  'transcribestreaming',
  'qldbsession',
  'lexruntimev2:StartConversation',
]);

/** Answers that come as an event stream, or whose request carries one. */
const streams =
  /ResponseStream$|^ConverseStream$|BidirectionalStream$|^SubscribeToShard$|^SelectObjectContent$|^InvokeAgent$|^InvokeFlow$|^InvokeInlineAgent$|^RetrieveAndGenerateStream$|^StartLiveTail$/;

/** Why a state machine cannot make the call; undefined: it can. */
export const withoutWorkflow = (service: string, operation: string): 'no-integration' | 'streaming' | undefined =>
  withoutIntegration.has(service) || withoutIntegration.has(`${service}:${operation}`)
    ? 'no-integration'
    : streams.test(operation)
      ? 'streaming'
      : undefined;
