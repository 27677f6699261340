import type { NodeId } from '../../model/design.js';
import { field } from '../../model/fields.js';
import { constructIdOf } from '../../model/names.js';
import {
  array,
  call,
  callStatic,
  cdk,
  create,
  lit,
  member,
  object,
  ref,
  seconds,
  sym,
  template,
  type Expr,
} from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { iotTarget } from '../roles/iot.js';
import { dotted, logRetention, logRetentionField, removalPolicy } from './shared.js';

const destination = 'https://docs.aws.amazon.com/firehose/latest/dev/create-destination.html';
const buffering = 'https://docs.aws.amazon.com/firehose/latest/dev/buffering-hints.html';

export const firehoseStream = defineService({
  type: 'firehose-stream',
  cfnType: 'AWS::KinesisFirehose::DeliveryStream',
  category: 'integration',
  icon: 'architecture-service/AmazonDataFirehose',
  label: { en: 'Data Firehose stream', ja: 'Data Firehose ストリーム' },
  defaultLabel: { en: 'Delivery', ja: '配信' },
  description: {
    en: 'Collects records and writes them to a bucket in batches',
    ja: 'レコードを集め、バケットにまとめて書き込む',
  },
  keywords: ['firehose', 'delivery', 'kinesis', 'batch', 'archive', '配信', 'レコード', 'アーカイブ', 'ストリーム'],
  fields: {
    bufferTime: field.seconds({
      label: { en: 'Buffering time', ja: 'バッファ時間' },
      min: 0,
      max: 900,
      default: 300,
      source: buffering,
    }),
    bufferSize: field.megabytes({
      label: { en: 'Buffering size', ja: 'バッファサイズ' },
      min: 1,
      max: 128,
      default: 5,
      source: buffering,
    }),
    compression: field.choice({
      label: { en: 'Compression', ja: '圧縮' },
      options: {
        UNCOMPRESSED: { en: 'None', ja: 'なし' },
        GZIP: { en: 'GZIP', ja: 'GZIP' },
        SNAPPY: { en: 'Snappy', ja: 'Snappy' },
        ZIP: { en: 'ZIP', ja: 'ZIP' },
      },
      default: 'GZIP',
      source: destination,
    }),
    bucketName: field.text({
      label: { en: 'Bucket name', ja: 'バケット名' },
      help: {
        en: 'A bucket that exists; used where no bucket is connected.',
        ja: '既存のバケットです。バケットを接続していない場合に使用します。',
      },
      default: 'delivery-records',
      required: true,
      code: true,
      pattern: {
        test: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
        hint: {
          en: '3 to 63 lower-case letters, digits, dots and hyphens',
          ja: '3～63 文字の英小文字、数字、ドット、ハイフン',
        },
      },
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
    }),
    prefix: field.text({
      label: { en: 'Prefix', ja: 'プレフィックス' },
      help: {
        en: 'Begins the keys of the objects. Empty: year, month, day and hour.',
        ja: 'オブジェクトキーの先頭です。空欄の場合、年、月、日、時になります。',
      },
      code: true,
      placeholder: 'orders/!{timestamp:yyyy/MM/dd}/',
      source: 'https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html',
    }),
    errorPrefix: field.text({
      label: { en: 'Prefix of failed records', ja: '失敗したレコードのプレフィックス' },
      code: true,
      default: 'errors/!{firehose:error-output-type}/',
      advanced: true,
      source: 'https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html',
    }),
    logRetention: logRetentionField,
  },
  subtitle: ({ props }) => dotted('Firehose', `${String(props.bufferSize)} MB`, `${String(props.bufferTime)} s`),
  stateful: false,
  roles: {
    sendingEventTarget: { by: 'firehoseDeliveryStream' },
    iotAction: iotTarget('firehose', { deliveryStreamName: 'name' }, ['firehose:PutRecord', 'firehose:PutRecordBatch']),
    deliveryStream: {},
    subscriber: { construct: cdk('aws-sns-subscriptions', 'FirehoseSubscription'), raw: true },
    ruleTarget: {
      construct: cdk('aws-events-targets', 'FirehoseDeliveryStream'),
      input: 'message',
      iam: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
    },
    // Its parameters are documented, and unknown to CloudFormation yet.
    busSubscriber: { parameters: 'none', iam: ['firehose:PutRecordBatch'], maxBatchSize: 500 },
    scheduleTarget: {
      construct: cdk('aws-scheduler-targets', 'FirehosePutRecord'),
      iam: ['firehose:PutRecord'],
    },
    pipeTarget: { parameters: 'none', iam: ['firehose:PutRecord', 'firehose:PutRecordBatch'] },
    logDestination: { construct: cdk('aws-logs-destinations', 'FirehoseDestination') },
    metricSource: { metrics: { 'DeliveryToS3.DataFreshness': 'Maximum', ThrottledRecords: 'Sum' } },
    apiIntegration: {
      service: 'firehose',
      target: 'Firehose_20150804',
      actions: {
        PutRecord: {
          iam: ['firehose:PutRecord'],
          request: '{ "DeliveryStreamName": "{{name}}", "Record": { "Data": "$util.base64Encode($input.body)" } }',
        },
        PutRecordBatch: {
          iam: ['firehose:PutRecordBatch'],
          request: [
            '{',
            '  "DeliveryStreamName": "{{name}}",',
            '  "Records": [',
            "#foreach($record in $input.path('$.records'))",
            '    { "Data": "$util.base64Encode($record.data)" }#if($foreach.hasNext),#end',
            '',
            '#end',
            '  ]',
            '}',
          ].join('\n'),
        },
      },
      defaultAction: 'PutRecord',
    },
    sdkTarget: {
      service: 'firehose',
      actions: {
        putRecord: {
          iam: ['firehose:PutRecord'],
          required: ['Record'],
          resource: { parameter: 'DeliveryStreamName', attribute: 'name' },
          arn: { attribute: 'arn' },
          sample: {
            DeliveryStreamName: '{resource}',
            Record: { Data: '{% $string($states.input) & "\\n" %}' },
          },
          writes: true,
          async: true,
        },
        putRecordBatch: {
          iam: ['firehose:PutRecordBatch'],
          required: ['Records'],
          resource: { parameter: 'DeliveryStreamName', attribute: 'name' },
          arn: { attribute: 'arn' },
          writes: true,
          async: true,
        },
      },
      defaultAction: 'putRecord',
    },
  },
  refusal: {
    en: 'Firehose takes records that are put into it; this service cannot put any.',
    ja: 'Firehose は書き込まれたレコードを受け取りますが、このサービスからは書き込めません。',
  },
  attributes: ({ id }, self) => ({
    arn: member(self, 'deliveryStreamArn'),
    name: member(self, 'deliveryStreamName'),
    logsArn: logsArn(id),
  }),
  permissionsBy: { principal: 'firehose.amazonaws.com' },
  construct: ({ id, constructId, props, emitter, incoming, outgoing }) => {
    const source = incoming.find(({ connection }) => connection.kind === 'delivery-source');
    const target = outgoing.find(({ connection }) => connection.kind === 'delivery-destination');
    const text = (value: string | undefined) => (value === undefined || value === '' ? undefined : lit(value));
    return create(
      cdk('aws-kinesisfirehose', 'DeliveryStream'),
      ref('this'),
      lit(constructId),
      object({
        source:
          source === undefined
            ? undefined
            : create(cdk('aws-kinesisfirehose', 'KinesisStreamSource'), emitter.construct(source.other.id)),
        role: source === undefined ? undefined : call(emitter.role(id), 'withoutPolicyUpdates'),
        destination: create(
          cdk('aws-kinesisfirehose', 'S3Bucket'),
          target === undefined
            ? callStatic(
                'aws-s3',
                'Bucket.fromBucketName',
                ref('this'),
                lit(emitter.constructId(id, 'bucket')),
                lit(props.bucketName),
              )
            : emitter.construct(target.other.id),
          object({
            // The construct alone would allow it more than it needs, by wildcards.
            role: call(
              target === undefined
                ? roleForBucket(id, props.bucketName, logsArn(id), emitter.constructId(id, 'bucket', 'role'))
                : emitter.role(id),
              'withoutPolicyUpdates',
            ),
            bufferingInterval: seconds(props.bufferTime),
            bufferingSize: callStatic('', 'Size.mebibytes', lit(props.bufferSize)),
            compression:
              props.compression === 'UNCOMPRESSED'
                ? undefined
                : sym('aws-kinesisfirehose', `Compression.${props.compression}`),
            dataOutputPrefix: text(props.prefix),
            errorOutputPrefix: text(props.errorPrefix),
            loggingConfig: create(
              cdk('aws-kinesisfirehose', 'EnableLogging'),
              create(
                cdk('aws-logs', 'LogGroup'),
                ref('this'),
                lit(emitter.constructId(id, 'logs')),
                object({
                  logGroupName: logGroupName(id),
                  retention: logRetention(props.logRetention),
                  removalPolicy: removalPolicy('destroy'),
                }),
              ),
            ),
          }),
        ),
        // What comes from a stream is encrypted there.
        encryption:
          source === undefined ? callStatic('aws-kinesisfirehose', 'StreamEncryption.awsOwnedKey') : undefined,
      }),
    );
  },
  fromExisting: ({ constructId, by, value }) =>
    callStatic(
      'aws-kinesisfirehose',
      by === 'arn' ? 'DeliveryStream.fromDeliveryStreamArn' : 'DeliveryStream.fromDeliveryStreamName',
      ref('this'),
      lit(constructId),
      value,
    ),
  source: 'https://docs.aws.amazon.com/firehose/latest/dev/what-is-this-service.html',
});

