import type { ConnectionDefinition, ServiceDefinition } from './define.js';
import { addToCatalog } from './index.js';

/**
 * Services and connection kinds beyond those that every design begins with. Imported by everything that needs the whole
 * catalog; only the first drawing does without, unless its design has one of them.
 */
const furtherServices: readonly ServiceDefinition[] = [];

const furtherConnections: readonly ConnectionDefinition[] = [];

addToCatalog(furtherServices, furtherConnections);
