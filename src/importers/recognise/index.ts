import { apis } from './apis.js';
import type { Recogniser } from './define.js';
import { eventSourceMapping } from './event-source-mapping.js';
import { furtherTargets } from './further-targets.js';
import { pipes } from './pipes.js';
import { rule } from './rule.js';
import { s3Notification } from './s3-notification.js';
import { scheduleTarget } from './schedule-target.js';
import { subscription } from './subscription.js';
import { uses } from './uses.js';

/** All recognisers; what stands first names a connection that two of them find. */
export const recognisers: readonly Recogniser[] = [
  apis,
  eventSourceMapping,
  subscription,
  s3Notification,
  rule,
  scheduleTarget,
  pipes,
  furtherTargets,
  uses,
];
