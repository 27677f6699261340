import { iotAction } from '../connections/iot-action.js';
import { iotRule } from '../services/iot-rule.js';
import { iotTopic } from '../services/iot-topic.js';
import { locationTracker } from '../services/location-tracker.js';
import { sitewiseAsset } from '../services/sitewise-asset.js';
import { addToCatalog } from '../index.js';

addToCatalog([iotRule, iotTopic, locationTracker, sitewiseAsset], [iotAction]);
