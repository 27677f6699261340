import { pipe } from '../services/pipe.js';
import { pipeEnrichment } from '../connections/pipe-enrichment.js';
import { pipeSource } from '../connections/pipe-source.js';
import { pipeTarget } from '../connections/pipe-target.js';
import { addToCatalog } from '../index.js';

addToCatalog([pipe], [pipeSource, pipeEnrichment, pipeTarget]);
