import { eventSourceMapping } from '../connections/event-source-mapping.js';
import { lambdaDestination } from '../connections/lambda-destination.js';
import { addToCatalog } from '../index.js';

addToCatalog([], [eventSourceMapping, lambdaDestination]);
