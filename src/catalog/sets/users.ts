import { authorizer } from '../connections/authorizer.js';
import { person } from '../services/person.js';
import { requests } from '../connections/requests.js';
import { userPool } from '../services/user-pool.js';
import { addToCatalog } from '../index.js';

addToCatalog([userPool, person], [authorizer, requests]);
