import { mapped, text } from './mapped.js';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-pipes-pipe.html */
export const pipe = mapped('pipe', {
  'AWS::Pipes::Pipe': [
    { field: 'description', path: ['Description'], ...text },
    { field: 'desiredState', path: ['DesiredState'], ...text, absent: 'RUNNING' },
  ],
});
