import { cloudMapService } from '../services/cloud-map-service.js';
import { distribution } from '../services/distribution.js';
import { loadBalancer } from '../services/load-balancer.js';
import { origin } from '../connections/origin.js';
import { userPoolDelivery } from '../connections/user-pool-delivery.js';
import { webAcl } from '../services/web-acl.js';
import { webAclAssociation } from '../connections/web-acl-association.js';
import { websocketApi } from '../services/websocket-api.js';
import { websocketIntegration } from '../connections/websocket-integration.js';
import { websocketRoute } from '../connections/websocket-route.js';
import { addToCatalog } from '../index.js';

addToCatalog(
  [distribution, loadBalancer, cloudMapService, webAcl, websocketApi],
  [origin, webAclAssociation, websocketRoute, websocketIntegration, userPoolDelivery],
);
