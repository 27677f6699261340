import { appsyncApi } from '../services/appsync-api.js';
import { resolver } from '../connections/resolver.js';
import { addToCatalog } from '../index.js';

addToCatalog([appsyncApi], [resolver]);
