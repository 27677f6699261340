import type { NodeId } from '../../model/design.js';
import { field } from '../../model/fields.js';
import { constructIdOf } from '../../model/names.js';
import { call, callStatic, cdk, create, lit, member, object, ref, seconds, sym, template } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
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
    deliveryStream: {},
    subscriber: { construct: cdk('aws-sns-subscriptions', 'FirehoseSubscription'), raw: true },
    ruleTarget: { construct: cdk('aws-events-targets', 'FirehoseDeliveryStream'), input: 'message' },
    scheduleTarget: {
      construct: cdk('aws-scheduler-targets', 'FirehosePutRecord'),
      iam: ['firehose:PutRecord'],
    },
    pipeTarget: { parameters: 'none', iam: ['firehose:PutRecord', 'firehose:PutRecordBatch'] },
    logDestination: { construct: cdk('aws-logs-destinations', 'FirehoseDestination') },
    metricSource: { metrics: { 'DeliveryToS3.DataFreshness': 'Maximum', ThrottledRecords: 'Sum' } },
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
    logsArn: call(
      ref('this'),
      'formatArn',
      object({
        service: lit('logs'),
        resource: lit('log-group'),
        resourceName: logGroupName(id, ':*'),
        arnFormat: sym('', 'ArnFormat.COLON_RESOURCE_NAME'),
      }),
    ),
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
          target === undefined ? ownBucket(emitter.constructId(id, 'records')) : emitter.construct(target.other.id),
          object({
            // The construct alone would allow it more than it needs, by wildcards.
            role: target === undefined ? undefined : call(emitter.role(id), 'withoutPolicyUpdates'),
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

/** Records need a place: a bucket of its own until one is drawn. */
const ownBucket = (constructId: string) =>
  create(
    cdk('aws-s3', 'Bucket'),
    ref('this'),
    lit(constructId),
    object({
      blockPublicAccess: sym('aws-s3', 'BlockPublicAccess.BLOCK_ALL'),
      encryption: sym('aws-s3', 'BucketEncryption.S3_MANAGED'),
      enforceSSL: lit(true),
      removalPolicy: removalPolicy('retain'),
    }),
  );
