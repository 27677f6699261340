import { deliveryDestination } from '../connections/delivery-destination.js';
import { deliverySource } from '../connections/delivery-source.js';
import { firehoseStream } from '../services/firehose-stream.js';
import { kinesisStream } from '../services/kinesis-stream.js';
import { metricDelivery } from '../connections/metric-delivery.js';
import { metricStream } from '../services/metric-stream.js';
import { streamDestination } from '../connections/stream-destination.js';
import { addToCatalog } from '../index.js';

addToCatalog(
  [kinesisStream, firehoseStream, metricStream],
  [deliverySource, deliveryDestination, metricDelivery, streamDestination],
);
