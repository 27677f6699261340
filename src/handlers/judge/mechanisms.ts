/** What stands in for a function, by what calls it and what it calls. Facts: docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-target.html and its neighbours. */

export type Trigger =
  | 'apigw-rest'
  | 'apigw-http'
  | 'apigw-websocket'
  | 'function-url'
  | 'sqs'
  | 'kinesis'
  | 'dynamodb-stream'
  | 'mq'
  | 'kafka'
  | 'eventbridge-rule'
  | 'schedule'
  | 's3'
  | 'sns'
  | 'sfn-task'
  | 'appsync'
  | 'lambda'
  | 'authorizer'
  | 'cognito'
  | 'custom-resource'
  | 'firehose'
  | 'pipes'
  | 'pipes-enrichment'
  | 'vpc-lattice'
  | 'ses'
  | 'iot'
  | 'logs'
  | 'alb'
  | 'unknown';

export type Mechanism =
  | 'apigw-direct'
  | 'apigw-http-subtype'
  | 'apigw-auth'
  | 'sfn-express-sync'
  | 'pipes'
  | 'pipes+sfn-sdk'
  | 'pipes+api-destination'
  | 'rule-target'
  | 'api-destination'
  | 'schedule-target'
  | 's3-notification'
  | 'sns-subscription'
  | 'sfn-sdk'
  | 'sfn-http-task'
  | 'sfn-jsonata'
  | 'appsync-resolver';

const set = (names: string): ReadonlySet<string> => new Set(names.toLowerCase().split(' '));

/** Targets of EventBridge Pipes. */
const pipesTargets = set(
  'sfn:startexecution sfn:startsyncexecution eventbridge:putevents sqs:sendmessage sqs:sendmessagebatch sns:publish sns:publishbatch kinesis:putrecord kinesis:putrecords firehose:putrecord firehose:putrecordbatch lambda:invoke ecs:runtask batch:submitjob cloudwatchlogs:putlogevents redshiftdata:executestatement redshiftdata:batchexecutestatement sagemaker:startpipelineexecution timestreamwrite:writerecords',
);
/** Targets of EventBridge rules. */
const ruleTargets = set(
  'eventbridge:putevents sqs:sendmessage sns:publish kinesis:putrecord firehose:putrecord ecs:runtask batch:submitjob cloudwatchlogs:putlogevents redshiftdata:executestatement codebuild:startbuild codepipeline:startpipelineexecution ssm:sendcommand lambda:invoke',
);
/** First-class actions of HTTP APIs. */
const httpApiActions = set(
  'eventbridge:putevents sqs:sendmessage sqs:receivemessage sqs:deletemessage sqs:purgequeue appconfig:getconfiguration kinesis:putrecord sfn:startexecution sfn:startsyncexecution sfn:stopexecution',
);

export interface Wanted {
  readonly trigger: Trigger;
  /** `sns:publish` in lower case, or `http:` and the method. */
  readonly calls: readonly string[];
  /** Whether paths and texts are enough. */
  readonly byPath: boolean;
}

/** Mechanisms that carry a function, cheapest first. */
export function mechanismsFor({ trigger, calls, byPath }: Wanted): readonly Mechanism[] {
  const only = calls.length === 1 ? (calls[0] ?? '') : undefined;
  const isHttp = only?.startsWith('http:') === true;
  if (calls.length === 0) return trigger === 'appsync' ? ['appsync-resolver', 'sfn-jsonata'] : ['sfn-jsonata'];
  const onlyHttp = calls.some((one) => one.startsWith('http:'));
  switch (trigger) {
    case 'apigw-rest':
    case 'apigw-http':
    case 'apigw-websocket':
    case 'function-url':
    case 'alb': {
      if (only === undefined) return ['sfn-express-sync'];
      if (trigger === 'apigw-http' && byPath && httpApiActions.has(only))
        return ['apigw-http-subtype', 'sfn-express-sync'];
      return ['apigw-direct', 'sfn-express-sync'];
    }
    case 'appsync':
      return only === undefined ? ['appsync-resolver', 'sfn-express-sync'] : ['appsync-resolver'];
    case 'sqs':
    case 'kinesis':
    case 'dynamodb-stream':
    case 'mq':
    case 'kafka':
      if (only !== undefined && pipesTargets.has(only)) return ['pipes', 'pipes+sfn-sdk'];
      return isHttp ? ['pipes+api-destination', 'pipes+sfn-sdk'] : ['pipes+sfn-sdk'];
    case 'sns':
      return isHttp
        ? ['pipes+api-destination', 'sns-subscription']
        : [
            'pipes+sfn-sdk',
            ...(only === 'sqs:sendmessage' || only?.startsWith('firehose:') === true
              ? (['sns-subscription'] as const)
              : []),
          ];
    case 'eventbridge-rule':
      if (only !== undefined && byPath && ruleTargets.has(only)) return ['rule-target', 'sfn-sdk'];
      return isHttp && byPath
        ? ['api-destination', 'sfn-http-task']
        : ['sfn-sdk', ...(onlyHttp ? (['sfn-http-task'] as const) : [])];
    case 'schedule':
      return only !== undefined && byPath && !isHttp
        ? ['schedule-target', 'sfn-sdk']
        : ['sfn-sdk', ...(onlyHttp ? (['sfn-http-task'] as const) : [])];
    case 's3':
      return only !== undefined && byPath && /^(sqs:sendmessage|sns:publish)$/.test(only)
        ? ['s3-notification', 'sfn-sdk']
        : ['sfn-sdk'];
    case 'pipes':
      return ['pipes+sfn-sdk'];
    default:
      return onlyHttp ? ['sfn-http-task', 'sfn-sdk'] : ['sfn-sdk'];
  }
}

/** Triggers that take nothing but a function. */
export const needsFunction: ReadonlySet<Trigger> = new Set(['authorizer', 'cognito', 'custom-resource', 'firehose']);
/** Triggers that wait for the answer. */
export const waitsForAnswer: ReadonlySet<Trigger> = new Set([
  'apigw-rest',
  'apigw-http',
  'function-url',
  'sfn-task',
  'appsync',
  'lambda',
  'alb',
  'vpc-lattice',
  'pipes',
  'pipes-enrichment',
  'authorizer',
  'unknown',
]);
