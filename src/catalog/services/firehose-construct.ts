import type { NodeId } from '../../model/design.js';
import type { PropsOf } from '../../model/fields.js';
import { call, callStatic, cdk, create, lit, member, object, ref, template, type Expr } from '../../ts-ast/ast.js';
import { destinationConfiguration } from '../connections/delivery-destination.js';
import { glueTables, sourceConfiguration } from '../connections/delivery-source.js';
import type { ConnectedEnd, Emitter } from '../define.js';
import { firehoseLogs, roleForBucket, s3Arn } from './firehose-logs.js';
import { outsideConfiguration, type outsideFields } from './firehose-outside.js';

export interface FirehoseProps extends PropsOf<typeof outsideFields> {
  readonly bufferTime: number;
  readonly bufferSize: number;
  readonly compression: string;
  readonly bucketName: string;
  readonly prefix: string | undefined;
  readonly errorPrefix: string;
  readonly logRetention: string;
}

/** The ends of a delivery stream, by what they are to it. */
export interface FirehoseEnds {
  readonly source: ConnectedEnd | undefined;
  readonly bucket: ConnectedEnd | undefined;
  /** What it delivers to instead of the bucket, which then gets what fails. */
  readonly other: ConnectedEnd | undefined;
}

export function endsOf(incoming: readonly ConnectedEnd[], outgoing: readonly ConnectedEnd[]): FirehoseEnds {
  const targets = outgoing.filter(({ connection }) => connection.kind === 'delivery-destination');
  const isBucket = ({ service }: ConnectedEnd): boolean => service.roles.deliveryDestination?.by === 's3';
  return {
    source: incoming.find(({ connection }) => connection.kind === 'delivery-source'),
    bucket: targets.find(isBucket),
    other: targets.find((target) => !isBucket(target)),
  };
}

/** Whether the construct of the CDK knows both ends: it delivers to buckets only. */
export const isOfConstruct = ({ source, other }: FirehoseEnds, props: FirehoseProps): boolean =>
  other === undefined &&
  props.partner === 'none' &&
  (source === undefined || source.service.roles.deliverySource?.by === 'kinesis');

const properties = {
  opensearch: 'amazonopensearchserviceDestinationConfiguration',
  'opensearch-serverless': 'amazonOpenSearchServerlessDestinationConfiguration',
  redshift: 'redshiftDestinationConfiguration',
  iceberg: 'icebergDestinationConfiguration',
  'http-endpoint': 'httpEndpointDestinationConfiguration',
  s3: 'extendedS3DestinationConfiguration',
} as const;

/** Modes of the backup, as each destination calls what fails. */
const backupModes: Readonly<Record<string, string | undefined>> = {
  [properties.opensearch]: 'FailedDocumentsOnly',
  [properties['opensearch-serverless']]: 'FailedDocumentsOnly',
  [properties['http-endpoint']]: 'FailedDataOnly',
  [properties.iceberg]: 'FailedDataOnly',
  splunkDestinationConfiguration: 'FailedEventsOnly',
  snowflakeDestinationConfiguration: 'FailedDataOnly',
};

/**
 * A stream between ends that the construct of the CDK does not know: the resource, and a reference to it that has the
 * construct's methods.
 */