/** A name that is known before: the role is allowed to write to it, and the group waits for nothing. */
const logGroupName = (id: NodeId, suffix = '') =>
  template('/aws/kinesisfirehose/', member(ref('this'), 'stackName'), `-${constructIdOf(id)}${suffix}`);

const logsArn = (id: NodeId): Expr =>
  call(
    ref('this'),
    'formatArn',
    object({
      service: lit('logs'),
      resource: lit('log-group'),
      resourceName: logGroupName(id, ':*'),
      arnFormat: sym('', 'ArnFormat.COLON_RESOURCE_NAME'),
    }),
  );

const s3Arn = (resource: string) =>
  call(
    ref('this'),
    'formatArn',
    object({ service: lit('s3'), region: lit(''), account: lit(''), resource: lit(resource) }),
  );

/** A role for a bucket that is not drawn: what a connection would ask for. */
const roleForBucket = (id: NodeId, bucket: string, logs: Expr, constructId: string): Expr => {
  const allow = (actions: readonly string[], resource: Expr): Expr =>
    create(
      cdk('aws-iam', 'PolicyStatement'),
      object({ actions: array(actions.map(lit)), resources: array([resource]) }),
    );
  return create(
    cdk('aws-iam', 'Role'),
    ref('this'),
    lit(constructId),
    object({
      assumedBy: create(cdk('aws-iam', 'ServicePrincipal'), lit('firehose.amazonaws.com')),
      inlinePolicies: object({
        [constructIdOf(id)]: create(
          cdk('aws-iam', 'PolicyDocument'),
          object({
            statements: array([
              allow(['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'], s3Arn(`${bucket}/*`)),
              allow(['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'], s3Arn(bucket)),
              allow(['logs:PutLogEvents'], logs),
            ]),
          }),
        ),
      }),
    }),
  );
};
