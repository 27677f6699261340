import { afterAll, expect, test } from 'vitest';
import { createSynthesiser } from '../../src/main/host/synth.js';
import type { Design } from '../../src/model/design.js';
import { byCodeUnit } from '../../src/model/names.js';
import { design } from '../helpers/design-text.js';
import { policyStatementsOf, type PolicyStatement } from './policies.js';
import { translateProblem } from './problem-text.js';
import { exportDesign } from './project.js';

const synthesiser = createSynthesiser();
afterAll(() => {
  synthesiser.dispose();
});

type Expected = Omit<PolicyStatement, 'effect'>;

/** What one connection allows: written by hand from the documentation of its service, never taken from a template. */
interface Example {
  readonly text: string;
  /** The same nodes without it: what they are allowed by themselves is no part of the expectation. */
  readonly apart: string;
  readonly source: string;
  readonly allows: readonly Expected[];
}

const deadLetters = (policy: string, to: string, when: string): Expected => ({
  in: policy,
  actions: ['sqs:SendMessage'],
  resources: ['DeadLetters.Arn'],
  principal: `Service ${to}`,
  when,
});

const examples: Readonly<Record<string, Example>> = {
  'a REST API that queries a table': {
    text: 'rest-api Api -api-integration(action: Query)-> dynamodb-table Orders',
    apart: 'rest-api Api; dynamodb-table Orders',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/using-identity-based-policies.html',
    allows: [{ in: 'ApiRole', actions: ['dynamodb:Query'], resources: ['Orders.Arn', 'Orders.Arn/index/*'] }],
  },
  'an HTTP API that sends to a queue': {
    text: 'http-api Api -http-api-integration-> sqs-queue Orders',
    apart: 'http-api Api; sqs-queue Orders',
    source:
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services.html',
    allows: [{ in: 'ApiPOSTordersInvokeRoleDefaultPolicy', actions: ['sqs:SendMessage'], resources: ['Orders.Arn'] }],
  },
  'a pipe from a queue to an Express workflow that it waits for': {
    text: 'sqs-queue Orders -pipe-source-> pipe Pipe -pipe-target-> state-machine Work(type: EXPRESS)',
    apart: 'sqs-queue Orders; state-machine Work(type: EXPRESS)',
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html',
    allows: [
      {
        in: 'PipeRole',
        actions: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
        resources: ['Orders.Arn'],
      },
      { in: 'PipeRole', actions: ['states:StartSyncExecution'], resources: ['Work'] },
    ],
  },
  'a function that reads the stream of a table': {
    text: 'dynamodb-table Orders(stream: NEW_IMAGE) -event-source-mapping-> lambda-function Reader',
    apart: 'dynamodb-table Orders(stream: NEW_IMAGE); lambda-function Reader',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-eventsourcemapping.html',
    allows: [
      {
        in: 'ReaderServiceRoleDefaultPolicy',
        actions: [
          'dynamodb:DescribeStream',
          'dynamodb:GetRecords',
          'dynamodb:GetShardIterator',
          'dynamodb:ListStreams',
        ],
        resources: ['Orders.StreamArn'],
      },
      // https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html
      {
        in: 'ReaderServiceRoleDefaultPolicy',
        actions: ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'],
        resources: ['DeadLetters.Arn'],
      },
    ],
  },
  'a function that writes and queries a table': {
    text: 'lambda-function Writer -uses(actions: ["putItem", "query"])-> dynamodb-table Orders',
    apart: 'lambda-function Writer; dynamodb-table Orders',
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html',
    allows: [
      {
        in: 'WriterServiceRoleDefaultPolicy',
        actions: ['dynamodb:PutItem', 'dynamodb:Query'],
        resources: ['Orders.Arn'],
      },
      { in: 'WriterServiceRoleDefaultPolicy', actions: ['dynamodb:Query'], resources: ['Orders.Arn/index/*'] },
    ],
  },
  'a rule that sends to a queue': {
    text: 'event-bus Bus -rule-> sqs-queue Orders',
    apart: 'event-bus Bus; sqs-queue Orders',
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sqs-permissions',
    allows: [
      deadLetters('DeadLettersPolicy', 'events.amazonaws.com', 'ArnEquals aws:SourceArn BusToOrdersRule.Arn'),
      {
        in: 'OrdersPolicy',
        // CDK grants the two reads with the permission to send.
        actions: ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'],
        resources: ['Orders.Arn'],
        principal: 'Service events.amazonaws.com',
        when: 'ArnEquals aws:SourceArn BusToOrdersRule.Arn',
      },
    ],
  },
  'a topic with a queue that subscribes': {
    text: 'sns-topic News -subscription-> sqs-queue Orders',
    apart: 'sns-topic News; sqs-queue Orders',
    source: 'https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html',
    allows: [
      deadLetters('DeadLettersPolicy', 'sns.amazonaws.com', 'ArnEquals aws:SourceArn News'),
      {
        in: 'OrdersPolicy',
        actions: ['sqs:SendMessage'],
        resources: ['Orders.Arn'],
        principal: 'Service sns.amazonaws.com',
        when: 'ArnEquals aws:SourceArn News',
      },
    ],
  },
  'a workflow that publishes': {
    text: 'state-machine Work -task-> sns-topic News',
    apart: 'state-machine Work; sns-topic News',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-sns.html',
    allows: [{ in: 'WorkRoleDefaultPolicy', actions: ['sns:Publish'], resources: ['News'] }],
  },
  'a function whose results go to a bus': {
    text: 'lambda-function Worker -lambda-destination-> event-bus Bus',
    apart: 'lambda-function Worker; event-bus Bus',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
    allows: [{ in: 'WorkerServiceRoleDefaultPolicy', actions: ['events:PutEvents'], resources: ['Bus.Arn'] }],
  },
  'a rule that runs a container': {
    text: 'event-bus Bus -rule-> fargate-task Job(cluster: Cluster); ecs-cluster Cluster',
    apart: 'event-bus Bus; fargate-task Job(cluster: Cluster); ecs-cluster Cluster',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/CWE_IAM_role.html',
    allows: [
      deadLetters('DeadLettersPolicy', 'events.amazonaws.com', 'ArnEquals aws:SourceArn BusToJobRule.Arn'),
      {
        in: 'JobEventsRoleDefaultPolicy',
        actions: ['ecs:RunTask'],
        resources: ['Job'],
        when: 'ArnEquals ecs:cluster Cluster.Arn',
      },
      {
        in: 'JobEventsRoleDefaultPolicy',
        actions: ['ecs:TagResource'],
        resources: ['arn:{Partition}:ecs:{Region}:*:task/Cluster/*'],
      },
      {
        in: 'JobEventsRoleDefaultPolicy',
        actions: ['iam:PassRole'],
        resources: ['JobExecutionRole.Arn', 'JobTaskRole.Arn'],
      },
    ],
  },
};

async function allowedIn(made: Design): Promise<readonly Expected[]> {
  const result = await synthesiser.synthesise(exportDesign(made));
  if ('problems' in result) throw new Error(result.problems.map(translateProblem).join('\n'));
  return policyStatementsOf(result.templates).flatMap(({ effect, ...statement }) =>
    effect === 'Allow' ? [statement] : [],
  );
}

const textOf = (statement: Expected): string => JSON.stringify(statement);
const byText = (a: Expected, b: Expected): number => byCodeUnit(textOf(a), textOf(b));

test.each(Object.entries(examples))('%s is allowed this and no more', async (_, { text, apart, allows }) => {
  const before = new Set((await allowedIn(design(apart))).map(textOf));
  const added = (await allowedIn(design(text))).filter((statement) => !before.has(textOf(statement)));
  // The topic of the stack's alarms comes with the first that has one.
  const own = added.filter((statement) => statement.in !== 'AlarmsPolicy');
  expect([...own].sort(byText)).toEqual([...allows].sort(byText));
});
