import { field } from '../../model/fields.js';
import { callStatic, cdk, create, lit, member, object, ref } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { actionsOn } from './sdk-actions.js';
import { dotted, removalPolicy, removalPolicyField } from './shared.js';

const on = actionsOn('KeyId', 'arn');

export const kmsKey = defineService({
  type: 'kms-key',
  cfnType: 'AWS::KMS::Key',
  category: 'other',
  icon: 'architecture-service/AWSKeyManagementService',
  label: { en: 'KMS key', ja: 'KMS キー' },
  defaultLabel: { en: 'Key', ja: 'キー' },
  description: {
    en: 'Encrypts and decrypts data without giving the key away',
    ja: 'キーを渡さずにデータを暗号化および復号',
  },
  keywords: ['encryption', 'key management', 'cryptography', '暗号化', '復号', '鍵'],
  fields: {
    description: field.text({ label: { en: 'Description', ja: '説明' } }),
    rotation: field.boolean({
      label: { en: 'Yearly rotation', ja: '毎年のローテーション' },
      default: true,
      source: 'https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html',
    }),
    removalPolicy: removalPolicyField,
  },
  subtitle: ({ props }) => dotted('KMS', props.rotation ? { en: 'rotated', ja: 'ローテーションあり' } : ''),
  stateful: true,
  roles: {
    sdkTarget: {
      service: 'kms',
      actions: {
        encrypt: on('kms:Encrypt', ['Plaintext']),
        decrypt: on('kms:Decrypt', ['CiphertextBlob']),
        generateDataKey: on('kms:GenerateDataKey', []),
      },
      defaultAction: 'encrypt',
    },
  },
  refusal: {
    en: 'A key is used by a state machine or by code; this service cannot call it.',
    ja: 'キーはステートマシンまたはコードから使用します。このサービスからは呼び出せません。',
  },
  attributes: (_node, self) => ({ arn: member(self, 'keyArn'), id: member(self, 'keyId') }),
  construct: ({ constructId, props }) =>
    create(
      cdk('aws-kms', 'Key'),
      ref('this'),
      lit(constructId),
      object({
        description: props.description === undefined || props.description === '' ? undefined : lit(props.description),
        enableKeyRotation: props.rotation ? lit(true) : undefined,
        removalPolicy: removalPolicy(props.removalPolicy),
      }),
    ),
  fromExisting: ({ constructId, by, value }) =>
    by === 'arn'
      ? callStatic('aws-kms', 'Key.fromKeyArn', ref('this'), lit(constructId), value)
      : callStatic(
          'aws-kms',
          'Key.fromKeyArn',
          ref('this'),
          lit(constructId),
          callStatic(
            '',
            'Arn.format',
            object({ service: lit('kms'), resource: lit('key'), resourceName: value }),
            callStatic('', 'Stack.of', ref('this')),
          ),
        ),
  source: 'https://docs.aws.amazon.com/kms/latest/developerguide/overview.html',
});
