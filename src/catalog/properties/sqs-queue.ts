import { mapped, number, truth } from './mapped.js';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html */
export const sqsQueue = mapped('sqs-queue', {
  'AWS::SQS::Queue': [
    {
      field: 'queueType',
      path: ['FifoQueue'],
      from: (value) => (truth.from?.(value) === true ? 'fifo' : 'standard'),
      to: (value) => (value === 'fifo' ? true : undefined),
      absent: 'standard',
    },
    { field: 'contentBasedDeduplication', path: ['ContentBasedDeduplication'], ...truth },
    { field: 'visibilityTimeout', path: ['VisibilityTimeout'], ...number, absent: 30 },
    { field: 'retention', path: ['MessageRetentionPeriod'], ...number, absent: 345_600 },
    { field: 'maxReceiveCount', path: ['RedrivePolicy', 'maxReceiveCount'], ...number },
  ],
});
