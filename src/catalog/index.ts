import { lookup } from '../model/design.js';
import { apiIntegration } from './connections/api-integration.js';
import { apiProxy } from './connections/api-proxy.js';
import { eventSourceMapping } from './connections/event-source-mapping.js';
import { httpApiIntegration } from './connections/http-api-integration.js';
import { pipeEnrichment } from './connections/pipe-enrichment.js';
import { pipeSource } from './connections/pipe-source.js';
import { pipeTarget } from './connections/pipe-target.js';
import { rule } from './connections/rule.js';
import { s3Notification } from './connections/s3-notification.js';
import { scheduleTarget } from './connections/schedule-target.js';
import { uses } from './connections/uses.js';
import type { ConnectionDefinition, ServiceDefinition } from './define.js';
import { bedrockModel } from './services/bedrock-model.js';
import { dynamodbTable } from './services/dynamodb-table.js';
import { eventBus } from './services/event-bus.js';
import { generic } from './services/generic.js';
import { httpApi } from './services/http-api.js';
import { lambdaFunction } from './services/lambda-function.js';
import { pipe } from './services/pipe.js';
import { restApi } from './services/rest-api.js';
import { s3Bucket } from './services/s3-bucket.js';
import { schedule } from './services/schedule.js';
import { sqsQueue } from './services/sqs-queue.js';
import { stateMachine } from './services/state-machine.js';
import { transcribe } from './services/transcribe.js';

/** The ordered list of services: the only registry. A new service is one file and one line here. */
export const services: readonly ServiceDefinition[] = [
  restApi,
  httpApi,
  schedule,
  eventBus,
  pipe,
  stateMachine,
  sqsQueue,
  lambdaFunction,
  dynamodbTable,
  s3Bucket,
  bedrockModel,
  transcribe,
  generic,
];

/** The ordered list of connection kinds. */
export const connections: readonly ConnectionDefinition[] = [
  apiIntegration,
  httpApiIntegration,
  apiProxy,
  rule,
  pipeSource,
  pipeEnrichment,
  pipeTarget,
  eventSourceMapping,
  s3Notification,
  scheduleTarget,
  uses,
];

const servicesByType: Readonly<Record<string, ServiceDefinition>> = Object.fromEntries(
  services.map((service) => [service.type, service]),
);
const connectionsByKind: Readonly<Record<string, ConnectionDefinition>> = Object.fromEntries(
  connections.map((connection) => [connection.kind, connection]),
);

export const serviceOf = (type: string): ServiceDefinition | undefined => lookup(servicesByType, type);
export const connectionOf = (kind: string): ConnectionDefinition | undefined => lookup(connectionsByKind, kind);
