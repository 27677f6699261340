import { apiIntegration } from '../connections/api-integration.js';
import { apiProxy } from '../connections/api-proxy.js';
import { restApi } from '../services/rest-api.js';
import { addToCatalog } from '../index.js';

addToCatalog([restApi], [apiProxy, apiIntegration]);
