import type { ServiceProperties } from './define.js';
import { appsyncApi } from './appsync-api.js';
import { dynamodbTable } from './dynamodb-table.js';
import { eventBus } from './event-bus.js';
import { firehoseStream } from './firehose-stream.js';
import { generic } from './generic.js';
import { httpApi } from './http-api.js';
import { kinesisStream } from './kinesis-stream.js';
import { lambdaFunction } from './lambda-function.js';
import { logGroup } from './log-group.js';
import { pipe } from './pipe.js';
import { restApi } from './rest-api.js';
import { s3Bucket } from './s3-bucket.js';
import { schedule } from './schedule.js';
import { secret } from './secret.js';
import { snsTopic } from './sns-topic.js';
import { sqsQueue } from './sqs-queue.js';
import { ssmParameter } from './ssm-parameter.js';
import { stateMachine } from './state-machine.js';
import { userPool } from './user-pool.js';
import { websocketApi } from './websocket-api.js';

/** All of them, for what recognises resources by type. */
export const allProperties: readonly ServiceProperties[] = [
  appsyncApi,
  dynamodbTable,
  eventBus,
  firehoseStream,
  generic,
  httpApi,
  kinesisStream,
  lambdaFunction,
  logGroup,
  pipe,
  restApi,
  s3Bucket,
  schedule,
  secret,
  snsTopic,
  sqsQueue,
  ssmParameter,
  stateMachine,
  userPool,
  websocketApi,
];

const byService = new Map(allProperties.map((properties) => [properties.service, properties]));

/** How the fields of a service are written in CloudFormation; undefined: it has no field that is. */
export const propertiesOf = (service: string): ServiceProperties | undefined => byService.get(service);
