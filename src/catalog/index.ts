import { lookup } from '../model/design.js';
import type { ConnectionDefinition, ServiceDefinition } from './define.js';

/** The ordered list of services: the only registry. A new service is one file and one line here. */
export const services: readonly ServiceDefinition[] = [];

/** The ordered list of connection kinds. */
export const connections: readonly ConnectionDefinition[] = [];

const servicesByType: Readonly<Record<string, ServiceDefinition>> = Object.fromEntries(
  services.map((service) => [service.type, service]),
);
const connectionsByKind: Readonly<Record<string, ConnectionDefinition>> = Object.fromEntries(
  connections.map((connection) => [connection.kind, connection]),
);

export const serviceOf = (type: string): ServiceDefinition | undefined => lookup(servicesByType, type);
export const connectionOf = (kind: string): ConnectionDefinition | undefined => lookup(connectionsByKind, kind);
