import { mapped, text } from './mapped.js';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-eventbus.html */
export const eventBus = mapped('event-bus', {
  'AWS::Events::EventBus': [{ field: 'description', path: ['Description'], ...text }],
});
