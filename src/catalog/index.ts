import { rule } from './connections/rule.js';
import { s3Notification } from './connections/s3-notification.js';
import { uses } from './connections/uses.js';
import type { ConnectionDefinition, ServiceDefinition } from './define.js';
import { bedrockModel } from './services/bedrock-model.js';
import { dynamodbTable } from './services/dynamodb-table.js';
import { eventBus } from './services/event-bus.js';
import { generic } from './services/generic.js';
import { lambdaFunction } from './services/lambda-function.js';
import { s3Bucket } from './services/s3-bucket.js';
import { sqsQueue } from './services/sqs-queue.js';
import { stateMachine } from './services/state-machine.js';
import { transcribe } from './services/transcribe.js';

/** What the first drawing must not wait for is in `further.ts`: it comes in before the last one of each list. */
const allServices: ServiceDefinition[] = [
  eventBus,
  stateMachine,
  sqsQueue,
  lambdaFunction,
  dynamodbTable,
  s3Bucket,
  bedrockModel,
  transcribe,
  generic,
];

const allConnections: ConnectionDefinition[] = [rule, s3Notification, uses];

/** The ordered list of services: with `further.ts` the only registry. A new service is one file and one line there. */
export const services: readonly ServiceDefinition[] = allServices;

/** The ordered list of connection kinds. */
export const connections: readonly ConnectionDefinition[] = allConnections;

const servicesByType = new Map(services.map((service) => [service.type, service]));
const connectionsByKind = new Map(connections.map((connection) => [connection.kind, connection]));

export const serviceOf = (type: string): ServiceDefinition | undefined => servicesByType.get(type);
export const connectionOf = (kind: string): ConnectionDefinition | undefined => connectionsByKind.get(kind);

/**
 * Takes further services and kinds into the catalog, in their order and before the last of each list, wherever some of them
 * were before; those that are there already stay as they are.
 */
export function addToCatalog(
  furtherServices: readonly ServiceDefinition[],
  furtherConnections: readonly ConnectionDefinition[],
): void {
  place(allServices, servicesByType, furtherServices, ({ type }) => type);
  place(allConnections, connectionsByKind, furtherConnections, ({ kind }) => kind);
}

function place<Definition>(
  all: Definition[],
  known: Map<string, Definition>,
  further: readonly Definition[],
  nameOf: (definition: Definition) => string,
): void {
  for (const definition of further) if (!known.has(nameOf(definition))) known.set(nameOf(definition), definition);
  const last = all.at(-1);
  const placed = new Set(further.map((definition) => known.get(nameOf(definition)) ?? definition));
  const before = all.filter((definition) => definition !== last && !placed.has(definition));
  all.splice(0, all.length, ...before, ...[...placed].filter((definition) => definition !== last));
  if (last !== undefined) all.push(last);
}
