import { activemqBroker } from '../services/activemq-broker.js';
import { kafkaCluster } from '../services/kafka-cluster.js';
import { mskCluster } from '../services/msk-cluster.js';
import { rabbitmqBroker } from '../services/rabbitmq-broker.js';
import { addToCatalog } from '../index.js';

addToCatalog([mskCluster, kafkaCluster, activemqBroker, rabbitmqBroker], []);
