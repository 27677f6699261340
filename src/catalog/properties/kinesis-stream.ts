import { mapped, number, text } from './mapped.js';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesis-stream.html */
export const kinesisStream = mapped('kinesis-stream', {
  'AWS::Kinesis::Stream': [
    { field: 'mode', path: ['StreamModeDetails', 'StreamMode'], ...text, absent: 'PROVISIONED' },
    { field: 'shards', path: ['ShardCount'], ...number },
    { field: 'retentionHours', path: ['RetentionPeriodHours'], ...number, absent: 24 },
  ],
});
