import { managedLogsPolicy } from './functions.js';
import { sameReason, type Reasons } from './finding.js';

const ofCdk = {
  en: 'CDK deploys this function for a resource that CloudFormation cannot make.',
  ja: 'CloudFormation で作成できないリソースのために、CDK がデプロイする関数です。',
} as const;

const ofFunction: Reasons = sameReason(
  [
    'AwsSolutions-L1',
    'AwsSolutions-IAM5[Resource::*]',
    managedLogsPolicy,
    'Serverless-LambdaTracing',
    'Serverless-LambdaDefaultMemorySize',
    'Serverless-LambdaDefaultTimeout',
    'Serverless-LambdaDLQ',
    'Serverless-LambdaLatestVersion',
  ],
  ofCdk,
);

/** Classes that bring functions of CDK with them: class -> how their constructs begin. */
const constructs: Readonly<Record<string, readonly string[]>> = {
  CloudWatchLogGroup: ['AWS679f53fac002430cb0da5b7982bd2287', 'EventsLogGroupPolicy*'],
  AwsApi: ['AWSb4cf1abd4e4f4bc699441af7ccd9ec37', 'SingletonLambda*'],
  GraphqlApi: ['LogRetention*'],
  LambdaDestination: ['BucketNotificationsHandler*'],
  ReceiptRuleSet: ['SingletonLambda*'],
  SnsDestination: ['BucketNotificationsHandler*'],
  SqsDestination: ['BucketNotificationsHandler*'],
};

export const reasonsOfCustomResources = (made: ReadonlySet<string>): (readonly [string, Reasons])[] =>
  [...made].flatMap((name) =>
    (Object.hasOwn(constructs, name) ? (constructs[name] ?? []) : []).map(
      (construct) => [construct, ofFunction] as const,
    ),
  );
