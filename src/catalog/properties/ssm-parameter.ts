import { mapped, text } from './mapped.js';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-parameter.html */
export const ssmParameter = mapped('ssm-parameter', {
  'AWS::SSM::Parameter': [
    { field: 'value', path: ['Value'], ...text },
    { field: 'description', path: ['Description'], ...text },
  ],
});
