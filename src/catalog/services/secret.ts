import { field } from '../../model/fields.js';
import { callStatic, cdk, create, lit, member, object, ref } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { actionsOn } from './sdk-actions.js';
import { dotted, removalPolicy, removalPolicyField } from './shared.js';

const on = actionsOn('SecretId', 'arn');

export const secret = defineService({
  type: 'secret',
  cfnType: 'AWS::SecretsManager::Secret',
  category: 'data',
  icon: 'architecture-service/AWSSecretsManager',
  label: { en: 'Secret', ja: 'シークレット' },
  defaultLabel: { en: 'Secret', ja: 'シークレット' },
  description: {
    en: 'Credentials that code reads when it needs them',
    ja: 'コードが必要なときに読み取る認証情報',
  },
  keywords: ['secrets manager', 'password', 'credentials', 'api key', '認証情報', 'パスワード', 'シークレット'],
  fields: {
    description: field.text({ label: { en: 'Description', ja: '説明' } }),
    userName: field.text({
      label: { en: 'User name', ja: 'ユーザー名' },
      help: {
        en: 'Kept as JSON beside the password: username and password.',
        ja: 'パスワードとともに、username と password の JSON として保存します。',
      },
      code: true,
      pattern: {
        test: /^[A-Za-z0-9._~-]{2,100}$/,
        hint: { en: '2 to 100 letters, digits, dots, hyphens', ja: '2～100 文字の英数字、ドット、ハイフン' },
      },
      source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_secret_json_structure.html',
    }),
    passwordLength: field.number({
      label: { en: 'Length of the generated password', ja: '生成するパスワードの長さ' },
      min: 1,
      max: 4096,
      default: 32,
      unit: 'count',
      advanced: true,
      source: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html',
    }),
    removalPolicy: removalPolicyField,
  },
  subtitle: () => dotted('Secrets Manager'),
  stateful: true,
  roles: {
    apiIntegration: {
      service: 'secretsmanager',
      target: 'secretsmanager',
      actions: {
        GetSecretValue: { iam: ['secretsmanager:GetSecretValue'], request: '{ "SecretId": "{{arn}}" }' },
        PutSecretValue: {
          iam: ['secretsmanager:PutSecretValue'],
          request: '{ "SecretId": "{{arn}}", "SecretString": $input.json(\'$.value\') }',
        },
      },
      defaultAction: 'GetSecretValue',
    },
    sdkTarget: {
      service: 'secretsmanager',
      actions: {
        getSecretValue: on('secretsmanager:GetSecretValue', []),
        describeSecret: on('secretsmanager:DescribeSecret', []),
        putSecretValue: on('secretsmanager:PutSecretValue', [], { writes: true }),
      },
      defaultAction: 'getSecretValue',
    },
  },
  refusal: {
    en: 'A secret is read by a REST API, a state machine or code; this service cannot read it.',
    ja: 'シークレットは REST API、ステートマシンまたはコードから読み取ります。このサービスからは読み取れません。',
  },
  attributes: (_node, self) => ({ arn: member(self, 'secretArn'), name: member(self, 'secretName') }),
  construct: ({ constructId, props }) =>
    create(
      cdk('aws-secretsmanager', 'Secret'),
      ref('this'),
      lit(constructId),
      object({
        description: props.description === undefined || props.description === '' ? undefined : lit(props.description),
        generateSecretString:
          props.userName === undefined || props.userName === ''
            ? object({ passwordLength: lit(props.passwordLength) })
            : object({
                secretStringTemplate: lit(JSON.stringify({ username: props.userName })),
                generateStringKey: lit('password'),
                // Brokers and databases refuse some of the others.
                excludePunctuation: lit(true),
                passwordLength: lit(props.passwordLength),
              }),
        removalPolicy: removalPolicy(props.removalPolicy),
      }),
    ),
  fromExisting: ({ constructId, by, value }) =>
    callStatic(
      'aws-secretsmanager',
      by === 'arn' ? 'Secret.fromSecretCompleteArn' : 'Secret.fromSecretNameV2',
      ref('this'),
      lit(constructId),
      value,
    ),
  source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/intro.html',
});
