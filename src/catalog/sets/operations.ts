import { alarmAction } from '../connections/alarm-action.js';
import { alarmMetric } from '../connections/alarm-metric.js';
import { appconfig } from '../services/appconfig.js';
import { cloudwatchAlarm } from '../services/cloudwatch-alarm.js';
import { cloudwatchMetric } from '../services/cloudwatch-metric.js';
import { kmsKey } from '../services/kms-key.js';
import { logGroup } from '../services/log-group.js';
import { logSubscription } from '../connections/log-subscription.js';
import { secret } from '../services/secret.js';
import { ssmParameter } from '../services/ssm-parameter.js';
import { addToCatalog } from '../index.js';

addToCatalog(
  [logGroup, cloudwatchAlarm, cloudwatchMetric, kmsKey, secret, ssmParameter, appconfig],
  [logSubscription, alarmMetric, alarmAction],
);
