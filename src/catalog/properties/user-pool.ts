import { mapped, named, number } from './mapped.js';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html */
export const userPool = mapped('user-pool', {
  'AWS::Cognito::UserPool': [
    {
      field: 'selfSignUp',
      path: ['AdminCreateUserConfig', 'AllowAdminCreateUserOnly'],
      from: (value) => !(value === true || value === 'true'),
      to: (value) => value !== true,
      absent: true,
    },
    {
      field: 'mfa',
      path: ['MfaConfiguration'],
      ...named({ OFF: 'OFF', OPTIONAL: 'OPTIONAL', ON: 'REQUIRED' }),
      absent: 'OFF',
    },
    { field: 'passwordLength', path: ['Policies', 'PasswordPolicy', 'MinimumLength'], ...number, absent: 8 },
  ],
});
