import { apiDestination } from '../services/api-destination.js';
import { addToCatalog } from '../index.js';

addToCatalog([apiDestination], []);
