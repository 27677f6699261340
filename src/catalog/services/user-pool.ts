import { field } from '../../model/fields.js';
import { call, callStatic, cdk, create, lit, member, object, ref, sym } from '../../ts-ast/ast.js';
import { deliveryProblems, logDelivery, logsActivity, senderOf } from '../connections/user-pool-delivery.js';
import { defineService } from '../define.js';
import { actionsOn } from './sdk-actions.js';
import { dotted, removalPolicy, removalPolicyField } from './shared.js';

const on = actionsOn('UserPoolId', 'id');
const changes = { writes: true };

export const userPool = defineService({
  type: 'user-pool',
  cfnType: 'AWS::Cognito::UserPool',
  category: 'api',
  icon: 'architecture-service/AmazonCognito',
  label: { en: 'Cognito user pool', ja: 'Cognito ユーザープール' },
  defaultLabel: { en: 'Users', ja: 'ユーザー' },
  description: {
    en: 'Signs people up and in, and gives them tokens',
    ja: 'ユーザーの登録とサインインを行い、トークンを発行',
  },
  keywords: ['sign in', 'login', 'authentication', 'jwt', 'user', '認証', 'サインイン', 'ログイン', 'ユーザー'],
  fields: {
    selfSignUp: field.boolean({
      label: { en: 'Self-service sign-up', ja: 'セルフサインアップ' },
      default: false,
      source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html',
    }),
    mfa: field.choice({
      label: { en: 'Multi-factor authentication', ja: '多要素認証 (MFA)' },
      options: {
        OFF: { en: 'Off', ja: 'オフ' },
        OPTIONAL: { en: 'Optional', ja: '任意' },
        REQUIRED: { en: 'Required', ja: '必須' },
      },
      default: 'OPTIONAL',
      source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html',
    }),
    sms: field.boolean({
      label: { en: 'Messages by SMS', ja: 'SMS の送信' },
      help: {
        en: 'As a second factor, beside an authenticator app. Each message is billed by SNS.',
        ja: '認証アプリに加え、2 つ目の要素として SMS を使用します。メッセージごとに SNS の料金がかかります。',
      },
      default: false,
      advanced: true,
      source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-sms.html',
    }),
    passwordLength: field.number({
      label: { en: 'Minimum password length', ja: 'パスワードの最小文字数' },
      min: 6,
      max: 99,
      default: 12,
      unit: 'count',
      advanced: true,
      source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html',
    }),
    removalPolicy: removalPolicyField,
  },
  subtitle: ({ props }) => dotted('Cognito', props.mfa === 'OFF' ? '' : 'MFA'),
  stateful: true,
  roles: {
    entryPoint: {},
    userPool: {},
    sdkTarget: {
      service: 'cognitoidentityprovider',
      actions: {
        adminGetUser: on('cognito-idp:AdminGetUser', ['Username']),
        listUsers: on('cognito-idp:ListUsers', []),
        adminCreateUser: on('cognito-idp:AdminCreateUser', ['Username'], changes),
        adminAddUserToGroup: on('cognito-idp:AdminAddUserToGroup', ['Username', 'GroupName'], changes),
        adminDisableUser: on('cognito-idp:AdminDisableUser', ['Username'], changes),
        adminDeleteUser: on('cognito-idp:AdminDeleteUser', ['Username'], changes),
      },
      defaultAction: 'adminGetUser',
    },
  },
  refusal: {
    en: 'A user pool is used by people, a state machine or code; this service cannot call it.',
    ja: 'ユーザープールは、利用者、ステートマシンまたはコードが使用します。このサービスからは呼び出せません。',
  },
  attributes: (_node, self) => ({ arn: member(self, 'userPoolArn'), id: member(self, 'userPoolId') }),
  problemsInPlace: (_node, _incoming, outgoing) => deliveryProblems(outgoing),
  permissions: ({ id, props }) =>
    props.sms
      ? [
          {
            grantee: id,
            actions: ['sns:Publish'],
            resources: [],
            anyResource: { en: 'Phone numbers are no resources', ja: '電話番号はリソースとして指定できない' },
            byConstruct: true,
          },
        ]
      : [],
  construct: ({ constructId, props, outgoing }) =>
    create(
      cdk('aws-cognito', 'UserPool'),
      ref('this'),
      lit(constructId),
      object({
        selfSignUpEnabled: lit(props.selfSignUp),
        signInAliases: object({ email: lit(true) }),
        signInCaseSensitive: lit(false),
        accountRecovery: sym('aws-cognito', 'AccountRecovery.EMAIL_ONLY'),
        mfa: sym('aws-cognito', `Mfa.${props.mfa}`),
        // Messages by SMS need a role and a budget.
        mfaSecondFactor: props.mfa === 'OFF' ? undefined : object({ otp: lit(true), sms: lit(props.sms) }),
        enableSmsRole: props.sms ? lit(true) : undefined,
        email: senderOf(outgoing),
        featurePlan: logsActivity(outgoing) ? sym('aws-cognito', 'FeaturePlan.PLUS') : undefined,
        passwordPolicy: object({
          minLength: lit(props.passwordLength),
          requireLowercase: lit(true),
          requireUppercase: lit(true),
          requireDigits: lit(true),
          requireSymbols: lit(true),
        }),
        removalPolicy: removalPolicy(props.removalPolicy),
      }),
    ),
  further: ({ emitter, outgoing, ...pool }, self) => [
    {
      type: 'do',
      expression: call(
        self,
        'addClient',
        lit(emitter.constructId(pool.id, 'client')),
        object({ authFlows: object({ userSrp: lit(true) }), preventUserExistenceErrors: lit(true) }),
      ),
    },
    ...logDelivery(pool, outgoing, emitter, self),
  ],
  fromExisting: ({ constructId, by, value }) =>
    callStatic(
      'aws-cognito',
      by === 'arn' ? 'UserPool.fromUserPoolArn' : 'UserPool.fromUserPoolId',
      ref('this'),
      lit(constructId),
      value,
    ),
  source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools.html',
});