export function resourceOf(
  { id, constructId, props }: { readonly id: NodeId; readonly constructId: string; readonly props: FirehoseProps },
  { source, bucket, other }: FirehoseEnds,
  emitter: Emitter,
): Expr {
  const name = emitter.variable(id, 'resource');
  const logs = emitter.variable(id, 'logs');
  const logStream = emitter.variable(id, 'log', 'stream');
  const roleArn = member(emitter.role(id), 'roleArn');
  const logging = object({
    enabled: lit(true),
    logGroupName: member(ref(logs), 'logGroupName'),
    logStreamName: member(ref(logStream), 'logStreamName'),
  });
  const sourceRole = source?.service.roles.deliverySource;
  const intoTables = sourceRole?.by === 'database' && other === undefined;
  let bucketRole = roleArn;
  if (bucket === undefined) {
    const own = emitter.variable(id, 'bucket', 'role');
    const value = roleForBucket(id, props.bucketName, emitter, intoTables ? [glueTables] : []);
    emitter.before({ type: 'const', name: own, value });
    bucketRole = member(ref(own), 'roleArn');
  }
  const text = (value: string | undefined): Expr | undefined =>
    value === undefined || value === '' ? undefined : lit(value);
  const inBucket = {
    bucketArn: bucket === undefined ? s3Arn(props.bucketName) : emitter.attribute(bucket.other.id, 'arn'),
    roleArn: bucketRole,
    compressionFormat: lit(props.compression),
    prefix: text(props.prefix),
    errorOutputPrefix: text(props.errorPrefix),
    cloudWatchLoggingOptions: logging,
  };
  const bufferingHints = object({ intervalInSeconds: lit(props.bufferTime), sizeInMBs: lit(props.bufferSize) });
  const otherRole = other?.service.roles.deliveryDestination;
  const outside = outsideConfiguration(props, roleArn);
  const target =
    outside ??
    (intoTables ? { property: properties.iceberg, own: ownTables(props, bucketRole, bucket, emitter) } : undefined) ??
    (other === undefined || otherRole === undefined || otherRole.by === 's3'
      ? undefined
      : { property: properties[otherRole.by], own: destinationConfiguration(other, otherRole, emitter) });
  const isRedshift = target?.property === properties.redshift;
  emitter.before(
    { type: 'const', name: logs, value: firehoseLogs(id, props.logRetention, emitter) },
    {
      type: 'const',
      name: logStream,
      value: create(
        cdk('aws-logs', 'LogStream'),
        ref('this'),
        lit(emitter.constructId(id, 'log', 'stream')),
        object({ logGroup: ref(logs) }),
      ),
    },
    {
      type: 'const',
      name,
      value: create(
        cdk('aws-kinesisfirehose', 'CfnDeliveryStream'),
        ref('this'),
        lit(constructId),
        object({
          ...(source === undefined || sourceRole === undefined
            ? {
                deliveryStreamType: lit('DirectPut'),
                deliveryStreamEncryptionConfigurationInput: object({ keyType: lit('AWS_OWNED_CMK') }),
              }
            : sourceConfiguration(source, sourceRole, roleArn, emitter)),
          ...(target === undefined
            ? { [properties.s3]: object({ ...inBucket, bufferingHints }) }
            : {
                [target.property]: object({
                  // Splunk asks for no role: its token lets in.
                  roleArn: target.property === 'splunkDestinationConfiguration' ? undefined : roleArn,
                  ...target.own,
                  // What Redshift copies is buffered in the bucket.
                  bufferingHints: isRedshift ? undefined : limitedHints(target.property, props),
                  s3BackupMode: textOf(backupModes[target.property]),
                  s3Configuration: object({
                    ...inBucket,
                    ...(isRedshift ? { bufferingHints, compressionFormat: lit('UNCOMPRESSED') } : {}),
                  }),
                  cloudWatchLoggingOptions: logging,
                }),
              }),
        }),
      ),
    },
  );
  // The table is named as text, which CloudFormation does not see.
  if (other !== undefined && otherRole?.by === 'iceberg')
    emitter.before({
      type: 'do',
      expression: call(member(ref(name), 'node'), 'addDependency', emitter.construct(other.other.id)),
    });
  return callStatic(
    'aws-kinesisfirehose',
    'DeliveryStream.fromDeliveryStreamName',
    ref('this'),
    lit(emitter.constructId(id, 'reference')),
    member(ref(name), 'ref'),
  );
}

/** Tables of the Glue catalog, kept in the bucket. */
const ownTables = (
  { bucketName }: FirehoseProps,
  roleArn: Expr,
  bucket: ConnectedEnd | undefined,
  emitter: Emitter,
): Readonly<Record<string, Expr>> => ({
  roleArn,
  catalogConfiguration: object({
    catalogArn: call(ref('this'), 'formatArn', object({ service: lit('glue'), resource: lit('catalog') })),
    warehouseLocation:
      bucket === undefined ? lit(`s3://${bucketName}`) : template('s3://', emitter.attribute(bucket.other.id, 'name')),
  }),
  tableCreationConfiguration: object({ enabled: lit(true) }),
  schemaEvolutionConfiguration: object({ enabled: lit(true) }),
});

const textOf = (value: string | undefined): Expr | undefined => (value === undefined ? undefined : lit(value));

/** Splunk takes batches of 5 MB and a minute at most: https://docs.aws.amazon.com/firehose/latest/dev/buffering-hints.html */
const limits: Readonly<Record<string, { readonly seconds: number; readonly megabytes: number } | undefined>> = {
  splunkDestinationConfiguration: { seconds: 60, megabytes: 5 },
  [properties.opensearch]: { seconds: 900, megabytes: 100 },
  [properties['opensearch-serverless']]: { seconds: 900, megabytes: 100 },
  [properties['http-endpoint']]: { seconds: 900, megabytes: 64 },
};

function limitedHints(property: string, { bufferTime, bufferSize }: FirehoseProps): Expr {
  const limit = limits[property];
  return object({
    intervalInSeconds: lit(limit === undefined ? bufferTime : Math.min(bufferTime, limit.seconds)),
    sizeInMBs: lit(limit === undefined ? bufferSize : Math.min(bufferSize, limit.megabytes)),
  });
}
