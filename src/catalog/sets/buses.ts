import { awsEvents } from '../services/aws-events.js';
import { busCall } from '../connections/bus-call.js';
import { busSource } from '../connections/bus-source.js';
import { busSubscriber } from '../connections/bus-subscriber.js';
import { customEventBus } from '../services/custom-event-bus.js';
import { partnerEvents } from '../services/partner-events.js';
import { serviceEvent } from '../connections/service-event.js';
import { addToCatalog } from '../index.js';

addToCatalog([awsEvents, partnerEvents, customEventBus], [busSubscriber, busCall, busSource, serviceEvent]);
