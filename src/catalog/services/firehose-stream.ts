import { field } from '../../model/fields.js';
import type { Localized } from '../../model/localized.js';
import { problem, type Problem } from '../../model/problems.js';
import { call, callStatic, cdk, create, lit, member, object, ref, seconds, sym } from '../../ts-ast/ast.js';
import { directRuleTarget } from '../connections/direct-rule.js';
import { defineService, type ConnectedEnd } from '../define.js';
import { iotTarget } from '../roles/iot.js';
import { endsOf, isOfConstruct, resourceOf, type FirehoseProps } from './firehose-construct.js';
import { firehoseLogs, logsArn, roleForBucket } from './firehose-logs.js';
import { outsideFields, outsidePermissions } from './firehose-outside.js';
import { dotted, logRetentionField } from './shared.js';

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
        HADOOP_SNAPPY: { en: 'Hadoop-compatible Snappy', ja: 'Hadoop 互換の Snappy' },
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
    ...outsideFields,
    logRetention: logRetentionField,
  },
  subtitle: ({ props }) =>
    dotted(
      'Firehose',
      props.partner === 'none' ? '' : outsideFields.partner.options[props.partner],
      `${String(props.bufferSize)} MB`,
      `${String(props.bufferTime)} s`,
    ),
  stateful: false,
  roles: {
    userPoolTarget: { by: 'firehose' },
    sendingEventTarget: { by: 'firehoseDeliveryStream' },
    iotAction: iotTarget('firehose', { deliveryStreamName: 'name' }, ['firehose:PutRecord', 'firehose:PutRecordBatch']),
    deliveryStream: {},
    subscriber: { construct: cdk('aws-sns-subscriptions', 'FirehoseSubscription'), raw: true },
    ruleTarget: {
      // The class of CDK takes neither retries nor a queue for what cannot be delivered.
      direct: directRuleTarget(({ id }, emitter) => ({ arn: emitter.attribute(id, 'arn') })),
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
  permissions: ({ id, props }) => outsidePermissions(id, props),
  problemsInPlace: ({ props }, incoming, outgoing) => deliveryProblems(props, incoming, outgoing),
  construct: ({ id, constructId, props, emitter, incoming, outgoing }) => {
    const ends = endsOf(incoming, outgoing);
    if (!isOfConstruct(ends, props)) return resourceOf({ id, constructId, props }, ends, emitter);
    const { source, bucket } = ends;
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
          bucket === undefined
            ? callStatic(
                'aws-s3',
                'Bucket.fromBucketName',
                ref('this'),
                lit(emitter.constructId(id, 'bucket')),
                lit(props.bucketName),
              )
            : emitter.construct(bucket.other.id),
          object({
            // The construct alone would allow it more than it needs, by wildcards.
            role: call(
              bucket === undefined ? roleForBucket(id, props.bucketName, emitter) : emitter.role(id),
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
              firehoseLogs(id, props.logRetention, emitter),
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

const endWords = {
  destination: { en: 'destination', ja: '送信先' },
  bucket: { en: 'bucket', ja: 'バケット' },
} as const satisfies Record<string, Localized>;

/** A stream has one destination, and beside another than a bucket one bucket for what fails. */
function deliveryProblems(
  props: FirehoseProps,
  incoming: readonly ConnectedEnd[],
  outgoing: readonly ConnectedEnd[],
): readonly Problem[] {
  const sources = incoming.filter(({ connection }) => connection.kind === 'delivery-source');
  const targets = outgoing.filter(({ connection }) => connection.kind === 'delivery-destination');
  const buckets = targets.filter(({ service }) => service.roles.deliveryDestination?.by === 's3');
  const others = targets.length - buckets.length + (props.partner === 'none' ? 0 : 1);
  const found = [
    ['bucket', buckets.length],
    ['destination', others],
  ] as const;
  const by = sources[0]?.service.roles.deliverySource?.by;
  const to = targets.find(({ service }) => service.roles.deliveryDestination?.by === 'iceberg');
  return [
    ...found.filter(([, count]) => count > 1).map(([end]) => problem('delivery-two-ends', { end: endWords[end] })),
    // Into buckets and Iceberg tables only: https://docs.aws.amazon.com/firehose/latest/dev/writing-with-msk.html,
    // https://docs.aws.amazon.com/firehose/latest/dev/writing-with-database.html
    ...((by === 'msk' || by === 'database') && others > 0 && to === undefined
      ? [problem('delivery-source-destination', {})]
      : []),
  ];
}
