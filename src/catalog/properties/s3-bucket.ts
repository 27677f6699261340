import { mapped, truth } from './mapped.js';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html */
export const s3Bucket = mapped('s3-bucket', {
  'AWS::S3::Bucket': [
    {
      field: 'versioned',
      path: ['VersioningConfiguration', 'Status'],
      from: (value) => value === 'Enabled',
      to: (value, before) => (value === true ? 'Enabled' : before === undefined ? undefined : 'Suspended'),
      absent: false,
    },
    {
      field: 'eventBridge',
      path: ['NotificationConfiguration', 'EventBridgeConfiguration', 'EventBridgeEnabled'],
      ...truth,
      absent: false,
    },
  ],
});
