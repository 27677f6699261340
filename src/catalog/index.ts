import { lookup } from '../model/design.js';
import { apiProxy } from './connections/api-proxy.js';
import { eventSourceMapping } from './connections/event-source-mapping.js';
import { uses } from './connections/uses.js';
import type { ConnectionDefinition, ServiceDefinition } from './define.js';
import { dynamodbTable } from './services/dynamodb-table.js';
import { lambdaFunction } from './services/lambda-function.js';
import { restApi } from './services/rest-api.js';
import { sqsQueue } from './services/sqs-queue.js';

/** The ordered list of services: the only registry. A new service is one file and one line here. */
export const services: readonly ServiceDefinition[] = [restApi, lambdaFunction, sqsQueue, dynamodbTable];

/** The ordered list of connection kinds. */
export const connections: readonly ConnectionDefinition[] = [apiProxy, eventSourceMapping, uses];

const servicesByType: Readonly<Record<string, ServiceDefinition>> = Object.fromEntries(
  services.map((service) => [service.type, service]),
);
const connectionsByKind: Readonly<Record<string, ConnectionDefinition>> = Object.fromEntries(
  connections.map((connection) => [connection.kind, connection]),
);

export const serviceOf = (type: string): ServiceDefinition | undefined => lookup(servicesByType, type);
export const connectionOf = (kind: string): ConnectionDefinition | undefined => lookup(connectionsByKind, kind);
