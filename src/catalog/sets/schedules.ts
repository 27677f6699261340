import { schedule } from '../services/schedule.js';
import { scheduleCall } from '../connections/schedule-call.js';
import { scheduleGroup } from '../services/schedule-group.js';
import { scheduleTarget } from '../connections/schedule-target.js';
import { addToCatalog } from '../index.js';

addToCatalog([schedule, scheduleGroup], [scheduleTarget, scheduleCall]);
