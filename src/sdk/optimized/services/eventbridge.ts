import { allow, arn, callback, defineOptimized, input, page, request, text, token } from '../define.js';

const put = allow('events:PutEvents', arn('events', 'event-bus/{Entries.EventBusName}'));
const entry = { EventBusName: '', Source: '', DetailType: '' };

export const eventbridge = defineOptimized({
  id: 'events',
  api: 'eventbridge',
  label: text('Amazon EventBridge', 'Amazon EventBridge'),
  errorPrefix: 'EventBridge',
  errors: ['EventBridge.FailedEntry'],
  source: page('connect-eventbridge'),
  actions: {
    putEvents: {
      label: text('Publish events', 'イベントの発行'),
      required: ['Entries'],
      sample: { Entries: [{ ...entry, Detail: input }] },
      callback: { Entries: [{ ...entry, Detail: { input, taskToken: token } }] },
      patterns: { ...request(put), ...callback(put) },
    },
  },
});
