import { emailAddress } from '../services/email-address.js';
import { httpsEndpoint } from '../services/https-endpoint.js';
import { phoneNumber } from '../services/phone-number.js';
import { snsTopic } from '../services/sns-topic.js';
import { subscription } from '../connections/subscription.js';
import { addToCatalog } from '../index.js';

addToCatalog([snsTopic, httpsEndpoint, emailAddress, phoneNumber], [subscription]);
