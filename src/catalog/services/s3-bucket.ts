import { field } from '../../model/fields.js';
import { problem } from '../../model/problems.js';
import { array, callStatic, cdk, create, lit, member, object, ref, sym, type Expr } from '../../ts-ast/ast.js';
import { defineService, type SdkAction } from '../define.js';
import type { ApiAction } from '../roles/api.js';
import { iotTarget } from '../roles/iot.js';
import { dotted, removalPolicy, removalPolicyField } from './shared.js';

const objectAction = (iam: string, required: readonly string[], writes: boolean): SdkAction => ({
  iam: [iam],
  required,
  resource: { parameter: 'Bucket', attribute: 'name' },
  arn: { attribute: 'arn', suffixes: ['/*'] },
  writes,
});

/** The object that the last parameter of the route names. */
const objectCall = (iam: string, method: 'GET' | 'PUT' | 'DELETE'): ApiAction => ({
  iam: [iam],
  path: [{ attribute: 'name' }, '/', { parameter: 'key' }],
  method,
  passThrough: true,
  resources: [{ attribute: 'arn', suffix: '/*' }],
});

export const s3Bucket = defineService({
  type: 's3-bucket',
  cfnType: 'AWS::S3::Bucket',
  category: 'data',
  icon: 'architecture-service/AmazonSimpleStorageService',
  label: { en: 'S3 bucket', ja: 'S3 バケット' },
  defaultLabel: { en: 'Bucket', ja: 'バケット' },
  description: {
    en: 'Objects of any size, with events when they change',
    ja: '任意のサイズのオブジェクトを保存。変更時にイベントを通知',
  },
  keywords: [
    'storage',
    'object',
    'file',
    'simple storage service',
    'ストレージ',
    'オブジェクト',
    'ファイル',
    'バケット',
  ],
  fields: {
    versioned: field.boolean({
      label: { en: 'Versioning', ja: 'バージョニング' },
      default: false,
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html',
    }),
    eventBridge: field.boolean({
      label: { en: 'Events to EventBridge', ja: 'EventBridge への通知' },
      help: {
        en: 'Sends all object events to the default event bus.',
        ja: 'すべてのオブジェクトイベントを、デフォルトのイベントバスに送信します。',
      },
      default: false,
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventBridge.html',
    }),
    expirationDays: field.number({
      label: { en: 'Days until objects expire', ja: 'オブジェクトの有効期限 (日)' },
      help: { en: 'Empty: they are kept.', ja: '空欄の場合、削除されません。' },
      min: 1,
      max: 36_500,
      unit: 'count',
      advanced: true,
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html',
    }),
    removalPolicy: removalPolicyField,
  },
  subtitle: ({ props }) =>
    dotted(
      props.versioned ? { en: 'versioned', ja: 'バージョニングあり' } : { en: 'objects', ja: 'オブジェクト' },
      props.eventBridge ? 'EventBridge' : '',
    ),
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
  problems: ({ node: { origin, existing } }) =>
    origin === 'existing' && existing?.by === 'name' && !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(existing.value)
      ? [
          problem('field-pattern', {
            field: { en: 'Bucket name', ja: 'バケット名' },
            hint: {
              en: '3 to 63 lower-case letters, digits, dots and hyphens',
              ja: '英小文字、数字、ドット、ハイフンを使用し、3～63 文字で指定してください。',
            },
          }),
        ]
      : [],
  stateful: true,
  roles: {
    userPoolTarget: { by: 's3' },
    receiptAction: { construct: cdk('aws-ses-actions', 'S3'), resource: 'bucket' },
    iotAction: iotTarget('s3', { bucketName: 'name' }, ['s3:PutObject'], { attribute: 'arn', suffix: '/*' }),
    eventPublisher: {
      source: 'aws.s3',
      detailTypes: ['Object Created', 'Object Deleted', 'Object Restore Completed'],
      own: { path: ['bucket', 'name'], attribute: 'name' },
      enable: 'enableEventBridgeNotification',
    },
    notificationSource: {},
    origin: { by: 'bucket' },
    deliveryDestination: { by: 's3' },
    exportDestination: {},
    invocationDestination: { construct: cdk('aws-lambda-destinations', 'S3Destination'), failuresOnly: true },
    apiIntegration: {
      service: 's3',
      // https://docs.aws.amazon.com/apigateway/latest/developerguide/integrating-api-with-aws-services-s3.html
      actions: {
        PutObject: objectCall('s3:PutObject', 'PUT'),
        GetObject: objectCall('s3:GetObject', 'GET'),
        DeleteObject: objectCall('s3:DeleteObject', 'DELETE'),
      },
      defaultAction: 'PutObject',
    },
    sdkTarget: {
      service: 's3',
      actions: {
        getObject: objectAction('s3:GetObject', ['Bucket', 'Key'], false),
        headObject: objectAction('s3:GetObject', ['Bucket', 'Key'], false),
        putObject: objectAction('s3:PutObject', ['Bucket', 'Key'], true),
        deleteObject: objectAction('s3:DeleteObject', ['Bucket', 'Key'], true),
        listObjectsV2: {
          iam: ['s3:ListBucket'],
          required: ['Bucket'],
          resource: { parameter: 'Bucket', attribute: 'name' },
          arn: { attribute: 'arn' },
          writes: false,
        },
      },
      defaultAction: 'putObject',
    },
  },
  refusal: {
    en: 'A bucket takes objects through API calls only; this service cannot make them.',
    ja: 'バケットへの書き込みは API の呼び出しで行いますが、このサービスからは呼び出せません。',
  },
  attributes: (_node, self) => ({ arn: member(self, 'bucketArn'), name: member(self, 'bucketName') }),
  construct: ({ constructId, props }) =>
    create(
      cdk('aws-s3', 'Bucket'),
      ref('this'),
      lit(constructId),
      object({
        versioned: props.versioned ? lit(true) : undefined,
        eventBridgeEnabled: props.eventBridge ? lit(true) : undefined,
        lifecycleRules: lifecycleRules(props.expirationDays),
        blockPublicAccess: sym('aws-s3', 'BlockPublicAccess.BLOCK_ALL'),
        encryption: sym('aws-s3', 'BucketEncryption.S3_MANAGED'),
        objectOwnership: sym('aws-s3', 'ObjectOwnership.BUCKET_OWNER_ENFORCED'),
        enforceSSL: lit(true),
        removalPolicy: removalPolicy(props.removalPolicy),
      }),
    ),
  fromExisting: ({ constructId, by, value }) =>
    callStatic(
      'aws-s3',
      by === 'arn' ? 'Bucket.fromBucketArn' : 'Bucket.fromBucketName',
      ref('this'),
      lit(constructId),
      value,
    ),
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html',
});

function lifecycleRules(expirationDays: number | undefined): Expr {
  const incomplete = object({ abortIncompleteMultipartUploadAfter: callStatic('', 'Duration.days', lit(7)) });
  return array(
    expirationDays === undefined
      ? [incomplete]
      : [incomplete, object({ expiration: callStatic('', 'Duration.days', lit(expirationDays)) })],
  );
}
