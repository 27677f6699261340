import { mapped, number, text } from './mapped.js';

const destination = 'ExtendedS3DestinationConfiguration';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesisfirehose-deliverystream.html */
export const firehoseStream = mapped('firehose-stream', {
  'AWS::KinesisFirehose::DeliveryStream': [
    { field: 'bufferTime', path: [destination, 'BufferingHints', 'IntervalInSeconds'], ...number },
    { field: 'bufferSize', path: [destination, 'BufferingHints', 'SizeInMBs'], ...number },
    {
      field: 'compression',
      path: [destination, 'CompressionFormat'],
      from: (value) =>
        value === 'Snappy' ? 'SNAPPY' : value === 'HADOOP_SNAPPY' ? 'HADOOP_SNAPPY' : text.from?.(value),
      to: (value) => (value === 'SNAPPY' ? 'Snappy' : value),
      absent: 'UNCOMPRESSED',
    },
    { field: 'prefix', path: [destination, 'Prefix'], ...text },
    { field: 'errorPrefix', path: [destination, 'ErrorOutputPrefix'], ...text },
  ],
});
