import { httpApi } from '../services/http-api.js';
import { httpApiIntegration } from '../connections/http-api-integration.js';
import { httpProxy } from '../connections/http-proxy.js';
import { addToCatalog } from '../index.js';

addToCatalog([httpApi], [httpApiIntegration, httpProxy]);
