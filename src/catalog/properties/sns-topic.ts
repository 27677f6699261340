import { mapped, text, truth } from './mapped.js';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topic.html */
export const snsTopic = mapped('sns-topic', {
  'AWS::SNS::Topic': [
    {
      field: 'topicType',
      path: ['FifoTopic'],
      from: (value) => (truth.from?.(value) === true ? 'fifo' : 'standard'),
      to: (value) => (value === 'fifo' ? true : undefined),
      absent: 'standard',
    },
    { field: 'contentBasedDeduplication', path: ['ContentBasedDeduplication'], ...truth },
    { field: 'displayName', path: ['DisplayName'], ...text },
    {
      field: 'tracing',
      path: ['TracingConfig'],
      from: (value) => value === 'Active',
      to: (value) => (value === true ? 'Active' : 'PassThrough'),
      absent: false,
    },
  ],
});
