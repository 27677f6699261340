import { mapped, number } from './mapped.js';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html */
export const secret = mapped('secret', {
  'AWS::SecretsManager::Secret': [
    { field: 'passwordLength', path: ['GenerateSecretString', 'PasswordLength'], ...number },
  ],
});
