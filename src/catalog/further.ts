import { requests } from './connections/requests.js';
import type { ConnectionDefinition, ServiceDefinition } from './define.js';
import { addToCatalog } from './index.js';
import { comprehend } from './services/comprehend.js';
import { person } from './services/person.js';
import { polly } from './services/polly.js';
import { rekognition } from './services/rekognition.js';
import { textract } from './services/textract.js';
import { translateService } from './services/translate.js';

/**
 * Services and connection kinds beyond those that every design begins with. Imported by everything that needs the whole
 * catalog; only the first drawing does without, unless its design has one of them.
 */
const furtherServices: readonly ServiceDefinition[] = [
  translateService,
  comprehend,
  polly,
  rekognition,
  textract,
  person,
];

const furtherConnections: readonly ConnectionDefinition[] = [requests];

addToCatalog(furtherServices, furtherConnections);
